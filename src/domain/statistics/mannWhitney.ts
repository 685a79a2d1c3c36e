import { normalSurvival } from './normal';
import { sorted } from './quantile';
import { rankSum, rankSumLowerTail } from './rankSum';
import { sampleProblem, unanswered, type Answered } from './unanswered';

/** Up to here (and without ties) the exact distribution is used, as scipy does; more pairs would take too long. */
const EXACT_SMALLER_SAMPLE = 8;
const EXACT_PAIRS = 1e7;

export type MannWhitney = {
  /** Pairs (after, before) in which after is larger; ties count half. */
  readonly u: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: 'exact' | 'asymptotic';
  /** Chance that a case from after is larger than one from before, ties half: 0.5 is no difference. */
  readonly superiority: number;
};

/**
 * Does one sample tend to larger values? Two-sided rank-sum test of H. B. Mann and D. R. Whitney (1947): exact without
 * ties when the smaller sample has at most 8 values, else normal with corrections for ties and continuity, as scipy's
 * `mannwhitneyu`. `constant`: all values are equal.
 */
export function mannWhitney(before: ArrayLike<number>, after: ArrayLike<number>): Answered<MannWhitney> {
  const problem = sampleProblem(1, before, after);
  if (problem !== undefined) return problem;
  const [m, n] = [before.length, after.length];
  const { u, pairs, sigma, ties } = rankSum(sorted(before), sorted(after));
  if (sigma === 0) return unanswered('constant');
  const larger = Math.max(u, pairs - u);
  const exact = !ties && Math.min(m, n) <= EXACT_SMALLER_SAMPLE && pairs <= EXACT_PAIRS;
  const oneSided = exact
    ? rankSumLowerTail(pairs - larger, Math.min(m, n), Math.max(m, n))
    : normalSurvival((larger - pairs / 2 - 0.5) / sigma);
  const p = Math.min(1, 2 * oneSided);
  return { ok: true, u, p, method: exact ? 'exact' : 'asymptotic', superiority: u / pairs };
}
