import { readsOf } from '../indicators/reads';
import type { PackContents } from './pack.schema';

type Indicators = PackContents['indicators'];

/** Indicators so that each comes after those its source reads. A circle stays as it comes: its own check refuses it. */
export function sortedByReads(indicators: Indicators): readonly (readonly [string, Indicators[string]])[] {
  const sorted: (readonly [string, Indicators[string]])[] = [];
  const begun = new Set<string>();
  const visit = (id: string): void => {
    const one = Object.hasOwn(indicators, id) ? indicators[id] : undefined;
    if (one === undefined || begun.has(id)) return;
    begun.add(id);
    for (const reference of readsOf(one).references) visit(reference);
    sorted.push([id, one]);
  };
  for (const id of Object.keys(indicators)) visit(id);
  return sorted;
}
