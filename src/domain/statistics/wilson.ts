import { zOfConfidence } from './normalQuantile';

/** `successes` of `n`. */
export type Proportion = { readonly successes: number; readonly n: number };
export type Bounds = { readonly low: number; readonly high: number };

/**
 * Score interval of a proportion, ratios 0..1, never outside them.
 * E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference"; without continuity correction.
 *
 * @returns `undefined` when n is 0
 */
export function wilson({ successes, n }: Proportion, confidence = 0.95): Bounds | undefined {
  if (n === 0) return undefined;
  const z = zOfConfidence(confidence);
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return { low: successes === 0 ? 0 : centre - half, high: successes === n ? 1 : centre + half };
}
