import { describe, expect, it } from '@jest/globals';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import type { PlanIndicator } from '../../../src/domain/cycle/cycle.schema';
import type { IndicatorVerdict } from '../../../src/domain/cycle/verdict';
import { openCheck, type CheckRequest } from '../../../src/domain/verdict/check';
import { permitCasesByEvents, permitLogIsThere } from '../aggregations/permitLog';

const indicator = (key: string, aggregation: string, more: Partial<PlanIndicator> = {}): PlanIndicator => ({
  key,
  aggregation,
  role: 'outcome',
  ...more,
});

const INDICATORS = [
  indicator('median', 'median', { prediction: { atMost: 1 }, target: 0.5 }),
  indicator('on-time', 'share-within-days', { parameters: { days: 15 }, prediction: { atLeast: 0.95 } }),
  indicator('mean', 'mean'),
  indicator('slowest', 'p90'),
  indicator('received', 'count', { role: 'balancing' }),
  indicator('backlog', 'open-cases'),
];

(permitLogIsThere ? describe : describe.skip)('the verdicts on the permit log', () => {
  const cases = permitLogIsThere ? permitCasesByEvents() : [];

  function verdicts(
    windows: CheckRequest['windows'],
    plan: CheckRequest['plan'],
  ): ReadonlyMap<string, IndicatorVerdict> {
    const check = openCheck({ plan, windows, calendar: { ...VIETNAM, timeZone: 'Europe/Amsterdam' }, seed: 'permit' });
    cases.forEach((fact) => check.add(fact));
    return new Map([...check.verdicts()].map((verdict) => [verdict.indicator, verdict]));
  }

  const real = {
    before: { from: '2010-10-01', to: '2011-04-01' },
    after: { from: '2011-04-01', to: '2012-02-01' },
  };

  it('are improved for the median, with the figures of the reference', () => {
    const median = verdicts(real, { indicators: INDICATORS }).get('median');
    expect(median).toMatchObject({
      verdict: 'improved',
      method: 'mann-whitney',
      before: { n: 575 },
      after: { n: 859 },
      prediction: 'held',
      targetMet: true,
      points: { before: 6, after: 10 },
    });
    expect(median?.p?.toExponential(3)).toBe('2.488e-47');
    expect([median?.before.value?.toFixed(4), median?.after.value?.toFixed(4)]).toEqual(['2.1431', '0.0038']);
  });

  it('are improved for the share within 15 days; a prediction of 95 % did not hold', () => {
    const share = verdicts(real, { indicators: INDICATORS }).get('on-time');
    expect(share).toMatchObject({ verdict: 'improved', method: 'newcombe', prediction: 'missed' });
    expect(share?.before.value).toBe(496 / 575);
    expect(share?.after.value).toBe(805 / 859);
    const bounds = [share?.before.interval, share?.after.interval].flatMap((i) => [
      i?.low.toFixed(4),
      i?.high.toFixed(4),
    ]);
    expect(bounds).toEqual(['0.8321', '0.8884', '0.9189', '0.9515']);
  });

  it('have an answer for every indicator of the plan', () => {
    const all = verdicts(real, { indicators: INDICATORS });
    expect(all.get('mean')).toMatchObject({ verdict: 'improved', method: 'welch' });
    expect(all.get('mean')?.warnings?.map(({ code }) => code)).toEqual(['SKEWED']);
    expect(all.get('slowest')).toMatchObject({ verdict: 'improved', method: 'quantile-difference' });
    expect(all.get('received')).toMatchObject({ verdict: 'no-evidence', per: 'month', before: { n: 575 } });
    expect(all.get('backlog')).toMatchObject({ method: 'mann-whitney-periods' });
    expect(JSON.parse(JSON.stringify([...all]))).toEqual([...all]);
  });

  it('are no evidence when the change is moved to a month without one', () => {
    const moved = {
      before: { from: '2011-08-01', to: '2011-10-01' },
      after: { from: '2011-10-01', to: '2012-02-01' },
    };
    const all = verdicts(moved, { indicators: INDICATORS.slice(0, 2) });
    expect([...all.values()].map(({ verdict }) => verdict)).toEqual(['no-evidence', 'no-evidence']);
  });

  it('compare a pilot with a control group of other channels', () => {
    const pilot = {
      scope: 'Internet',
      smallScale: true,
      filter: { channel: ['Internet'] },
      control: { channel: ['Desk', 'Post'] },
    };
    const median = verdicts(real, { indicators: INDICATORS, pilot }).get('median');
    expect(median?.method).toBe('difference-in-differences');
    expect(median?.control?.before.n).toBeGreaterThan(6);
    expect((median?.control?.difference?.low ?? 1) <= (median?.control?.difference?.estimate ?? 0)).toBe(true);
  });
});
