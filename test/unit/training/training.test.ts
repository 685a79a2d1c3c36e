import { describe, expect, it } from '@jest/globals';
import { decide, open } from '../../../src/domain/training/decide';
import { duesOf } from '../../../src/domain/training/dues';
import type { TrainingEvent } from '../../../src/domain/training/events';
import { needOf } from '../../../src/domain/training/evolve';
import { relationsToNeed } from '../../../src/domain/training/state';
import type { Need } from '../../../src/domain/training/state';
import type { TrainingCommand } from '../../../src/domain/training/training.schema';
import { weakCriteria } from '../../../src/domain/training/weak';

const AT = '2026-04-01T02:00:00.000Z';
const FACTS = { today: '2026-04-20', due: '2026-04-15T10:00:00.000Z' };
const WHO = { by: 'head', at: AT };
const OPENING = { id: 'n', person: 'binh', unit: 'kh-dpi', manager: 'head', topic: 'Communication', due: FACTS.due };
const PLAN: TrainingCommand = {
  ...{ type: 'PlanTraining', way: { kind: 'mentor', mentor: 'chi' }, from: '2026-04-05', to: '2026-05-05' },
  owner: 'dung',
};
const COMPLETE: TrainingCommand = { type: 'CompleteTraining', on: '2026-04-18', evidence: 'Certificate 12' };

function after(...commands: readonly TrainingCommand[]): Need {
  const opened = open(OPENING, WHO);
  const events: TrainingEvent[] = opened.ok ? [...opened.events] : [];
  for (const command of commands) {
    const need = needOf(events);
    const decision = need === undefined ? undefined : decide(command, need, WHO, FACTS);
    if (decision?.ok !== true) throw new Error(`${command.type} was refused`);
    events.push(...decision.events);
  }
  const need = needOf(events);
  if (need === undefined) throw new Error('nothing was opened');
  return need;
}
const refusal = (command: TrainingCommand, need: Need) => {
  const decision = decide(command, need, WHO, FACTS);
  return decision.ok ? undefined : decision.refusal;
};

describe('a need for training', () => {
  it('goes from a plan by its completion to what came of it, and owes one step at a time', () => {
    const steps = [after(), after(PLAN), after(PLAN, COMPLETE)];
    expect(steps.map((need) => duesOf(need).map(({ kind, persons }) => [kind, ...persons]))).toEqual([
      [['training-plan', 'head']],
      [['training-completion', 'dung']],
      [['training-outcome', 'head']],
    ]);
    const closed = after(PLAN, COMPLETE, { type: 'RecordOutcome', useful: 'partly', text: 'Calmer at the counter' });
    expect(closed).toMatchObject({ status: 'closed', outcome: { useful: 'partly' }, completed: { on: '2026-04-18' } });
    expect(duesOf(closed)).toEqual([]);
  });

  it('is dropped with a reason, and opened again with one', () => {
    const dropped = after({ type: 'DropNeed', reason: 'Moved to another post' });
    expect([dropped.status, duesOf(dropped)]).toEqual(['dropped', []]);
    expect(after({ type: 'DropNeed', reason: 'Moved' }, { type: 'ReopenNeed', reason: 'Came back' }).status).toBe(
      'open',
    );
    expect(open(OPENING, WHO, { reason: undefined })).toMatchObject({
      ok: false,
      refusal: { code: 'TRAINING_DROP_NEEDS_A_REASON', field: '/reason' },
    });
  });

  it('refuses what does not fit, naming the field', () => {
    expect(refusal({ ...PLAN, to: '2026-04-01' }, after())).toMatchObject({
      code: 'TRAINING_ENDS_BEFORE_IT_BEGINS',
      field: '/to',
    });
    expect(refusal({ ...PLAN, way: { kind: 'mentor', mentor: 'binh' } }, after())?.code).toBe(
      'TRAINING_MENTOR_IS_THE_PERSON',
    );
    expect(refusal({ ...COMPLETE, on: '2026-04-21' }, after(PLAN))?.code).toBe('TRAINING_DAY_LIES_AHEAD');
    expect(refusal(COMPLETE, after())).toMatchObject({
      code: 'TRAINING_NOT_IN_THIS_STATE',
      params: { status: 'open', allowed: ['planned'] },
    });
  });

  it('ties the person, the manager, their deputy, the owner and the mentor to it', () => {
    const need = after(PLAN);
    const ties = (id: string, standsInFor: readonly string[] = []) => relationsToNeed(need, { id, standsInFor });
    expect(['binh', 'head', 'dung', 'chi', 'an'].map((id) => ties(id))).toEqual([
      ['self'],
      ['manager'],
      ['owner'],
      ['owner'],
      [],
    ]);
    expect(ties('an', ['head', 'binh'])).toEqual(['manager']);
  });
});

describe('weak criteria of an evaluation', () => {
  const sections = [
    {
      ...{ key: 'general', name: 'General', max: 30 },
      of: {
        type: 'rated' as const,
        criteria: [
          { key: 'discipline', name: 'Discipline', max: 10 },
          { key: 'service', name: 'Service', max: 10 },
          { key: 'learning', name: 'Learning', max: 10 },
        ],
      },
    },
  ];
  const manager = {
    ...{ at: AT, by: 'head' },
    points: { 'general/discipline': 6, 'general/service': 5.9, 'general/learning': 2 },
  };
  const published = { at: AT, total: 60, appealUntil: '2026-04-10' };
  const evaluation = { ratings: { manager, calibrated: [] }, published };

  it('are those below the share, the weakest first; exactly at the share is not weak', () => {
    expect(weakCriteria({ sections }, evaluation, 0.6).map(({ criterion }) => criterion)).toEqual([
      'general/learning',
      'general/service',
    ]);
  });

  it('go by the points as they count now', () => {
    const corrected = { ...evaluation, ratings: { ...evaluation.ratings, corrected: { 'general/learning': 9 } } };
    expect(weakCriteria({ sections }, corrected, 0.6).map(({ criterion }) => criterion)).toEqual(['general/service']);
  });

  it('are none before publication and while an appeal is open', () => {
    const { published: _none, ...unpublished } = evaluation;
    const appeal = { at: AT, by: 'binh', points: [], decideUntil: '2026-04-20' };
    expect(weakCriteria({ sections }, unpublished, 0.6)).toEqual([]);
    expect(weakCriteria({ sections }, { ...evaluation, appeal }, 0.6)).toEqual([]);
    const withdrawn = { ...appeal, withdrawn: { at: AT, by: 'binh', reason: 'Clear now' } };
    expect(weakCriteria({ sections }, { ...evaluation, appeal: withdrawn }, 0.6)).toHaveLength(2);
  });
});
