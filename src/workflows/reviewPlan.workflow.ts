import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { ReviewActivities } from '../activities/review.activities';
import { ENGINE } from '../domain/reviews/events';
import { nextReviewQuery, planChangedSignal, reviewWorkflowId } from './review.contract';
import type { ReviewPlanInput } from './review.contract';
import { review } from './review.workflow';

const { nextReview } = proxyActivities<Pick<ReviewActivities, 'nextReview'>>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const REVIEWS_A_RUN = 20;

/** A plan's reviews: sleeps until a period has ended, opens its review, and so on, for as long as there is the plan. */
export async function reviewPlan({ plan, last: opened }: ReviewPlanInput): Promise<void> {
  let changed = false;
  let last = opened;
  let next: { readonly period: string; readonly at: string } | undefined;
  setHandler(planChangedSignal, () => void (changed = true));
  setHandler(nextReviewQuery, () => next);

  for (let reviews = 0; reviews < REVIEWS_A_RUN && !workflowInfo().continueAsNewSuggested;) {
    changed = false;
    next = await nextReview({ plan, now: new Date().toISOString(), ...(last !== undefined && { last }) });
    if (next === undefined) return;
    await condition(() => changed, Math.max(1, untilMs(next.at)));
    if (changed || untilMs(next.at) > 0) continue;
    await openReview(plan, next.period);
    last = next.period;
    reviews += 1;
  }
  await condition(allHandlersFinished);
  await continueAsNew<typeof reviewPlan>({ plan, ...(last !== undefined && { last }) });
}

const untilMs = (at: string): number => Date.parse(at) - Date.now();

/** One that somebody opened by hand is open. */
async function openReview(plan: string, period: string): Promise<void> {
  const creation = { plan, period, by: ENGINE, commandId: `plan/${plan}/${period}` };
  try {
    await startChild(review, {
      workflowId: reviewWorkflowId(creation),
      args: [{ creation }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
