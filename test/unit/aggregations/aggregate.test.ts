import { describe, expect, it } from '@jest/globals';
import { aggregate, receivedRange, type AggregateRequest } from '../../../src/domain/cases/aggregate';
import { count } from '../../../src/domain/cases/aggregations/count';
import { MS_PER_DAY } from '../../../src/domain/cases/aggregations/duration';
import { mean } from '../../../src/domain/cases/aggregations/mean';
import { median } from '../../../src/domain/cases/aggregations/median';
import { openCases } from '../../../src/domain/cases/aggregations/openCases';
import { shareByDeadline } from '../../../src/domain/cases/aggregations/shareByDeadline';
import { shareWithinDays } from '../../../src/domain/cases/aggregations/shareWithinDays';
import { shareWithinWorkingDays } from '../../../src/domain/cases/aggregations/shareWithinWorkingDays';
import { throughput } from '../../../src/domain/cases/aggregations/throughput';
import type { CaseFact } from '../../../src/domain/cases/case';
import { exampleCalendar } from './exampleCalendar';

let no = 0;
function received(at: string, rest: Partial<CaseFact> & { after?: number } = {}): CaseFact {
  no += 1;
  const { after, ...facts } = rest;
  const receivedAt = Date.parse(at);
  return {
    id: `case-${no}`,
    receivedAt,
    ...(after === undefined ? {} : { decidedAt: receivedAt + after * MS_PER_DAY }),
    ...facts,
  };
}

const inAmsterdam = (request: Pick<AggregateRequest, 'aggregation'> & Partial<AggregateRequest>): AggregateRequest => ({
  timeZone: 'Europe/Amsterdam',
  ...request,
});

describe('periods', () => {
  it('puts a case into the month of its receipt in the time zone of the office', async () => {
    const cases = [received('2010-10-31T22:59:59.999Z'), received('2010-10-31T23:00:00Z')];
    const request = inAmsterdam({ aggregation: count, by: 'month', from: '2010-10-01', to: '2010-12-01' });
    expect((await aggregate(cases, request)).points).toEqual([
      { period: '2010-10', value: 1, n: 1 },
      { period: '2010-11', value: 1, n: 1 },
    ]);
  });

  it('does not count the day `to`', async () => {
    const cases = [received('2012-01-31T22:59:59Z'), received('2012-01-31T23:00:00Z')];
    const request = inAmsterdam({ aggregation: count, from: '2012-01-01', to: '2012-02-01' });
    expect((await aggregate(cases, request)).points).toEqual([{ period: '2012-01-01/2012-02-01', value: 1, n: 1 }]);
  });

  it('cuts the first and the last period where the range begins and ends', async () => {
    const cases = [
      received('2012-01-10T12:00:00Z'),
      received('2012-01-20T12:00:00Z'),
      received('2012-02-20T12:00:00Z'),
    ];
    const request = inAmsterdam({ aggregation: count, by: 'month', from: '2012-01-15', to: '2012-02-15' });
    expect((await aggregate(cases, request)).points).toEqual([
      { period: '2012-01', value: 1, n: 1 },
      { period: '2012-02', n: 0 },
    ]);
  });

  it('names quarters and years, and leaves out the empty ones at an open side only', async () => {
    const cases = [received('2010-12-31T12:00:00Z'), received('2011-07-01T12:00:00Z')];
    const periods = async (by: 'quarter' | 'year'): Promise<readonly string[]> =>
      (await aggregate(cases, inAmsterdam({ aggregation: count, by }))).points.map(
        ({ period, n }) => `${period}: ${n}`,
      );
    expect(await periods('quarter')).toEqual(['2010-Q4: 1', '2011-Q1: 0', '2011-Q2: 0', '2011-Q3: 1']);
    expect(await periods('year')).toEqual(['2010: 1', '2011: 1']);
  });

  it('names an open range as ISO 8601 does', async () => {
    const { points } = await aggregate([received('2010-12-31T12:00:00Z')], inAmsterdam({ aggregation: count }));
    expect(points).toEqual([{ period: '../..', value: 1, n: 1 }]);
  });

  it('has no points for a range that is empty or reversed', async () => {
    const request = inAmsterdam({ aggregation: count, from: '2011-01-01', to: '2010-01-01', by: 'month' });
    expect((await aggregate([received('2010-12-31T12:00:00Z')], request)).points).toEqual([]);
  });

  it('says which cases must be streamed', () => {
    const range = { from: '2010-10-01', to: '2010-11-01' };
    const [from, to] = [Date.parse('2010-09-30T22:00:00Z'), Date.parse('2010-10-31T23:00:00Z')];
    expect(receivedRange(inAmsterdam({ aggregation: median, ...range }))).toEqual({ from, to });
    expect(receivedRange(inAmsterdam({ aggregation: openCases, ...range }))).toEqual({ to });
    expect(receivedRange(inAmsterdam({ aggregation: throughput, ...range }))).toEqual({ to });
    expect(receivedRange(inAmsterdam({ aggregation: median, date: 'decided', ...range }))).toEqual({ to });
    expect(receivedRange(inAmsterdam({ aggregation: median }))).toEqual({});
  });
});

describe('groups', () => {
  it('gives every group every period; cases without the attribute are group ""', async () => {
    const cases = [
      received('2010-10-10T12:00:00Z', { channel: 'Post' }),
      received('2010-11-10T12:00:00Z', { channel: 'Internet' }),
      received('2010-11-11T12:00:00Z'),
    ];
    const request = inAmsterdam({
      aggregation: count,
      by: 'month',
      group: 'channel',
      from: '2010-10-01',
      to: '2010-12-01',
    });
    expect((await aggregate(cases, request)).points).toEqual([
      { period: '2010-10', group: '', n: 0 },
      { period: '2010-11', group: '', value: 1, n: 1 },
      { period: '2010-10', group: 'Internet', n: 0 },
      { period: '2010-11', group: 'Internet', value: 1, n: 1 },
      { period: '2010-10', group: 'Post', value: 1, n: 1 },
      { period: '2010-11', group: 'Post', n: 0 },
    ]);
  });
});

describe('measures', () => {
  it('counts decided cases in the period of their decision, on request for durations too', async () => {
    const cases = [received('2010-10-30T12:00:00Z', { after: 4 })];
    const range = { by: 'month', from: '2010-10-01', to: '2010-12-01' } as const;
    const byDecision = [
      { period: '2010-10', n: 0 },
      { period: '2010-11', value: 1, n: 1 },
    ];
    expect((await aggregate(cases, inAmsterdam({ aggregation: throughput, ...range }))).points).toEqual(byDecision);
    const medians = await aggregate(cases, inAmsterdam({ aggregation: median, date: 'decided', ...range }));
    expect(medians.points[1]).toEqual({ period: '2010-11', value: 4, n: 1 });
  });

  it('takes waiting for the applicant off once, however often the intervals overlap, and only inside the case', async () => {
    const start = Date.parse('2026-08-03T01:00:00Z');
    const day = (n: number): number => start + n * MS_PER_DAY;
    const waiting = [
      [day(4), day(6)],
      [day(1), day(3)],
      [day(2), day(5)],
      [day(-5), day(-1)],
      [day(9), day(20)],
    ] as const;
    const cases = [received('2026-08-03T01:00:00Z', { after: 10, waiting })];
    const value = async (net: boolean): Promise<number | undefined> =>
      (await aggregate(cases, inAmsterdam({ aggregation: mean, parameters: { net } }))).points[0]?.value;
    expect(await value(false)).toBe(10);
    expect(await value(true)).toBe(4);
  });

  it('carries open cases over every period until they are decided', async () => {
    const cases = [
      received('2010-09-30T12:00:00Z', { after: 40 }),
      received('2010-10-10T12:00:00Z', { after: 1 }),
      received('2010-11-30T22:00:00Z'),
      received('2010-12-05T12:00:00Z', { after: -1 }),
    ];
    const request = inAmsterdam({ aggregation: openCases, by: 'month', from: '2010-08-01', to: '2011-02-01' });
    expect((await aggregate(cases, request)).points).toEqual([
      { period: '2010-08', n: 0 },
      { period: '2010-09', value: 1, n: 1 },
      { period: '2010-10', value: 1, n: 2 },
      { period: '2010-11', value: 1, n: 3 },
      { period: '2010-12', value: 1, n: 4 },
      { period: '2011-01', value: 1, n: 4 },
    ]);
  });

  it('does not know the stock of a month that has not begun', async () => {
    const asOf = Date.parse('2010-10-20T12:00:00Z');
    const request = inAmsterdam({ aggregation: openCases, by: 'month', from: '2010-10-01', to: '2010-12-01', asOf });
    expect((await aggregate([received('2010-10-10T12:00:00Z')], request)).points).toEqual([
      { period: '2010-10', value: 1, n: 1 },
      { period: '2010-11', n: 0 },
    ]);
  });

  it('takes the number of days from the parameter, else from the procedure, else 15', async () => {
    const cases = [received('2026-08-03T01:00:00Z', { after: 8 })];
    const share = async (request: Partial<AggregateRequest>): Promise<number | undefined> =>
      (await aggregate(cases, inAmsterdam({ aggregation: shareWithinDays, ...request }))).points[0]?.value;
    expect(await share({})).toBe(1);
    expect(await share({ limitWorkingDays: 7 })).toBe(0);
    expect(await share({ limitWorkingDays: 7, parameters: { days: 8 } })).toBe(1);
  });

  it('counts a weekend out of a limit in working days, and a decision on the last day as in time', async () => {
    const friday = '2026-08-07T01:00:00Z';
    const cases = [received(friday, { after: 7.3 }), received(friday, { after: 10 })];
    const request = inAmsterdam({
      aggregation: shareWithinWorkingDays,
      timeZone: 'Asia/Ho_Chi_Minh',
      calendar: exampleCalendar,
      limitWorkingDays: 5,
    });
    expect((await aggregate(cases, request)).points[0]).toMatchObject({ value: 0.5, n: 2 });
    const { calendar: _none, ...without } = request;
    expect((await aggregate(cases, without)).points).toEqual([]);
  });

  it('holds a case without a deadline to the limit of the procedure, and leaves it out without one', async () => {
    const cases = [received('2026-08-03T01:00:00Z', { after: 6 })];
    const request = inAmsterdam({ aggregation: shareByDeadline, calendar: exampleCalendar });
    expect((await aggregate(cases, { ...request, limitWorkingDays: 5 })).points[0]?.value).toBe(1);
    expect((await aggregate(cases, { ...request, limitWorkingDays: 4 })).points[0]?.value).toBe(0);
    expect((await aggregate(cases, { ...request, from: '2026-01-01', to: '2027-01-01' })).points[0]).toEqual({
      period: '2026-01-01/2027-01-01',
      n: 0,
    });
  });

  it('leaves its input as it was', async () => {
    const measured = Float64Array.from([3, 1, 2]);
    expect(median.compute(measured)).toBe(2);
    expect([...measured]).toEqual([3, 1, 2]);
  });
});
