import { aggregationProblem } from '../cases/aggregations/problem';
import { parseFormula } from '../formula/parse';
import { located, Stop } from '../formula/stop';
import { scoreBy } from '../scoring/catalogue';
import type { Scored } from '../scoring/scored';
import type { Refusal } from '../shared/result';
import { circleIn, type Graph } from './graph';
import type { IndicatorDefinition, IndicatorOverride, IndicatorSource } from './indicator.schema';
import { grainOf, isPeriod } from './period';
import { readsOf, resolved } from './reads';

type Refused = Refusal | undefined;
/** What is there beside the definition. What is left out is not looked at. */
export type KnownToDefinition = {
  readonly id: string;
  /** Whether there is such an indicator. */
  readonly indicator?: (id: string) => boolean;
  readonly procedure?: (id: string) => { readonly limitWorkingDays?: number } | undefined;
  /** What every other indicator reads by its newest definition; for circles. */
  readonly graph?: Graph;
};

/** The first reason why a definition cannot work; `field` points into it. What may be, but should not, is in ./warnings. */
export function checkDefinition(definition: IndicatorDefinition, known: KnownToDefinition): Refused {
  return (
    sourceRefusal(definition.source, known) ??
    counterRefusal(definition, known) ??
    trajectoryRefusal(definition, definition) ??
    rangeRefusal(definition) ??
    rollUpRefusal(definition) ??
    scoringRefusal(definition) ??
    circleRefusal(definition, known)
  );
}

/** The same for what a unit states itself. */
export const checkOverride = (override: IndicatorOverride, definition: IndicatorDefinition): Refused =>
  trajectoryRefusal(override, definition);

function sourceRefusal(source: IndicatorSource, known: KnownToDefinition): Refused {
  switch (source.type) {
    case 'formula':
      return formulaRefusal(source, known);
    case 'ratio':
      return (
        unknown(source.numerator, '/source/numerator', known) ??
        unknown(source.denominator, '/source/denominator', known)
      );
    case 'indicator':
      return unknown(source.indicator, '/source/indicator', known);
    case 'cases':
      return casesRefusal(source, known);
    default:
      return undefined;
  }
}

function formulaRefusal(source: Extract<IndicatorSource, { type: 'formula' }>, known: KnownToDefinition): Refused {
  const parsed = parseFormula(source.formula, 'number');
  if (!parsed.ok) return parsed.refusal;
  for (const { name, place } of parsed.formula.references) {
    const refused = unknown(resolved(source, name), `/source/inputs/${name}`, known);
    if (refused === undefined) continue;
    if (Object.hasOwn(source.inputs ?? {}, name)) return refused;
    return located(new Stop('FORMULA_UNKNOWN_NAME', place, { name }), source.formula);
  }
  return undefined;
}

function casesRefusal(source: Extract<IndicatorSource, { type: 'cases' }>, known: KnownToDefinition): Refused {
  if (known.procedure === undefined) return undefined;
  const procedure = known.procedure(source.procedure);
  if (procedure === undefined)
    return { code: 'UNKNOWN_PROCEDURE', field: '/source/procedure', params: { id: source.procedure } };
  const { days, net } = source.parameters ?? {};
  const parameters = { ...(days !== undefined && { days }), ...(net !== undefined && { net }) };
  const refusal = aggregationProblem({ aggregation: source.aggregation, parameters }, procedure);
  return refusal && { ...refusal, field: `/source/${(refusal.field ?? '').replaceAll('.', '/')}` };
}

function unknown(id: string | undefined, field: string, { id: own, indicator }: KnownToDefinition): Refused {
  if (id === undefined || id === own || indicator === undefined || indicator(id)) return undefined;
  return { code: 'UNKNOWN_INDICATOR', field, params: { id } };
}

function counterRefusal({ counterIndicator }: IndicatorDefinition, known: KnownToDefinition): Refused {
  if (counterIndicator === known.id) return { code: 'OWN_COUNTER_INDICATOR', field: '/counterIndicator' };
  return unknown(counterIndicator, '/counterIndicator', known);
}

function trajectoryRefusal({ trajectory = [] }: IndicatorOverride, { frequency }: IndicatorDefinition): Refused {
  const seen = new Set<string>();
  for (const [i, { period }] of trajectory.entries()) {
    const field = `/trajectory/${i}/period`;
    if (!isPeriod(period) || grainOf(period) !== frequency)
      return { code: 'TRAJECTORY_HAS_OTHER_PERIODS', field, params: { period, frequency } };
    if (seen.has(period)) return { code: 'TRAJECTORY_NAMES_A_PERIOD_TWICE', field, params: { period } };
    seen.add(period);
  }
  return undefined;
}

const rangeRefusal = ({ direction, range }: IndicatorDefinition): Refused =>
  direction === 'range' && range === undefined ? { code: 'DIRECTION_NEEDS_A_RANGE', field: '/range' } : undefined;

const rollUpRefusal = ({ overUnits }: IndicatorDefinition): Refused =>
  overUnits === 'last' ? { code: 'UNITS_HAVE_NO_LAST', field: '/overUnits' } : undefined;

/** A target may stand in the trajectory, or come from units: then only what contradicts itself is refused. */
function scoringRefusal({ scoring, baseline, target, trajectory, range, direction }: IndicatorDefinition): Refused {
  if (scoring === undefined) return undefined;
  const { rule } = scoring;
  const lacks = (code: string, field: string): Refusal => ({ code, field, params: { rule } });
  const noTarget = target === undefined && trajectory === undefined;
  switch (scoring.rule) {
    case 'progress':
      if (noTarget) return lacks('SCORING_NEEDS_A_TARGET', '/target');
      if (baseline === undefined) return lacks('SCORING_NEEDS_A_BASELINE', '/baseline');
      return contradiction(
        target === undefined ? undefined : scoreBy({ rule: 'progress', value: 0, baseline, target }),
      );
    case 'lower-ratio':
      return noTarget ? lacks('SCORING_NEEDS_A_TARGET', '/target') : undefined;
    case 'attainment':
      if (direction === 'range') return lacks('SCORING_NEEDS_A_DIRECTION', '/direction');
      if (target === undefined) return noTarget ? lacks('SCORING_NEEDS_A_TARGET', '/target') : undefined;
      return contradiction(scoreBy({ rule: 'attainment', value: 1, target, better: 'higher' }));
    case 'goal-red-flag': {
      const goal = scoring.goal ?? target;
      if (goal === undefined) return noTarget ? lacks('SCORING_NEEDS_A_TARGET', '/target') : undefined;
      return contradiction(scoreBy({ ...scoring, value: 0, goal }), '/scoring');
    }
    case 'steps':
      return contradiction(scoreBy({ ...scoring, value: 0, better: 'higher' }), '/scoring');
    case 'range': {
      const [low, high] = [scoring.low ?? range?.low, scoring.high ?? range?.high];
      if (low === undefined || high === undefined) return lacks('SCORING_NEEDS_A_RANGE', '/scoring');
      return contradiction(scoreBy({ ...scoring, value: low, low, high }), '/scoring');
    }
  }
}

/** What no value of whatever size could be scored by. */
const contradiction = (scored: Scored | undefined, at = ''): Refused =>
  scored === undefined || scored.ok ? undefined : { ...scored.refusal, field: `${at}${scored.refusal.field ?? ''}` };

/** Only whether the definition makes a circle with what it reads. */
export function circleRefusal(
  definition: Pick<IndicatorDefinition, 'source'>,
  { id, graph }: Pick<KnownToDefinition, 'id' | 'graph'>,
): Refused {
  if (graph === undefined) return undefined;
  const circle = circleIn(id, new Map([...graph, [id, readsOf(definition)]]));
  if (circle === undefined) return undefined;
  return { code: 'INDICATORS_FORM_A_CIRCLE', field: '/source', params: { circle: circle.join(' → ') } };
}
