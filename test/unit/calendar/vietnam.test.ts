import { describe, expect, it } from '@jest/globals';
import { Calendar } from '../../../src/domain/calendar/calendar.schema';
import { dateOfDay, dayNumber, weekdayOf } from '../../../src/domain/calendar/civil';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { addWorkingDays, isWorkingDay, workingDayAnswer } from '../../../src/domain/calendar/workingDays';

/**
 * Weekdays (Mon–Fri) off, as PyPI's `holidays` 0.109 has them. To derive the list again:
 *
 *   pip install holidays==0.109
 *   python -c "import holidays; print(*[d for d in sorted(holidays.Vietnam(years=range(2024, 2028))) if d.weekday() < 5])"
 *
 * and the worked Saturdays: `[d for d in sorted(holidays.Vietnam().weekend_workdays) if d.year >= 2024]` after asking for the years.
 */
const WEEKDAYS_OFF = `
  2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01
  2024-09-02 2024-09-03
  2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02
  2025-09-01 2025-09-02
  2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01 2026-08-31
  2026-09-01 2026-09-02 2026-11-24
  2027-01-01 2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-04-16 2027-04-30 2027-05-03 2027-09-02
  2027-09-03 2027-11-24`
  .trim()
  .split(/\s+/);
const WORKED_SATURDAYS = ['2024-05-04', '2025-04-26', '2026-08-22'];

const DAYS = Array.from({ length: dayNumber('2028-01-01') - dayNumber('2024-01-01') }, (_, i) =>
  dateOfDay(dayNumber('2024-01-01') + i),
);
const isWeekend = (date: string): boolean => weekdayOf(dayNumber(date)) >= 5;

describe("Vietnam's calendar 2024–2027", () => {
  it('has the same weekdays off as the reference', () => {
    expect(DAYS.filter((d) => !isWeekend(d) && !isWorkingDay(VIETNAM, d))).toEqual(WEEKDAYS_OFF);
  });

  it('works on the swapped Saturdays and on no other day of a weekend', () => {
    expect(DAYS.filter((d) => isWeekend(d) && isWorkingDay(VIETNAM, d))).toEqual(WORKED_SATURDAYS);
  });

  it.each([
    ['2026-08-21', 5, '2026-08-27', 'Saturday 22 August 2026 is worked'],
    ['2026-11-23', 1, '2026-11-25', '24 November is off from 2026 on'],
    ['2025-11-21', 1, '2025-11-24', '24 November was worked in 2025'],
    ['2026-08-28', 1, '2026-09-03', '31 August 2026 is swapped, 1 and 2 September are National Day'],
  ])('%s and %i working days is %s: %s', (from, n, to) => {
    expect(addWorkingDays(VIETNAM, from, n)).toBe(to);
  });

  it('says so when an answer lies beyond the known years', () => {
    expect(workingDayAnswer(VIETNAM, '2026-08-21', 5)).toEqual({ date: '2026-08-27' });
    expect(workingDayAnswer(VIETNAM, '2027-12-30', 5)).toEqual({ date: '2028-01-06', beyondKnownYears: true });
  });

  it('marks what is not announced yet, and names and sources every day', () => {
    const expected = VIETNAM.days.filter(({ status }) => status === 'expected');
    expect(expected.every(({ date }) => date.startsWith('2027'))).toBe(true);
    expect(expected.map(({ date }) => date)).toContain('2027-05-03');
    expect(VIETNAM.days.filter(({ name, nameEn, source }) => !name || !nameEn || !source)).toEqual([]);
  });

  it('is a calendar an office could have sent', () => {
    const { id: _, ...body } = VIETNAM;
    expect(Calendar.parse(body)).toEqual(body);
  });
});
