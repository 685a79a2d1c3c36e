import { periodEvaluations } from '../activities/evaluationPeriodEvaluations';
import { membersOf } from '../activities/evaluationPeriodMembers';
import { periodPeople } from '../activities/evaluationPeriodPeople';
import type { PeriodMembers, SchemeInForce } from '../activities/evaluationPeriods.ports';
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
    periodMembers: membersNow(stores),
    periodPeople: periodPeople(over),
    periodEvaluations: periodEvaluations(over),
  };
}

const membersNow =
  ({ organisation, posts: periodPosts }: Pick<Stores, 'organisation' | 'posts'>): PeriodMembers =>
  (opening, definition) =>
    membersOf({ period: opening, definition }, opening.excluded, { organisation, periodPosts });
