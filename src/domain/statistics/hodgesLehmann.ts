import { zOfConfidence } from './normalQuantile';
import type { Difference } from './newcombe';
import { kthDifference, medianDifference } from './pairwiseDifferences';
import { sorted } from './quantile';
import { rankSum, rankSumDistribution, type RankSum } from './rankSum';
import { sampleProblem, type Answered } from './unanswered';

/** R's `wilcox.test` uses the exact distribution below this many values a side, without ties. */
const EXACT_BELOW = 50;

/** The smallest u with P(U ≤ u) at least `level`. */
function exactQuantile(m: number, n: number, level: number): number {
  let [u, reached] = [-1, 0];
  for (const p of rankSumDistribution(m, n)) {
    if (reached >= level) break;
    reached += p;
    u += 1;
  }
  return u;
}

/** The same by the normal distribution, with corrections for ties and continuity. */
const normalQuantileOfU = ({ pairs, sigma }: RankSum, confidence: number): number =>
  Math.ceil(pairs / 2 - 0.5 - zOfConfidence(confidence) * sigma);

/**
 * By how much did the values shift? Median of all differences after − before, in the unit of the values, with the interval
 * that inverts the rank-sum test: of the ordered differences the c-th from below and from above.
 * J. L. Hodges and E. L. Lehmann (1963); interval as in Hollander and Wolfe, "Nonparametric Statistical Methods", §4.3.
 * Without ties and under 50 values a side c is R's `qwilcox((1 − confidence) / 2, m, n)`; else its normal approximation
 * (R then solves for the root of the z statistic, which lies between the same two differences but for rounding).
 */
export function hodgesLehmann(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  confidence = 0.95,
): Answered<Difference> {
  const problem = sampleProblem(1, before, after);
  if (problem !== undefined) return problem;
  const [x, y] = [sorted(before), sorted(after)];
  const ranks = rankSum(x, y);
  const exact = !ranks.ties && x.length < EXACT_BELOW && y.length < EXACT_BELOW;
  const u = exact ? exactQuantile(x.length, y.length, (1 - confidence) / 2) : normalQuantileOfU(ranks, confidence);
  const c = Math.min(Math.max(1, u), Math.ceil(ranks.pairs / 2));
  return {
    ok: true,
    estimate: medianDifference(x, y),
    low: kthDifference(x, y, c),
    high: kthDifference(x, y, ranks.pairs + 1 - c),
  };
}
