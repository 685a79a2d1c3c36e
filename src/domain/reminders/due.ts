import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';

export const CYCLE_DUE_KINDS = ['approve-plan', 'countermeasure', 'review', 'decision'] as const;
export type CycleDueKind = (typeof CYCLE_DUE_KINDS)[number];
/** Of a review of a scorecard, unit or programme. */
export const REVIEW_DUE_KINDS = [
  'review-value',
  'review-comment',
  'review-meeting',
  'review-close',
  'review-decision',
] as const;
export type ReviewDueKind = (typeof REVIEW_DUE_KINDS)[number];
/** Of the evaluation of people; what one person owes about many is one item. */
export const EVALUATION_DUE_KINDS = [
  'evaluation-self',
  'evaluation-rating',
  'evaluation-approval',
  'evaluation-calibration',
  'evaluation-appeal',
  'evaluation-year',
] as const;
export type EvaluationDueKind = (typeof EVALUATION_DUE_KINDS)[number];
/** Of an idea. */
export const IDEA_DUE_KINDS = ['idea-answer'] as const;
export type IdeaDueKind = (typeof IDEA_DUE_KINDS)[number];
/** Of a need for training. */
export const TRAINING_DUE_KINDS = ['training-plan', 'training-completion', 'training-outcome'] as const;
export type TrainingDueKind = (typeof TRAINING_DUE_KINDS)[number];
export const DUE_KINDS = [
  ...CYCLE_DUE_KINDS,
  ...REVIEW_DUE_KINDS,
  ...EVALUATION_DUE_KINDS,
  ...IDEA_DUE_KINDS,
  ...TRAINING_DUE_KINDS,
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Something a person owes. One row per thing and stream; written with the projection of the stream that owes it, removed when done. */
export type DueItem<Kind extends DueKind = DueKind> = {
  /** `<stream>/<kind>[/<which>]`: unique. */
  readonly key: string;
  readonly kind: Kind;
  readonly stream: string;
  readonly unit: string;
  /** Empty: of no procedure. */
  readonly procedure: string;
  readonly title: string;
  /** The title in every language, where it has one in each. */
  readonly titles?: Words;
  readonly persons: readonly string[];
  /** When it became owed. Steps that lie before it are not sent. */
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly policy?: string;
  /** Nobody is reminded while the cycle is paused. */
  readonly paused?: boolean;
};
