import { logBeta } from './logGamma';
import { normalQuantile } from './normalQuantile';

const STEPS = 10_000;
const TINY = 1e-300;

/** Continued fraction of the incomplete beta function by Lentz's method; converges fast for x < (a + 1) / (a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let value = d;
  for (let m = 1; m < STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/** Regularised incomplete beta function I_x(a, b) from x and 1 − x, both given so that neither loses digits. */
function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const front = Math.exp(
    a * (x < 0.5 ? Math.log(x) : Math.log1p(-rest)) +
      b * (rest < 0.5 ? Math.log(rest) : Math.log1p(-x)) -
      logBeta(a, b),
  );
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(rest, b, a)) / b;
}

/** P(|T| > |t|) of Student's distribution: the two-sided p. `df` > 0, not necessarily whole. */
export function twoSidedTP(t: number, df: number): number {
  const square = t * t;
  return incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5);
}

function density(t: number, df: number): number {
  return Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df) - logBeta(df / 2, 0.5)) / Math.sqrt(df);
}

/** The t > 0 that |T| exceeds with probability `p` (0 < p < 1): 2.2281 for p = 0.05 and 10 degrees of freedom. */
export function twoSidedT(p: number, df: number): number {
  let [low, high] = [0, 1e308];
  let t = normalQuantile(1 - p / 2);
  for (let i = 0; i < 2000; i += 1) {
    const error = twoSidedTP(t, df) - p;
    if (error > 0) low = t;
    else high = t;
    const newton = t + error / (2 * density(t, df));
    const next = newton > low && newton < high ? newton : high < 1e308 ? (low + high) / 2 : t * 2;
    if (Math.abs(next - t) <= 1e-14 * t) return next;
    t = next;
  }
  return t;
}
