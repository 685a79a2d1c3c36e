import { mean } from '../../statistics/mean';
import { permutationTest } from '../../statistics/permutation';
import { quantileOfSorted } from '../../statistics/quantile';
import { seededRandom } from '../../statistics/random';
import { meanReplicate } from '../../statistics/resample';
import type { Difference } from '../../statistics/newcombe';
import type { Answered } from '../../statistics/unanswered';
import { realDifference, type Comparison } from './rule';

/** So many values are moved at most: many values get fewer divisions, so that an answer takes no longer than a moment. */
const MOVES = 2e7;
const MOST = 9999;
const REPLICATES = 2000;

export const PERMUTATION_BECAUSE = {
  vi: 'Các giá trị được chia ngẫu nhiên thành hai nhóm nhiều lần; p là tần suất chênh lệch trung bình lớn như thực tế. Cách này không giả định hình dạng phân bố.',
  en: 'All values are divided at random many times; p is how often the means then differ as much. Nothing is supposed about their shape.',
  ja: 'すべての値を何度も無作為に分け直します。p は、平均が同じだけ異なる頻度です。分布の形は仮定しません。',
};

const differenceOfMeans = (before: Float64Array, after: Float64Array): number =>
  (mean(after) ?? 0) - (mean(before) ?? 0);

/** Percentile interval of the difference of means, each side drawn on its own (Efron and Tibshirani, §13.3). */
function bootstrapped(before: Float64Array, after: Float64Array, seed: string): Omit<Difference, 'estimate'> {
  const random = seededRandom(`interval:${seed}`);
  const [b, a] = [meanReplicate(before), meanReplicate(after)];
  const replicates = Float64Array.from({ length: REPLICATES }, () => a(random) - b(random)).sort();
  return { low: quantileOfSorted(replicates, 0.025) ?? 0, high: quantileOfSorted(replicates, 0.975) ?? 0 };
}

/** Means by random division, seeded: the same seed gives the same p and interval. */
export function comparePermuted(before: Float64Array, after: Float64Array, seed: string): Answered<Comparison> {
  const permutations = Math.min(MOST, Math.floor(MOVES / Math.max(1, before.length + after.length)));
  const test = permutationTest(before, after, differenceOfMeans, { seed, permutations });
  if (!test.ok) return test;
  const shift = { estimate: test.difference, ...bootstrapped(before, after, seed) };
  return {
    ok: true,
    method: 'permutation',
    because: PERMUTATION_BECAUSE,
    p: test.p,
    statistic: test.difference,
    shift,
    real: realDifference(test.p, shift),
    direction: Math.sign(test.difference),
  };
}
