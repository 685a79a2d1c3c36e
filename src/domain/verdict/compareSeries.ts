import type { PlanIndicator } from '../cycle/cycle.schema';
import type { IndicatorVerdict, SeriesPoint, Side, VerdictName, VerdictWarning } from '../cycle/verdict';
import type { DefinitionVersion } from '../indicators/facts';
import type { IndicatorDefinition } from '../indicators/indicator.schema';
import { readableWords, spellings } from '../indicators/named';
import type { IndicatorValue } from '../indicators/value';
import type { Words } from '../shared/language';
import type { LocalDate } from '../shared/time';
import { median } from '../statistics/median';
import { agrees, verdictOf } from './compareIndicator';
import { LEAST_VALUES } from './evidence';
import { counted, daysOfPeriods, pointOf, type PeriodWindows } from './librarySeries';
import { predictionOutcome, targetMet } from './prediction';
import type { Comparison } from './rules/rule';
import { seriesRule, sharesOf, transformed, type SeriesRule } from './rules/series';
import { seriesWarnings } from './seriesWarnings';
import { trendBefore } from './trendBefore';
import { verdictWords, type Spoke, type Unworded } from './words';

export type ComparedSeries = {
  /** As the plan has it; `indicator` names the one in the library. */
  readonly indicator: PlanIndicator;
  /** Every version, oldest first, and the one that holds now. */
  readonly definitions: readonly DefinitionVersion[];
  readonly definition: IndicatorDefinition;
  readonly periods: PeriodWindows;
  /** One for every period of both windows, in order. */
  readonly values: { readonly before: readonly IndicatorValue[]; readonly after: readonly IndicatorValue[] };
  readonly possibleFrom?: LocalDate;
  /** A part of the cases was the pilot: the library's values are of the whole unit. */
  readonly pilotIsPart?: boolean;
};

type Points = { readonly before: readonly SeriesPoint[]; readonly after: readonly SeriesPoint[] };

function pointsOf(values: readonly IndicatorValue[], definition: IndicatorDefinition): readonly SeriesPoint[] {
  return values.flatMap((value) => pointOf(value) ?? []).map((point) => counted(point, definition));
}

/** What stands for a side: shares by all their counts, anything else by its middle period. */
function sideOf(points: readonly SeriesPoint[], rule: SeriesRule, interval: Side['interval']): Side {
  const shares = rule.kind === 'shares' ? sharesOf(points) : [];
  const n = shares.reduce((all, one) => all + one.n, 0);
  const successes = shares.reduce((all, one) => all + one.successes, 0);
  const middle = rule.kind === 'shares' ? (successes / n) * rule.per : median(points.map(({ value }) => value));
  const counted = points.reduce((all, point) => all + (point.n ?? 1), 0);
  return {
    n: rule.kind === 'shares' ? n : counted,
    ...(middle === undefined || !Number.isFinite(middle) ? {} : { value: middle }),
    ...(interval === undefined ? {} : { interval }),
  };
}

function namesOf({ name }: PlanIndicator, definition: IndicatorDefinition): { name?: string; names: Words } {
  const names = readableWords(definition.name);
  return name === undefined || spellings(definition.name).includes(name) ? { names } : { name, names };
}

type Judged = { readonly verdict: VerdictName; readonly comparison?: Comparison };

function judge(
  points: Points,
  rule: SeriesRule,
  better: 'higher' | 'lower',
  sides: { before: Side; after: Side },
): Judged {
  if (Math.min(points.before.length, points.after.length) < LEAST_VALUES) return { verdict: 'too-few-data' };
  const answer = rule.compare(points.before, points.after);
  if (!answer.ok) return { verdict: 'no-evidence' };
  const real = answer.real && (rule.kind === 'distance' || agrees(answer, sides));
  return { verdict: verdictOf(real, answer.direction, better), comparison: answer };
}

const versionsOf = (points: readonly SeriesPoint[]): readonly number[] =>
  [...new Set(points.flatMap(({ definitionVersion }) => definitionVersion ?? []))].sort((a, b) => a - b);

/** With the gaps, in order of time. */
function timed(values: readonly IndicatorValue[], rule: SeriesRule): readonly (number | null)[] {
  return values.map((value) => {
    const point = pointOf(value);
    return point === undefined ? null : transformed(rule, point.value);
  });
}

/** What the plan expects of it, and whether a balancing indicator got worse. */
function outcomes(
  { indicator, definition }: ComparedSeries,
  verdict: VerdictName,
  after: Side,
  better: 'higher' | 'lower',
) {
  const { prediction, target, role } = indicator;
  const { range, direction } = definition;
  const inRange = direction === 'range' && range !== undefined && after.value !== undefined;
  const met = inRange
    ? (after.value ?? 0) >= range.low && (after.value ?? 0) <= range.high
    : targetMet(target, after.value, better);
  return {
    prediction: predictionOutcome(prediction, after.value),
    ...(met === undefined ? {} : { targetMet: met }),
    ...(role === 'balancing' && verdict !== 'too-few-data' ? { harmed: verdict === 'worse' } : {}),
  };
}

function warningsOf(compared: ComparedSeries, rule: SeriesRule, verdict: VerdictName): readonly VerdictWarning[] {
  const { values, indicator } = compared;
  const sides = { before: timed(values.before, rule), after: timed(values.after, rule) };
  const trend = trendBefore(sides, verdict, indicator.better ?? 'higher');
  return [...seriesWarnings(compared), ...(trend === undefined ? [] : [trend])];
}

function windowOf({ before, after }: PeriodWindows): Pick<IndicatorVerdict, 'window'> {
  const [b, a] = [daysOfPeriods(before), daysOfPeriods(after)];
  return b === undefined || a === undefined ? {} : { window: { before: b, after: a } };
}

const figuresOf = ({ p, statistic, shift }: Comparison) => ({ p, statistic, shift });

/**
 * The verdict on an indicator of the library: its values of whole periods before and after the change. Shares by all their
 * counts, widened where they vary beyond counting; other values by rank. JSON-plain; never NaN.
 */
export function compareSeries(compared: ComparedSeries): IndicatorVerdict {
  const { indicator, definition, values, periods, possibleFrom } = compared;
  const points: Points = {
    before: pointsOf(values.before, definition),
    after: pointsOf(values.after, definition),
  };
  const better = indicator.better ?? (definition.direction === 'higher' ? 'higher' : 'lower');
  const rule = seriesRule(definition, [...points.before, ...points.after]);
  const plain = { before: sideOf(points.before, rule, undefined), after: sideOf(points.after, rule, undefined) };
  const { verdict, comparison } = judge(points, rule, better, plain);
  const after = sideOf(points.after, rule, comparison?.intervals?.after);
  const { name, names } = namesOf(indicator, definition);
  const warnings = warningsOf(compared, rule, verdict);
  const unworded: Unworded = {
    indicator: indicator.key,
    ...(indicator.indicator === undefined ? {} : { library: indicator.indicator }),
    ...(name === undefined ? { names } : { name }),
    unit: definition.unit,
    better,
    role: indicator.role,
    verdict,
    method: comparison?.method ?? rule.method,
    methodBecause: comparison?.because ?? rule.because,
    ...(comparison === undefined ? {} : figuresOf(comparison)),
    before: sideOf(points.before, rule, comparison?.intervals?.before),
    after,
    ...outcomes(compared, verdict, after, better),
    ...(verdict !== 'too-few-data' || possibleFrom === undefined ? {} : { possibleFrom }),
    points: { before: points.before.length, after: points.after.length },
    ...(warnings.length === 0 ? {} : { warnings }),
    per: definition.frequency,
    ...windowOf(periods),
    series: points,
    definitions: { before: versionsOf(points.before), after: versionsOf(points.after) },
  };
  const measure: Spoke = {
    unit: definition.unit,
    byPeriod: true,
    ...(rule.kind === 'distance' ? { distance: true as const } : {}),
  };
  const spoken = {
    ...(name === undefined ? {} : { name }),
    ...(indicator.prediction && { prediction: indicator.prediction }),
  };
  return { ...unworded, words: verdictWords(unworded, spoken, names, measure) };
}
