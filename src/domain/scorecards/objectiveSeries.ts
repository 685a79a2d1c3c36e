import type { Period } from '../indicators/period';
import { weightedMean } from '../scoring/weightedMean';
import type { WeightedItem } from '../scoring/weightedMean';
import type { Spaced } from '../statistics/prewhiten';
import { countedOf } from './counted';
import type { Objective } from './scorecard.schema';
import type { MeasureFacts } from './view';

type Over = {
  readonly measures: ReadonlyMap<string, MeasureFacts>;
  readonly periods: readonly Period[];
  readonly minimumCoverage: number;
};

/**
 * The score of an objective by period, 0..1, higher is better: the weighted mean of what its measures count. A period of
 * which less of the weight is scored than asked for has none, so that a measure that comes or goes is no move. Measures with
 * longer periods than the scorecard's have nothing to say from one period to the next and are left out.
 */
export function objectiveSeries({ measures: stated }: Objective, { measures, periods, minimumCoverage }: Over): Spaced {
  const read = stated.flatMap(({ indicator, weight }) => {
    const facts = measures.get(indicator);
    if (facts === undefined) return [];
    return [{ weight, items: itemsOf(facts, weight) }];
  });
  const comparable = read.filter(({ items }) => periods.some((period) => items.has(period)));
  return periods.map((period) => {
    const items = comparable.map(({ weight, items: of }) => of.get(period) ?? { weight, state: 'missing' as const });
    const { score, incomplete } = weightedMean(items, minimumCoverage);
    return score === undefined || incomplete ? null : score.toNumber();
  });
}

function itemsOf({ definition, series }: MeasureFacts, weight: number): ReadonlyMap<Period, WeightedItem> {
  return new Map(
    series.map((value): [Period, WeightedItem] => {
      const counted = countedOf(value, definition);
      if (counted.state === 'scored') return [value.period, { weight, state: 'scored', score: counted.score }];
      return [value.period, { weight, state: counted.state === 'not-applicable' ? 'not-applicable' : 'missing' }];
    }),
  );
}
