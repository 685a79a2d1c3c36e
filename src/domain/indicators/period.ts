import type { Grain } from '../cases/periods';
import type { LocalDate } from '../shared/time';

/** A period as ISO 8601 and its extension name it: `2026-03`, `2026-Q1`, `2026`. Of one grain, texts sort in time order. */
export type Period = string;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Grain, number>;
export const PERIOD = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

/** `first`: months since year 0 of the first day; and how many months the period has. */
type Span = { readonly first: number; readonly months: number };

/** `undefined`: the text is no period. */
function spanOf(period: Period): Span | undefined {
  const [, year, month, quarter] = PERIOD.exec(period) ?? [];
  if (year === undefined) return undefined;
  const january = Number(year) * 12;
  if (month !== undefined) return { first: january + Number(month) - 1, months: 1 };
  if (quarter !== undefined) return { first: january + (Number(quarter) - 1) * 3, months: 3 };
  return { first: january, months: 12 };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function lastOf({ first, months }: Span): LocalDate {
  const [year, month] = [Math.floor((first + months - 1) / 12), (first + months - 1) % 12];
  const leap = month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${(DAYS[month] ?? 31) + (leap ? 1 : 0)}`;
}

/** Evaluations ask for the same few periods millions of times. */
const spans = new Map<Period, Span & { readonly last: LocalDate }>();
const MOST_SPANS = 10_000;

function demanded(period: Period): Span & { readonly last: LocalDate } {
  const known = spans.get(period);
  if (known !== undefined) return known;
  const span = spanOf(period);
  if (span === undefined) throw new RangeError(`${period} is no period`);
  const made = { ...span, last: lastOf(span) };
  if (spans.size >= MOST_SPANS) spans.clear();
  spans.set(period, made);
  return made;
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** The period of a grain that the month (counted from year 0) lies in. */
function periodAt(month: number, grain: Grain): Period {
  const [year, inYear] = [Math.floor(month / 12), month % 12];
  if (grain === 'year') return pad(year, 4);
  return grain === 'quarter'
    ? `${pad(year, 4)}-Q${Math.floor(inYear / 3) + 1}`
    : `${pad(year, 4)}-${pad(inYear + 1, 2)}`;
}

export const isPeriod = (text: string): boolean => spanOf(text) !== undefined;

/** @throws RangeError for a text that is no period, as all of these */
export function grainOf(period: Period): Grain {
  const { months } = demanded(period);
  return months === 1 ? 'month' : months === 3 ? 'quarter' : 'year';
}

const dayAt = (month: number): LocalDate => `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-01`;

export const firstDayOf = (period: Period): LocalDate => dayAt(demanded(period).first);
/** The day after its last one. */
export const endOf = (period: Period): LocalDate => dayAt(demanded(period).first + demanded(period).months);
export const lastDayOf = (period: Period): LocalDate => demanded(period).last;

/** The period of this grain that a day lies in. */
export const periodOfDay = (day: LocalDate, grain: Grain): Period =>
  periodAt(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1, grain);

/** The period `by` places later (earlier when negative). */
export function shifted(period: Period, by: number): Period {
  const { first, months } = demanded(period);
  return periodAt(first + by * months, grainOf(period));
}

/** The periods of a grain that a longer (or equally long) period consists of, in order; of a shorter one the period it lies in. */
export function partsOf(period: Period, grain: Grain): readonly Period[] {
  const { first, months } = demanded(period);
  const count = Math.max(1, Math.floor(months / MONTHS[grain]));
  return Array.from({ length: count }, (_, i) => periodAt(first + i * MONTHS[grain], grain));
}

/** From one period to another of the same grain, both included; empty when `to` lies before `from`. */
export function periodsBetween(from: Period, to: Period): readonly Period[] {
  const [start, end] = [demanded(from), demanded(to)];
  const count = Math.max(0, Math.floor((end.first - start.first) / start.months) + 1);
  return Array.from({ length: count }, (_, i) => shifted(from, i));
}

export const isFiner = (one: Grain, other: Grain): boolean => MONTHS[one] < MONTHS[other];
