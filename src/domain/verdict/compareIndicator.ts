import type { Aggregation } from '../cases/aggregations/aggregation';
import type { PlanIndicator } from '../cycle/cycle.schema';
import type { IndicatorVerdict, Interval, Side, VerdictName } from '../cycle/verdict';
import type { LocalDate } from '../shared/time';
import { pilotAgainstControl } from './control';
import { LEAST_VALUES, type BothSides, type Evidence } from './evidence';
import { predictionOutcome, targetMet } from './prediction';
import { VERDICT_RULES } from './rules/catalogue';
import type { Comparison } from './rules/rule';
import { LEAST_POINTS } from '../statistics/interruptedTimeSeries';
import { trendBefore } from './trendBefore';
import { CONTROL_TOO_SMALL, warningsOf } from './warnings';
import { verdictWords, type Unworded } from './words';

export type Compared = {
  readonly indicator: PlanIndicator;
  readonly aggregation: Aggregation;
  /** The pilot's cases; all cases where there is no pilot group. */
  readonly sides: BothSides;
  readonly control?: BothSides;
  /** First day on which a verdict can be expected, should there be too few data now. */
  readonly possibleFrom?: LocalDate;
  /** Of the bootstrap: the same text gives the same interval. */
  readonly seed: string;
};

type Judged = { readonly verdict: VerdictName } & Pick<
  IndicatorVerdict,
  'method' | 'methodBecause' | 'p' | 'statistic' | 'shift' | 'control'
>;

const DIFFERENCE_IN_DIFFERENCES = {
  method: 'difference-in-differences',
  methodBecause: {
    vi: 'Có nhóm đối chứng: chỉ tính phần thay đổi của nơi thí điểm vượt quá thay đổi của nhóm đối chứng.',
    en: 'There is a control group: only the change of the pilot beyond that of the control group counts.',
    ja: '対照群があります。対照群の変化を上回る試行の変化だけを数えます。',
  },
} as const;

function sideOf({ value, n }: Evidence, interval?: Side['interval']): Side {
  return { n, ...(value === undefined ? {} : { value }), ...(interval === undefined ? {} : { interval }) };
}

/** What a difference means for an indicator that is better one way. */
export function verdictOf(real: boolean, direction: number, better: 'higher' | 'lower'): VerdictName {
  if (!real || direction === 0) return 'no-evidence';
  return direction > 0 === (better === 'higher') ? 'improved' : 'worse';
}

type Values = { readonly before: Pick<Evidence, 'value'>; readonly after: Pick<Evidence, 'value'> };

/** A test that sees the ranks go one way while the indicator itself goes the other says nothing about the indicator. */
export function agrees({ direction }: Pick<Comparison, 'direction'>, { before, after }: Values): boolean {
  const moved = (after.value ?? 0) - (before.value ?? 0);
  return moved === 0 || Math.sign(moved) === direction;
}

function judge(compared: Compared, better: 'higher' | 'lower', comparison: Comparison | undefined): Judged {
  const { sides, aggregation, control, seed } = compared;
  const rule = VERDICT_RULES[aggregation.nature];
  const basis = { method: comparison?.method ?? rule.method, methodBecause: comparison?.because ?? rule.because };
  if (Math.min(sides.before.values.length, sides.after.values.length) < LEAST_VALUES) {
    return { verdict: 'too-few-data', ...basis, ...controlOf(control) };
  }
  const figures = comparison && { p: comparison.p, statistic: comparison.statistic, shift: comparison.shift };
  const difference = control && pilotAgainstControl(aggregation, sides, control, seed);
  if (difference !== undefined) {
    const { estimate, low, high } = difference;
    const verdict = verdictOf(low > 0 || high < 0, Math.sign(estimate), better);
    return { verdict, ...DIFFERENCE_IN_DIFFERENCES, ...figures, ...controlOf(control, difference) };
  }
  const real = comparison !== undefined && comparison.real && agrees(comparison, sides);
  return { verdict: verdictOf(real, comparison?.direction ?? 0, better), ...basis, ...figures, ...controlOf(control) };
}

function controlOf(control: BothSides | undefined, difference?: Interval): Pick<IndicatorVerdict, 'control'> {
  if (control === undefined) return {};
  const { before, after } = control;
  return {
    control: { before: sideOf(before), after: sideOf(after), ...(difference === undefined ? {} : { difference }) },
  };
}

function comparisonOf({ aggregation, sides }: Compared): Comparison | undefined {
  const [before, after] = [sides.before.values, sides.after.values];
  if (Math.min(before.length, after.length) < LEAST_VALUES) return undefined;
  const answer = VERDICT_RULES[aggregation.nature].compare(before, after, aggregation);
  return answer.ok ? answer : undefined;
}

/** Only without a control group: with one, what happened anyway is taken off already. */
function trendOf({ sides }: Compared, { verdict, control }: Judged, better: 'higher' | 'lower') {
  const { before, after } = sides;
  const few = Math.min(before.periods.measured, after.periods.measured) < LEAST_POINTS;
  if (few || control?.difference !== undefined || before.series === undefined || after.series === undefined) return [];
  return trendBefore({ before: before.series(), after: after.series() }, verdict, better) ?? [];
}

function warnings(compared: Compared, judged: Judged, better: 'higher' | 'lower'): Pick<IndicatorVerdict, 'warnings'> {
  const { aggregation, sides, control } = compared;
  const missing =
    control !== undefined && judged.control?.difference === undefined && judged.verdict !== 'too-few-data';
  const all = [
    ...warningsOf(aggregation, sides),
    ...(missing ? [CONTROL_TOO_SMALL] : []),
    ...[trendOf(compared, judged, better)].flat(),
  ];
  return all.length === 0 ? {} : { warnings: all };
}

/**
 * The engine's verdict on one indicator: improved, worse, no evidence or too few data, with the size of the change, the
 * method and why this method, prediction and target, and two lines of words. JSON-plain; never NaN.
 */
export function compareIndicator(compared: Compared): IndicatorVerdict {
  const { indicator, aggregation, sides, possibleFrom } = compared;
  const { before, after } = sides;
  const better = indicator.better ?? aggregation.better;
  const comparison = comparisonOf(compared);
  const judged = judge(compared, better, comparison);
  const met = targetMet(indicator.target, after.value, better);
  const measure = {
    unit: aggregation.unit,
    ...(after.per === undefined || aggregation.nature === 'stock' ? {} : { per: after.per }),
  };
  const unworded: Unworded = {
    indicator: indicator.key,
    aggregation: aggregation.key,
    ...(indicator.name === undefined ? { names: aggregation.names } : { name: indicator.name }),
    unit: aggregation.unit,
    better,
    role: indicator.role,
    ...judged,
    before: sideOf(before, comparison?.intervals?.before),
    after: sideOf(after, comparison?.intervals?.after),
    prediction: predictionOutcome(indicator.prediction, after.value),
    ...(indicator.role === 'balancing' && judged.verdict !== 'too-few-data'
      ? { harmed: judged.verdict === 'worse' }
      : {}),
    ...(met === undefined ? {} : { targetMet: met }),
    ...(judged.verdict !== 'too-few-data' || possibleFrom === undefined ? {} : { possibleFrom }),
    points: { before: before.periods.measured, after: after.periods.measured },
    ...warnings(compared, judged, better),
    ...(after.per === undefined ? {} : { per: after.per }),
  };
  return { ...unworded, words: verdictWords(unworded, indicator, aggregation.names, measure) };
}
