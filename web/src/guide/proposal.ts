import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import { EXAMPLE_PLAN } from '../plan/example';
import type { Figure, Found, Window } from './found';

type PlanIndicator = NonNullable<DraftPlan['indicators']>[number];
type Person = { readonly id: string; readonly unit: string; readonly roles: readonly string[] };

/** The words of a proposed plan, in the visitor's language. */
export type ProposalWords = {
  readonly problem: string;
  readonly aim: string;
  readonly countermeasure: string;
  readonly pilot: string;
};
export type Ground = {
  /** Values of the days before the change. */
  readonly found: Found;
  readonly before: Window;
  readonly chosen: Figure;
  readonly me: string;
  /** Unit of the procedure. */
  readonly unit: string;
  readonly people: readonly Person[];
  /** Working days: when the change begins, and by when the aim shall be reached. */
  readonly changeFrom: string;
  readonly aimBy: string;
  readonly words: ProposalWords;
};

const BETTER_BY = 0.2;
const AIM_BETTER_BY = 0.3;
const WORSE_AT_MOST = 0.1;
const MOST_REVIEWERS = 2;
const MONTHS_BEFORE = 12;

const rounded = (value: number, unit: string): number => Number(value.toFixed(unit === 'ratio' ? 2 : 1));

/** A value that is better by a share: of itself, or, of a ratio that shall grow, of what is missing to the whole. */
export function improved({ value, better, unit }: Pick<Figure, 'value' | 'better' | 'unit'>, by: number): number {
  if (better === 'lower') return rounded(value * (1 - by), unit);
  return unit === 'ratio' ? rounded(value + (1 - value) * by, unit) : rounded(value * (1 + by), unit);
}
export const targetOf = (chosen: Figure): number => improved(chosen, AIM_BETTER_BY);

const predicted = ({ better }: Figure, limit: number) => (better === 'lower' ? { atMost: limit } : { atLeast: limit });

function indicatorsOf({ found, chosen }: Ground): readonly PlanIndicator[] {
  const { key, value, unit } = chosen;
  const outcome: PlanIndicator = {
    ...{ key, aggregation: key, role: 'outcome', baseline: rounded(value, unit) },
    ...{ prediction: predicted(chosen, improved(chosen, BETTER_BY)), target: targetOf(chosen) },
  };
  const beside =
    found.figures.find((one) => one.key !== key && !one.speed) ?? found.figures.find((one) => one.key !== key);
  if (beside === undefined) return [outcome];
  return [
    outcome,
    {
      ...{ key: beside.key, aggregation: beside.key, role: 'balancing', baseline: rounded(beside.value, beside.unit) },
      prediction: predicted(beside, improved(beside, -WORSE_AT_MOST)),
    },
  ];
}

/** The days that count as before: those of the example's plan, or the last months of the cases. */
export const daysBefore = (way: 'own' | 'made' | undefined, { last, months }: Found): Window =>
  way === 'made' && EXAMPLE_PLAN.baseline !== undefined
    ? EXAMPLE_PLAN.baseline
    : lastMonths(last, Math.min(MONTHS_BEFORE, months));

/** So many months up to the end of `last`. */
export function lastMonths(last: string, monthsBefore: number): Window {
  const [year = 0, month = 1] = last.split('-').map(Number);
  const day = (offset: number) => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10);
  return { from: day(1 - monthsBefore), to: day(1) };
}

/** People of the procedure's unit with the role, without the author; failing that, of anywhere. */
function withRole(role: string, { people, unit, me }: Ground): readonly string[] {
  const fit = people.filter((one) => one.id !== me && one.roles.includes(role));
  const near = fit.filter((one) => one.unit === unit);
  return (near.length > 0 ? near : fit).map(({ id }) => id);
}

/** A plan made from what is in the cases: baseline, prediction, countermeasure, reviewers and dates; causes are the author's. */
export function proposedPlan(ground: Ground): DraftPlan {
  const { before, chosen, me, changeFrom, aimBy, words } = ground;
  const owner = withRole('officer', ground)[0] ?? me;
  const reviewers = [...withRole('reviewer', ground), ...withRole('head-of-unit', ground)].slice(0, MOST_REVIEWERS);
  return {
    problem: words.problem,
    causes: [''],
    aim: { text: words.aim, indicator: chosen.key, by: aimBy },
    indicators: indicatorsOf(ground),
    countermeasures: [{ key: 'first', title: words.countermeasure, owner, due: changeFrom, cost: 0 }],
    pilot: { scope: words.pilot, smallScale: true },
    baseline: before,
    changeFrom,
    do: 'P3M',
    reviewers: reviewers.filter((one, i) => reviewers.indexOf(one) === i),
  };
}

/** The plan of the made-up data, whose change lies in its register: its numbers from the cases, its dates from today. */
export function examplePlan(ground: Ground): DraftPlan {
  const { aimBy, changeFrom, chosen, words } = ground;
  const { countermeasures = [], reviewers = [] } = EXAMPLE_PLAN;
  return {
    ...EXAMPLE_PLAN,
    indicators: indicatorsOf(ground),
    aim: { text: words.aim, indicator: chosen.key, by: aimBy },
    countermeasures: countermeasures.map((one) => ({ ...one, due: changeFrom })),
    reviewers: reviewers.filter((one) => one !== ground.me),
  };
}
