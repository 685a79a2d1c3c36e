import { dateOfDay, dayNumber, type DayNumber } from '../calendar/civil';
import { Zone } from '../calendar/zone';
import type { LocalDate } from '../shared/time';

export const GRAINS = ['month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** The days whose cases count; `to` is not included. A missing side is open. */
export type DayRange = { readonly from?: LocalDate; readonly to?: LocalDate };

/** Periods in order, without gaps: period i holds the instants (epoch ms) from `starts[i]` up to, not including, `starts[i + 1]`. */
export type PeriodTable = { readonly labels: readonly string[]; readonly starts: Float64Array };

/** Where an open range begins and ends: no case of a procedure lies beyond. */
const EARLIEST = '1900-01-01';
const LATEST = '2200-01-01';

/** `2010-10`, `2010-Q4` or `2010`. */
function labelOf(year: number, month: number, by: Grain): string {
  if (by === 'year') return String(year);
  return by === 'quarter' ? `${year}-Q${Math.floor(month / 3) + 1}` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Grain, number>;

/** The period a day lies in, and the first day of the next one. */
function periodOf(day: DayNumber, by: Grain): { readonly label: string; readonly next: DayNumber } {
  const [year, month] = [Number(dateOfDay(day).slice(0, 4)), Number(dateOfDay(day).slice(5, 7)) - 1];
  const next = month - (month % MONTHS[by]) + MONTHS[by];
  return {
    label: labelOf(year, month, by),
    next: dayNumber(new Date(Date.UTC(year, next, 1)).toISOString().slice(0, 10)),
  };
}

/** ISO 8601 interval of days, `2010-10-01/2012-02-01`; an open side is `..`. */
const wholeRange = ({ from, to }: DayRange): string => `${from ?? '..'}/${to ?? '..'}`;

/**
 * The periods between two days of a time zone; the first and the last are cut where the range begins and ends. Without
 * `by` the whole range is one period. A range that is empty or reversed has no periods.
 *
 * @throws RangeError for a text that is no day or no time zone
 */
export function periodTable(range: DayRange, timeZone: string, by?: Grain): PeriodTable {
  const [first, end] = [dayNumber(range.from ?? EARLIEST), dayNumber(range.to ?? LATEST)];
  const labels: string[] = [];
  const days: DayNumber[] = [];
  for (let day = first; day < end;) {
    const { label, next } = by === undefined ? { label: wholeRange(range), next: end } : periodOf(day, by);
    labels.push(label);
    days.push(day);
    day = next;
  }
  const zone = Zone.named(timeZone);
  return { labels, starts: Float64Array.from([...days, end], (day) => zone.msAt(day, 0)) };
}

/** Whole weeks of seven days from the first day of the range on; what is left at its end belongs to none. Labels are their first days. */
export function weekTable({ from, to }: Required<DayRange>, timeZone: string): PeriodTable {
  const weeks = Math.max(0, Math.floor((dayNumber(to) - dayNumber(from)) / 7));
  const days = Array.from({ length: weeks + 1 }, (_, i) => dayNumber(from) + 7 * i);
  const zone = Zone.named(timeZone);
  return { labels: days.slice(0, weeks).map(dateOfDay), starts: Float64Array.from(days, (day) => zone.msAt(day, 0)) };
}

/** The calendar months that lie wholly in the range. */
export function wholeMonthTable({ from, to }: Required<DayRange>, timeZone: string): PeriodTable {
  const first = from.endsWith('-01') ? from : dateOfDay(periodOf(dayNumber(from), 'month').next);
  return periodTable({ from: first, to: `${to.slice(0, 8)}01` }, timeZone, 'month');
}

/** How many of the ascending boundaries lie at or before the instant. */
function boundariesPassed(boundaries: Float64Array, ms: number): number {
  let [low, high] = [0, boundaries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boundaries[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the period an instant lies in; −1 before the first, `labels.length` after the last. */
export function periodIndex({ starts }: PeriodTable, ms: number): number {
  return boundariesPassed(starts, ms) - 1;
}
