import { mean, sum } from './mean';

/**
 * Adjusted Fisher–Pearson skewness G1, as scipy's `skew(bias=False)`: 0 is symmetric, above 1 is a long tail to the right.
 * `undefined` for fewer than three values or a constant series.
 */
export function skewness(values: ArrayLike<number>): number | undefined {
  const n = values.length;
  const centre = mean(values);
  if (centre === undefined || n < 3) return undefined;
  const deviations = Float64Array.from(values, (value) => value - centre);
  const second = sum(deviations.map((d) => d * d)) / n;
  if (second === 0) return undefined;
  const third = sum(deviations.map((d) => d * d * d)) / n;
  return ((third / second ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2);
}
