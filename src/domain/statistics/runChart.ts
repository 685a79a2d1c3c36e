import { logGamma } from './logGamma';
import { median as middle } from './median';
import { allFinite, unanswered, type Answered } from './unanswered';

export type RunChart = {
  readonly median: number;
  /** Points not on the median: only these count. */
  readonly useful: number;
  readonly longestRun: number;
  /** A longer run is a signal. */
  readonly longestRunLimit: number;
  readonly crossings: number;
  /** Fewer crossings are a signal. */
  readonly crossingsLimit: number;
  readonly signal: boolean;
};

/** Smallest k with P(X ≤ k) ≥ p for X binomial(n, ½): R's `qbinom(p, n, 0.5)`. */
function halfBinomialQuantile(p: number, n: number): number {
  let reached = 0;
  for (let k = 0; k < n; k += 1) {
    reached += Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
    if (reached >= p) return k;
  }
  return n;
}

/** Longest run a random series rarely exceeds (Schilling, 2012). */
export const longestRunLimit = (useful: number): number => Math.round(Math.log2(useful)) + 3;

/** Fewest crossings a random series rarely falls below (Chen, 2010). */
export const crossingsLimit = (useful: number): number => halfBinomialQuantile(0.05, Math.max(useful - 1, 0));

function runs(sides: readonly number[]): readonly number[] {
  const lengths: number[] = [];
  sides.forEach((side, i) => {
    if (i > 0 && side === sides[i - 1]) lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
    else lengths.push(1);
  });
  return lengths;
}

/**
 * Run chart with the rules of J. Anhøj (2014), "Run charts revisited", as R's qicharts2 computes them: points on the median
 * are left out. `constant`: every point lies on it.
 *
 * @param centre the median of an earlier time, where it is frozen
 */
export function runChart(values: readonly number[], centre?: number): Answered<RunChart> {
  const median = centre ?? middle(values);
  if (median === undefined) return unanswered('empty');
  if (!allFinite(values)) return unanswered('not-finite');
  const sides = values.map((value) => Math.sign(value - median)).filter((side) => side !== 0);
  if (sides.length === 0) return unanswered('constant');
  const lengths = runs(sides);
  const [longestRun, crossings] = [Math.max(...lengths), lengths.length - 1];
  const limits = { longestRunLimit: longestRunLimit(sides.length), crossingsLimit: crossingsLimit(sides.length) };
  const signal = longestRun > limits.longestRunLimit || crossings < limits.crossingsLimit;
  return { ok: true, median, useful: sides.length, longestRun, crossings, ...limits, signal };
}
