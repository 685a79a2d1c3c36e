import { VIETNAM } from '../domain/calendar/vietnam';
import type { Calendar } from '../domain/calendar/calendar.schema';
import { officeOf } from '../domain/organisation/offices';
import type { Organisation } from './ports';

/** The calendar dates of a procedure are counted on: its own, else its office's, else Vietnam's; in the procedure's or office's time zone. */
export async function calendarOf(
  organisation: Organisation,
  place: { unit: string; procedure: string },
): Promise<Calendar> {
  const [procedure, units] = await Promise.all([organisation.procedures.get(place.procedure), organisation.allUnits()]);
  const office = officeOf(units, place.unit)?.office;
  const id = procedure?.value.calendar ?? office?.calendar ?? VIETNAM.id;
  const calendar = (await organisation.calendars.get(id))?.value ?? VIETNAM;
  const timeZone = procedure?.value.timeZone ?? office?.timeZone ?? calendar.timeZone;
  return timeZone === calendar.timeZone ? calendar : { ...calendar, timeZone };
}
