import { compareRanks } from './rankSum';
import type { VerdictRule } from './rule';

/** Counts and stocks: one number a period, periods are compared. */
export const periodRule: VerdictRule = {
  method: 'mann-whitney-periods',
  because: {
    vi: 'Số lượng chỉ có một giá trị mỗi kỳ, nên các kỳ trước và sau được so sánh theo thứ hạng.',
    en: 'A count has one value a period, so the periods before and after are compared by rank.',
    ja: '件数は期間ごとに一つの値なので、前と後の期間を順位で比べます。',
  },
  compare: (before, after) => {
    const comparison = compareRanks(before, after, periodRule.because);
    return comparison.ok ? { ...comparison, method: periodRule.method } : comparison;
  },
};
