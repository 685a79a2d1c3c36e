import type { Calendar } from '../calendar/calendar.schema';
import { addIsoDuration } from '../calendar/duration';
import {
  addWorkingDays,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  startOfWorkingDay,
} from '../calendar/workingDays';
import { localDateOf } from '../calendar/zone';
import type { Instant } from '../shared/time';
import type { DeadlineBasis } from './deadline';

const DAY_MS = 86_400_000;

/**
 * The moment a basis means on a calendar. Working days end with the last of them. A duration of a day or more that ends on a day
 * off moves to the morning of the next working day; a shorter one (for demonstrations) is taken as it is.
 */
export function deadlineOf(calendar: Calendar, basis: DeadlineBasis): Instant {
  switch (basis.kind) {
    case 'fixed':
      return basis.at;
    case 'working-days':
      return endOfWorkingDay(
        calendar,
        addWorkingDays(calendar, localDateOf(basis.from, calendar.timeZone), basis.days),
      );
    case 'duration': {
      const end = addIsoDuration(basis.from, basis.duration, calendar.timeZone);
      const date = localDateOf(end, calendar.timeZone);
      const short = Date.parse(end) - Date.parse(basis.from) < DAY_MS;
      return short || isWorkingDay(calendar, date) ? end : startOfWorkingDay(calendar, nextWorkingDay(calendar, date));
    }
  }
}
