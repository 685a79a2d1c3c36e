import { evaluationBook } from '../activities/evaluationBook';
import type { EvaluationBookDeps } from '../activities/evaluationBook';
import type { Evaluations } from '../activities/evaluations.ports';
import { scored } from '../activities/evaluationPeriodScores';
import { calendarOf } from '../activities/officeCalendar';
import type { Stores } from './stores';

type World = Pick<EvaluationBookDeps, 'schemeInForce' | 'now'>;

/** Evaluations over the stores, scored by the scheme in force. */
export const evaluationsOver = (
  { evaluationStore: store, organisation }: Pick<Stores, 'evaluationStore' | 'organisation'>,
  world: World,
): Evaluations =>
  evaluationBook({
    ...world,
    store,
    calendarOf: (unit) => calendarOf(organisation, { unit, procedure: '' }),
    scored: (definition, one) =>
      scored(one, one.published?.subordinates ?? [], { definition, lowered: new Set() }) ?? {},
  });
