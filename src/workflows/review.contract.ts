import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Place, Standing } from '../domain/access/policy';
import type { AnyReviewCommand } from '../domain/reviews/decide';
import type { Review } from '../domain/reviews/state';

/** `review/<plan>/<period>`: a review opened twice is refused by Temporal itself. */
export const reviewWorkflowId = ({ plan, period }: { readonly plan: string; readonly period: string }): string =>
  `review/${plan}/${period}`;
/** `reviewPlan/<plan>`: opens the plan's reviews, for as long as there is the plan. */
export const reviewPlanWorkflowId = (plan: string): string => `reviewPlan/${plan}`;

export type ReviewCreation = {
  readonly plan: string;
  readonly period: string;
  readonly by: string;
  readonly commandId: string;
};
export type CarriedReview = {
  readonly review: Review;
  readonly sequence: number;
  readonly answered: readonly string[];
};
/** With `carried` it goes on from there: after continue-as-new, or when a review that had ended is taken up again. */
export type ReviewWorkflowInput = { readonly creation: ReviewCreation; readonly carried?: CarriedReview };

export type ReviewEnvelope = {
  readonly commandId: string;
  readonly command: AnyReviewCommand;
  readonly by: Standing;
  readonly place: Place;
  /** The version the person saw. */
  readonly expected?: number;
};
export type ReviewAnswered = { readonly review: Review; readonly version: number };
/** How a decision stands, told by the review in which it was said. */
export type DecisionTold = {
  readonly decision: string;
  readonly status: Extract<AnyReviewCommand, { type: 'SetDecisionStatus' }>['status'];
  readonly note: string;
  readonly by: string;
  readonly commandId: string;
};

export const reviewCommandUpdate = defineUpdate<ReviewAnswered, [ReviewEnvelope]>('command');
/** Answers as soon as the opening is stored. */
export const reviewOpenedUpdate = defineUpdate<ReviewAnswered>('opened');
/** Figures were recorded: look whether they are those that are waited for. */
export const lookForValuesSignal = defineSignal('lookForValues');
export const decisionToldSignal = defineSignal<[DecisionTold]>('decisionTold');
export const reviewQuery = defineQuery<ReviewAnswered | undefined>('review');

export type ReviewPlanInput = {
  readonly plan: string;
  /** Last period whose review it opened. */
  readonly last?: string;
};
/** The plan was edited, taken back or put again. */
export const planChangedSignal = defineSignal('planChanged');
/** When it opens the next review; `undefined` before that is known. */
export const nextReviewQuery = defineQuery<{ readonly period: string; readonly at: string } | undefined>('nextReview');

export const REVIEW_WORKFLOW = 'review';
export const REVIEW_PLAN_WORKFLOW = 'reviewPlan';
