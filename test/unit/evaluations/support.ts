import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { decide } from '../../../src/domain/evaluations/decide';
import type { AnyEvaluationCommand, EvaluationContext } from '../../../src/domain/evaluations/decide';
import type { EvaluationEvent } from '../../../src/domain/evaluations/events';
import { evolve } from '../../../src/domain/evaluations/evolve';
import { factsOf } from '../../../src/domain/evaluations/factsOf';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import { SchemeDefinition } from '../../../src/domain/schemes/scheme.schema';
import { scoreOf } from '../../../src/domain/schemes/score';

/** 30 rated and 70 by work, as in the vector of the domain facts. */
export const definition = SchemeDefinition.parse({
  name: { vi: 'Thử', en: 'Trial' },
  cadence: 'month',
  sections: [
    {
      key: 'general',
      name: { vi: 'Chung', en: 'General' },
      max: 30,
      of: {
        type: 'rated',
        criteria: [
          { key: 'ethics', name: { vi: 'Đạo đức', en: 'Ethics' }, max: 20 },
          { key: 'discipline', name: { vi: 'Kỷ luật', en: 'Discipline' }, max: 10 },
        ],
      },
    },
    {
      key: 'work',
      name: { vi: 'Công việc', en: 'Work' },
      max: 70,
      of: { type: 'work', formula: '70 * (a + b + c) / 300' },
    },
  ],
  bands: [
    { key: 'excellent', atLeast: 90 },
    { key: 'good', atLeast: 70 },
    { key: 'completed', atLeast: 50 },
    { key: 'not-completed' },
  ],
  bandNames: {},
  passing: 'completed',
  overrides: [{ key: 'corruption', name: { vi: 'Tham nhũng', en: 'Corruption' }, class: 'not-completed' }],
  products: [{ key: 'plan', name: { vi: 'Kế hoạch', en: 'Plan' }, category: 'b', coefficient: 3 }],
  categories: [{ key: 'b', name: { vi: 'Chung', en: 'Common' } }],
});

export const context = (over: Partial<EvaluationContext> = {}): EvaluationContext => ({
  at: '2026-03-20T02:00:00.000Z',
  by: 'manager',
  today: '2026-03-20',
  calendar: VIETNAM,
  definition,
  scored: (one) => {
    const score = scoreOf(definition, factsOf(one));
    return score.ok ? { total: score.score.total.toNumber(), class: score.score.class } : {};
  },
  ...over,
});

export const opened = (): Evaluation =>
  evolve(undefined, {
    type: 'EvaluationOpened',
    at: '2026-03-01T00:00:00.000Z',
    by: 'kairyo',
    id: 's~u~2026-03~binh',
    periodId: 's~u~2026-03',
    person: 'binh',
    period: '2026-03',
    scheme: { id: 's', version: 1 },
    rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 },
    ...{ unit: 'u', agency: 'u', position: 'officer', duties: 'officer', kind: 'civil-servant', leader: false },
    ...{ manager: 'manager', approver: 'approver', workingShare: 1 },
    segments: [{ unit: 'u', from: '2026-03-01', to: '2026-03-31', manager: 'manager' }],
  });

export type Step = { readonly command: AnyEvaluationCommand } & Partial<EvaluationContext>;
export const by = (who: string, command: AnyEvaluationCommand, today = '2026-03-20'): Step => ({
  ...{ command, by: who, today, at: `${today}T02:00:00.000Z` },
});

/** The evaluation after commands that must be accepted. */
export function after(steps: readonly Step[], from: Evaluation = opened()): Evaluation {
  return steps.reduce((one, { command, ...over }) => {
    const verdict = decide(command, one, context(over));
    if (!verdict.ok) throw new Error(`${command.type}: ${JSON.stringify(verdict.refusal)}`);
    return verdict.events.reduce<Evaluation>(evolve, one);
  }, from);
}

export function refusedBy({ command, ...over }: Step, one: Evaluation): string | undefined {
  const verdict = decide(command, one, context(over));
  return verdict.ok ? undefined : [verdict.refusal.code, verdict.refusal.field].filter(Boolean).join(' ');
}
export function eventsOf({ command, ...over }: Step, one: Evaluation): readonly EvaluationEvent[] {
  const verdict = decide(command, one, context(over));
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  return verdict.events;
}
export const scoreNow = (one: Evaluation) => context().scored(one);

export const work = (item: string, coefficient: number, due = '2026-03-18'): AnyEvaluationCommand => ({
  ...{ type: 'AssignWork', item, title: item, coefficient, quantity: 1, due },
});
export const done = (item: string, doneOn = '2026-03-17'): AnyEvaluationCommand => ({
  ...{ type: 'ReportDone', item, doneOn },
});
export const RATINGS = { 'general/ethics': 18, 'general/discipline': 9 };
export const rating = by('manager', { type: 'Rate', ratings: RATINGS }, '2026-04-01');
export const assessment = by('binh', { type: 'AssessSelf', ratings: RATINGS }, '2026-04-01');

/** The vector of the domain facts: weights 10, 20, 30, 40; the last not done; one failure, two delays. */
export const VECTOR: readonly Step[] = [
  ...[10, 20, 30, 40].map((weight, i) => by('manager', work(`w${i + 1}`, weight))),
  ...['w1', 'w2', 'w3'].map((item) => by('binh', done(item))),
  by('manager', { type: 'CheckQuality', item: 'w2', passed: false }),
  by('manager', { type: 'NoteDelay', item: 'w3', on: '2026-03-10' }),
  by('manager', { type: 'NoteDelay', item: 'w3', on: '2026-03-12' }),
];
export const published = (total = 64.333, band = 'completed'): Step =>
  by('kairyo', { type: 'PublishResult', total, class: band }, '2026-04-10');
