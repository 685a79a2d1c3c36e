import { misspelt } from '../../domain/formula/nearest';
import { checkDefinition } from '../../domain/indicators/checkDefinition';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import type { Graph } from '../../domain/indicators/graph';
import { readsOf } from '../../domain/indicators/reads';
import type { Reads } from '../../domain/indicators/reads';
import type { Refusal } from '../../domain/shared/result';
import type { Context } from '../http/route';
import { problemOf } from '../problems/problem';
import { newestOf } from './indicatorReading';

type Definition = DefinitionVersion['definition'];

/** Everything a definition names that must be there, and every rule it must keep. @throws ProblemError naming the field */
export async function demandSound(id: string, definition: Definition, reads: Reads, context: Context): Promise<void> {
  const { source, counterIndicator } = definition;
  const { procedures } = context.deps.organisation;
  const procedure = source.type === 'cases' ? (await procedures.get(source.procedure))?.value : undefined;
  const graph = await readBy(id, reads, context);
  const counter = counterIndicator === undefined ? [] : await context.deps.indicators.many([counterIndicator]);
  const there = new Set([...graph.keys(), ...counter.map((one) => one.id)]);
  const known = { id, graph, indicator: (one: string) => there.has(one), procedure: () => procedure };
  const refusal = (await unknownInOrganisation(definition, context)) ?? checkDefinition(definition, known);
  if (refusal !== undefined) throw problemOf(await withSuggestion(refusal, context));
}

/** The indicator that may be meant by a name that there is not. */
async function withSuggestion(refusal: Refusal, { deps }: Context): Promise<Refusal> {
  const name = refusal.params?.['name'];
  if (refusal.code !== 'FORMULA_UNKNOWN_NAME' || typeof name !== 'string') return refusal;
  const ids: string[] = [];
  for await (const { id } of deps.indicators.all()) ids.push(id);
  const nearest = misspelt(name, ids);
  if (nearest === undefined) return refusal;
  return { ...refusal, code: 'FORMULA_NAME_MISSPELT', params: { ...refusal.params, nearest } };
}

async function unknownInOrganisation(definition: Definition, { deps }: Context): Promise<Refusal | undefined> {
  const { home, owner, watch } = definition;
  const { units, people, procedures } = deps.organisation;
  if ((await units.get(home)) === undefined) return unknown('UNKNOWN_UNIT', '/home', home);
  if (owner !== undefined && (await people.get(owner)) === undefined) return unknown('UNKNOWN_PERSON', '/owner', owner);
  if (watch?.procedure !== undefined && (await procedures.get(watch.procedure)) === undefined)
    return unknown('UNKNOWN_PROCEDURE', '/watch/procedure', watch.procedure);
  return undefined;
}

const unknown = (code: string, field: string, id: string): Refusal => ({ code, field, params: { id } });

/** What the definition reads, what that reads, and so on: those that are there, by what they read. */
async function readBy(id: string, reads: Reads, { deps }: Context): Promise<Graph> {
  const graph = new Map<string, Pick<Reads, 'references' | 'atOnce'>>();
  const asked = new Set([id]);
  for (let wanted = reads.references.filter((one) => one !== id); wanted.length > 0;) {
    for (const one of wanted) asked.add(one);
    const found = await deps.indicators.many(wanted);
    for (const stored of found) graph.set(stored.id, readsOf(newestOf(stored).definition));
    const next = found.flatMap((stored) => graph.get(stored.id)?.references ?? []);
    wanted = [...new Set(next)].filter((one) => !asked.has(one));
  }
  return graph;
}
