import { decide } from '../../../src/domain/reviews/decide';
import type { AnyReviewCommand, ReviewFacts } from '../../../src/domain/reviews/decide';
import { evolve } from '../../../src/domain/reviews/evolve';
import type { ReviewEvent } from '../../../src/domain/reviews/events';
import type { MemoMeasure, ReviewMemo } from '../../../src/domain/reviews/memo';
import { ReviewPlan } from '../../../src/domain/reviews/review.schema';
import type { Review, ReviewDecision } from '../../../src/domain/reviews/state';

const said = (text: string) => ({ vi: text, en: text, ja: text });
export const T = (hour: number): string => new Date(Date.UTC(2026, 9, 1, hour)).toISOString();
export const MEASURES = ['dung-han', 'hai-long', 'chi-phi'] as const;

export const plan = ReviewPlan.parse({
  subject: { type: 'scorecard', id: 'so-kh-dt' },
  unit: 'kh-dpi',
  chair: 'lan',
  members: ['binh'],
});

export const earlier = (key: string): ReviewDecision => ({
  ...{ id: `quy~2026-Q2#${key}`, text: `Do ${key}`, owner: 'binh', due: '2026-08-01', dueAt: T(-900) },
  ...{ madeAt: T(-2000), reports: [] },
});

export function opened(over: { readonly earlier?: readonly ReviewDecision[] } = {}): Review {
  return evolve(undefined, {
    ...{ type: 'ReviewOpened', at: T(0), by: 'kairyo', id: 'quy~2026-Q3', plan: 'quy', period: '2026-Q3' },
    ...{ unit: 'kh-dpi', title: said('Quarterly review'), definition: plan, previous: 'quy~2026-Q2' },
    dates: { collectUntil: T(120), memoAt: T(170), meeting: '2026-10-14', meetingAt: T(320) },
    measures: MEASURES.map((measure) => ({ measure, unit: 'kh-dpi', name: said(measure), owners: ['chi'] })),
    owed: [
      { indicator: 'hai-long', unit: 'kh-dpi', period: '2026-Q3', title: 'Satisfaction', persons: ['dung'] },
      { indicator: 'chi-phi', unit: 'kh-dpi', period: '2026-Q3', title: 'Cost', persons: ['dung'] },
    ],
    earlier: over.earlier ?? [],
  });
}

const measured = (measure: string, colour: MemoMeasure['colour']): MemoMeasure => ({
  ...{ measure, unit: 'kh-dpi', name: said(measure), state: 'value', colour, movement: 'steady' },
  ...{ movementRule: said('rule'), risk: 'at-risk', specialCauses: [], cycles: [], owners: ['chi'], words: said('so') },
});
export const memo = (red: readonly string[]): ReviewMemo => ({
  preparedAt: T(170),
  period: '2026-Q3',
  measures: MEASURES.map((measure) => measured(measure, red.includes(measure) ? 'red' : 'green')),
  ...{ missing: [], redWithoutAction: red, openDecisions: [], contributors: ['chi'], prospects: [] },
  summary: said('summary'),
});

/** Whatever a decision could ask the world for. */
export const facts = (red: readonly string[] = []): ReviewFacts => ({
  today: '2026-10-14',
  due: { day: '2026-11-11', at: T(1000) },
  memo: memo(red),
  arrived: [],
});

export const HOLD = {
  ...{ type: 'HoldMeeting', on: '2026-10-14', present: ['lan', 'binh'], absent: [], minutes: 'First minutes' },
} as const satisfies AnyReviewCommand;

export const give = (review: Review, command: AnyReviewCommand, more: ReviewFacts = facts()) =>
  decide(command, review, { at: T(200), by: 'lan' }, more);
export function after(review: Review, command: AnyReviewCommand, more: ReviewFacts = facts()): Review {
  const decision = give(review, command, more);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Review>((state, event: ReviewEvent) => evolve(state, event), review);
}
export const codeOf = (decision: ReturnType<typeof give>): string => (decision.ok ? 'accepted' : decision.refusal.code);

/** A review whose meeting was held, with these measures red. */
export const held = (red: readonly string[] = [], old: readonly ReviewDecision[] = []): Review =>
  after(after(opened({ earlier: old }), { type: 'PrepareMemo' }, facts(red)), HOLD);
