import type { Calendar } from '../calendar/calendar.schema';
import { nextWorkingDay, workingDaysBetween } from '../calendar/workingDays';
import type { LocalDate } from '../shared/time';
import type { Waiting, WorkItem } from './state';

type Timed = Pick<WorkItem, 'due' | 'done' | 'waiting'>;

/**
 * Working days from the due day to the day it was done, less those on which it waited for others; 0 when it is not done or in
 * time. A due day that is a day off is met on the next working day; days of waiting that overlap are counted once.
 */
export function lateDaysOf({ due, done, waiting }: Timed, calendar: Calendar): number {
  if (done === undefined || done.on <= due) return 0;
  const gross = workingDaysBetween(calendar, nextWorkingDay(calendar, due), done.on);
  return Math.max(0, gross - waitedDays(waiting, done.on, calendar));
}

/** Working days after the day on which the waiting began, up to the day on which it ended. */
function waitedDays(waiting: readonly Waiting[], end: LocalDate, calendar: Calendar): number {
  let days = 0;
  let until = '';
  for (const { from, to } of [...waiting].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const since = from > until ? from : until;
    const last = to === undefined || to > end ? end : to;
    if (since >= last) continue;
    days += workingDaysBetween(calendar, since, last);
    until = last;
  }
  return days;
}
