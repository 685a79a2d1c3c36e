import { mean } from './mean';
import type { Difference } from './newcombe';
import { sampleVariance } from './sampleSd';
import { twoSidedT, twoSidedTP } from './studentT';
import { sampleProblem, unanswered, type Answered } from './unanswered';

export type Welch = Difference & { readonly t: number; readonly df: number; readonly p: number };

/**
 * Difference of two means, after − before, with its interval; the spreads need not be equal. B. L. Welch (1947), "The
 * generalization of Student's problem when several different population variances are involved". `constant`: neither
 * side varies; `too-few`: a side has a single value.
 */
export function welch(before: ArrayLike<number>, after: ArrayLike<number>, confidence = 0.95): Answered<Welch> {
  const problem = sampleProblem(2, before, after);
  if (problem !== undefined) return problem;
  const errorOf = (values: ArrayLike<number>): number => (sampleVariance(values) ?? 0) / values.length;
  const [b, a] = [errorOf(before), errorOf(after)];
  if (a + b === 0) return unanswered('constant');
  const estimate = (mean(after) ?? 0) - (mean(before) ?? 0);
  const df = (a + b) ** 2 / (a ** 2 / (after.length - 1) + b ** 2 / (before.length - 1));
  const half = twoSidedT(1 - confidence, df) * Math.sqrt(a + b);
  const t = estimate / Math.sqrt(a + b);
  return { ok: true, estimate, low: estimate - half, high: estimate + half, t, df, p: twoSidedTP(t, df) };
}
