import { describe, expect, it } from '@jest/globals';
import { aggregate, type AggregateRequest, type Point } from '../../../src/domain/cases/aggregate';
import { findAggregation } from '../../../src/domain/cases/aggregations/catalogue';
import { leadTimeDays } from '../../../src/domain/cases/aggregations/duration';
import type { Aggregation } from '../../../src/domain/cases/aggregations/aggregation';
import type { CaseFact } from '../../../src/domain/cases/case';
import { quantile } from '../../../src/domain/statistics/quantile';
import { sampleSd } from '../../../src/domain/statistics/sampleSd';
import { permitCasesByDates, permitCasesByEvents, permitLogIsThere } from './permitLog';

/** The table of the data's README: month, cases, median days, within 15 days. */
const MONTHS = [
  ['2010-10', 15, '7.2643', 12],
  ['2010-11', 70, '10.0607', 53],
  ['2010-12', 136, '3.9701', 116],
  ['2011-01', 117, '2.1571', 107],
  ['2011-02', 106, '0.7587', 101],
  ['2011-03', 131, '1.9418', 107],
  ['2011-04', 86, '0.0618', 76],
  ['2011-05', 107, '0.0433', 97],
  ['2011-06', 80, '0.0061', 73],
  ['2011-07', 116, '0.0029', 102],
  ['2011-08', 80, '0.0025', 78],
  ['2011-09', 83, '0.0032', 81],
  ['2011-10', 120, '0.0025', 114],
  ['2011-11', 82, '0.0023', 81],
  ['2011-12', 49, '0.0032', 47],
  ['2012-01', 56, '0.0058', 56],
] as const;

function named(key: string): Aggregation {
  const found = findAggregation(key);
  if (found === undefined) throw new Error(`no aggregation ${key}`);
  return found;
}

async function points(
  cases: readonly CaseFact[],
  key: string,
  request: Partial<AggregateRequest>,
): Promise<readonly Point[]> {
  const whole = { aggregation: named(key), timeZone: 'Europe/Amsterdam', from: '2010-10-01', to: '2012-02-01' };
  return (await aggregate(cases, { ...whole, ...request })).points;
}

(permitLogIsThere ? describe : describe.skip)('the permit log, from first to last event', () => {
  const cases = permitLogIsThere ? permitCasesByEvents() : [];
  const days = cases.map((fact) => leadTimeDays(fact) ?? Number.NaN);
  const whole = async (key: string, digits: number): Promise<string | undefined> =>
    (await points(cases, key, {}))[0]?.value?.toFixed(digits);

  it('has 1,434 cases', async () => {
    expect(await points(cases, 'count', {})).toEqual([{ period: '2010-10-01/2012-02-01', value: 1434, n: 1434 }]);
  });

  it.each([
    ['median', '0.0332', 4],
    ['mean', '5.4081', 4],
    ['p90', '14.0952', 4],
    ['share-within-days', '0.90725', 5],
  ])('gives the %s of the whole log as %s', async (key, expected, digits) => {
    expect(await whole(key, digits)).toBe(expected);
  });

  it('has the spread of the reference: sd, p75, p95 and the longest case', () => {
    expect(sampleSd(days)?.toFixed(4)).toBe('15.3069');
    expect(quantile(days, 0.75)?.toFixed(4)).toBe('5.0791');
    expect(quantile(days, 0.95)?.toFixed(4)).toBe('23.9125');
    expect(quantile(days, 1)?.toFixed(4)).toBe('275.8396');
  });

  it('has 1,301 cases within 15 days', async () => {
    const [point] = await points(cases, 'share-within-days', { parameters: { days: 15 } });
    expect(point?.value).toBe(1301 / 1434);
  });

  it('gives the number of cases of every month', async () => {
    const expected = MONTHS.map(([period, n]) => ({ period, value: n, n }));
    expect(await points(cases, 'count', { by: 'month' })).toEqual(expected);
  });

  it('gives the median of every month to the last printed digit', async () => {
    const found = await points(cases, 'median', { by: 'month' });
    expect(found.map((p) => [p.period, p.n, p.value?.toFixed(4)])).toEqual(
      MONTHS.map(([m, n, median]) => [m, n, median]),
    );
  });

  it('gives the cases within 15 days of every month', async () => {
    const found = await points(cases, 'share-within-days', { by: 'month' });
    expect(found.map((p) => p.value)).toEqual(MONTHS.map(([, n, , within]) => within / n));
  });

  it('gives both sides of the change', async () => {
    const before = { to: '2011-04-01' };
    const after = { from: '2011-04-01' };
    const digits = async (key: string, range: object): Promise<readonly (string | number | undefined)[]> =>
      (await points(cases, key, range)).flatMap((p) => [p.n, p.value?.toFixed(4)]);
    expect(await digits('mean', before)).toEqual([575, '8.6020']);
    expect(await digits('mean', after)).toEqual([859, '3.2702']);
    expect(await digits('median', before)).toEqual([575, '2.1431']);
    expect(await digits('median', after)).toEqual([859, '0.0038']);
    expect((await points(cases, 'share-within-days', before))[0]?.value).toBe(496 / 575);
    expect((await points(cases, 'share-within-days', after))[0]?.value).toBe(805 / 859);
  });

  it('adds up over groups, and quarters, to the whole', async () => {
    const byChannel = await points(cases, 'count', { by: 'quarter', group: 'channel' });
    expect(byChannel.reduce((n, p) => n + p.n, 0)).toBe(1434);
    expect(new Set(byChannel.map((p) => p.period))).toEqual(
      new Set(['2010-Q4', '2011-Q1', '2011-Q2', '2011-Q3', '2011-Q4', '2012-Q1']),
    );
  });
});

(permitLogIsThere ? describe : describe.skip)('the permit log, from startdate to enddate', () => {
  const cases = permitLogIsThere ? permitCasesByDates() : [];
  const everything = { from: '2000-01-01', to: '2020-01-01' };

  it('counts 1,329 finished cases, 71.63 % of them by their deadline', async () => {
    const [point] = await points(cases, 'share-by-deadline', everything);
    expect(point?.n).toBe(1329);
    expect(((point?.value ?? 0) * 100).toFixed(2)).toBe('71.63');
  });

  it('has a median of 50.64 and a mean of 58.98 days', async () => {
    expect((await points(cases, 'median', everything))[0]?.value?.toFixed(2)).toBe('50.64');
    expect((await points(cases, 'mean', everything))[0]?.value?.toFixed(2)).toBe('58.98');
  });

  it('has 105 open cases at the end', async () => {
    expect((await points(cases, 'open-cases', everything))[0]?.value).toBe(105);
    expect((await points(cases, 'throughput', everything))[0]?.value).toBe(1329);
  });
});
