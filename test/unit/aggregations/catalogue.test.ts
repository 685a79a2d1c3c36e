import { describe, expect, it } from '@jest/globals';
import { aggregate } from '../../../src/domain/cases/aggregate';
import type { Aggregation } from '../../../src/domain/cases/aggregations/aggregation';
import { AGGREGATIONS, findAggregation } from '../../../src/domain/cases/aggregations/catalogue';
import { exampleCalendar } from './exampleCalendar';

const all: readonly Aggregation[] = AGGREGATIONS;

/** The value of an example, computed the way every value is computed. */
async function valueOf({ example, ...rest }: Aggregation): Promise<number | undefined> {
  const { points } = await aggregate(example.given, {
    aggregation: { example, ...rest },
    timeZone: exampleCalendar.timeZone,
    calendar: exampleCalendar,
    ...(example.parameters === undefined ? {} : { parameters: example.parameters }),
    ...(example.limitWorkingDays === undefined ? {} : { limitWorkingDays: example.limitWorkingDays }),
    ...(example.to === undefined ? {} : { to: example.to }),
  });
  return points[0]?.value;
}

describe('the catalogue of aggregations', () => {
  it('has the keys that are promised', () => {
    expect(all.map((a) => a.key).sort()).toEqual(
      [
        'count',
        'mean',
        'median',
        'open-cases',
        'p90',
        'rework-share',
        'share-by-deadline',
        'share-within-days',
        'share-within-working-days',
        'throughput',
      ].sort(),
    );
  });

  it('gives every key and alias one meaning', () => {
    const names = all.flatMap((a) => [a.key, ...(a.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
    expect(findAggregation('on-time-share')?.key).toBe('share-by-deadline');
    expect(findAggregation('toString')).toBeUndefined();
  });

  it.each(all.map((a) => [a.key, a] as const))('%s gives what its example says', async (_key, aggregation) => {
    expect(await valueOf(aggregation)).toBe(aggregation.example.expect);
  });

  it.each(all.map((a) => [a.key, a] as const))('%s of no cases is missing, not zero', async (_key, aggregation) => {
    const request = { aggregation, timeZone: 'UTC', from: '2026-01-01', to: '2026-02-01', by: 'month' } as const;
    expect((await aggregate([], request)).points).toEqual([{ period: '2026-01', n: 0 }]);
  });
});
