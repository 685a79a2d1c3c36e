import type { ReviewPlan } from '../../../../src/domain/reviews/review.schema';
import type { Plan } from './queries';

export type Draft = Omit<ReviewPlan, 'reminders'> & { readonly reminders: string };
/** What is typed, the version it was begun on, and why. */
export type Typed = { readonly id: string; readonly version: number; readonly draft: Draft; readonly reason: string };

export const FREQUENCIES = ['month', 'quarter', 'year'] as const;
export const SUBJECTS = ['scorecard', 'unit', 'programme'] as const;
export const STEPS = ['collectDays', 'memoDays', 'meetingDays', 'followUpDays'] as const;

export const freshDraft = (unit: string, chair: string): Draft => ({
  ...{ subject: { type: 'scorecard', id: '' }, unit, frequency: 'quarter', chair, members: [] },
  ...{ collectDays: 5, memoDays: 7, meetingDays: 10, followUpDays: 20, reminders: '', publish: false },
});

export const draftOf = ({ subject, unit, frequency, chair, members, reminders, publish, ...days }: Plan): Draft => {
  const { collectDays, memoDays, meetingDays, followUpDays } = days;
  return {
    ...{ subject, unit, frequency, chair, members: [...members], publish, reminders: reminders ?? '' },
    ...{ collectDays, memoDays, meetingDays, followUpDays },
  };
};

/** As the API takes it. */
export function bodyOf({ draft: { reminders, ...draft }, reason }: Typed): object {
  return {
    ...draft,
    ...(reminders !== '' && { reminders }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}

/** Whether the steps come one after the other. */
export const inOrder = ({ collectDays, memoDays, meetingDays }: Draft): boolean =>
  collectDays <= memoDays && memoDays <= meetingDays;
