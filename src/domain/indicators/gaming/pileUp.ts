import { logGamma } from '../../statistics/logGamma';

/** Fewer values than this about the limit say nothing. */
export const LEAST_ABOUT_LIMIT = 30;
const LEAST_RATIO = 1.5;
const ALPHA = 0.01;

/** How many values lie in the bin just inside a limit, and how many the bins about it let expect. */
export type PileUp = {
  readonly limit: number;
  readonly inside: number;
  readonly expected: number;
  readonly ratio: number;
  /** One-sided: chance of so many or more in that bin among all the bins looked at. */
  readonly p: number;
  /** Values in all the bins looked at. */
  readonly n: number;
  readonly piled: boolean;
};

/** P(X ≥ k) for X binomial(n, q). */
function binomialTail(k: number, n: number, q: number): number {
  let tail = 0;
  for (let i = k; i <= n; i += 1) {
    const choices = logGamma(n + 1) - logGamma(i + 1) - logGamma(n - i + 1);
    tail += Math.exp(choices + i * Math.log(q) + (n - i) * Math.log1p(-q));
  }
  return Math.min(1, tail);
}

/**
 * Do values pile up just inside a limit? The count in (limit − 1, limit] is held against the mean of the two bins on
 * either side of it, or against the bins a week earlier and later where these are fuller (as with the bunching estimators of
 * tax research: Kleven, 2016). Piled: half as many again, and a chance below 1 % among at least 30 values. Conservative:
 * where the curve bends upwards, as the tail of durations does, the neighbours' mean lies above it. `undefined`: no values.
 *
 * @param distances limit − value: 0 up to 1 is just inside, negative is outside
 * @param week offices work in weeks: so many bins make one
 */
export function pileUp(
  distances: ArrayLike<number>,
  { limit, week }: { readonly limit: number; readonly week: number },
): PileUp | undefined {
  if (distances.length === 0) return undefined;
  const bins = new Map<number, number>();
  for (let i = 0; i < distances.length; i += 1) {
    const bin = Math.floor(distances[i] ?? 0);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const count = (bin: number): number => bins.get(bin) ?? 0;
  const inside = count(0);
  const near = [-2, -1, 1, 2].map(count);
  const weekly = (count(-week) + count(week)) / 2;
  const mean = near.reduce((a, b) => a + b, 0) / near.length;
  const n = inside + near.reduce((a, b) => a + b, 0);
  const expected = Math.max(mean, weekly);
  const share = expected / (expected + near.length * mean || 1);
  const p = n === 0 ? 1 : binomialTail(inside, n, Math.min(0.999, Math.max(1 / (near.length + 1), share)));
  const ratio = inside / Math.max(expected, 1);
  return { limit, inside, expected, ratio, p, n, piled: n >= LEAST_ABOUT_LIMIT && ratio >= LEAST_RATIO && p < ALPHA };
}
