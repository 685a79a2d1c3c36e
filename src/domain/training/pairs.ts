import { firstDayOf } from '../indicators/period';
import type { LocalDate } from '../shared/time';
import type { BeforeAfter } from './effects';

/** What a person got for the criterion in a period, as a share of its maximum, 0..1. */
export type Rated = { readonly person: string; readonly period: string; readonly share: number };
/** A training that was completed, with the period in which the criterion had been weak. */
export type Trained = { readonly person: string; readonly period: string; readonly on: LocalDate };
type Pair = BeforeAfter & { readonly periods: string };

/** The first rated period that begins after a training was completed. */
export function nextRated<Row extends Pick<Rated, 'period'>>(rows: readonly Row[], on: LocalDate): Row | undefined {
  return rows
    .filter(({ period }) => firstDayOf(period) > on)
    .sort((a, b) => (firstDayOf(a.period) < firstDayOf(b.period) ? -1 : 1))[0];
}

/**
 * Before and after of those trained, and of those who were as weak in the same period, were never planned to be trained, and
 * were rated in the same period after it. One pair a person.
 */
export function pairsOf(facts: {
  readonly rated: readonly Rated[];
  readonly trained: readonly Trained[];
  /** Whoever has a plan or a training for the criterion, completed or not: not among the others. */
  readonly concerned: ReadonlySet<string>;
  readonly weakBelow: number;
}): { readonly trained: readonly BeforeAfter[]; readonly others: readonly BeforeAfter[] } {
  const byPerson = new Map<string, Rated[]>();
  for (const one of facts.rated) byPerson.set(one.person, [...(byPerson.get(one.person) ?? []), one]);
  const trained = new Map<string, Pair>();
  for (const { person, period, on } of [...facts.trained].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const rows = byPerson.get(person) ?? [];
    const before = rows.find((row) => row.period === period);
    const after = nextRated(rows, on);
    if (trained.has(person) || before === undefined || after === undefined) continue;
    trained.set(person, { before: before.share, after: after.share, periods: `${period} ${after.period}` });
  }
  const periods = [...new Set([...trained.values()].map((pair) => pair.periods))].sort();
  const others = [...byPerson].flatMap(([person, rows]): readonly BeforeAfter[] => {
    if (facts.concerned.has(person)) return [];
    const shareIn = (period: string | undefined) => rows.find((row) => row.period === period)?.share;
    for (const both of periods) {
      const [first, second] = both.split(' ');
      const [before, after] = [shareIn(first), shareIn(second)];
      if (before !== undefined && after !== undefined && before < facts.weakBelow) return [{ before, after }];
    }
    return [];
  });
  return { trained: [...trained.values()].map(({ before, after }) => ({ before, after })), others };
}
