import { firstDayOf, partsOf } from '../indicators/period';
import type { Period } from '../indicators/period';
import { Exact } from '../scoring/scored';
import type { LocalDate } from '../shared/time';

/** An amount of a programme's books: of one unit, one name (`budget-initial`, `spent` …), one period of any length. */
export type BookAmount = {
  readonly programme: string;
  readonly unit: string;
  readonly figure: string;
  readonly period: Period;
  readonly amount: number;
};

/** The amounts of one book that count for a period: as recorded for the period itself, else for its quarters, else for their months. */
export function amountsOf<A extends BookAmount>(amounts: readonly A[], period: Period): readonly A[] {
  const own = amounts.filter((one) => one.period === period);
  if (own.length > 0) return own;
  const grain = partsOf(period, 'quarter').length > 1 ? 'quarter' : 'month';
  const parts = partsOf(period, grain).filter((part) => part !== period);
  return parts.length <= 1 ? [] : parts.flatMap((part) => amountsOf(amounts, part));
}

/** Amounts of any books without one counted twice: a year's own amount stands before those of its quarters and months. */
export function counted<A extends BookAmount>(amounts: readonly A[]): readonly A[] {
  return byKey(amounts, ({ programme, unit, figure }) => [programme, unit, figure].join('~')).flatMap(([, book]) =>
    byKey(book, ({ period }) => period.slice(0, 4)).flatMap(([year, ofYear]) => amountsOf(ofYear, year)),
  );
}

/** Groups in the order of their first members. */
export function byKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups];
}

/** Amounts whose period has begun on that day. */
export const begunBy = <A extends BookAmount>(amounts: readonly A[], day: LocalDate): readonly A[] =>
  amounts.filter(({ period }) => firstDayOf(period) <= day);

/** `undefined`: there is no amount of this name, which is not 0. */
export function sumOf(amounts: readonly BookAmount[], figure: string): Exact | undefined {
  const found = counted(amounts.filter((one) => one.figure === figure));
  return found.length === 0 ? undefined : found.reduce((sum, { amount }) => sum.plus(amount), new Exact(0));
}
