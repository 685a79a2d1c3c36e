import { targetRule } from '../indicators/rollRule';
import { rolledUp } from '../indicators/rollUp';
import { endOf, grainOf, partsOf, periodOfDay, firstDayOf, periodsBetween, shifted } from '../indicators/period';
import type { Period } from '../indicators/period';
import type { IndicatorDefinition } from '../indicators/indicator.schema';
import type { IndicatorValue } from '../indicators/value';
import { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import { futures } from '../statistics/futures';
import { quantile } from '../statistics/quantile';
import { likelyWords, outcomeWords, unknownWords, type Unknown } from './likelihoodWords';
import type { MeasureFacts } from './view';

/**
 * `likelihood`: that the year ends with its target met, 0..1. `low` to `high`: where the year's value comes to lie in four of
 * five cases; `middle`: half of them below. All in the unit of the indicator.
 */
export type Likelihood =
  | {
      readonly state: 'known';
      readonly likelihood: number;
      readonly year: Period;
      readonly target: number;
      readonly low: number;
      readonly middle: number;
      readonly high: number;
      /** Periods of the year that have no value yet; 0: the year is over. */
      readonly remaining: number;
      readonly past: number;
      readonly words: Words;
    }
  | { readonly state: 'unknown'; readonly because: Unknown; readonly words: Words };

const DRAWS = 2000;
const SEASON = { month: 12, quarter: 4, year: 1 } as const;

/**
 * Will the target of the year be met, if it goes on as before? What the year has so far stays; each period that has no value
 * is drawn 2,000 times by `statistics/futures` (level, memory, season and errors of the indicator's own past); the year's
 * value is put together by the indicator's rule over time (sums add up, ratios are weighted by their denominators, else
 * mean, last, least or most). The likelihood is the share of these years that meet the target. Seeded: the same past gives
 * the same answer; a harder target is never likelier. Under six past values it is unknown.
 *
 * @param period of the review: the year that it lies in is asked about
 */
export function yearEndLikelihood(facts: MeasureFacts, period: Period = facts.period): Likelihood {
  const year = periodOfDay(firstDayOf(period), 'year');
  const plan = planOf(facts, year);
  const { target, within } = plan;
  if (target === undefined && within === undefined) return unknown('no-target');
  const ends = endsOf(facts, plan);
  if (ends === undefined) return unknown('too-few');
  const met = ends.values.filter((value) => isMet(value, plan, facts.definition)).length;
  const remaining = plan.open.length;
  const likelihood = remaining === 0 ? (met > 0 ? 1 : 0) : (met + 0.5) / (ends.values.length + 1);
  const at = (q: number): number => quantile(ends.values, q) ?? Number.NaN;
  const figures = { year, target: target ?? within?.low ?? 0, low: at(0.1), middle: at(0.5), high: at(0.9) };
  const { unit } = facts.definition;
  const words = remaining === 0 ? outcomeWords(met > 0, figures, unit) : likelyWords(likelihood, figures, unit);
  return { state: 'known', likelihood, ...figures, remaining, past: ends.past, words };
}

const unknown = (because: Unknown): Likelihood => ({ state: 'unknown', because, words: unknownWords(because) });

/** The periods of a year, those without a value, and what they are held against. */
type Plan = {
  readonly parts: readonly Period[];
  readonly open: readonly Period[];
  readonly target?: number;
  readonly within?: { readonly low: number; readonly high: number };
};
type Valued = Extract<IndicatorValue, { state: 'value' }>;
const valued = (series: readonly IndicatorValue[]): ReadonlyMap<Period, Valued> =>
  new Map(series.flatMap((one) => (one.state === 'value' ? [[one.period, one] as const] : [])));

function planOf({ definition, series }: MeasureFacts, year: Period): Plan {
  const grain = grainOf(series.at(-1)?.period ?? year);
  const absent = new Set(series.flatMap((one) => (isNever(one) ? [one.period] : [])));
  const parts = partsOf(year, grain).filter((part) => !absent.has(part));
  const there = valued(series);
  const open = parts.filter((part) => !there.has(part));
  if (definition.direction === 'range')
    return { parts, open, ...(definition.range !== undefined && { within: definition.range }) };
  const targets = parts.map((part) => there.get(part)?.target ?? targetOf(definition, part, series));
  const known = targets.flatMap((one) => (one === undefined ? [] : [new Exact(one)]));
  const whole = known.length < parts.length ? undefined : rolledUp(known, targetRule(definition));
  return { parts, open, ...(whole !== undefined && { target: whole.toNumber() }) };
}

const isNever = ({ state }: IndicatorValue): boolean => state === 'not-applicable' || state === 'not-in-force';

/** Of a period to come: that of the trajectory, else what the unit was held against last. */
function targetOf({ trajectory = [], target }: IndicatorDefinition, period: Period, series: MeasureFacts['series']) {
  const planned = (one: Period) => trajectory.find((step) => step.period === one)?.target;
  const last = series.findLast((one) => one.target !== undefined && planned(one.period) === undefined)?.target;
  return planned(period) ?? last ?? target;
}

type Ends = { readonly values: readonly number[]; readonly past: number };

function endsOf({ definition, series }: MeasureFacts, { parts, open }: Plan): Ends | undefined {
  const there = valued(series);
  if (parts.length === 0) return undefined;
  const weights = parts.map((part) => weightOf(there.get(part), there));
  const fixed = parts.map((part) => there.get(part)?.value ?? 0);
  const rule = targetRule(definition);
  if (open.length === 0) return { values: [together(fixed, weights, rule)], past: there.size };
  const drawn = drawnFor(series, open, definition);
  if (drawn === undefined) return undefined;
  const values = drawn.map((course) => {
    const year = parts.map((part, i) => course.get(part) ?? fixed[i] ?? 0);
    return together(year, weights, rule);
  });
  return { values, past: there.size };
}

/** A course of values for the periods without one. */
function drawnFor(
  series: readonly IndicatorValue[],
  open: readonly Period[],
  definition: IndicatorDefinition,
): readonly ReadonlyMap<Period, number>[] | undefined {
  const there = valued(series);
  const [first, last, end] = [[...there.keys()][0], [...there.keys()].at(-1), open.at(-1)];
  if (first === undefined || last === undefined || end === undefined) return undefined;
  const past = periodsBetween(first, last).map((one) => there.get(one)?.value ?? null);
  const ahead = endOf(end) > endOf(last) ? periodsBetween(shifted(last, 1), end) : [];
  const gaps = open.filter((one) => !ahead.includes(one));
  const answer = futures({
    ...{ past, steps: ahead.length + gaps.length, season: SEASON[grainOf(first)], draws: DRAWS },
    ...boundsOf(past, definition),
    seed: `${series[0]?.indicator ?? ''}|${series[0]?.unit ?? ''}|${last}`,
  });
  if (!answer.ok) return undefined;
  const periods = [...ahead, ...gaps];
  return answer.courses.map((course) => new Map(periods.map((one, i) => [one, course[i] ?? 0])));
}

/** What never was below 0 does not fall below it, and a share does not rise above the whole. */
function boundsOf(past: readonly (number | null)[], { unit }: IndicatorDefinition): { least?: number; most?: number } {
  const values = past.flatMap((value) => value ?? []);
  const whole = unit === 'ratio' ? 1 : unit === '%' || unit === 'percent' ? 100 : undefined;
  const kept = whole !== undefined && values.every((value) => value <= whole);
  return {
    ...(values.every((value) => value >= 0) && { least: 0 }),
    ...(kept && { most: whole }),
  };
}

/** Denominators of ratios; of a period to come their mean so far. 1 where there are none. */
function weightOf(value: Valued | undefined, there: ReadonlyMap<Period, Valued>): number {
  const all = [...there.values()].map(({ denominator }) => denominator ?? 0);
  if (all.length === 0 || all.some((one) => one <= 0)) return 1;
  return value?.denominator ?? all.reduce((sum, one) => sum + one, 0) / all.length;
}

function together(values: readonly number[], weights: readonly number[], rule: ReturnType<typeof targetRule>): number {
  const total = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0);
  switch (rule) {
    case 'sum':
      return total(values);
    case 'mean':
      return total(values.map((value, i) => value * (weights[i] ?? 1))) / total(weights);
    case 'last':
      return values.at(-1) ?? 0;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
  }
}

function isMet(value: number, { target, within }: Plan, { direction }: IndicatorDefinition): boolean {
  if (within !== undefined) return value >= within.low && value <= within.high;
  if (target === undefined) return false;
  return direction === 'lower' ? value <= target : value >= target;
}
