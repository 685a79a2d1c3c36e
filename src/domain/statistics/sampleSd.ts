import { mean, sum } from './mean';

/** Sample variance with n − 1 in the denominator (Bessel). `undefined` for fewer than two values: one point has no spread. */
export function sampleVariance(values: ArrayLike<number>): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  const deviations = Float64Array.from(values, (value) => value - centre);
  const rounding = sum(deviations) ** 2 / values.length;
  const variance = (sum(deviations.map((d) => d * d)) - rounding) / (values.length - 1);
  return differ(values) ? Math.max(0, variance) : 0;
}

/** The mean of equal values may be off by rounding; their spread is 0 all the same. */
function differ(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return true;
  return false;
}

/** Sample standard deviation, in the unit of the values. `undefined` for fewer than two values. */
export function sampleSd(values: ArrayLike<number>): number | undefined {
  const variance = sampleVariance(values);
  return variance === undefined ? undefined : Math.sqrt(variance);
}
