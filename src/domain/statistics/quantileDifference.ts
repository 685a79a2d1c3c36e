import { squareAndAdd, type Difference } from './newcombe';
import { zOfConfidence } from './normalQuantile';
import { quantile, quantileOfSorted, sorted } from './quantile';
import { twoProportions } from './twoProportions';
import { sampleProblem, type Answered } from './unanswered';

/** Quantile with the interval between two order statistics (normal approximation of the binomial; Hahn and Meeker §5.2). */
export function quantileInterval(ascending: Float64Array, q: number, confidence: number): Difference {
  const n = ascending.length;
  const half = zOfConfidence(confidence) * Math.sqrt(n * q * (1 - q));
  const rank = (r: number): number => ascending[Math.min(n, Math.max(1, r)) - 1] ?? Number.NaN;
  const estimate = quantileOfSorted(ascending, q) ?? Number.NaN;
  return {
    estimate,
    low: Math.min(estimate, rank(Math.floor(n * q - half))),
    high: Math.max(estimate, rank(Math.ceil(n * q + half) + 1)),
  };
}

export type QuantileDifference = Difference & { readonly z: number; readonly p: number };

/** How many values lie above the limit. */
function above(values: Float64Array, limit: number): number {
  return values.reduce((n, value) => (value > limit ? n + 1 : n), 0);
}

/**
 * Difference of a quantile, after − before. Interval: both sides' intervals, squared and added. p: the share of values above
 * the pooled quantile is compared (quantile test of Conover, "Practical Nonparametric Statistics"). A rank-sum test would
 * answer another question: whether the middle moved. `constant`: no value lies above the pooled quantile.
 */
export function quantileDifference(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  q: number,
  confidence = 0.95,
): Answered<QuantileDifference> {
  const problem = sampleProblem(1, before, after);
  if (problem !== undefined) return problem;
  const [x, y] = [sorted(before), sorted(after)];
  const pooled = quantile(joined(x, y), q) ?? Number.NaN;
  const test = twoProportions(
    { successes: above(x, pooled), n: x.length },
    { successes: above(y, pooled), n: y.length },
  );
  if (!test.ok) return test;
  const difference = squareAndAdd(quantileInterval(x, q, confidence), quantileInterval(y, q, confidence));
  return { ...test, ...difference };
}

function joined(x: Float64Array, y: Float64Array): Float64Array {
  const all = new Float64Array(x.length + y.length);
  all.set(x);
  all.set(y, x.length);
  return all;
}
