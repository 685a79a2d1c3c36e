import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addIsoDuration } from '../../../src/domain/calendar/duration';
import type { Calendar } from '../../../src/domain/calendar/calendar.schema';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { workingDaysBetween } from '../../../src/domain/calendar/workingDays';
import { netWorkingTime, type Interval } from '../../../src/domain/calendar/workingTime';
import { instantAt, localDateOf } from '../../../src/domain/calendar/zone';
import { calendars, dates, zones } from './arbitraries';

const HOUR = 3_600_000;
const at = (date: string, time: string): number => Date.parse(instantAt(date, time, VIETNAM.timeZone));
const instants = fc.integer({ min: Date.parse('2023-01-01T00:00Z'), max: Date.parse('2029-12-31T00:00Z') });
const iso = (ms: number): string => new Date(ms).toISOString();

describe('net working time', () => {
  it('counts working hours only, and stops while the applicant is asked', () => {
    const span: Interval = [at('2026-08-20', '16:00'), at('2026-08-24', '08:30')];
    expect(netWorkingTime(VIETNAM, span)).toEqual({
      grossMs: 88.5 * HOUR,
      netMs: (1 + 7.5 + 7.5 + 1) * HOUR,
      workingDays: 3,
    });
    const asked: Interval = [at('2026-08-21', '10:30'), at('2026-08-22', '14:30')];
    expect(netWorkingTime(VIETNAM, span, [asked])).toEqual({
      grossMs: 88.5 * HOUR,
      netMs: (1 + 3 + 2.5 + 1) * HOUR,
      workingDays: 2,
    });
  });

  it('takes waiting that overlaps, touches, repeats or sticks out once', () => {
    const span: Interval = [at('2026-08-17', '07:30'), at('2026-08-21', '17:00')];
    const once: Interval[] = [[at('2026-08-18', '08:00'), at('2026-08-20', '09:00')]];
    const [from, to] = once[0] ?? span;
    const middle = at('2026-08-19', '10:00');
    const untidy: Interval[] = [
      [middle, to],
      [from, middle],
      [from + 1, to - 1],
      [from, to],
      [to, from],
    ];
    expect(netWorkingTime(VIETNAM, span, untidy)).toEqual(netWorkingTime(VIETNAM, span, once));
    expect(netWorkingTime(VIETNAM, span, [[0, Number.MAX_SAFE_INTEGER]])).toMatchObject({ netMs: 0, workingDays: 0 });
  });

  it('is nothing when the end lies before the beginning', () => {
    expect(netWorkingTime(VIETNAM, [10, 5])).toEqual({ grossMs: 0, netMs: 0, workingDays: 0 });
  });

  it('adds up over any cut, with any waiting', () => {
    const waiting = fc.array(fc.tuple(instants, instants), { maxLength: 6 });
    fc.assert(
      fc.property(calendars, instants, instants, instants, waiting, (calendar, x, y, z, pauses) => {
        const [a = 0, b = 0, c = 0] = [x, y, z].sort((p, q) => p - q);
        const [left, right, whole] = [
          [a, b],
          [b, c],
          [a, c],
        ].map(([p = 0, q = 0]) => netWorkingTime(calendar, [p, q], pauses));
        expect((left?.netMs ?? 0) + (right?.netMs ?? 0)).toBeCloseTo(whole?.netMs ?? -1, 3);
        expect((left?.workingDays ?? 0) + (right?.workingDays ?? 0)).toBe(whole?.workingDays);
        expect(whole?.netMs).toBeLessThanOrEqual(c - a);
      }),
    );
  });

  it('counts days as due dates are counted', () => {
    fc.assert(
      fc.property(calendars, instants, instants, (calendar, x, y) => {
        const [a, b] = [Math.min(x, y), Math.max(x, y)];
        const [from, to] = [localDateOf(iso(a), calendar.timeZone), localDateOf(iso(b), calendar.timeZone)];
        expect(netWorkingTime(calendar, [a, b]).workingDays).toBe(a < b ? workingDaysBetween(calendar, from, to) : 0);
      }),
    );
  });

  it('is as long as the day really was when the clocks change', () => {
    const always: [string, string][] = [['00:00', '24:00']];
    const calendar: Calendar = {
      ...VIETNAM,
      timeZone: 'Europe/Amsterdam',
      week: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
      days: [],
    };
    const day = (from: string, to: string): number =>
      netWorkingTime(calendar, [
        Date.parse(instantAt(from, '00:00', 'Europe/Amsterdam')),
        Date.parse(instantAt(to, '00:00', 'Europe/Amsterdam')),
      ]).netMs;
    expect(day('2026-03-29', '2026-03-30')).toBe(23 * HOUR);
    expect(day('2026-10-25', '2026-10-26')).toBe(25 * HOUR);
  });
});

describe('local days and instants', () => {
  it('agree with each other in every zone', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 23 }), zones, (date, hour, zone) => {
        const instant = instantAt(date, `${String(hour).padStart(2, '0')}:30`, zone);
        expect(localDateOf(instant, zone)).toBe(date);
      }),
    );
  });

  it('moves a time that the clocks skip forward', () => {
    expect(instantAt('2026-03-29', '02:30', 'Europe/Amsterdam')).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-10-25', '02:30', 'Europe/Amsterdam')).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('adding an ISO duration', () => {
  it.each([
    ['2026-01-31T03:00:00.000Z', 'P1M', 'UTC', '2026-02-28T03:00:00.000Z'],
    ['2028-02-29T03:00:00.000Z', 'P1Y', 'UTC', '2029-02-28T03:00:00.000Z'],
    ['2026-03-28T11:00:00.000Z', 'P1D', 'Europe/Amsterdam', '2026-03-29T10:00:00.000Z'],
    ['2026-01-31T20:00:00.000Z', 'P1M', 'Asia/Ho_Chi_Minh', '2026-02-28T20:00:00.000Z'],
    ['2026-01-31T20:00:00.000Z', '-PT20S', 'UTC', '2026-01-31T19:59:40.000Z'],
  ])('%s plus %s in %s is %s', (from, duration, zone, to) => {
    expect(addIsoDuration(from, duration, zone)).toBe(to);
  });

  it('refuses what is not a duration', () => {
    expect(() => addIsoDuration('2026-01-31T20:00:00.000Z', 'soon', 'UTC')).toThrow(RangeError);
  });
});
