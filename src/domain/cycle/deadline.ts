import type { Instant, IsoDuration } from '../shared/time';
import type { Term } from './cycle.schema';

/** How a deadline came about, so that a changed calendar can compute it again. */
export type DeadlineBasis =
  | { readonly kind: 'duration'; readonly from: Instant; readonly duration: IsoDuration }
  | { readonly kind: 'working-days'; readonly from: Instant; readonly days: number }
  | { readonly kind: 'fixed'; readonly at: Instant };

/** A moment computed on the office's calendar, with what it was computed from. */
export type Deadline = { readonly at: Instant; readonly basis: DeadlineBasis };

export const REVIEW_WORKING_DAYS = 10;
export const DECISION_WORKING_DAYS = 10;

export const termFrom = (from: Instant, term: Term): DeadlineBasis =>
  typeof term === 'number' ? { kind: 'working-days', from, days: term } : { kind: 'duration', from, duration: term };

/** A duration of whole seconds, for time that was left when a cycle was paused. */
export const remaining = (from: Instant, ms: number): DeadlineBasis => ({
  kind: 'duration',
  from,
  duration: `PT${Math.max(1, Math.ceil(ms / 1000))}S`,
});
