import { kindsOf } from '../indicators/kinds';
import { readableWords } from '../indicators/named';
import type { IndicatorValue } from '../indicators/value';
import type { Words } from '../shared/language';
import { GOAL_EDGE } from './counted';
import { LINT_WORDS } from './lintWords';
import type { LintCode } from './lintWords';
import type { Objective, ScorecardDefinition } from './scorecard.schema';
import type { MeasureFacts } from './view';
import { filledWords } from './words';
import type { Filling } from './words';

/** [A] More indicators than this are watched by nobody. */
export const MOST_INDICATORS = 25;
/** [A] Periods in a row in which a target that is never missed, or never met, says nothing. */
export const TARGET_PERIODS = 8;

/** What may be, but should not. `field`: JSON pointer into the definition. */
export type LintFinding = { readonly code: LintCode; readonly field: string; readonly words: Words };
type Params = Readonly<Record<string, Filling>>;

const found = (code: LintCode, field: string, params: Params = {}): LintFinding => ({
  ...{ code, field },
  words: filledWords(LINT_WORDS[code], params),
});
const when = (due: boolean, finding: () => LintFinding): readonly LintFinding[] => (due ? [finding()] : []);

/** Everything an office should look at in a scorecard; empty when there is nothing. */
export function lintScorecard(
  definition: ScorecardDefinition,
  measures: ReadonlyMap<string, MeasureFacts>,
): readonly LintFinding[] {
  return [
    ...ofTheWhole(definition, measures),
    ...definition.objectives.flatMap((one, i) => ofObjective(one, `/objectives/${i}`, definition)),
    ...placesOf(definition).flatMap(([indicator, field]) => {
      const facts = measures.get(indicator);
      return facts === undefined ? [] : ofMeasure(field, { facts, definition });
    }),
  ];
}

function ofTheWhole({ objectives }: ScorecardDefinition, facts: ReadonlyMap<string, MeasureFacts>) {
  const measured = objectives.flatMap(({ measures }) => measures);
  const indicators = new Set(measured.map(({ indicator }) => indicator));
  const definitions = [...indicators].flatMap((id) => facts.get(id)?.definition ?? []);
  const leading = definitions.some((one) => kindsOf(one).includes('leading'));
  const counter = measured.some((one) => one.counter === true) || definitions.some(counterBeside(indicators));
  const params = { count: indicators.size, most: MOST_INDICATORS };
  return [
    ...when(indicators.size > MOST_INDICATORS, () => found('TOO_MANY_INDICATORS', '/objectives', params)),
    ...when(indicators.size > 0 && !leading, () => found('NO_LEADING_INDICATOR', '/objectives')),
    ...when(indicators.size > 0 && !counter, () => found('NO_COUNTER_INDICATOR', '/objectives')),
  ];
}

const counterBeside =
  (indicators: ReadonlySet<string>) =>
  ({ counterIndicator }: MeasureFacts['definition']): boolean =>
    counterIndicator !== undefined && indicators.has(counterIndicator);

function ofObjective({ key, name, owner, measures }: Objective, at: string, { initiatives }: ScorecardDefinition) {
  const params = { objective: readableWords(name) };
  const carried = initiatives.some(({ objective }) => objective === key);
  return [
    ...when(measures.length === 0, () => found('OBJECTIVE_WITHOUT_MEASURE', `${at}/measures`, params)),
    ...when(owner === undefined, () => found('OBJECTIVE_WITHOUT_OWNER', `${at}/owner`, params)),
    ...when(!carried, () => found('OBJECTIVE_WITHOUT_INITIATIVE', '/initiatives', params)),
  ];
}

/** Where each indicator is measured first: what is said of one that serves several objectives is said once. */
function placesOf({ objectives }: ScorecardDefinition): readonly (readonly [string, string])[] {
  const places = objectives.flatMap(({ measures }, o) =>
    measures.map(({ indicator }, m) => [indicator, `/objectives/${o}/measures/${m}`] as const),
  );
  return [...new Map(places.toReversed())].toReversed();
}

type Of = { readonly facts: MeasureFacts; readonly definition: ScorecardDefinition };

function ofMeasure(field: string, { facts, definition: card }: Of): readonly LintFinding[] {
  const { definition, series } = facts;
  const hasTarget = series.at(-1)?.target !== undefined || definition.range !== undefined;
  const met = metOf(series);
  const long = met.length === TARGET_PERIODS;
  const params = { indicator: readableWords(definition.name), periods: TARGET_PERIODS };
  const { scoring } = definition;
  return [
    ...when(!hasTarget, () => found('MEASURE_WITHOUT_TARGET', field, params)),
    ...when(scoring === undefined, () => found('MEASURE_WITHOUT_SCORING', field, params)),
    ...when(long && met.every((one) => one), () => found('TARGET_NEVER_MISSED', field, params)),
    ...when(long && met.every((one) => !one), () => found('TARGET_ALWAYS_MISSED', field, params)),
    ...when(scoring?.rule === 'goal-red-flag' && !knowsTwoThirds(card), () =>
      found('GOAL_COUNTS_TWO_THIRDS', '/statusBands', params),
    ),
  ];
}

/** Whether the target was met in each of the last periods that have a value and a target. */
const metOf = (series: readonly IndicatorValue[]): readonly boolean[] =>
  series
    .flatMap((one) => (one.state === 'value' && one.targetMet !== undefined ? [one.targetMet] : []))
    .slice(-TARGET_PERIODS);

/** Whether the best band begins no higher than what a goal that is met counts. */
const knowsTwoThirds = ({ statusBands }: ScorecardDefinition): boolean => {
  const best = statusBands?.[0];
  return best !== undefined && (best.atLeast ?? best.above ?? 0) <= GOAL_EDGE;
};
