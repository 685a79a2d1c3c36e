import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isFinished, nextAlarm } from '../../../src/domain/reviews/alarm';
import type { AnyReviewCommand } from '../../../src/domain/reviews/decide';
import { decide } from '../../../src/domain/reviews/decide';
import { duesOf } from '../../../src/domain/reviews/dues';
import { evolve } from '../../../src/domain/reviews/evolve';
import { isSettled, REVIEW_PHASES, uncommented } from '../../../src/domain/reviews/state';
import type { Review } from '../../../src/domain/reviews/state';
import { after, codeOf, earlier, facts, give, held, HOLD, MEASURES, opened, T } from './examples';

const CLOSE = { type: 'Close', summary: 'Done' } as const;
const settle = (decision: string, status: 'open' | 'done' | 'dropped' | 'carried-over' = 'done') =>
  ({ type: 'SetDecisionStatus', decision, status, note: 'So it is' }) as const;
const comment = (measure: string) => ({ type: 'Comment', measure, text: 'The counter was short of staff' }) as const;

describe('a review', () => {
  it('looks for the figures it waits for, and prepares its memo when its day has come', () => {
    expect(nextAlarm(opened(), T(0))).toEqual({ at: T(6), command: { type: 'LookForValues' } });
    expect(nextAlarm(opened(), T(168))).toEqual({ at: T(170), command: { type: 'PrepareMemo' } });
    const come = after(
      opened(),
      { type: 'LookForValues' },
      {
        arrived: ['hai-long~kh-dpi~2026-Q3', 'chi-phi~kh-dpi~2026-Q3'],
      },
    );
    expect(come.owed.map(({ arrivedAt }) => arrivedAt)).toEqual([T(200), T(200)]);
    expect(nextAlarm(come, T(1))).toEqual({ at: T(170), command: { type: 'PrepareMemo' } });
    expect(duesOf(come)).toEqual([]);
  });

  it('owes nobody anything it has: figures until they come, comments where red, the meeting, decisions', () => {
    expect(duesOf(opened()).map(({ kind, persons }) => [kind, ...persons])).toEqual([
      ['review-value', 'dung'],
      ['review-value', 'dung'],
    ]);
    const prepared = after(opened({ earlier: [earlier('a')] }), { type: 'PrepareMemoNow' }, facts(['dung-han']));
    expect(duesOf(prepared).map(({ kind }) => kind)).toEqual([
      ...['review-value', 'review-value', 'review-comment', 'review-meeting', 'review-decision'],
    ]);
  });

  it('is not closed while a decision of an earlier one has no final status, and “open” is none', () => {
    const waits = held([], [earlier('a'), earlier('b')]);
    expect(codeOf(give(waits, CLOSE))).toBe('EARLIER_DECISIONS_WITHOUT_STATUS');
    const one = after(waits, settle('quy~2026-Q2#a'));
    const both = after(one, settle('quy~2026-Q2#b', 'open'));
    expect(give(both, CLOSE)).toMatchObject({ refusal: { params: { decisions: ['quy~2026-Q2#b'] } } });
    expect(after(after(both, settle('quy~2026-Q2#b', 'dropped')), CLOSE).phase).toBe('closed');
  });

  it('goes on with a decision that is carried over, under its own name and with a new day', () => {
    const on = after(held([], [earlier('a')]), settle('quy~2026-Q2#a', 'carried-over'));
    expect(on.decisions).toMatchObject([
      { id: 'quy~2026-Q3#a', carries: 'quy~2026-Q2#a', due: '2026-11-11', owner: 'binh', reports: [] },
    ]);
    const closed = after(on, CLOSE);
    expect(isFinished(closed)).toBe(false);
    expect(isFinished(after(closed, settle('quy~2026-Q3#a')))).toBe(true);
  });

  it('keeps every version of its minutes', () => {
    const amended = after(after(held(), CLOSE), {
      type: 'AmendMinutes',
      minutes: 'Second',
      reason: 'A name was wrong',
    });
    expect('meeting' in amended && amended.meeting?.minutes.map(({ text }) => text)).toEqual([
      'First minutes',
      'Second',
    ]);
  });

  it('refuses meetings that lie ahead, decisions due in the past and keys that are taken', () => {
    const prepared = after(opened(), { type: 'PrepareMemo' });
    expect(codeOf(give(prepared, { ...HOLD, on: '2026-10-15' }))).toBe('MEETING_LIES_AHEAD');
    expect(codeOf(give(prepared, { ...HOLD, absent: [{ person: 'lan' }] }))).toBe('PRESENT_AND_ABSENT');
    const decision = { type: 'Decide', key: 'a', text: 'More staff', owner: 'binh' } as const;
    expect(codeOf(give(held(), { ...decision, due: '2026-10-13' }))).toBe('DECISION_DUE_IS_PAST');
    expect(codeOf(give(after(held(), decision), decision))).toBe('DECISION_KEY_IS_TAKEN');
    expect(codeOf(give(held(), { ...decision, measure: 'x' }))).toBe('NOT_A_MEASURE_OF_THE_REVIEW');
  });
});

const OLD = ['a', 'b'] as const;
const COMMANDS: fc.Arbitrary<AnyReviewCommand> = fc.oneof(
  fc.constantFrom(...MEASURES).map(comment),
  fc.constantFrom<AnyReviewCommand>(
    ...([{ type: 'PrepareMemoNow' }, { type: 'PrepareMemo' }, { type: 'LookForValues' }, HOLD, CLOSE] as const),
    { type: 'Reopen', reason: 'A mistake' },
    { type: 'AmendMinutes', minutes: 'Other minutes', reason: 'A mistake' },
    { type: 'Postpone', meeting: '2026-10-20', reason: 'Storm' },
    { type: 'Cancel', reason: 'The unit was dissolved' },
    { type: 'LinkCycle', measure: 'hai-long', cycle: 'kh-dpi~licence~1' },
  ),
  fc.constantFrom('x', 'y').map((key) => ({ type: 'Decide', key, text: 'Do it', owner: 'binh' }) as const),
  fc
    .tuple(fc.constantFrom(...OLD), fc.constantFrom('open', 'done', 'dropped', 'carried-over'))
    .map(([key, status]) => settle(`quy~2026-Q2#${key}`, status)),
);
const STORIES = fc.record({
  commands: fc.array(COMMANDS, { maxLength: 30 }),
  red: fc.subarray([...MEASURES]),
});

/** Every state a story goes through, with the command and the state before. */
function* played({
  commands,
  red,
}: {
  readonly commands: readonly AnyReviewCommand[];
  readonly red: readonly string[];
}) {
  let review: Review = opened({ earlier: OLD.map(earlier) });
  for (const command of commands) {
    const decision = decide(command, review, { at: T(200), by: 'lan' }, facts(red));
    if (!decision.ok) continue;
    const before = review;
    review = decision.events.reduce<Review>((state, event) => evolve(state, event), before);
    yield { before, command, review };
  }
}

describe('whatever people do, a review', () => {
  it('is closed only when every earlier decision is settled and every red measure has a comment', () => {
    fc.assert(
      fc.property(STORIES, (story) => {
        for (const { command, review } of played(story))
          if (command.type === 'Close') {
            expect(review.earlier.every(isSettled)).toBe(true);
            expect(uncommented(review)).toEqual([]);
          }
      }),
    );
  });

  it('takes nothing after it was cancelled', () => {
    fc.assert(
      fc.property(STORIES, (story) => {
        for (const { before } of played(story)) expect(before.phase).not.toBe('cancelled');
      }),
    );
  });

  it('never loses minutes, comments, reports or decisions', () => {
    const minutes = (review: Review) => ('meeting' in review ? (review.meeting?.minutes ?? []) : []);
    const reports = (review: Review) => [...review.earlier, ...review.decisions].flatMap((one) => one.reports);
    fc.assert(
      fc.property(STORIES, (story) => {
        for (const { before, review } of played(story)) {
          expect(minutes(review).slice(0, minutes(before).length)).toEqual(minutes(before));
          expect(review.comments.slice(0, before.comments.length)).toEqual(before.comments);
          expect(reports(review)).toEqual(expect.arrayContaining([...reports(before)]));
          expect(review.decisions.map(({ id }) => id)).toEqual(
            expect.arrayContaining(before.decisions.map(({ id }) => id)),
          );
          expect(REVIEW_PHASES).toContain(review.phase);
        }
      }),
    );
  });

  it('names each due item once', () => {
    fc.assert(
      fc.property(STORIES, (story) => {
        for (const { review } of played(story)) {
          const keys = duesOf(review).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });
});
