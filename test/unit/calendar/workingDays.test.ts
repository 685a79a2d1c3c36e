import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../../../src/domain/calendar/calendar.schema';
import { dateOfDay, dayNumber } from '../../../src/domain/calendar/civil';
import {
  addWorkingDays,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  startOfWorkingDay,
  workingDaysBetween,
} from '../../../src/domain/calendar/workingDays';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { calendars, dates } from './arbitraries';

const counts = fc.integer({ min: 0, max: 400 });
const nextDay = (date: string): string => dateOfDay(dayNumber(date) + 1);

/** The slow and obvious way: walk day by day. */
function walk(calendar: Calendar, from: string, n: number): string {
  let day = dayNumber(from);
  for (let left = Math.abs(n); left > 0;) {
    day += Math.sign(n);
    if (isWorkingDay(calendar, dateOfDay(day))) left -= 1;
  }
  return dateOfDay(day);
}

describe('counting working days', () => {
  it('agrees with walking day by day, in both directions', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: -60, max: 60 }), (calendar, from, n) => {
        fc.pre(n !== 0);
        expect(addWorkingDays(calendar, from, n)).toBe(walk(calendar, from, n));
      }),
    );
  });

  it('never lands on a day off', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: -400, max: 400 }), (calendar, from, n) => {
        expect(isWorkingDay(calendar, addWorkingDays(calendar, from, n))).toBe(true);
      }),
    );
  });

  it('goes back the way it came', () => {
    fc.assert(
      fc.property(calendars, dates, counts, (calendar, date, n) => {
        const from = nextWorkingDay(calendar, date);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, n), -n)).toBe(from);
      }),
    );
  });

  it('is monotone in the date and in the number', () => {
    fc.assert(
      fc.property(calendars, dates, counts, (calendar, from, n) => {
        expect(addWorkingDays(calendar, nextDay(from), n) >= addWorkingDays(calendar, from, n)).toBe(true);
        expect(addWorkingDays(calendar, from, n + 2) > addWorkingDays(calendar, from, n + 1)).toBe(true);
      }),
    );
  });

  it('adds up: a days and then b days are a + b days', () => {
    fc.assert(
      fc.property(calendars, dates, counts, counts, (calendar, date, a, b) => {
        const from = nextWorkingDay(calendar, date);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, a), b)).toBe(
          addWorkingDays(calendar, from, a + b),
        );
      }),
    );
  });

  it('counts between two days what adding needs to get from one to the other', () => {
    fc.assert(
      fc.property(calendars, dates, dates, (calendar, from, other) => {
        const to = nextWorkingDay(calendar, other);
        const n = workingDaysBetween(calendar, from, to);
        fc.pre(n !== 0);
        expect(addWorkingDays(calendar, from, n)).toBe(to);
        expect(Object.is(workingDaysBetween(calendar, to, to), 0)).toBe(true);
      }),
    );
  });

  it('adds up between three days', () => {
    fc.assert(
      fc.property(calendars, dates, dates, dates, (calendar, ...three) => {
        const [a, b, c] = three.sort();
        const between = (x = '', y = ''): number => workingDaysBetween(calendar, x, y);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });
});

describe('the hours of a day', () => {
  it('begin and end with the working hours; those of a day off with the day', () => {
    expect(startOfWorkingDay(VIETNAM, '2026-08-21')).toBe('2026-08-21T00:30:00.000Z');
    expect(endOfWorkingDay(VIETNAM, '2026-08-21')).toBe('2026-08-21T10:00:00.000Z');
    expect(startOfWorkingDay(VIETNAM, '2026-08-23')).toBe('2026-08-22T17:00:00.000Z');
    expect(endOfWorkingDay(VIETNAM, '2026-08-23')).toBe('2026-08-23T17:00:00.000Z');
  });

  it('of a half day are its first hours unless it says otherwise', () => {
    const half = (hours?: [string, string][]): Calendar => ({
      ...VIETNAM,
      days: [{ date: '2026-12-31', kind: 'half', status: 'announced', ...(hours === undefined ? {} : { hours }) }],
    });
    expect(endOfWorkingDay(half(), '2026-12-31')).toBe('2026-12-31T04:30:00.000Z');
    expect(endOfWorkingDay(half([['09:00', '12:00']]), '2026-12-31')).toBe('2026-12-31T05:00:00.000Z');
    expect(isWorkingDay(half(), '2026-12-31')).toBe(true);
  });

  it('of a calendar without any work cannot be counted', () => {
    const never: Calendar = { ...VIETNAM, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    expect(() => addWorkingDays(never, '2026-01-01', 5)).toThrow(RangeError);
  });
});
