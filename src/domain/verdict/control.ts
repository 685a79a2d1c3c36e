import type { Aggregation } from '../cases/aggregations/aggregation';
import { differenceInDifferences, type Resampled } from '../statistics/differenceInDifferences';
import { mean } from '../statistics/mean';
import type { Difference } from '../statistics/newcombe';
import { meanReplicate, quantileReplicate, type Replicate } from '../statistics/resample';
import { LEAST_VALUES, type BothSides, type Evidence } from './evidence';

function replicateOf(aggregation: Aggregation, values: Float64Array): Replicate {
  if (aggregation.nature === 'quantile') return quantileReplicate(values, aggregation.q);
  return aggregation.nature === 'median' ? quantileReplicate(values, 0.5) : meanReplicate(values);
}

/** Stocks are compared by the mean of their period ends: a single day's stock has no spread to draw from. */
function resampled(aggregation: Aggregation, { values, value }: Evidence): Resampled {
  const compared = aggregation.nature === 'stock' ? mean(values) : value;
  return { value: compared ?? Number.NaN, replicate: replicateOf(aggregation, values) };
}

/** (P1 − P0) − (C1 − C0) with its interval; `undefined` when a side has too few values. */
export function pilotAgainstControl(
  aggregation: Aggregation,
  pilot: BothSides,
  control: BothSides,
  seed: string,
): Difference | undefined {
  const all = [pilot.before, pilot.after, control.before, control.after];
  if (all.some(({ values }) => values.length < LEAST_VALUES)) return undefined;
  const side = ({ before, after }: BothSides): { before: Resampled; after: Resampled } => ({
    before: resampled(aggregation, before),
    after: resampled(aggregation, after),
  });
  return differenceInDifferences(side(pilot), side(control), seed);
}
