import { newcombe } from '../../statistics/newcombe';
import { sum } from '../../statistics/mean';
import { twoProportions } from '../../statistics/twoProportions';
import type { Answered } from '../../statistics/unanswered';
import { wilson, type Proportion } from '../../statistics/wilson';
import { realDifference, type Comparison, type VerdictRule } from './rule';

const proportion = (values: Float64Array): Proportion => ({ successes: sum(values), n: values.length });

/** Shares: zeros and ones. */
export const shareRule: VerdictRule = {
  method: 'newcombe',
  because: {
    vi: 'Tỷ lệ được so sánh bằng khoảng Newcombe–Wilson, đúng cả khi ít hồ sơ và khi tỷ lệ gần 0 hoặc 100 %.',
    en: 'Shares are compared by Newcombe–Wilson intervals, which hold for few cases and near 0 or 100 %.',
    ja: '割合は Newcombe–Wilson の区間で比べます。案件が少ない場合や、0 % や 100 % に近い場合にも使えます。',
  },
  compare: (before, after) => compareShares(proportion(before), proportion(after)),
};

/** The same from counts, where the single cases are not at hand. */
export function compareShares(before: Proportion, after: Proportion): Answered<Comparison> {
  const test = twoProportions(before, after);
  if (!test.ok) return test;
  const difference = newcombe(before, after);
  if (!difference.ok) return difference;
  const { estimate, low, high } = difference;
  const shift = { estimate, low, high };
  const [before95, after95] = [wilson(before), wilson(after)];
  return {
    ok: true,
    method: shareRule.method,
    because: shareRule.because,
    p: test.p,
    statistic: test.z,
    shift,
    real: realDifference(test.p, shift),
    direction: Math.sign(estimate),
    intervals: { ...(before95 && { before: before95 }), ...(after95 && { after: after95 }) },
  };
}
