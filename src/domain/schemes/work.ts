import { Exact } from '../scoring/scored';
import type { ScoredItem, SectionOf } from './scheme.schema';

export type WorkSection = Extract<SectionOf, { type: 'work' }>;
/** Percentages 0 to 100: done, good and on time ÷ assigned, all by weight. */
export type WorkShares = { readonly a: Exact; readonly b: Exact; readonly c: Exact; readonly weight: Exact };

const ZERO = new Exact(0);
const HUNDRED = new Exact(100);

/** What is left of a product after so many failures or delays, 0 to 1; what an objective cause forgives is not counted. */
export function kept(times: number, penalty: number, forgiven: boolean): Exact {
  if (forgiven) return new Exact(1);
  return Exact.max(0, new Exact(1).minus(new Exact(penalty).times(times)));
}

/**
 * a, b, c of assigned products. A product that is not done counts in none of them. `undefined`: nothing is assigned.
 * Domain facts §5, Decree 335/2025.
 */
export function workShares(items: readonly ScoredItem[], of: WorkSection): WorkShares | undefined {
  if (items.length === 0) return undefined;
  const weight = items.reduce((sum, item) => sum.plus(item.weight), ZERO);
  const share = (part: (item: ScoredItem) => Exact) =>
    items
      .reduce((sum, item) => (item.done ? sum.plus(part(item).times(item.weight)) : sum), ZERO)
      .times(HUNDRED)
      .dividedBy(weight);
  const forgiven = (item: ScoredItem) => item.objectiveCause && of.objectiveCauseForgives;
  return {
    weight,
    a: share(() => new Exact(1)),
    b: share((item) => kept(item.qualityFailures, of.qualityPenalty, forgiven(item))),
    c: share((item) => kept(item.delays, of.delayPenalty, forgiven(item))),
  };
}
