import { median } from '../statistics/median';
import type { TimedPhase } from './history';

type Row = {
  readonly closedAt?: string | undefined;
  readonly days: Readonly<Partial<Record<TimedPhase, number | undefined>>>;
};
export type YearOfDays = { readonly year: string; readonly median: number; readonly n: number };

/** Median days in a phase, by the year (UTC) in which cycles ended, oldest first. */
export function daysByYear(rows: readonly Row[], phase: TimedPhase): readonly YearOfDays[] {
  const years = new Map<string, number[]>();
  for (const { closedAt, days } of rows) {
    const spent = days[phase];
    if (closedAt === undefined || spent === undefined) continue;
    const year = closedAt.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), spent]);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([year, spent]) => {
      const middle = median(spent);
      return middle === undefined ? [] : [{ year, median: middle, n: spent.length }];
    });
}
