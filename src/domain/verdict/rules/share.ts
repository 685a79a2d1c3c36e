import { newcombe } from '../../statistics/newcombe';
import { sum } from '../../statistics/mean';
import { twoProportions } from '../../statistics/twoProportions';
import { wilson, type Proportion } from '../../statistics/wilson';
import { realDifference, type VerdictRule } from './rule';

const proportion = (values: Float64Array): Proportion => ({ successes: sum(values), n: values.length });

/** Shares: zeros and ones. */
export const shareRule: VerdictRule = {
  method: 'newcombe',
  because: {
    vi: 'Tỷ lệ được so sánh bằng khoảng Newcombe–Wilson, đúng cả khi ít hồ sơ và khi tỷ lệ gần 0 hoặc 100 %.',
    en: 'Shares are compared by Newcombe–Wilson intervals, which hold for few cases and near 0 or 100 %.',
  },
  compare: (before, after) => {
    const [b, a] = [proportion(before), proportion(after)];
    const test = twoProportions(b, a);
    if (!test.ok) return test;
    const difference = newcombe(b, a);
    if (!difference.ok) return difference;
    const { estimate, low, high } = difference;
    const shift = { estimate, low, high };
    const [before95, after95] = [wilson(b), wilson(a)];
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
  },
};
