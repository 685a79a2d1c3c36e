import { dateOfDay, dayNumber } from '../calendar/civil';
import type { Grain } from '../cases/periods';
import type { LocalDate } from '../shared/time';

/** A period as ISO 8601 and its extension name it: `2026-03`, `2026-Q1`, `2026`. Of one grain, texts sort in time order. */
export type Period = string;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Grain, number>;
export const PERIOD = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

/** Months since year 0 of the first day, and how many months the period has. `undefined`: the text is no period. */
function spanOf(period: Period): { readonly first: number; readonly months: number } | undefined {
  const [, year, month, quarter] = PERIOD.exec(period) ?? [];
  if (year === undefined) return undefined;
  const january = Number(year) * 12;
  if (month !== undefined) return { first: january + Number(month) - 1, months: 1 };
  if (quarter !== undefined) return { first: january + (Number(quarter) - 1) * 3, months: 3 };
  return { first: january, months: 12 };
}

function demanded(period: Period): { readonly first: number; readonly months: number } {
  const span = spanOf(period);
  if (span === undefined) throw new RangeError(`${period} is no period`);
  return span;
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
export const lastDayOf = (period: Period): LocalDate => dateOfDay(dayNumber(endOf(period)) - 1);

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
