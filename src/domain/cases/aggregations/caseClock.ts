import type { Calendar } from '../../calendar/calendar.schema';
import { dateOfDay, dayNumber, type DayNumber } from '../../calendar/civil';
import { addWorkingDays } from '../../calendar/workingDays';
import { Zone } from '../../calendar/zone';

type DueDay = (day: DayNumber, workingDays: number) => DayNumber;

/**
 * Days of cases: the local day of an instant (epoch ms), and the last day of a limit in working days that began on a
 * day. `dueDay` is missing when there is no calendar.
 */
export type CaseClock = {
  readonly localDay: (ms: number) => DayNumber;
  readonly dueDay?: DueDay;
};

/** Looks each (day, limit) up once: a million cases fall on a few thousand days. */
function dueDayOf(calendar: Calendar): DueDay {
  const known = new Map<string, DayNumber>();
  return (day, workingDays) => {
    const key = `${day}+${workingDays}`;
    const due = known.get(key) ?? dayNumber(addWorkingDays(calendar, dateOfDay(day), workingDays));
    known.set(key, due);
    return due;
  };
}

/** @throws RangeError for a name that is no IANA time zone. */
export function caseClock(timeZone: string, calendar?: Calendar): CaseClock {
  const zone = Zone.named(timeZone);
  const localDay = (ms: number): DayNumber => zone.dayOf(ms);
  return calendar === undefined ? { localDay } : { localDay, dueDay: dueDayOf(calendar) };
}
