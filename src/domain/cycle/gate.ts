import type { DraftPlan, PlanIndicator } from './cycle.schema';
import type { ApprovedPlan } from './events';
import type { GateRule } from './refusals';

/** One thing a plan lacks: the rule and a JSON pointer to the place. */
export type Missing = { readonly rule: GateRule; readonly field: string };

const when = (missing: boolean, rule: GateRule, field: string): readonly Missing[] =>
  missing ? [{ rule, field }] : [];

/** Everything that is missing in a plan, in the order of the plan; empty: the plan may be approved. */
export function missingIn(plan: DraftPlan): readonly Missing[] {
  return [
    ...when(plan.problem === undefined, 'PLAN_NEEDS_A_PROBLEM', '/plan/problem'),
    ...when((plan.causes ?? []).length === 0, 'PLAN_NEEDS_CAUSES', '/plan/causes'),
    ...missingInAim(plan),
    ...missingInIndicators(plan),
    ...missingInCountermeasures(plan),
    ...when(plan.pilot === undefined, 'PLAN_NEEDS_A_PILOT', '/plan/pilot'),
    ...when(plan.do === undefined, 'PLAN_NEEDS_A_DO_PERIOD', '/plan/do'),
    ...when((plan.reviewers ?? []).length === 0, 'PLAN_NEEDS_REVIEWERS', '/plan/reviewers'),
  ];
}

export const isComplete = (plan: DraftPlan): plan is ApprovedPlan => missingIn(plan).length === 0;

function missingInAim({ aim, indicators = [] }: DraftPlan): readonly Missing[] {
  if (aim === undefined) return [{ rule: 'PLAN_NEEDS_AN_AIM', field: '/plan/aim' }];
  return [
    ...when(aim.by === undefined, 'AIM_NEEDS_A_DATE', '/plan/aim/by'),
    ...when(!indicators.some(({ key }) => key === aim.indicator), 'AIM_NEEDS_AN_INDICATOR', '/plan/aim/indicator'),
  ];
}

function missingInIndicators(plan: DraftPlan): readonly Missing[] {
  const indicators = plan.indicators ?? [];
  const outcomes = indicators.filter(({ role }) => role === 'outcome');
  const balanced = indicators.some(({ role }) => role === 'balancing') || !outcomes.some(({ speed }) => speed === true);
  return [
    ...when(outcomes.length === 0, 'PLAN_NEEDS_AN_INDICATOR', '/plan/indicators'),
    ...when(!balanced, 'SPEED_NEEDS_A_BALANCE', '/plan/indicators'),
    ...when(!differ(indicators), 'INDICATOR_KEYS_MUST_DIFFER', '/plan/indicators'),
    ...indicators.flatMap((indicator, index) =>
      missingInIndicator(indicator, plan.baseline !== undefined, `/plan/indicators/${index}`),
    ),
  ];
}

const missingInIndicator = (indicator: PlanIndicator, baselinePeriod: boolean, at: string): readonly Missing[] => [
  ...when(indicator.baseline === undefined && !baselinePeriod, 'INDICATOR_NEEDS_A_BASELINE', `${at}/baseline`),
  ...when(indicator.prediction === undefined, 'PLAN_NEEDS_A_PREDICTION', `${at}/prediction`),
  ...when(indicator.role === 'outcome' && indicator.target === undefined, 'INDICATOR_NEEDS_A_TARGET', `${at}/target`),
];

function missingInCountermeasures({ countermeasures = [] }: DraftPlan): readonly Missing[] {
  return [
    ...when(countermeasures.length === 0, 'PLAN_NEEDS_A_COUNTERMEASURE', '/plan/countermeasures'),
    ...when(!differ(countermeasures), 'COUNTERMEASURE_KEYS_MUST_DIFFER', '/plan/countermeasures'),
    ...countermeasures.flatMap(({ owner, due, cost }, index) => [
      ...when(owner === undefined, 'COUNTERMEASURE_NEEDS_AN_OWNER', `/plan/countermeasures/${index}/owner`),
      ...when(due === undefined, 'COUNTERMEASURE_NEEDS_A_DATE', `/plan/countermeasures/${index}/due`),
      ...when(cost === undefined, 'COUNTERMEASURE_NEEDS_A_COST', `/plan/countermeasures/${index}/cost`),
    ]),
  ];
}

const differ = (items: readonly { readonly key: string }[]): boolean =>
  new Set(items.map(({ key }) => key)).size === items.length;
