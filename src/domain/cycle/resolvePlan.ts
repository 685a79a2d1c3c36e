import { aggregationProblem } from '../cases/aggregations/problem';
import type { AggregationRefusalCode } from '../cases/aggregations/problem';
import { findAggregation } from '../cases/aggregations/catalogue';
import type { Refusal } from '../shared/result';
import type { DraftPlan, PlanIndicator } from './cycle.schema';

export type ResolvedPlan =
  | { readonly ok: true; readonly plan: DraftPlan }
  | { readonly ok: false; readonly refusal: Refusal<AggregationRefusalCode> };

/**
 * A plan as the engine keeps it: aggregations under their own keys (not aliases), with the direction of improvement and whether
 * they measure speed. Refused when an aggregation does not exist or lacks a parameter.
 */
export function resolvePlan(plan: DraftPlan, procedure: { readonly limitWorkingDays?: number } = {}): ResolvedPlan {
  const indicators = plan.indicators ?? [];
  for (const [index, indicator] of indicators.entries()) {
    const problem = aggregationProblem(indicator, procedure);
    if (problem === undefined) continue;
    const field = `/plan/indicators/${index}/${(problem.field ?? 'aggregation').replaceAll('.', '/')}`;
    return { ok: false, refusal: { ...problem, field } };
  }
  return { ok: true, plan: plan.indicators === undefined ? plan : { ...plan, indicators: indicators.map(resolved) } };
}

function resolved(indicator: PlanIndicator): PlanIndicator {
  const aggregation = findAggregation(indicator.aggregation);
  if (aggregation === undefined) return indicator;
  const { key, better, speed } = aggregation;
  return { ...indicator, aggregation: key, better: indicator.better ?? better, speed };
}
