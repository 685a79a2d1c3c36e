import { mean, sum } from './mean';

/** Sample variance with n − 1 in the denominator (Bessel). `undefined` for fewer than two values: one point has no spread. */
export function sampleVariance(values: ArrayLike<number>): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  const deviations = Float64Array.from(values, (value) => value - centre);
  const rounding = sum(deviations) ** 2 / values.length;
  return (sum(deviations.map((d) => d * d)) - rounding) / (values.length - 1);
}

/** Sample standard deviation, in the unit of the values. `undefined` for fewer than two values. */
export function sampleSd(values: ArrayLike<number>): number | undefined {
  const variance = sampleVariance(values);
  return variance === undefined ? undefined : Math.sqrt(variance);
}
