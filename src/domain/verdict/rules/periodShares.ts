import type { Words } from '../../shared/language';
import { sum } from '../../statistics/mean';
import { newcombe } from '../../statistics/newcombe';
import { zOfConfidence } from '../../statistics/normalQuantile';
import { overdispersion } from '../../statistics/overdispersion';
import { twoSidedT, twoSidedTP } from '../../statistics/studentT';
import { twoProportions } from '../../statistics/twoProportions';
import type { Answered } from '../../statistics/unanswered';
import { wilson, type Proportion } from '../../statistics/wilson';
import { ALPHA, realDifference, type Comparison } from './rule';
import { compareShares } from './share';

const PRIME_BECAUSE: Words = {
  vi: 'Tỷ lệ dao động giữa các kỳ nhiều hơn mức ngẫu nhiên của phép đếm, nên khoảng Newcombe–Wilson được nới theo dao động đó: số lượng lớn không làm mọi khác biệt thành tín hiệu.',
  en: 'Shares vary from period to period more than counting explains, so the Newcombe–Wilson intervals are widened by it: large numbers do not make a signal of every difference.',
  ja: '割合の期間ごとのばらつきが、数え上げだけで説明できるより大きいため、Newcombe–Wilson の区間をその分広げます。件数が多いだけで、あらゆる差がシグナルになることはありません。',
};

const total = (periods: readonly Proportion[]): Proportion => ({
  successes: sum(periods.map(({ successes }) => successes)),
  n: sum(periods.map(({ n }) => n)),
});
const shrunk = ({ successes, n }: Proportion, by: number): Proportion => ({ successes: successes / by, n: n / by });

/**
 * Shares of periods, all counts of a side together. Where they vary more than counting explains, the test is Student's with
 * that variation in it, and the intervals are those of as many fewer cases.
 */
export function comparePeriodShares(before: readonly Proportion[], after: readonly Proportion[]): Answered<Comparison> {
  const [b, a] = [total(before), total(after)];
  const { factor, df } = overdispersion(before, after);
  if (factor <= 1 || df < 1) return compareShares(b, a);
  const test = twoProportions(b, a);
  if (!test.ok) return test;
  const fewer = factor * (twoSidedT(ALPHA, df) / zOfConfidence(1 - ALPHA)) ** 2;
  const difference = newcombe(shrunk(b, fewer), shrunk(a, fewer));
  if (!difference.ok) return difference;
  const { estimate, low, high } = difference;
  const [t, intervals] = [test.z / Math.sqrt(factor), [b, a].map((side) => wilson(shrunk(side, fewer)))];
  const p = twoSidedTP(t, df);
  const shift = { estimate, low, high };
  return {
    ok: true,
    method: 'newcombe-prime',
    because: PRIME_BECAUSE,
    p,
    statistic: t,
    shift,
    real: realDifference(p, shift),
    direction: Math.sign(estimate),
    intervals: { ...(intervals[0] && { before: intervals[0] }), ...(intervals[1] && { after: intervals[1] }) },
  };
}
