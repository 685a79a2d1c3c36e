import { nextWorkingDay } from '../calendar/workingDays';
import type { Calendar } from '../calendar/calendar.schema';
import { DateTime } from 'luxon';
import type { LocalDate } from '../shared/time';
import { LEAST_VALUES, type BothSides } from './evidence';
import { addDays, daysOf, type Windows } from './windows';

/** Nobody waits longer than that for a verdict: beyond it none can be expected. */
const HORIZON_DAYS = 3660;

/** The day on which the least number of periods is complete. */
function enoughPeriods(from: LocalDate, per: 'month' | 'week'): LocalDate {
  if (per === 'week') return addDays(from, 7 * LEAST_VALUES);
  const first = DateTime.fromISO(from, { zone: 'utc' });
  const month = first.day === 1 ? first : first.startOf('month').plus({ months: 1 });
  return month.plus({ months: LEAST_VALUES }).toISODate() ?? from;
}

/** Days until the missing cases have come, at the rate since the change; where none came yet, at the rate before it. */
function daysToWait({ before, after }: BothSides, windows: Windows): number {
  const rate = (n: number, days: number): number => (days > 0 ? n / days : 0);
  const perDay = rate(after.n, daysOf(windows.after)) || rate(before.n, daysOf(windows.before));
  return perDay > 0 ? Math.ceil((LEAST_VALUES - after.n) / perDay) : Number.POSITIVE_INFINITY;
}

/**
 * First working day on which a verdict can be expected at the present rate of cases. `undefined` when waiting does not
 * help: nothing arrives, or it is the time before the change that has too few.
 */
export function possibleFrom(sides: BothSides, windows: Windows, calendar: Calendar): LocalDate | undefined {
  const { before, after } = sides;
  if (before.values.length < LEAST_VALUES || after.values.length >= LEAST_VALUES) return undefined;
  if (after.per !== undefined) return nextWorkingDay(calendar, enoughPeriods(windows.after.from, after.per));
  const days = daysToWait(sides, windows);
  return days <= HORIZON_DAYS ? nextWorkingDay(calendar, addDays(windows.after.to, days)) : undefined;
}
