import { mean } from '../cases/aggregations/mean';
import { median } from '../cases/aggregations/median';
import type { Side, VerdictName } from '../cycle/verdict';
import { newcombe } from '../statistics/newcombe';
import type { Answered } from '../statistics/unanswered';
import type { Proportion } from '../statistics/wilson';
import { agrees, verdictOf } from '../verdict/compareIndicator';
import { LEAST_VALUES } from '../verdict/evidence';
import { meanRule } from '../verdict/rules/mean';
import { rankSumRule } from '../verdict/rules/rankSum';
import type { Comparison, VerdictRule } from '../verdict/rules/rule';
import { compareShares, shareRule } from '../verdict/rules/share';
import { comparePermuted, PERMUTATION_BECAUSE } from '../verdict/rules/permutation';
import type { CompareAsked, CompareSharesAsked, CompareValuesAsked } from './analyses.schema';
import { analyseSegments } from './compareSegments';
import { sideOf, type ComparisonAnalysis } from './comparison';
import { comparisonWords, type Compared } from './comparisonWords';
import { blanksNoted, noted } from './notes';
import { present } from './present';
import { analysed, type Analysed } from './refusals';

const NOWHERE = { estimate: 0, low: 0, high: 0 } as const;

/** Own values need not be durations. */
const OWN_BECAUSE = {
  vi: 'So sánh theo thứ hạng (Mann–Whitney, Hodges–Lehmann) không đòi hỏi hình dạng phân bố nào, và vài giá trị quá lớn hay quá nhỏ không quyết định kết quả.',
  en: 'Comparing ranks (Mann–Whitney, Hodges–Lehmann) supposes nothing about the shape of the values, and a few very large or small ones do not decide.',
  ja: '順位の比較（Mann–Whitney、Hodges–Lehmann）は値の分布の形を仮定せず、少数の極端に大きい値や小さい値に結果が左右されません。',
};
const ownRankRule: VerdictRule = {
  ...rankSumRule,
  because: OWN_BECAUSE,
  compare: (before, after, aggregation) => {
    const comparison = rankSumRule.compare(before, after, aggregation);
    return comparison.ok ? { ...comparison, because: OWN_BECAUSE } : comparison;
  },
};

/** Below this a verdict is possible but fragile. */
const SMALL = 30;

type Sides = { readonly before: Side; readonly after: Side };
type Judged = Sides & {
  readonly rule: VerdictRule;
  readonly better: CompareAsked['better'];
  readonly compared: Compared;
  readonly blanks: number;
  /** Asked only when both sides have enough. */
  readonly compare: () => Answered<Comparison>;
  /** What stands for a test where no value differs. */
  readonly unmoved: Required<Pick<ComparisonAnalysis, 'statistic' | 'shift'>>;
};

function figuresOf(
  comparison: Answered<Comparison> | undefined,
  { unmoved }: Pick<Judged, 'unmoved'>,
): Partial<ComparisonAnalysis> {
  if (comparison === undefined) return {};
  if (!comparison.ok) return { p: 1, ...unmoved };
  const { method, because, statistic, p, distribution, shift } = comparison;
  return { method, methodBecause: because, statistic, p, ...(distribution && { distribution }), shift };
}

function verdictFrom(comparison: Answered<Comparison> | undefined, { better, before, after }: Judged): VerdictName {
  if (comparison === undefined) return 'too-few-data';
  if (!comparison.ok) return 'no-evidence';
  return verdictOf(comparison.real && agrees(comparison, { before, after }), comparison.direction, better);
}

function judged(all: Judged): ComparisonAnalysis {
  const { rule, before, after, compared, blanks } = all;
  const least = Math.min(before.n, after.n);
  const comparison = least < LEAST_VALUES ? undefined : all.compare();
  const intervals = comparison?.ok === true ? (comparison.intervals ?? {}) : {};
  const verdict = verdictFrom(comparison, all);
  const figures = figuresOf(comparison, all);
  const sides = {
    before: { ...before, ...(intervals.before && { interval: intervals.before }) },
    after: { ...after, ...(intervals.after && { interval: intervals.after }) },
  };
  return {
    verdict,
    method: rule.method,
    methodBecause: rule.because,
    ...figures,
    ...sides,
    words: comparisonWords({ verdict, ...sides, ...(figures.shift && { shift: figures.shift }) }, compared),
    notes: [
      ...blanksNoted(blanks),
      ...noted(comparison === undefined, 'TOO_FEW_A_SIDE', LEAST_VALUES),
      ...noted(comparison?.ok === false, 'CONSTANT'),
      ...noted(comparison?.ok === true && least < SMALL, 'SMALL_SAMPLE', SMALL),
    ],
  };
}

function compareValues({ before, after, better, method, seed }: CompareValuesAsked): ComparisonAnalysis {
  const [given, then] = [present(before), present(after)];
  const [b, a] = [Float64Array.from(given.values), Float64Array.from(then.values)];
  const byRank = method === 'mann-whitney';
  const [aggregation, rule] = byRank ? [median, ownRankRule] : [mean, meanRule];
  return judged({
    before: sideOf(b.length, aggregation.compute(b)),
    after: sideOf(a.length, aggregation.compute(a)),
    rule: method === 'permutation' ? { ...rule, method, because: PERMUTATION_BECAUSE } : rule,
    better,
    compared: byRank ? 'median' : 'mean',
    blanks: given.blanks + then.blanks,
    unmoved: { statistic: byRank ? (b.length * a.length) / 2 : 0, shift: NOWHERE },
    compare: () => (method === 'permutation' ? comparePermuted(b, a, seed) : rule.compare(b, a, aggregation)),
  });
}

function compareCounts({ before, after, better }: CompareSharesAsked): ComparisonAnalysis {
  const side = ({ successes, n }: Proportion): Side => sideOf(n, n === 0 ? undefined : successes / n);
  const apart = newcombe(before, after);
  return judged({
    before: side(before),
    after: side(after),
    rule: shareRule,
    better,
    compared: 'share',
    blanks: 0,
    unmoved: {
      statistic: 0,
      shift: apart.ok ? { estimate: apart.estimate, low: apart.low, high: apart.high } : NOWHERE,
    },
    compare: () => compareShares(before, after),
  });
}

/**
 * Did own numbers change? The same methods and the same verdict as a cycle's Check: ranks, means or random division of
 * values, level and slope of values in order of time, shares of counts. Fewer than six on a side: too few data; values that
 * do not differ: no evidence. Never NaN. `TOO_FEW_VALUES`: level and slope need eight on a side.
 */
export function analyseChange(asked: CompareAsked): Analysed<ComparisonAnalysis> {
  if ('n' in asked.before) return analysed(compareCounts(asked as CompareSharesAsked));
  const values = asked as CompareValuesAsked;
  return values.method === 'interrupted-time-series' ? analyseSegments(values) : analysed(compareValues(values));
}
