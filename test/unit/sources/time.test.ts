import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from '@jest/globals';
import { endOf, timeReader } from '../../../src/domain/cases/importTime';

const read = timeReader({ timeZone: 'Asia/Ho_Chi_Minh' });
const iso = (text: string): string | undefined => {
  const time = read(text);
  return time === undefined ? undefined : new Date(time.ms).toISOString();
};

describe('a time in ISO 8601', () => {
  it.each([
    ['2026-08-21', '2026-08-20T17:00:00.000Z'],
    ['2026-08-21 08:30', '2026-08-21T01:30:00.000Z'],
    ['2026-08-21T08:30:15', '2026-08-21T01:30:15.000Z'],
    ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276Z'],
    ['2011-10-11T13:45:40.276999999Z', '2011-10-11T13:45:40.276Z'],
    ['2011-10-11T13:45:40,5-0330', '2011-10-11T17:15:40.500Z'],
    ['2011-10-11T13:45+07', '2011-10-11T06:45:00.000Z'],
    ['2011-10-11 13:45:40 +00:00', '2011-10-11T13:45:40.000Z'],
    ['2024-02-29T24:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => expect(iso(text)).toBe(expected));

  it.each([
    '',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2025-02-29',
    '2026-08-21T25:00',
    '2026-08-21T24:01',
    '2026-08-21T08:60',
    '2026-08-21T08:00:00+19:00',
    '21/08/2026',
    '2026-08-21x',
    '２026-08-21',
  ])('%s is none', (text) => expect(read(text)).toBeUndefined());

  it('agrees with luxon on every local time of a zone that changes its clocks', () => {
    const zone = 'Europe/Amsterdam';
    const local = timeReader({ timeZone: zone });
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const time = DateTime.fromJSDate(instant, { zone });
        const back = local(time.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS"))?.ms ?? NaN;
        return (
          time.toMillis() === back ||
          DateTime.fromMillis(back, { zone }).toFormat('yyyy-MM-dd HH:mm:ss.SSS') ===
            time.toFormat('yyyy-MM-dd HH:mm:ss.SSS')
        );
      }),
    );
  });

  it('that the clocks skip moves forward, and of one that comes twice the first is meant', () => {
    const local = timeReader({ timeZone: 'Europe/Amsterdam' });
    expect(local('2026-03-29T02:30')?.ms).toBe(Date.parse('2026-03-29T03:30:00+02:00'));
    expect(local('2026-10-25T02:30')?.ms).toBe(Date.parse('2026-10-25T02:30:00+02:00'));
  });
});

describe('a time in a stated format', () => {
  it('is read by it, and ISO 8601 is understood all the same', () => {
    const stated = timeReader({ dateFormat: 'dd/MM/yyyy HH:mm', timeZone: 'Asia/Ho_Chi_Minh' });
    expect(stated('21/08/2026 08:30')).toEqual({ ms: Date.parse('2026-08-21T08:30:00+07:00'), wholeDay: false });
    expect(stated('2026-08-21')).toEqual({ ms: Date.parse('2026-08-21T00:00:00+07:00'), wholeDay: true });
    expect(stated('31/02/2026 08:30')).toBeUndefined();
  });

  it('without a time of day is a day, which a deadline covers to its end', () => {
    const day = timeReader({ dateFormat: "dd 'tháng' MM yyyy", timeZone: 'Asia/Ho_Chi_Minh' })('21 tháng 08 2026');
    expect(day?.wholeDay).toBe(true);
    expect(day && endOf(day, 'Asia/Ho_Chi_Minh')).toBe(Date.parse('2026-08-21T23:59:59.999+07:00'));
  });
});
