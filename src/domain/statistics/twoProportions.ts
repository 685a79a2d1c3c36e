import { twoSidedP } from './normal';
import { unanswered, type Answered } from './unanswered';
import type { Proportion } from './wilson';

/**
 * Are two proportions equal? Score test with the pooled proportion; z² is Pearson's chi-square of the 2 × 2 table without
 * continuity correction. `constant`: nobody or everybody succeeded on both sides.
 */
export function twoProportions(
  before: Proportion,
  after: Proportion,
): Answered<{ readonly z: number; readonly p: number }> {
  if (before.n === 0 || after.n === 0) return unanswered('empty');
  const pooled = (before.successes + after.successes) / (before.n + after.n);
  if (pooled === 0 || pooled === 1) return unanswered('constant');
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n));
  const z = (after.successes / after.n - before.successes / before.n) / error;
  return { ok: true, z, p: twoSidedP(z) };
}
