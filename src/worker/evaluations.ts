import { evaluationBook } from '../activities/evaluationBook';
import type { EvaluationBookDeps } from '../activities/evaluationBook';
import type { Evaluations } from '../activities/evaluations.ports';
import { newsMessage } from '../activities/evaluationNews';
import { newPlaceOf } from '../activities/evaluationPeriodMembers';
import { scored } from '../activities/evaluationPeriodScores';
import { calendarOf } from '../activities/officeCalendar';
import type { Channel } from '../activities/ports';
import type { Stores } from './stores';

type World = Pick<EvaluationBookDeps, 'schemeInForce' | 'now'> & { readonly channels?: readonly Channel[] };

/** Evaluations over the stores, scored by the scheme in force. Without `channels` people are told in their inbox only. */
export const evaluationsOver = (
  { evaluationStore: store, organisation }: Pick<Stores, 'evaluationStore' | 'organisation'>,
  { channels = [], ...world }: World,
): Evaluations =>
  evaluationBook({
    ...world,
    store,
    calendarOf: (unit) => calendarOf(organisation, { unit, procedure: '' }),
    scored: (definition, one) =>
      scored(one, one.published?.subordinates ?? [], { definition, lowered: new Set() }) ?? {},
    newPlace: (going) => newPlaceOf(going, organisation),
    news: async (told) => {
      const [person] = await organisation.peopleById([told.evaluation.person]);
      const message = person === undefined ? undefined : newsMessage(told, person, channels);
      return message === undefined ? [] : [message];
    },
  });
