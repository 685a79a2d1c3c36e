import { mean } from '../cases/aggregations/mean';
import { median } from '../cases/aggregations/median';
import type { Interval, Side, VerdictName } from '../cycle/verdict';
import type { Words } from '../shared/language';
import type { Answered } from '../statistics/unanswered';
import type { Proportion } from '../statistics/wilson';
import { agrees, verdictOf } from '../verdict/compareIndicator';
import { LEAST_VALUES } from '../verdict/evidence';
import { meanRule } from '../verdict/rules/mean';
import { rankSumRule } from '../verdict/rules/rankSum';
import type { Comparison, VerdictRule } from '../verdict/rules/rule';
import { compareShares, shareRule } from '../verdict/rules/share';
import type { CompareAsked, CompareSharesAsked, CompareValuesAsked } from './analyses.schema';
import { comparisonWords, type Compared } from './comparisonWords';
import { blanksNoted, noted, type Note } from './notes';
import { present } from './present';

/** `statistic`, `p` and `shift` are missing where no test could be made: too few values, or none that differ. */
export type ComparisonAnalysis = {
  readonly verdict: VerdictName;
  readonly method: string;
  readonly methodBecause: Words;
  readonly statistic?: number;
  readonly p?: number;
  /** after − before */
  readonly shift?: Interval;
  readonly before: Side;
  readonly after: Side;
  readonly words: Words;
  readonly notes: readonly Note[];
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
};

function figuresOf(comparison: Answered<Comparison> | undefined): Partial<ComparisonAnalysis> {
  if (comparison === undefined || !comparison.ok) return {};
  const { method, because, statistic, p, shift } = comparison;
  return { method, methodBecause: because, statistic, p, shift };
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
  const figures = figuresOf(comparison);
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

const sideOf = (n: number, value: number | undefined): Side => (value === undefined ? { n } : { n, value });

function compareValues({ before, after, better, method }: CompareValuesAsked): ComparisonAnalysis {
  const [given, then] = [present(before), present(after)];
  const [b, a] = [Float64Array.from(given.values), Float64Array.from(then.values)];
  const [aggregation, rule] = method === 'welch' ? [mean, meanRule] : [median, rankSumRule];
  return judged({
    before: sideOf(b.length, aggregation.compute(b)),
    after: sideOf(a.length, aggregation.compute(a)),
    rule,
    better,
    compared: method === 'welch' ? 'mean' : 'median',
    blanks: given.blanks + then.blanks,
    compare: () => rule.compare(b, a, aggregation),
  });
}

function compareCounts({ before, after, better }: CompareSharesAsked): ComparisonAnalysis {
  const side = ({ successes, n }: Proportion): Side => sideOf(n, n === 0 ? undefined : successes / n);
  return judged({
    before: side(before),
    after: side(after),
    rule: shareRule,
    better,
    compared: 'share',
    blanks: 0,
    compare: () => compareShares(before, after),
  });
}

/**
 * Did own numbers change? The same methods and the same verdict as a cycle's Check: ranks or means of values, shares of
 * counts. Fewer than six on a side: too few data; values that do not differ: no evidence. Never NaN.
 */
export const analyseChange = (asked: CompareAsked): ComparisonAnalysis =>
  'n' in asked.before ? compareCounts(asked as CompareSharesAsked) : compareValues(asked as CompareValuesAsked);
