import type { Instant, LocalDate } from '../shared/time';
import type { Calendar } from './calendar.schema';
import { dateOfDay, dayNumber, yearOfDay, type DayNumber } from './civil';
import { compileCalendar, type CompiledCalendar } from './compile';

/** How far a search for a working day goes before the calendar is called empty. */
const SEARCH_LIMIT_DAYS = 366 * 8000;

/** Half days are working days: whoever must act on one can. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return compileCalendar(calendar).hoursOf(dayNumber(date)).length > 0;
}

/** The day itself when it is worked, else the first worked day after it. */
export function nextWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  const index = compileCalendar(calendar);
  const day = dayNumber(date);
  return dateOfDay(index.hoursOf(day).length > 0 ? day : nthAfter(index, day, 1));
}

/**
 * The day that is `n` working days from `from`, counted from the next working day on; `n < 0` counts back; `n = 0` is
 * the day itself when worked, else the next worked one.
 *
 * @throws RangeError when the calendar has no such day (a week without work).
 */
export function addWorkingDays(calendar: Calendar, from: LocalDate, n: number): LocalDate {
  if (n === 0) return nextWorkingDay(calendar, from);
  return dateOfDay(nthAfter(compileCalendar(calendar), dayNumber(from), n));
}

/** Working days in (from, to], negative in the other direction: `addWorkingDays(from, answer)` is `to` when `to` is worked. */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  return workedBetween(compileCalendar(calendar), dayNumber(from), dayNumber(to));
}

export function workedBetween(index: CompiledCalendar, from: DayNumber, to: DayNumber): number {
  return from <= to
    ? index.workedBefore(to + 1) - index.workedBefore(from + 1)
    : -(index.workedBefore(from) - index.workedBefore(to)) || 0;
}

/** The n-th working day after (n > 0) or before (n < 0) a day: the week says about where it is, bisection over the monotone count finds it. */
function nthAfter(index: CompiledCalendar, from: DayNumber, n: number): DayNumber {
  const wanted = n > 0 ? index.workedBefore(from + 1) + n : index.workedBefore(from) + n + 1;
  let [low, high] = bracket(index, wanted, from + Math.round((n * 7) / Math.max(index.perWeek, 1)));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (index.workedBefore(middle + 1) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bracket(index: CompiledCalendar, wanted: number, centre: DayNumber): [DayNumber, DayNumber] {
  for (let width = 8; width <= SEARCH_LIMIT_DAYS; width *= 4) {
    const [low, high] = [centre - width, centre + width];
    if (index.workedBefore(low) < wanted && index.workedBefore(high + 1) >= wanted) return [low, high];
  }
  throw new RangeError('the calendar has too few working days to count with');
}

export type WorkingDayAnswer = { readonly date: LocalDate; readonly beyondKnownYears?: true };

/** `addWorkingDays` with a word about how far it can be trusted: beyond the known years only the week counts. */
export function workingDayAnswer(calendar: Calendar, from: LocalDate, n: number): WorkingDayAnswer {
  const date = addWorkingDays(calendar, from, n);
  return beyondKnownYears(calendar, from) || beyondKnownYears(calendar, date)
    ? { date, beyondKnownYears: true }
    : { date };
}

/** Whether days off of this day's year are unknown. A calendar that states no years is taken as complete. */
export function beyondKnownYears(calendar: Calendar, date: LocalDate): boolean {
  const year = yearOfDay(dayNumber(date));
  return calendar.years !== undefined && (year < calendar.years.from || year > calendar.years.to);
}

/** The moment the last working hour of the day ends; of a day off: its midnight (the end of the day). */
export function endOfWorkingDay(calendar: Calendar, date: LocalDate): Instant {
  const { hoursOf, zone } = compileCalendar(calendar);
  const day = dayNumber(date);
  return new Date(zone.msAt(day, hoursOf(day).at(-1)?.[1] ?? 1440)).toISOString();
}

/** The moment the first working hour of the day begins; of a day off: the midnight it begins with. */
export function startOfWorkingDay(calendar: Calendar, date: LocalDate): Instant {
  const { hoursOf, zone } = compileCalendar(calendar);
  const day = dayNumber(date);
  return new Date(zone.msAt(day, hoursOf(day)[0]?.[0] ?? 0)).toISOString();
}
