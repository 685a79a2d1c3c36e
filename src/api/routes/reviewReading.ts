import { z } from 'zod';
import type { ReviewRow } from '../../activities/reviews.ports';
import type { Action } from '../../domain/access/actions';
import { relationsToReview } from '../../domain/reviews/relations';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import type { ReviewOutcome } from '../temporalReviews';
import { reviewView } from './reviewViews';
import { actingFor } from './standing';

export const ReviewParams = z.object({ id: z.string().min(1).max(200).describe('`<plan>~<period>`') });
export const REVIEW_TAG = 'Reviews';

/** The review, when it is there and the person may do this with it. @throws ProblemError NO_SUCH_REVIEW, or the policy's refusal */
export async function presentReview(id: string, action: Action, context: Context): Promise<ReviewRow> {
  const row = await context.deps.reviews.get(id);
  if (row === undefined) {
    await context.allow(action, { relations: ['lead', 'reviewer', 'owner'] });
    throw new ProblemError('NO_SUCH_REVIEW', { params: { id } });
  }
  const relations = relationsToReview(row.review, await actingFor(context));
  await context.allow(action, { unit: row.review.unit, relations });
  return row;
}

/** The whole review with its campaign and how its cycles came out. */
export async function shownReview({ review, version }: Pick<ReviewRow, 'review' | 'version'>, context: Context) {
  const { deps, language } = context;
  const campaign = review.owed.length === 0 ? [] : await deps.reviews.campaign(review.id);
  const cycles = await Promise.all(
    review.cycles.map(async (link) => {
      const cycle = (await deps.cycles.get(link.cycle))?.cycle;
      if (cycle === undefined) return link;
      const outcome =
        cycle.phase === 'closed' ? { outcome: cycle.outcome === 'decided' ? cycle.decision.kind : cycle.outcome } : {};
      return { ...link, phase: cycle.phase, title: cycle.title, ...outcome };
    }),
  );
  return reviewView({ review, version }, { campaign, cycles }, language);
}

/** @throws ProblemError with the refusal */
export async function answerOf(outcome: ReviewOutcome, context: Context) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  return { body: await shownReview(outcome, context), version: outcome.version };
}
