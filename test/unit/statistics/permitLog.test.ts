import { describe, expect, it } from '@jest/globals';
import { leadTimeDays } from '../../../src/domain/cases/aggregations/duration';
import { mannWhitney } from '../../../src/domain/statistics/mannWhitney';
import { wilson } from '../../../src/domain/statistics/wilson';
import { permitCasesByEvents, permitLogIsThere } from '../aggregations/permitLog';

const CHANGE = Date.parse('2011-04-01T00:00:00+02:00');

(permitLogIsThere ? describe : describe.skip)('the permit log before and from 1 April 2011', () => {
  const cases = permitLogIsThere ? permitCasesByEvents() : [];
  const days = (after: boolean): readonly number[] =>
    cases.filter((fact) => fact.receivedAt >= CHANGE === after).map((fact) => leadTimeDays(fact) ?? Number.NaN);

  it('differs with p = 2.488e-47', () => {
    const test = mannWhitney(days(false), days(true));
    expect(test.ok && test.p.toExponential(3)).toBe('2.488e-47');
    // scipy.stats.mannwhitneyu(after, before): statistic=135933.5, pvalue=2.4878470526171713e-47
    expect(test.ok && test.u).toBe(135933.5);
    expect(test.ok && Math.abs(test.p / 2.4878470526171713e-47 - 1)).toBeLessThan(1e-9);
  });

  it('has the intervals of the reference', () => {
    const bounds = (successes: number, n: number): readonly (string | undefined)[] => {
      const interval = wilson({ successes, n });
      return [interval?.low.toFixed(4), interval?.high.toFixed(4)];
    };
    expect(bounds(496, 575)).toEqual(['0.8321', '0.8884']);
    expect(bounds(805, 859)).toEqual(['0.9189', '0.9515']);
  });
});
