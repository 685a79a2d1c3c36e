import type { LocalDate } from '../shared/time';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const DAY_MS = 86_400_000;

/** Days since 1970-01-01; proleptic Gregorian. Arithmetic on days is whole numbers, so no time zone can disturb it. */
export type DayNumber = number;

/** @throws RangeError when the text is not a calendar day `YYYY-MM-DD`. */
export function dayNumber(date: LocalDate): DayNumber {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (date.length !== 10 || Number.isNaN(ms)) throw new RangeError(`not a calendar day: ${date}`);
  return ms / DAY_MS;
}

export function dateOfDay(day: DayNumber): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function yearOfDay(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Minutes since midnight of `HH:mm`; `24:00` is 1440. */
export function minutesOf(timeOfDay: string): number {
  return Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5));
}

/** @throws RangeError when the text is not an instant. */
export function epochMs(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}
