import type { Instant } from '../shared/time';
import { isSettled } from './state';
import type { Review } from './state';

export type ReviewAlarm = {
  readonly at: Instant;
  readonly command: { readonly type: 'LookForValues' | 'PrepareMemo' };
};

/** How often a review looks whether figures it waits for are there, besides being told. */
const LOOK_AGAIN_MS = 6 * 3_600_000;

/** What the review does by itself next, and when. The meeting and all after it waits for people. */
export function nextAlarm(review: Review, now: Instant): ReviewAlarm | undefined {
  if (review.phase !== 'collecting' && review.phase !== 'prepared') return undefined;
  const again = new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString();
  const waits = review.owed.some(({ arrivedAt }) => arrivedAt === undefined);
  const { memoAt } = review.dates;
  if (review.phase === 'collecting' && (!waits || memoAt <= again))
    return { at: memoAt, command: { type: 'PrepareMemo' } };
  return waits ? { at: again, command: { type: 'LookForValues' } } : undefined;
}

/** Nothing will happen to this review by itself, and nobody owes it anything; a closed one can be reopened. */
export const isFinished = (review: Review): boolean =>
  review.phase === 'cancelled' || (review.phase === 'closed' && review.decisions.every(isSettled));
