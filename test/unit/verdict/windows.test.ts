import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../../src/domain/verdict/evidence';
import { possibleFrom } from '../../../src/domain/verdict/possibleFrom';
import { sliceGrain, windowsOf } from '../../../src/domain/verdict/windows';
import { exampleCalendar } from '../aggregations/exampleCalendar';

describe('the windows of a check', () => {
  it('are the days of Do and as many before it, unless the plan says otherwise', () => {
    expect(windowsOf({}, '2026-03-01', '2026-06-01')).toEqual({
      before: { from: '2025-11-29', to: '2026-03-01' },
      after: { from: '2026-03-01', to: '2026-06-01' },
    });
    const plan = {
      baseline: { from: '2010-10-01', to: '2011-04-01' },
      changeFrom: '2011-04-01',
      changeTo: '2012-02-01',
    };
    expect(windowsOf(plan, '2026-03-01', '2026-06-01')).toEqual({
      before: plan.baseline,
      after: { from: '2011-04-01', to: '2012-02-01' },
    });
  });

  it('hold at least one day when Check opens on the day Do began', () => {
    expect(windowsOf({}, '2026-03-01', '2026-03-01')).toEqual({
      before: { from: '2026-02-28', to: '2026-03-01' },
      after: { from: '2026-03-01', to: '2026-03-02' },
    });
  });

  it('compare counts by month when both sides have six whole months, else by week', () => {
    const before = { from: '2025-10-01', to: '2026-04-01' };
    expect(sliceGrain({ before, after: { from: '2026-04-01', to: '2026-10-01' } })).toBe('month');
    expect(sliceGrain({ before, after: { from: '2026-04-02', to: '2026-10-01' } })).toBe('week');
    expect(sliceGrain({ before, after: { from: '2026-04-02', to: '2026-11-01' } })).toBe('month');
  });
});

describe('the date from which a verdict is possible', () => {
  const side = (n: number, per?: 'week' | 'month'): Evidence => ({
    values: new Float64Array(n),
    n,
    periods: { measured: 1, all: 1 },
    open: 0,
    ...(per === undefined ? {} : { per }),
  });
  const windows = { before: { from: '2026-05-01', to: '2026-07-31' }, after: { from: '2026-07-31', to: '2026-08-10' } };
  const from = (before: Evidence, after: Evidence): string | undefined =>
    possibleFrom({ before, after }, windows, exampleCalendar);

  it('follows from the rate of cases since the change, on a working day', () => {
    // 4 cases in 10 days: the missing 2 take 5 more days, to Saturday 15 August.
    expect(from(side(50), side(4))).toBe('2026-08-17');
  });

  it('follows from the rate before the change while no case has come', () => {
    // 91 cases in 91 days: 6 days.
    expect(from(side(91), side(0))).toBe('2026-08-17');
  });

  it('waits for six periods where periods are compared', () => {
    expect(from(side(12, 'week'), side(1, 'week'))).toBe('2026-09-11');
    expect(from(side(12, 'month'), side(1, 'month'))).toBe('2027-02-01');
  });

  it('does not exist when waiting does not help', () => {
    expect(from(side(3), side(3))).toBeUndefined();
    expect(from(side(0), side(0))).toBeUndefined();
    expect(from(side(50), side(6))).toBeUndefined();
  });
});
