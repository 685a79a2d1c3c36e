import type { Calendar } from '../calendar/calendar.schema';
import {
  addWorkingDays,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  startOfWorkingDay,
} from '../calendar/workingDays';
import { instantAt, localDateOf } from '../calendar/zone';
import type { OfficeSettings } from '../organisation/organisation.schema';
import type { Instant } from '../shared/time';

/** Before the day begins to fill, and after lunch. An office sets its own in `rounds.at`. */
export const ROUND_TIMES = ['08:00', '14:00'] as const;

/** The first round after a moment: at the office's times on its working days, or every few seconds for demonstrations. */
export function nextRoundAt(calendar: Calendar, rounds: OfficeSettings['rounds'], after: Instant): Instant {
  if (rounds?.everySeconds !== undefined) return new Date(Date.parse(after) + rounds.everySeconds * 1000).toISOString();
  const times = [...(rounds?.at ?? ROUND_TIMES)].sort();
  const today = localDateOf(after, calendar.timeZone);
  const first = nextWorkingDay(calendar, today);
  const on = (day: string): Instant | undefined =>
    times.map((time) => instantAt(day, time, calendar.timeZone)).find((instant) => instant > after);
  return on(first) ?? on(addWorkingDays(calendar, first, 1)) ?? after;
}

/** Whether the office is open: between the first and the last working hour of a working day. */
export function inOfficeHours(calendar: Calendar, at: Instant): boolean {
  const day = localDateOf(at, calendar.timeZone);
  if (!isWorkingDay(calendar, day)) return false;
  return startOfWorkingDay(calendar, day) <= at && at < endOfWorkingDay(calendar, day);
}

/** A round that was missed is held at once when the office is open (or never sleeps), else at its next time. */
export function missedRoundAt(calendar: Calendar, rounds: OfficeSettings['rounds'], now: Instant): Instant {
  const open = rounds?.everySeconds !== undefined || inOfficeHours(calendar, now);
  return open ? now : nextRoundAt(calendar, rounds, now);
}
