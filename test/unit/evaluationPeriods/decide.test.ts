import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isFinished, nextAlarm } from '../../../src/domain/evaluationPeriods/alarm';
import { extendedDates, periodDates, resumedDates } from '../../../src/domain/evaluationPeriods/dates';
import { decide, refusalOf } from '../../../src/domain/evaluationPeriods/decide';
import type { AnyPeriodCommand, PeriodFacts } from '../../../src/domain/evaluationPeriods/decide';
import { evolve } from '../../../src/domain/evaluationPeriods/evolve';
import { acceptQuota, exceededGroups } from '../../../src/domain/evaluationPeriods/quota';
import { STEPS } from '../../../src/domain/evaluationPeriods/state';
import type { EvaluationPeriod } from '../../../src/domain/evaluationPeriods/state';
import { isWorkingDay } from '../../../src/domain/calendar/workingDays';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { after, AT, groupOf, held, inPhase, OPENED, ranked } from './examples';

const by = { at: AT, by: 'le-an' };
const code = (command: AnyPeriodCommand, state: EvaluationPeriod, facts: PeriodFacts = {}): string => {
  const decision = decide(command, state, by, facts);
  return decision.ok ? 'ok' : decision.refusal.code;
};
const nobody = { count: 0, persons: [] };
const five = groupOf('dpi', 1, { keep: [ranked('a', 95)], lower: [ranked('b', 93)] });

describe('the deadlines of a period', () => {
  it('are working days after its end, in the order of the steps', () => {
    const { endsAt, steps } = OPENED.dates;
    expect(endsAt).toBe('2026-03-31T17:00:00.000Z');
    expect(STEPS.map((step) => steps[step].day)).toEqual([
      ...['2026-04-03', '2026-04-07', '2026-04-10', '2026-04-16', '2026-04-21'],
    ]);
  });

  it('are counted from the opening where that comes after the end', () => {
    const { deadlines } = OPENED.scheme;
    const late = periodDates(deadlines, { period: '2026-03', at: '2026-04-06T02:00:00.000Z' }, VIETNAM);
    expect(late.endsAt).toBe('2026-04-06T02:00:00.000Z');
    expect(late.steps.selfAssessment.day).toBe('2026-04-09');
  });

  it('stay in order and on working days however a step is extended or a pause lasts', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-05-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), day, fc.integer({ min: 0, max: 40 }), (step, to, days) => {
        const extended = extendedDates(OPENED.dates, { step, to }, VIETNAM);
        const pause = { from: AT, to: new Date(Date.parse(AT) + days * 86_400_000).toISOString() };
        const resumed = resumedDates(OPENED.dates, pause, VIETNAM);
        const inOrder = (list: readonly string[]) => expect([...list].sort()).toEqual(list);
        for (const { steps } of [extended, resumed]) inOrder(STEPS.map((one) => steps[one].at));
        for (const one of STEPS) {
          expect(extended.steps[one].day >= OPENED.dates.steps[one].day).toBe(true);
          expect(resumed.steps[one].day >= OPENED.dates.steps[one].day).toBe(true);
          expect(isWorkingDay(VIETNAM, resumed.steps[one].day)).toBe(true);
        }
      }),
    );
  });
});

describe('a period goes by itself', () => {
  it('from step to step at its deadlines, and waits for people before it publishes', () => {
    const opened = after({ type: 'EverybodyOpened', at: AT, by: 'kairyo', people: 3, excluded: 1 });
    const seen: string[] = [];
    for (let state = opened, alarm = nextAlarm(state, AT); alarm !== undefined; alarm = nextAlarm(state, AT)) {
      const decision = decide(alarm.command, state, by);
      state = (decision.ok ? decision.events : []).reduce<EvaluationPeriod>(evolve, state);
      seen.push(`${state.phase} ${alarm.at.slice(0, 10)}`);
    }
    expect(seen).toEqual([
      ...['selfAssessment 2026-03-31', 'rating 2026-04-03', 'approval 2026-04-07', 'calibration 2026-04-10'],
    ]);
  });

  it('not while it is paused, and not any more when it is over', () => {
    const paused = after(
      { type: 'EverybodyOpened', at: AT, by: 'kairyo', people: 3, excluded: 1 },
      { type: 'PeriodPaused', at: AT, by: 'le-an', reason: 'flood' },
    );
    expect(nextAlarm(paused, AT)).toBeUndefined();
    expect(code({ type: 'Publish' }, { ...paused, phase: 'calibration' })).toBe('PERIOD_IS_PAUSED');
    expect(isFinished(inPhase('final'))).toBe(true);
  });
});

describe('publishing is refused', () => {
  const state = { ...after(held), phase: 'calibration' as const };
  const quota = [five];

  it('before the calibration meeting is on record', () => {
    expect(code({ type: 'Publish' }, inPhase('calibration'))).toBe('CALIBRATION_NOT_HELD');
  });

  it('while somebody is unrated: named and counted', () => {
    const decision = decide({ type: 'Publish' }, state, by, { unrated: { count: 2, persons: ['b', 'c'] }, quota: [] });
    expect(decision).toMatchObject({
      refusal: { code: 'SOMEBODY_IS_UNRATED', params: { count: 2, persons: ['b', 'c'] } },
    });
  });

  it('while a group is above its quota, until that was accepted', () => {
    const facts = { unrated: nobody, quota };
    expect(code({ type: 'Publish' }, state, facts)).toBe('QUOTA_IS_EXCEEDED');
    const accepted = decide({ type: 'AcceptQuota' }, state, by, facts);
    const lowered = (accepted.ok ? accepted.events : []).reduce<EvaluationPeriod>(evolve, state);
    expect(lowered.quota?.lowered).toEqual(['b']);
    expect(code({ type: 'Publish' }, lowered, facts)).toBe('ok');
  });

  it('again when somebody more came into the class after the acceptance', () => {
    const accepted = decide({ type: 'AcceptQuota' }, state, by, { quota });
    const lowered = (accepted.ok ? accepted.events : []).reduce<EvaluationPeriod>(evolve, state);
    const more = groupOf('dpi', 1, { keep: [ranked('n', 99)], lower: [ranked('a', 95), ranked('b', 93)] });
    expect(code({ type: 'Publish' }, lowered, { unrated: nobody, quota: [more] })).toBe('QUOTA_IS_EXCEEDED');
  });
});

describe('the choice of the calibrating body', () => {
  const tied = groupOf('dpi', 1, { tied: [ranked('a', 95), ranked('b', 95)], lower: [ranked('c', 91)] });

  it('is needed where points are equal across the limit', () => {
    expect(acceptQuota([tied], {})).toMatchObject({
      refusal: { code: 'QUOTA_TIE_IS_OPEN', params: { persons: ['a', 'b'] } },
    });
    expect(acceptQuota([tied], { keep: ['b'] })).toMatchObject({ ok: true, value: { lowered: ['a', 'c'] } });
  });

  it('needs a reason above the limit, and never passes a higher score over', () => {
    expect(acceptQuota([tied], { keep: ['a', 'b'] })).toMatchObject({ refusal: { code: 'QUOTA_REASON_NEEDED' } });
    expect(acceptQuota([tied], { keep: ['a', 'b'], reason: 'r' })).toMatchObject({ ok: true });
    expect(acceptQuota([tied], { keep: ['c'] })).toMatchObject({ refusal: { code: 'QUOTA_LOWER_OVER_HIGHER' } });
  });

  it('keeps, whatever is chosen, nobody below somebody who was lowered', () => {
    const people = fc.uniqueArray(
      fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 90, max: 100 })),
      {
        selector: ([id]) => id,
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        people,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.nat(12),
        (list, picks, limit) => {
          const members = list.map(([person, total]) => ranked(person, total)).sort((a, b) => b.total - a.total);
          const group = groupOf('g', limit, { keep: members.slice(0, limit), lower: members.slice(limit) });
          const keep = members.filter((_, i) => picks[i]).map(({ person }) => person);
          const accepted = acceptQuota([{ ...group, keep: [], tied: members, lower: [] }], { keep, reason: 'r' });
          if (!accepted.ok) return;
          const totals = (of: boolean) =>
            members.filter(({ person }) => accepted.value.lowered.includes(person) === of).map(({ total }) => total);
          expect(Math.min(...totals(false), 1000)).toBeGreaterThanOrEqual(Math.max(...totals(true), 0));
          const state = { ...accepted.value, at: AT, by: 'x' };
          expect(exceededGroups([group], state)).toEqual([]);
        },
      ),
    );
  });
});

describe('a period becomes final', () => {
  const appeals = {
    ...after({
      type: 'ResultsPublished',
      at: AT,
      by: 'kairyo',
      told: 3,
      appealsUntil: { day: '2026-03-09', at: '2026-03-09T10:00:00.000Z' },
    }),
  };
  it('when the time for appeals is over and every appeal is decided', () => {
    expect(code({ type: 'Finalise' }, appeals, { openAppeals: nobody })).toBe('APPEALS_ARE_STILL_POSSIBLE');
    const then = { at: '2026-03-10T00:00:00.000Z', by: 'kairyo' };
    const open = { openAppeals: { count: 1, persons: ['a'] } };
    expect(decide({ type: 'Finalise' }, appeals, then, open)).toMatchObject({ refusal: { code: 'APPEALS_ARE_OPEN' } });
    expect(decide({ type: 'Finalise' }, appeals, then, { openAppeals: nobody })).toMatchObject({ ok: true });
  });
  it('and cannot be cancelled once results were published', () => {
    expect(refusalOf({ type: 'CancelPeriod', reason: 'x' }, appeals)?.code).toBe('PERIOD_NOT_IN_THIS_PHASE');
  });
});

describe('an extension', () => {
  it('is later than the deadline, of a step that is not over', () => {
    const state = inPhase('approval');
    const extend = (step: (typeof STEPS)[number], to: string): AnyPeriodCommand => ({
      type: 'ExtendStep',
      step,
      to,
      reason: 'storm',
    });
    expect(code(extend('selfAssessment', '2026-05-01'), state)).toBe('STEP_IS_OVER');
    expect(code(extend('approval', '2026-04-10'), state)).toBe('EXTENSION_IS_NOT_LATER');
    const facts = { today: '2026-04-08', dates: OPENED.dates };
    expect(code(extend('approval', '2026-04-13'), state, facts)).toBe('ok');
  });
});
