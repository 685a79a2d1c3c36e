import type mongoose from 'mongoose';
import { evaluationBook } from '../../../src/activities/evaluationBook';
import { newsMessage } from '../../../src/activities/evaluationNews';
import { scored } from '../../../src/activities/evaluationPeriodScores';
import type { EvaluationOpening } from '../../../src/activities/evaluations.ports';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { createEvaluationStore } from '../../../src/store/evaluations';
import { definition } from '../../unit/evaluations/support';

export const AT = '2026-04-10T02:00:00.000Z';
const PERIOD = 's~u~2026-03';
export const MANY = 300;
export const BINH = `${PERIOD}~binh`;
export const CORRECTION = {
  ...{ by: { id: 'head' }, commandId: 'correction' },
  command: { type: 'Correct', changes: { items: { w: { done: true } } }, reason: 'Nhập thiếu' },
} as const;

export const opening = (person: string, periodId = PERIOD): EvaluationOpening => ({
  ...{ periodId, person, period: '2026-03', scheme: { id: 's', version: 1 } },
  rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 },
  ...{ unit: 'u', agency: 'u', position: 'officer', duties: 'officer', kind: 'civil-servant', leader: false },
  ...{ manager: 'manager', approver: 'approver', workingShare: 1 },
  segments: [{ unit: 'u', from: '2026-03-01', to: '2026-03-31' }],
});
const EVERYBODY = Array.from({ length: MANY }, (_, i) => opening(`p${i}`, 's~v~2026-03'));

/** Evaluations over a connection, and the two writes that are killed in the middle. */
export function writing(connection: mongoose.Connection) {
  const person = { id: 'binh', name: 'Bình', unit: 'u', roles: ['officer'], language: 'vi' } as const;
  const evaluations = evaluationBook({
    store: createEvaluationStore(connection),
    calendarOf: async () => VIETNAM,
    schemeInForce: async () => ({ version: 1, definition }),
    scored: (rules, one) => scored(one, [], { definition: rules, lowered: new Set() }) ?? {},
    newPlace: async () => undefined,
    news: async (told) => {
      const message = newsMessage(told, { ...person, roles: [...person.roles] }, []);
      return message === undefined ? [] : [message];
    },
    now: () => AT,
  });
  return {
    evaluations,
    open: () => evaluations.openMany(EVERYBODY, { at: AT, by: 'kairyo', commandId: 'open' }),
    correct: () => evaluations.command(BINH, CORRECTION),
  };
}
