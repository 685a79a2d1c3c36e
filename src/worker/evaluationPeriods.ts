import { periodEvaluations } from '../activities/evaluationPeriodEvaluations';
import { periodPeople } from '../activities/evaluationPeriodPeople';
import type { SchemeInForce } from '../activities/evaluationPeriods.ports';
import type { Channel } from '../activities/ports';
import { evaluationsOver } from './evaluations';
import type { Stores } from './stores';

/** The schemes of the office and those shipped. */
export const schemesOver =
  ({ schemes }: Pick<Stores, 'schemes'>): SchemeInForce =>
  (id, day) =>
    schemes.onDay(id, day);

type World = {
  readonly schemeInForce: SchemeInForce;
  readonly now: () => string;
  readonly channels?: readonly Channel[];
};

/** Evaluations and their periods over the stores, scored by the schemes in force. */
export function periodsOver(
  stores: Pick<Stores, 'evaluationStore' | 'organisation' | 'posts'>,
  { schemeInForce, ...world }: World,
) {
  const evaluations = evaluationsOver(stores, { schemeInForce, ...world });
  const over = { evaluations, schemeInForce };
  return {
    ...over,
    periodPosts: stores.posts,
    periodPeople: periodPeople(over),
    periodEvaluations: periodEvaluations(over),
  };
}
