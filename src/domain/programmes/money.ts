import type { Exact } from '../scoring/scored';
import type { BookAmount } from './books';
import { sumOf } from './books';
import { plain } from './earnedValue';

/** Sums of a programme's books, unrounded, in their currency; `null`: nothing is recorded under that name. */
export type Money = {
  readonly initial: number | null;
  readonly supplementary: number | null;
  /** Initial + supplementary. */
  readonly budget: number | null;
  readonly spent: number | null;
  readonly committed: number | null;
  /** Budget less spent. */
  readonly remaining: number | null;
  readonly administrativeCost: number | null;
  /** Spent ÷ budget, 0..1 and above. */
  readonly executionRate: number | null;
};

/** What a programme may spend. `undefined`: no budget is recorded. */
export function budgetOf(amounts: readonly BookAmount[]): Exact | undefined {
  const [initial, supplementary] = [sumOf(amounts, 'budget-initial'), sumOf(amounts, 'budget-supplementary')];
  return initial === undefined ? supplementary : initial.plus(supplementary ?? 0);
}

export function moneyOf(amounts: readonly BookAmount[]): Money {
  const budget = budgetOf(amounts);
  const spent = sumOf(amounts, 'spent');
  const rate = spent === undefined || budget === undefined || budget.isZero() ? undefined : spent.div(budget);
  return {
    initial: plain(sumOf(amounts, 'budget-initial')),
    supplementary: plain(sumOf(amounts, 'budget-supplementary')),
    budget: plain(budget),
    spent: plain(spent),
    committed: plain(sumOf(amounts, 'committed')),
    remaining: plain(spent && budget?.minus(spent)),
    administrativeCost: plain(sumOf(amounts, 'administrative-cost')),
    executionRate: plain(rate),
  };
}
