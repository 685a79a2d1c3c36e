import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yearOf } from '../../../src/domain/evaluationPeriods/yearly';
import type { YearPart } from '../../../src/domain/evaluationPeriods/yearly';

const part = (period: string, more: Partial<YearPart> = {}): YearPart => ({
  ...{ evaluation: `s~u~${period}~an`, period, unit: 'u', scheme: 's', phase: 'final', ...more },
});

describe('the year', () => {
  it('is the mean of the periods in which the person was rated, wherever that was', () => {
    const year = yearOf(
      [
        part('2026-02', { total: 70, unit: 'other' }),
        part('2026-01', { total: 81 }),
        part('2026-03', { phase: 'excluded', why: 'study' }),
      ],
      '2026',
    );
    expect(year.average?.toNumber()).toBe(75.5);
    expect(year.final).toBe(true);
    expect(year.parts.map(({ period }) => period)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(year.words.en).toContain('mean of 2 rated periods: 75.5; 1 periods');
  });

  it('is not final while a period is open, and says so when there is nothing', () => {
    expect(yearOf([part('2026-01', { total: 80 }), part('2026-02', { phase: 'rating' })], '2026').final).toBe(false);
    expect(yearOf([], '2026')).toMatchObject({ final: false });
    expect(yearOf([], '2026').average).toBeUndefined();
  });

  it('is the same in whatever order the periods came', () => {
    const totals = fc.array(
      fc.integer({ min: 0, max: 100_000 }).map((n) => n / 1000),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(totals, (list) => {
        const parts = list.map((total, i) => part(`2026-${String(i + 1).padStart(2, '0')}`, { total }));
        const average = yearOf(parts, '2026').average?.toString();
        expect(yearOf([...parts].reverse(), '2026').average?.toString()).toBe(average);
      }),
    );
  });
});
