import type { Words } from '../shared/language';
import type { Instant, LocalDate } from '../shared/time';
import type { ReviewMemo } from './memo';
import type { DECISION_STATUSES, ReviewPlan } from './review.schema';

export type DecisionStatus = (typeof DECISION_STATUSES)[number];

/** A measure under review, as it stood when the review was opened. */
export type ReviewMeasure = {
  readonly measure: string;
  readonly unit: string;
  readonly name: Words;
  /** Who answers for it, and comments where it is red; never empty. */
  readonly owners: readonly string[];
};

/** A figure that was missing when the review was opened, and who is asked for it. */
export type OwedValue = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly title: string;
  readonly persons: readonly string[];
  readonly arrivedAt?: Instant;
};

export type ReviewComment = {
  readonly measure: string;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
};
export type StatusReport = {
  readonly status: DecisionStatus;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
};
/** `id` is `<review>#<key>`. `reports` in the order given; the last one says how it stands, none: it is open. */
export type ReviewDecision = {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: LocalDate;
  /** End of the working day `due`. */
  readonly dueAt: Instant;
  readonly madeAt: Instant;
  readonly measure?: string;
  readonly cycle?: string;
  /** Decision of an earlier review that it carries on. */
  readonly carries?: string;
  readonly reports: readonly StatusReport[];
};

/** What a meeting left in writing. Earlier versions are kept in front of the one in force. */
export type Minutes = { readonly text: string; readonly at: Instant; readonly by: string; readonly reason?: string };
export type Meeting = {
  readonly on: LocalDate;
  readonly present: readonly string[];
  readonly absent: readonly { readonly person: string; readonly reason?: string }[];
  readonly minutes: readonly Minutes[];
};

export type ReviewDates = {
  readonly collectUntil: Instant;
  readonly memoAt: Instant;
  readonly meeting: LocalDate;
  /** End of the working day `meeting`. */
  readonly meetingAt: Instant;
};

/** What every review has. JSON-plain. */
type Common = {
  readonly id: string;
  readonly plan: string;
  readonly period: string;
  readonly unit: string;
  /** Of what is reviewed, with the period. */
  readonly title: Words;
  readonly definition: ReviewPlan;
  readonly dates: ReviewDates;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly previous?: string;
  readonly measures: readonly ReviewMeasure[];
  readonly owed: readonly OwedValue[];
  readonly comments: readonly ReviewComment[];
  /** Of earlier reviews, that had no final status when this one was opened. */
  readonly earlier: readonly ReviewDecision[];
  readonly decisions: readonly ReviewDecision[];
  readonly cycles: readonly { readonly measure: string; readonly cycle: string }[];
};
type Prepared = Common & { readonly memo: ReviewMemo };
/** What was published when the review was closed; it stays while the review is open again. */
type Published = {
  readonly closedAt: Instant;
  readonly summary: string;
  readonly decisions: readonly ReviewDecision[];
};
type Held = Prepared & { readonly meeting: Meeting; readonly published?: Published };

export type Review =
  | (Common & { readonly phase: 'collecting' })
  | (Prepared & { readonly phase: 'prepared' })
  | (Held & { readonly phase: 'held' })
  | (Held & {
      readonly phase: 'closed';
      readonly closedAt: Instant;
      readonly closedBy: string;
      readonly summary: string;
    })
  | (Common & {
      readonly phase: 'cancelled';
      readonly cancelledAt: Instant;
      readonly reason: string;
      readonly memo?: ReviewMemo;
      readonly meeting?: Meeting;
    });

export const REVIEW_PHASES = ['collecting', 'prepared', 'held', 'closed', 'cancelled'] as const;
export type ReviewPhase = Review['phase'];

export const reviewId = (plan: string, period: string): string => `${plan}~${period}`;
export const decisionId = (review: string, key: string): string => `${review}#${key}`;

export const statusOf = ({ reports }: ReviewDecision): DecisionStatus => reports.at(-1)?.status ?? 'open';
/** “Open” says that the work goes on: it settles nothing. */
export const isSettled = (decision: ReviewDecision): boolean => statusOf(decision) !== 'open';

export const redMeasures = (review: Review): readonly string[] =>
  'memo' in review && review.memo !== undefined
    ? review.memo.measures.flatMap(({ measure, colour }) => (colour === 'red' ? [measure] : []))
    : [];
export const uncommented = (review: Review): readonly string[] =>
  redMeasures(review).filter((red) => !review.comments.some(({ measure }) => measure === red));

/** What everybody may read of a review that is published at its close: as it was then. */
export function publishedOf(review: Review): (Published & { readonly memo: ReviewMemo }) | undefined {
  if (!review.definition.publish) return undefined;
  if (review.phase === 'held') return review.published && { ...review.published, memo: review.memo };
  if (review.phase !== 'closed') return undefined;
  const { closedAt, summary, memo, decisions } = review;
  return { closedAt, summary, memo, decisions: decisions.map((one) => asOfClose(one, closedAt)) };
}

const asOfClose = (one: ReviewDecision, closedAt: Instant): ReviewDecision => ({
  ...one,
  reports: one.reports.filter(({ at }) => at <= closedAt),
});
