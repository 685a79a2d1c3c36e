import { bottomUp } from '../domain/evaluationPeriods/bottomUp';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import { factsOf } from '../domain/evaluations/factsOf';
import type { Evaluation } from '../domain/evaluations/state';
import { scoreOf } from '../domain/schemes/score';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import type { Result } from './evaluationPeriods.ports';

type Facts = { readonly period: EvaluationPeriod; readonly definition: SchemeDefinition };

/** Results of everybody by the facts as they are now, leaders from the classes below them, the quota taken into account. */
export function resultsOf(
  evaluations: readonly Evaluation[],
  { period, definition }: Facts,
): ReadonlyMap<string, Result> {
  const lowered = new Set(period.quota?.lowered);
  const rated = evaluations.filter(({ excluded }) => excluded === undefined);
  const scores = bottomUp(rated, (one, subordinates) => scored(one, subordinates, { definition, lowered }));
  return new Map(
    evaluations.map((one): readonly [string, Result] => {
      const { id, person, excluded } = one;
      if (excluded !== undefined) return [person, { id, person, why: excluded.reason }];
      return [person, { id, person, ...(scores.get(person) ?? { why: NOTHING_TO_RATE }) }];
    }),
  );
}

const NOTHING_TO_RATE = 'Không có công việc được giao trong kỳ.';

type Ruled = { readonly definition: SchemeDefinition; readonly lowered: ReadonlySet<string> };
type Classed = Pick<Result, 'total' | 'lowered' | 'subordinates'> & { readonly class: string };

/** `undefined`: there is nothing to score them by. */
export function scored(
  one: Evaluation,
  subordinates: readonly string[],
  { definition, lowered }: Ruled,
): Classed | undefined {
  const score = scoreOf(definition, factsOf(one, subordinates));
  if (!score.ok) return undefined;
  const { total, class: of } = score.score;
  const limited = definition.quotas.some((rule) => rule.class === of) && lowered.has(one.person);
  return {
    total: total.toNumber(),
    class: limited ? classBelow(of, definition) : of,
    ...(limited && { lowered: true as const }),
    ...(one.leader && { subordinates }),
  };
}

function classBelow(of: string, { bands }: SchemeDefinition): string {
  const keys = bands.map(({ key }) => key);
  return keys[keys.indexOf(of) + 1] ?? of;
}
