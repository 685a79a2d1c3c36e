import { Exact } from './scored';

/**
 * One item of a scorecard. Three ways of having no score: `missing`, it ought to be there; `not-yet-due`, it will be;
 * `not-applicable`, it never will and weighs nothing here.
 */
export type WeightedItem = { readonly weight: number } & (
  | { readonly state: 'scored'; readonly score: number | Exact }
  | { readonly state: 'missing' | 'not-yet-due' | 'not-applicable' }
);

export type WeightedMean = {
  /** Over the items that are scored; missing when there are none, or when they weigh nothing. */
  readonly score?: Exact;
  /** Weight of the scored items ÷ weight of all that apply, 0..1; 0 when nothing applies. */
  readonly coverage: Exact;
  /** Less is covered than asked for, or there is no score. */
  readonly incomplete: boolean;
};

const weightOf = (items: readonly WeightedItem[]): Exact =>
  items.reduce((total, { weight }) => total.plus(weight), new Exact(0));

/**
 * Weighted mean over the available items with its coverage. Domain facts §3.7.
 *
 * @param leastCoverage 0..1, itself enough
 */
export function weightedMean(items: readonly WeightedItem[], leastCoverage = 1): WeightedMean {
  const available = items.flatMap((item) => (item.state === 'scored' ? [item] : []));
  const weight = weightOf(available);
  const all = weightOf(items.filter(({ state }) => state !== 'not-applicable'));
  const coverage = all.isZero() ? new Exact(0) : weight.dividedBy(all);
  if (weight.isZero()) return { coverage, incomplete: true };
  const total = available.reduce((sum, item) => sum.plus(new Exact(item.score).times(item.weight)), new Exact(0));
  return { score: total.dividedBy(weight), coverage, incomplete: coverage.lessThan(leastCoverage) };
}
