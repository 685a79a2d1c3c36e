import type { Words } from '../../shared/language';
import { hodgesLehmann } from '../../statistics/hodgesLehmann';
import { mannWhitney } from '../../statistics/mannWhitney';
import { sorted } from '../../statistics/quantile';
import { quantileInterval } from '../../statistics/quantileDifference';
import type { Answered } from '../../statistics/unanswered';
import { ALPHA, type Comparison, type VerdictRule } from './rule';

const RANK_SUM = 'mann-whitney';

/** The rank-sum comparison under its own reason: durations, and what stands in for them. */
export function compareRanks(before: Float64Array, after: Float64Array, because: Words): Answered<Comparison> {
  const test = mannWhitney(before, after);
  if (!test.ok) return test;
  const shift = hodgesLehmann(before, after);
  if (!shift.ok) return shift;
  const { estimate, low, high } = shift;
  return {
    ok: true,
    method: RANK_SUM,
    because,
    p: test.p,
    distribution: test.method,
    statistic: test.u,
    shift: { estimate, low, high },
    real: test.p < ALPHA,
    direction: Math.sign(test.superiority - 0.5),
  };
}

const bounds = (values: Float64Array): { readonly low: number; readonly high: number } => {
  const { low, high } = quantileInterval(sorted(values), 0.5, 0.95);
  return { low, high };
};

/** Durations: many short, a few very long. Ranks do not let the few decide. */
export const rankSumRule: VerdictRule = {
  method: RANK_SUM,
  because: {
    vi: 'Thời gian giải quyết thường có vài hồ sơ rất dài; phép so sánh theo thứ hạng (Mann–Whitney, Hodges–Lehmann) không để vài hồ sơ đó quyết định kết quả.',
    en: 'Durations have a few very long cases; comparing ranks (Mann–Whitney, Hodges–Lehmann) does not let those few decide.',
    ja: '所要日数には極端に長い案件が少数あります。順位の比較（Mann–Whitney、Hodges–Lehmann）では、その少数に結果が左右されません。',
  },
  compare: (before, after) => {
    const comparison = compareRanks(before, after, rankSumRule.because);
    return comparison.ok ? { ...comparison, intervals: { before: bounds(before), after: bounds(after) } } : comparison;
  },
};
