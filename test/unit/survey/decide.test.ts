import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnySurveyCommand, SurveyFacts } from '../../../src/domain/survey/decide';
import { decide } from '../../../src/domain/survey/decide';
import { nextAlarm } from '../../../src/domain/survey/alarm';
import { evolve } from '../../../src/domain/survey/evolve';
import { doorOf } from '../../../src/domain/survey/openFor';
import { SurveyDefinition } from '../../../src/domain/survey/survey.schema';
import { after, codeOf, definition, draft, give, T } from './examples';

const at = (hour: number): SurveyFacts => ({ opening: { state: 'at', at: T(hour) } });
const waiting: SurveyFacts = { opening: { state: 'waiting' } };
const open = () =>
  after(after(draft(), { type: 'ScheduleSurvey' }, T(1), at(3)), { type: 'OpenSurvey' }, T(3), {
    ...at(3),
    closesAt: T(9),
  });

describe('a survey', () => {
  it('waits for its cycle, hears when Do began, opens at its hour and closes by itself', () => {
    const waits = after(draft(), { type: 'ScheduleSurvey' }, T(1), waiting);
    expect(waits).toMatchObject({ phase: 'scheduled' });
    expect(waits).not.toHaveProperty('opensAt');
    expect(nextAlarm(waits, T(1))).toEqual({ at: T(7), command: { type: 'ReconsiderOpening' } });
    const knows = after(waits, { type: 'ReconsiderOpening' }, T(2), at(3));
    expect(nextAlarm(knows, T(2))).toEqual({ at: T(3), command: { type: 'OpenSurvey' } });
    const opened = after(knows, { type: 'OpenSurvey' }, T(3), { ...at(3), closesAt: T(9) });
    expect(nextAlarm(opened, T(3))).toEqual({ at: T(9), command: { type: 'CloseSurvey' } });
    expect(after(opened, { type: 'CloseSurvey' }, T(9))).toMatchObject({ phase: 'closed', closedAt: T(9) });
  });

  it('moves its opening when the timer fires on a date that has moved', () => {
    const scheduled = after(draft(), { type: 'ScheduleSurvey' }, T(1), at(3));
    expect(after(scheduled, { type: 'OpenSurvey' }, T(3), at(5))).toMatchObject({ phase: 'scheduled', opensAt: T(5) });
  });

  it('is cancelled by itself when its cycle ended without a Do, and is not scheduled for such a one', () => {
    const never: SurveyFacts = { opening: { state: 'never', cycle: 'kh~licence~1' } };
    const waits = after(draft(), { type: 'ScheduleSurvey' }, T(1), waiting);
    expect(after(waits, { type: 'ReconsiderOpening' }, T(2), never)).toMatchObject({ phase: 'cancelled' });
    expect(codeOf(give(draft(), { type: 'ScheduleSurvey' }, T(1), never))).toBe('CYCLE_NEVER_BEGINS');
  });

  it('is not scheduled to close before it opens', () => {
    const early = draft({ closes: { at: T(2) } });
    expect(codeOf(give(early, { type: 'ScheduleSurvey' }, T(1), at(3)))).toBe('SURVEY_WOULD_CLOSE_BEFORE_IT_OPENS');
    expect(codeOf(give(early, { type: 'OpenNow' }, T(2)))).toBe('SURVEY_WOULD_CLOSE_BEFORE_IT_OPENS');
  });

  it('is extended to a later moment only, and closed early with a reason', () => {
    const until = (hour: number) => ({ type: 'ExtendSurvey', until: T(hour), reason: 'Few answers' }) as const;
    expect(codeOf(give(open(), until(9), T(4)))).toBe('SURVEY_EXTENSION_MUST_BE_LATER');
    expect(after(open(), until(12), T(4))).toMatchObject({ closesAt: T(12) });
    expect(after(open(), { type: 'CloseEarly', reason: 'Enough' }, T(5))).toMatchObject({
      phase: 'closed',
      early: 'Enough',
    });
  });

  it('takes answers until its hour even when nobody noted that it closed', () => {
    expect(doorOf(open(), T(8))).toBe('open');
    expect(doorOf(open(), T(9))).toBe('closed');
  });

  it('is changed as a draft only', () => {
    const revise = { type: 'ReviseSurvey', definition: definition({ title: 'Other' }) } as const;
    expect(after(draft(), revise, T(1))).toMatchObject({ definition: { title: 'Other' } });
    expect(codeOf(give(open(), revise, T(4)))).toBe('SURVEY_NOT_IN_THIS_PHASE');
  });

  it('goes through no history that its events cannot tell, whatever it is told and when', () => {
    const command: fc.Arbitrary<AnySurveyCommand> = fc.oneof(
      fc.constantFrom<AnySurveyCommand>(
        { type: 'ScheduleSurvey' },
        { type: 'OpenNow' },
        { type: 'OpenSurvey' },
        { type: 'CloseSurvey' },
        { type: 'ReconsiderOpening' },
        { type: 'CloseEarly', reason: 'r' },
        { type: 'CancelSurvey', reason: 'r' },
        { type: 'ExtendSurvey', by: 'P1D', reason: 'r' },
      ),
    );
    const facts = fc.record({
      opening: fc.oneof(
        fc.constant({ state: 'waiting' } as const),
        fc.constant({ state: 'never', cycle: 'c' } as const),
        fc.integer({ min: 0, max: 23 }).map((hour) => ({ state: 'at', at: T(hour) }) as const),
      ),
      closesAt: fc.integer({ min: 0, max: 23 }).map(T),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(command, facts, fc.integer({ min: 0, max: 23 })), { maxLength: 12 }), (steps) => {
        let survey = draft();
        for (const [given, known, hour] of [...steps].sort((a, b) => a[2] - b[2])) {
          const decision = decide(given, survey, { at: T(hour), by: 'an' }, known);
          if (!decision.ok) continue;
          const over = survey.phase === 'closed' || survey.phase === 'cancelled';
          expect(over && decision.events.length > 0).toBe(false);
          for (const event of decision.events) survey = evolve(survey, event);
          expect(JSON.parse(JSON.stringify(survey))).toEqual(survey);
        }
      }),
    );
  });
});

describe('a definition', () => {
  const mistakes = (over: object): readonly string[] => {
    const result = SurveyDefinition.safeParse({ ...definition(), ...over });
    return result.success ? [] : result.error.issues.map(({ message }) => message);
  };
  it('names what does not fit together', () => {
    expect(mistakes({ belongsTo: { procedure: 'p' } })).toEqual(['only a survey of a cycle opens after its Do began']);
    expect(mistakes({ personalData: true })).toEqual(['state what personal data is collected for']);
    expect(mistakes({ groups: ['wish'] })).toEqual(['unit, channel, group or the key of a question with one choice']);
    expect(mistakes({ opens: { at: T(3) }, closes: { at: T(2) } })).toEqual(['it must close after it opens']);
  });
});
