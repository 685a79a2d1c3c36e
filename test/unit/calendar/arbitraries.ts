import fc from 'fast-check';
import type { Calendar } from '../../../src/domain/calendar/calendar.schema';
import { dateOfDay, dayNumber } from '../../../src/domain/calendar/civil';

/** Any day of 2023–2029, leap days among them. */
export const dates = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2029-12-31') }).map(dateOfDay);

/** Zones with and without daylight saving time, east and west, with half hours, and with a change at midnight. */
export const zones = fc.constantFrom(
  'Asia/Ho_Chi_Minh',
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
);

const hours = fc.constantFrom<[string, string][]>(
  [],
  [['08:00', '12:00']],
  [
    ['07:30', '11:30'],
    ['13:30', '17:00'],
  ],
  [['00:00', '24:00']],
);
const worked: [string, string][] = [['09:00', '17:00']];

const days = fc
  .uniqueArray(fc.record({ date: dates, kind: fc.constantFrom('off', 'work', 'half') }), {
    selector: ({ date }) => date,
    maxLength: 60,
  })
  .map((given) => given.map((day) => ({ ...day, status: 'announced' as const })));

/** Calendars of any week (Wednesday is always worked, so that there is something to count) with days off and on. */
export const calendars: fc.Arbitrary<Calendar> = fc.record({
  id: fc.constant('any'),
  name: fc.constant('any'),
  timeZone: zones,
  week: fc.record({
    mon: hours,
    tue: hours,
    wed: fc.constant(worked),
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  }),
  days,
});
