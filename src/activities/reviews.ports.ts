import type { DueItem, ReviewDueKind } from '../domain/reminders/due';
import type { ReviewEvent } from '../domain/reviews/events';
import type { ReviewPlan } from '../domain/reviews/review.schema';
import type { Review, ReviewPhase } from '../domain/reviews/state';
import type { Recorded } from './ports';
import type { DatedDocuments, StoredDated } from './dated.ports';

export type ReviewRow = { readonly id: string; readonly version: number; readonly review: Review };
export type ReviewQuery = {
  readonly units?: readonly string[];
  readonly plan?: string;
  readonly period?: string;
  readonly phase?: ReviewPhase;
  readonly cycle?: string;
  readonly after?: string;
  readonly limit: number;
};
/** A step of the update campaign that was told: who, and how far up the line (0: whoever owes it). */
export type CampaignStep = {
  readonly due: string;
  readonly step: string;
  readonly person: string;
  readonly level: number;
  readonly at: string;
};

export interface Reviews {
  /** Appends the events and moves the projection. Safe to repeat. */
  append(recorded: readonly Recorded<ReviewEvent>[], review: Review): Promise<void>;
  read(review: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<ReviewEvent>[]>;
  has(review: string, commandId: string): Promise<boolean>;
  get(id: string): Promise<ReviewRow | undefined>;
  /** Newest first. */
  list(query: ReviewQuery): Promise<readonly ReviewRow[]>;
  /** The latest review of a plan of a period before this one. */
  before(plan: string, period: string): Promise<ReviewRow | undefined>;
  /** Reviews of a scorecard that were published when they were closed, newest period first. */
  publishedOf(scorecard: string, limit: number): Promise<readonly ReviewRow[]>;
  /** Reviews that wait for a figure of one of these indicators. */
  waitingFor(indicators: readonly string[]): Promise<readonly Pick<Review, 'plan' | 'period'>[]>;
  /** What is owed to reviews by one of these people, or awaited by one of them as chair. */
  duesAbout(
    persons: readonly string[],
  ): Promise<readonly { readonly review: Review; readonly due: DueItem<ReviewDueKind> }[]>;
  /** Cycles that reviews opened for these measures, newest review first. */
  cyclesFor(measures: readonly string[]): Promise<readonly { readonly measure: string; readonly cycle: string }[]>;
  /** Reminders about the review that were sent, oldest first. */
  campaign(review: string): Promise<readonly CampaignStep[]>;
}

/** `removed`: nothing is opened by it any more; its reviews stay. */
export type KeptReviewPlan = ReviewPlan & { readonly removed?: true };
export type StoredReviewPlan = StoredDated<KeptReviewPlan>;
/** `pointingAt`: `unit`. */
export type ReviewPlans = DatedDocuments<KeptReviewPlan>;

/** Where a review stands in a list, newest first; see `ReviewQuery.after`. */
export const placeOfReview = ({ review }: ReviewRow): string => `${review.openedAt} ${review.id}`;
export const planNow = ({ versions }: StoredReviewPlan): KeptReviewPlan | undefined => {
  const value = versions.at(-1)?.value;
  return value?.removed === true ? undefined : value;
};
