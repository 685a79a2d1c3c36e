import { findAggregation } from '../cases/aggregations/catalogue';
import { aggregationProblem } from '../cases/aggregations/problem';
import type { AggregationRefusalCode } from '../cases/aggregations/problem';
import type { IndicatorDefinition } from '../indicators/indicator.schema';
import { readable } from '../indicators/named';
import { refuse, type Refusal } from '../shared/result';
import type { DraftPlan, PlanIndicator } from './cycle.schema';
import type { CycleRefusalCode } from './refusals';

export type ResolvedPlan =
  | { readonly ok: true; readonly plan: DraftPlan }
  | { readonly ok: false; readonly refusal: Refusal<AggregationRefusalCode | CycleRefusalCode> };

/** What a plan is resolved against. `library`: the definitions in force of the indicators that the plan names. */
export type PlanContext = {
  readonly limitWorkingDays?: number;
  readonly library?: ReadonlyMap<string, IndicatorDefinition>;
};
type Problem = Refusal<AggregationRefusalCode | CycleRefusalCode>;

/** The indicators of the library that a plan names, each once. */
export const libraryIndicators = ({ indicators = [] }: Pick<DraftPlan, 'indicators'>): readonly string[] => [
  ...new Set(indicators.flatMap(({ indicator }) => indicator ?? [])),
];

/**
 * A plan as the engine keeps it: aggregations under their own keys (not aliases), with the direction of improvement and whether
 * they measure speed; of the library's indicators also unit and name. Refused when an aggregation does not exist or lacks a
 * parameter, or an indicator is unknown, retired or says no direction.
 */
export function resolvePlan(plan: DraftPlan, context: PlanContext = {}): ResolvedPlan {
  const indicators = plan.indicators ?? [];
  for (const [index, indicator] of indicators.entries()) {
    const problem = problemOf(indicator, context);
    if (problem === undefined) continue;
    const field = `/plan/indicators/${index}/${(problem.field ?? 'aggregation').replaceAll('.', '/')}`;
    return { ok: false, refusal: { ...problem, field } };
  }
  if (plan.indicators === undefined) return { ok: true, plan };
  return { ok: true, plan: { ...plan, indicators: indicators.map((one) => resolved(one, context)) } };
}

function problemOf(asked: PlanIndicator, { library, ...procedure }: PlanContext): Problem | undefined {
  const { aggregation, indicator: id, parameters } = asked;
  if (id === undefined)
    return aggregationProblem({ aggregation: aggregation ?? '', ...(parameters && { parameters }) }, procedure);
  const definition = library?.get(id);
  const refused = (code: CycleRefusalCode, field: string): Problem => refuse(code, { field, params: { id } }).refusal;
  if (definition === undefined) return refused('UNKNOWN_INDICATOR', 'indicator');
  if (definition.retired === true) return refused('INDICATOR_IS_RETIRED', 'indicator');
  const undirected = definition.direction === 'range' && definition.range === undefined && asked.better === undefined;
  return undirected ? refused('INDICATOR_NEEDS_A_DIRECTION', 'better') : undefined;
}

function resolved(asked: PlanIndicator, { library }: PlanContext): PlanIndicator {
  if (asked.indicator !== undefined) return fromLibrary(asked, library?.get(asked.indicator));
  const aggregation = findAggregation(asked.aggregation ?? '');
  if (aggregation === undefined) return asked;
  const { key, better, speed } = aggregation;
  return { ...asked, aggregation: key, better: asked.better ?? better, speed };
}

/** Of an indicator that should stay in a range, the distance to the range is compared: less of it is better. */
function fromLibrary(asked: PlanIndicator, definition: IndicatorDefinition | undefined): PlanIndicator {
  if (definition === undefined) return asked;
  const { name, unit, direction, range } = definition;
  const own = direction === 'higher' ? 'higher' : 'lower';
  return {
    ...asked,
    name: asked.name ?? readable(name, 'vi'),
    better: direction === 'range' && range !== undefined ? own : (asked.better ?? own),
    speed: measuresSpeed(definition),
    unit,
  };
}

/** What a definition says of itself, else what its aggregation over cases is known to measure. */
export const measuresSpeed = ({ speed, source }: Pick<IndicatorDefinition, 'speed' | 'source'>): boolean =>
  speed ?? (source.type === 'cases' && findAggregation(source.aggregation)?.speed === true);
