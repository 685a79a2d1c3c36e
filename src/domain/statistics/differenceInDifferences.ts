import type { Difference } from './newcombe';
import { quantileOfSorted } from './quantile';
import { seededRandom } from './random';
import type { Replicate } from './resample';

export const REPLICATES = 2000;

/** One side of a comparison: the value of its cases, and how that value varies from sample to sample. */
export type Resampled = { readonly value: number; readonly replicate: Replicate };
export type BeforeAfter = { readonly before: Resampled; readonly after: Resampled };

/**
 * What the pilot gained beyond what happened anyway: (P1 − P0) − (C1 − C0), with the percentile interval of a seeded
 * bootstrap over cases, each side drawn on its own (Efron and Tibshirani, "An Introduction to the Bootstrap", §13.3).
 * The same seed gives the same interval.
 */
export function differenceInDifferences(
  pilot: BeforeAfter,
  control: BeforeAfter,
  seed: string,
  confidence = 0.95,
): Difference {
  const random = seededRandom(seed);
  const contrast = (of: (side: Resampled) => number): number =>
    of(pilot.after) - of(pilot.before) - (of(control.after) - of(control.before));
  const replicates = Float64Array.from({ length: REPLICATES }, () => contrast(({ replicate }) => replicate(random)));
  replicates.sort();
  return {
    estimate: contrast(({ value }) => value),
    low: quantileOfSorted(replicates, (1 - confidence) / 2) ?? Number.NaN,
    high: quantileOfSorted(replicates, (1 + confidence) / 2) ?? Number.NaN,
  };
}
