import type { RefusedBy, StoredIndicator } from '../../activities/indicators.ports';
import { circleRefusal } from '../../domain/indicators/checkDefinition';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import type { Graph } from '../../domain/indicators/graph';
import { readsOf, type Reads } from '../../domain/indicators/reads';
import { newestOf } from './indicatorReading';

type Library = Parameters<RefusedBy>[0];

/** What is read, what that reads, and so on, but for `id` itself: those that are there, by what they read. */
export async function graphBelow(id: string, { references }: Reads, library: Library): Promise<Graph> {
  const graph = new Map<string, Pick<Reads, 'references' | 'atOnce'>>();
  const asked = new Set([id]);
  for (let wanted = references.filter((one) => one !== id); wanted.length > 0;) {
    for (const one of wanted) asked.add(one);
    const found: readonly StoredIndicator[] = await library.many(wanted);
    for (const stored of found) graph.set(stored.id, readsOf(newestOf(stored).definition));
    const next = found.flatMap((stored) => graph.get(stored.id)?.references ?? []);
    wanted = [...new Set(next)].filter((one) => !asked.has(one));
  }
  return graph;
}

/** Looks for a circle once more when the definition is written: another edit may have come between. */
export const refusedByCircle =
  (id: string, definition: DefinitionVersion['definition'], reads: Reads): RefusedBy =>
  async (library) =>
    circleRefusal(definition, { id, graph: await graphBelow(id, reads, library) });
