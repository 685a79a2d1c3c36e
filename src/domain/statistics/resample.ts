import { mean } from './mean';
import { sorted } from './quantile';
import { randomGamma, randomNormal, type Random } from './random';
import { sampleSd } from './sampleSd';

/** One bootstrap replicate of a statistic: its value in a sample of the same size drawn with replacement. */
export type Replicate = (random: Random) => number;

/** From here on a mean's replicates are drawn from the normal distribution they converge to. */
const LARGE = 2000;

/**
 * Replicates of a quantile (type 7) without drawing samples: the ranks that order statistics of a resample come from are
 * order statistics of uniform numbers, Beta distributed (Efron, 1979). Costs the same for six cases as for a million.
 */
export function quantileReplicate(values: ArrayLike<number>, q: number): Replicate {
  const ascending = sorted(values);
  const n = ascending.length;
  const position = (n - 1) * q;
  const k = Math.floor(position) + 1;
  const at = (uniform: number): number => ascending[Math.min(n - 1, Math.floor(uniform * n))] ?? Number.NaN;
  return (random) => {
    const [upTo, beyond] = [randomGamma(random, k), randomGamma(random, n - k + 1)];
    const lower = upTo / (upTo + beyond);
    if (k === n) return at(lower);
    const upper = lower + (1 - lower) * (1 - (1 - random()) ** (1 / (n - k)));
    return at(lower) + (at(upper) - at(lower)) * (position - (k - 1));
  };
}

/** Replicates of a mean (or of a share, the mean of zeros and ones). */
export function meanReplicate(values: ArrayLike<number>): Replicate {
  const n = values.length;
  const [centre, error] = [mean(values) ?? Number.NaN, (sampleSd(values) ?? 0) / Math.sqrt(n)];
  if (n >= LARGE) return (random) => centre + error * randomNormal(random);
  return (random) => {
    let total = 0;
    for (let i = 0; i < n; i += 1) total += values[Math.floor(random() * n)] ?? 0;
    return total / n;
  };
}
