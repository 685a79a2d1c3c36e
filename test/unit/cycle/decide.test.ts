import { describe, expect, it } from '@jest/globals';
import { isFinished, nextAlarm } from '../../../src/domain/cycle/alarm';
import { decide } from '../../../src/domain/cycle/decide';
import { duesOf } from '../../../src/domain/cycle/dues';
import { evolve } from '../../../src/domain/cycle/evolve';
import { missingIn } from '../../../src/domain/cycle/gate';
import {
  after,
  completePlan,
  deadline,
  given,
  inAct,
  inCheck,
  inDo,
  launched,
  result,
  REVIEW,
  verdict,
  when,
} from './examples';

const codeOf = (decision: ReturnType<typeof when>): string => (decision.ok ? 'accepted' : decision.refusal.code);
const typesOf = (decision: ReturnType<typeof when>): readonly string[] =>
  decision.ok ? decision.events.map(({ type }) => type) : [decision.refusal.code];
const ends = { deadline: deadline('2026-11-23T00:30:00.000Z') };

describe('the gate', () => {
  it('names everything an empty plan lacks', () => {
    expect(missingIn({}).map(({ rule }) => rule)).toEqual([
      'PLAN_NEEDS_A_PROBLEM',
      'PLAN_NEEDS_CAUSES',
      'PLAN_NEEDS_AN_AIM',
      'PLAN_NEEDS_AN_INDICATOR',
      'PLAN_NEEDS_A_COUNTERMEASURE',
      'PLAN_NEEDS_A_PILOT',
      'PLAN_NEEDS_A_DO_PERIOD',
      'PLAN_NEEDS_REVIEWERS',
    ]);
  });

  it('lets a complete plan through', () => {
    expect(missingIn(completePlan)).toEqual([]);
  });

  it.each([
    [
      'a prediction',
      { indicators: completePlan.indicators?.map(({ prediction: _p, ...rest }) => rest) },
      'PLAN_NEEDS_A_PREDICTION',
      '/plan/indicators/0/prediction',
    ],
    [
      'a balancing indicator beside a speed indicator',
      { indicators: completePlan.indicators?.slice(0, 1) },
      'SPEED_NEEDS_A_BALANCE',
      '/plan/indicators',
    ],
    [
      'a target',
      { indicators: completePlan.indicators?.map(({ target: _t, ...rest }) => rest) },
      'INDICATOR_NEEDS_A_TARGET',
      '/plan/indicators/0/target',
    ],
    ['a date of the aim', { aim: { text: 'Faster', indicator: 'median' } }, 'AIM_NEEDS_A_DATE', '/plan/aim/by'],
    [
      'an aim that is measured',
      { aim: { text: 'Faster', indicator: 'other', by: '2026-12-31' } },
      'AIM_NEEDS_AN_INDICATOR',
      '/plan/aim/indicator',
    ],
  ])('asks for %s', (_name, change, rule, field) => {
    expect(missingIn({ ...completePlan, ...change })).toContainEqual({ rule, field });
  });

  it('takes a baseline period in place of baseline values', () => {
    const indicators = completePlan.indicators?.map(({ baseline: _b, ...rest }) => rest) ?? [];
    expect(missingIn({ ...completePlan, indicators }).map(({ rule }) => rule)).toEqual([
      'INDICATOR_NEEDS_A_BASELINE',
      'INDICATOR_NEEDS_A_BASELINE',
    ]);
    expect(missingIn({ ...completePlan, indicators, baseline: { from: '2026-01-01', to: '2026-07-01' } })).toEqual([]);
  });
});

describe('a plan', () => {
  it('is not approved by whoever wrote it', () => {
    expect(codeOf(when(given(launched()), { type: 'ApprovePlan' }, 'an', ends))).toBe('YOU_WROTE_THIS_PLAN');
  });

  it('is not approved by whoever revised it', () => {
    const revised = after(given(launched()), { type: 'RevisePlan', plan: { causes: ['Another'] } }, 'binh');
    expect(codeOf(when(revised, { type: 'ApprovePlan' }, 'binh', ends))).toBe('YOU_WROTE_THIS_PLAN');
    expect(codeOf(when(revised, { type: 'ApprovePlan' }, 'head', ends))).toBe('accepted');
  });

  it('is approved by the deputy of an absent head who did not write it, and both are recorded', () => {
    const cycle = given(launched());
    const as = (...inPlaceOf: string[]) =>
      decide({ type: 'ApprovePlan' }, cycle, { by: 'binh', at: '2026-08-24T02:00:00.000Z', inPlaceOf }, ends);
    expect(as('an')).toMatchObject({ refusal: { code: 'ABSENT_PERSON_WROTE_THIS_PLAN', params: { person: 'an' } } });
    for (const approved of [as('head'), as('an', 'head')]) {
      expect(approved).toMatchObject({ events: [{ type: 'PlanApproved', by: 'binh', inPlaceOf: 'head' }] });
      if (!approved.ok) continue;
      const state = approved.events.reduce<typeof cycle>((now, event) => evolve(now, event), cycle);
      expect(state).toMatchObject({ approvedBy: 'binh', approvedInPlaceOf: 'head' });
    }
  });

  it('is not approved while something is missing, and the refusal lists it', () => {
    const decision = when(given(launched({})), { type: 'ApprovePlan' }, 'head', ends);
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'PLAN_IS_INCOMPLETE', params: { count: 8 } } });
  });

  it('can be withdrawn with a reason, and then nothing more happens', () => {
    const withdrawn = after(given(launched()), { type: 'WithdrawPlan', reason: 'Merged into another' });
    expect(withdrawn).toMatchObject({ phase: 'closed', outcome: 'withdrawn', reason: 'Merged into another' });
    expect(isFinished(withdrawn)).toBe(true);
    expect(codeOf(when(withdrawn, { type: 'ApprovePlan' }, 'head', ends))).toBe('CYCLE_IS_CLOSED');
  });

  it('sets no alarm', () => {
    expect(nextAlarm(given(launched()))).toBeUndefined();
  });
});

describe('Do', () => {
  it('locks the predictions', () => {
    expect(codeOf(when(inDo(), { type: 'RevisePlan', plan: {} }))).toBe('PREDICTIONS_ARE_LOCKED');
  });

  it('opens Check by itself at its end', () => {
    expect(nextAlarm(inDo())).toEqual({ at: '2026-11-23T00:30:00.000Z', command: { type: 'OpenCheck' } });
  });

  it('keeps progress and deviations', () => {
    const progressed = after(inDo(), { type: 'ProgressCountermeasure', countermeasure: 'checklist', status: 'done' });
    const noted = after(progressed, { type: 'NoteDeviation', text: 'Two weeks without the printer' });
    expect(noted).toMatchObject({
      progress: { checklist: { status: 'done' } },
      deviations: [{ text: 'Two weeks without the printer' }],
    });
  });

  it('knows only the countermeasures of the plan', () => {
    expect(codeOf(when(inDo(), { type: 'ProgressCountermeasure', countermeasure: 'x', status: 'done' }))).toBe(
      'NO_SUCH_COUNTERMEASURE',
    );
  });

  it('pauses without an alarm and resumes with the time that was left', () => {
    const paused = after(inDo(), { type: 'PauseCycle', reason: 'Storm' }, 'an', {}, '2026-11-22T00:30:00.000Z');
    expect(paused).toMatchObject({ paused: { remainingMs: 86_400_000 } });
    expect(nextAlarm(paused)).toBeUndefined();
    expect(codeOf(when(paused, { type: 'EndDoEarly', reason: 'x' }))).toBe('CYCLE_IS_PAUSED');
    expect(codeOf(when(paused, { type: 'PauseCycle', reason: 'x' }))).toBe('CYCLE_IS_ALREADY_PAUSED');
    const resumed = after(paused, { type: 'ResumeCycle', reason: 'Over' }, 'an', {
      deadline: deadline('2026-12-01T00:00:00.000Z'),
    });
    expect(nextAlarm(resumed)?.at).toBe('2026-12-01T00:00:00.000Z');
    expect(codeOf(when(resumed, { type: 'ResumeCycle', reason: 'x' }))).toBe('CYCLE_IS_NOT_PAUSED');
  });

  it('is extended only to a later day', () => {
    expect(codeOf(when(inDo(), { type: 'ExtendDo', until: '2026-10-01T00:00:00Z', reason: 'x' }))).toBe(
      'EXTENSION_MUST_BE_LATER',
    );
    const extended = after(inDo(), { type: 'ExtendDo', by: 'P1M', reason: 'x' }, 'an', {
      deadline: deadline('2026-12-23T00:30:00.000Z'),
    });
    expect(nextAlarm(extended)?.at).toBe('2026-12-23T00:30:00.000Z');
  });

  it('ends early into Check, with the reason kept', () => {
    const facts = { result: result(), deadline: deadline('2026-09-30T10:00:00.000Z') };
    expect(typesOf(when(inDo(), { type: 'EndDoEarly', reason: 'Clear already' }, 'an', facts))).toEqual([
      'DoEndedEarly',
      'CheckOpened',
    ]);
    expect(after(inDo(), { type: 'EndDoEarly', reason: 'Clear already' }, 'an', facts)).toMatchObject({
      phase: 'check',
      endedEarly: 'Clear already',
    });
  });

  it('can be cancelled', () => {
    expect(after(inDo(), { type: 'CancelCycle', reason: 'Law changed' })).toMatchObject({
      phase: 'closed',
      outcome: 'cancelled',
    });
  });

  it('is rescheduled by a changed calendar only when the date really moves', () => {
    expect(typesOf(when(inDo(), { type: 'RescheduleCycle', reason: 'calendar' }, 'kairyo', ends))).toEqual([]);
    expect(
      typesOf(
        when(inDo(), { type: 'RescheduleCycle', reason: 'calendar' }, 'kairyo', {
          deadline: deadline('2026-11-25T00:30:00.000Z'),
        }),
      ),
    ).toEqual(['CycleRescheduled']);
  });
});

describe('Check', () => {
  const act = { deadline: deadline('2026-12-20T10:00:00.000Z') };

  it('takes reviews of its reviewers only, once each', () => {
    expect(codeOf(when(inCheck(), { ...REVIEW, strengths: [], weaknesses: [], learning: [] }, 'stranger', act))).toBe(
      'YOU_ARE_NOT_A_REVIEWER',
    );
    const one = after(inCheck(), { ...REVIEW, strengths: [], weaknesses: [], learning: [] }, 'chi', act);
    expect(one.phase).toBe('check');
    expect(codeOf(when(one, { ...REVIEW, strengths: [], weaknesses: [], learning: [] }, 'chi', act))).toBe(
      'REVIEW_ALREADY_RECORDED',
    );
  });

  it('moves to Act when the last reviewer has spoken', () => {
    expect(inAct()).toMatchObject({ phase: 'act', decisionDue: { at: '2026-12-20T10:00:00.000Z' } });
  });

  it('owes the reviews that are missing', () => {
    const one = after(inCheck(), { ...REVIEW, strengths: [], weaknesses: [], learning: [] }, 'chi', act);
    const dues = duesOf(one, (date) => `${date}T10:00:00.000Z`);
    expect(dues.map(({ kind, persons }) => [kind, persons])).toEqual([
      ['review', ['dung']],
      ['countermeasure', ['binh']],
    ]);
  });

  it('keeps the first result when it is computed again', () => {
    const again = after(inCheck(), { type: 'RecomputeCheck', reason: 'Late cases' }, 'an', {
      result: result(verdict({ verdict: 'no-evidence' })),
    });
    expect(again.phase === 'check' && again.checks.map(({ verdicts }) => verdicts[0]?.verdict)).toEqual([
      'improved',
      'no-evidence',
    ]);
  });

  it('does not decide before Act', () => {
    expect(codeOf(when(inCheck(), { type: 'AbandonChange', reason: 'x' }))).toBe('NOT_IN_THIS_PHASE');
  });

  it('waits for a word about the earlier decision', () => {
    const event = launched();
    const earlier = { cycle: 'kh~licence~0', decision: 'adapt', reason: 'again' } as const;
    const cycle = given({ ...event, ...(event.type === 'CycleLaunched' ? { earlier } : {}) });
    const approved = after(cycle, { type: 'ApprovePlan' }, 'head', ends);
    const check = after(approved, { type: 'OpenCheck' }, 'kairyo', { result: result(), ...ends });
    const reviewed = after(
      after(check, { ...REVIEW, strengths: [], weaknesses: [], learning: [] }, 'chi', act),
      { ...REVIEW, strengths: [], weaknesses: [], learning: [] },
      'dung',
      act,
    );
    expect(reviewed.phase).toBe('check');
    expect(codeOf(when(reviewed, { type: 'AbandonChange', reason: 'x' }))).toBe('EARLIER_DECISION_HAS_NO_STATUS');
    const settled = after(reviewed, { type: 'CloseEarlierDecision', status: 'done', reason: 'It is done' }, 'an', act);
    expect(settled.phase).toBe('act');
  });
});

describe('Act', () => {
  it('adopts with a new version, training and a sustain check', () => {
    const adopt = {
      type: 'AdoptChange',
      reason: 'It works',
      newVersion: '2',
      training: 'One hour',
      sustainAfter: 'P6M',
    } as const;
    const closed = after(inAct(), adopt, 'head', { deadline: deadline('2027-05-24T00:30:00.000Z') });
    expect(closed).toMatchObject({
      phase: 'closed',
      outcome: 'decided',
      decision: { kind: 'adopt', signer: 'head', newVersion: '2' },
    });
    expect(nextAlarm(closed)).toEqual({ at: '2027-05-24T00:30:00.000Z', command: { type: 'CheckSustain' } });
    const sustained = after(closed, { type: 'CheckSustain' }, 'kairyo', { result: result() });
    expect(sustained).toMatchObject({ sustain: { held: true } });
    expect(isFinished(sustained)).toBe(true);
  });

  it('adapts into the next cycle of the series, with what belonged to the past left out', () => {
    const decision = when(inAct(), { type: 'AdaptChange', reason: 'Half way', changes: { do: 'P2M' } }, 'head', {
      next: { id: 'kh~licence~2', unit: 'kh', no: 2 },
    });
    expect(decision).toMatchObject({
      ok: true,
      events: [
        {
          type: 'CycleDecided',
          decision: {
            next: {
              no: 2,
              stage: 1,
              title: 'Faster licences',
              plan: { do: 'P2M', aim: { text: 'Half of the files within 5 days' } },
            },
          },
        },
      ],
    });
    expect(
      decision.ok && decision.events[0]?.type === 'CycleDecided' && decision.events[0].decision.next?.plan.aim?.by,
    ).toBeUndefined();
  });

  it('expands into the next stage of the roll-out', () => {
    const decision = when(
      inAct(),
      { type: 'ExpandChange', reason: 'Works', scope: 'All counters', unit: 'cam-ranh' },
      'head',
      { next: { id: 'cam-ranh~licence~1', unit: 'cam-ranh', no: 1 } },
    );
    expect(decision).toMatchObject({
      ok: true,
      events: [
        {
          decision: {
            scope: 'All counters',
            next: { stage: 2, unit: 'cam-ranh', plan: { pilot: { scope: 'All counters', smallScale: false } } },
          },
        },
      ],
    });
  });

  it('is refused while the next place has an open cycle', () => {
    const decision = when(inAct(), { type: 'AdaptChange', reason: 'x', changes: {} }, 'head', {
      next: { id: 'kh~licence~3', unit: 'kh', no: 3, blockedBy: 'kh~licence~2' },
    });
    expect(codeOf(decision)).toBe('NEXT_CYCLE_ALREADY_OPEN');
  });

  it('answers the seven questions of fidelity', () => {
    const closed = after(inAct(), { type: 'AbandonChange', reason: 'No effect' }, 'head');
    expect(closed.phase === 'closed' && closed.outcome === 'decided' && closed.fidelity).toEqual({
      'aim-measurable-and-dated': true,
      'prediction-before-do': true,
      'small-scale-first': true,
      'data-over-time': true,
      'prediction-compared': true,
      'decision-with-reason': true,
      'next-step-follows': true,
    });
  });

  it('says no where the method was not followed', () => {
    const thin = inAct(result(verdict({ points: { before: 3, after: 2 }, prediction: 'not-comparable' })));
    const closed = after(thin, { type: 'AbandonChange', reason: 'No effect' }, 'head');
    expect(closed).toMatchObject({ fidelity: { 'data-over-time': false, 'prediction-compared': false } });
  });
});
