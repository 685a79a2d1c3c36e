import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { IndicatorChange } from '../activities/indicators.ports';
import type { Organisation } from '../activities/ports';
import type { ReviewRow, Reviews } from '../activities/reviews.ports';
import { placeOf } from '../domain/access/place';
import type { Standing } from '../domain/access/policy';
import type { AnyReviewCommand } from '../domain/reviews/decide';
import { reviewId } from '../domain/reviews/state';
import type { Review } from '../domain/reviews/state';
import type { Refusal } from '../domain/shared/result';
import { REFUSAL } from '../workflows/cycle.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';
import {
  lookForValuesSignal,
  planChangedSignal,
  REVIEW_PLAN_WORKFLOW,
  REVIEW_WORKFLOW,
  reviewCommandUpdate,
  reviewOpenedUpdate,
  reviewPlanWorkflowId,
  reviewWorkflowId,
} from '../workflows/review.contract';
import type { ReviewAnswered, ReviewPlanInput, ReviewWorkflowInput } from '../workflows/review.contract';

export type ReviewOutcome =
  | { readonly ok: true; readonly review: Review; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };
export type ReviewOrder = {
  readonly command: AnyReviewCommand;
  readonly by: Standing;
  readonly commandId: string;
  readonly expected?: number | undefined;
};
/** All answer once the events are stored. The same `commandId` again answers as the first time. */
export interface ReviewCommands {
  open(of: { readonly plan: string; readonly period: string }, by: Standing, commandId: string): Promise<ReviewOutcome>;
  command(id: string, order: ReviewOrder): Promise<ReviewOutcome>;
  /** The plan was put or taken back: its next review is thought about again. */
  planChanged(plan: string): Promise<void>;
}
export type TemporalReviewsDeps = {
  readonly client: Client;
  readonly reviews: Pick<Reviews, 'get' | 'read' | 'has'>;
  readonly organisation: Organisation;
};

const ANSWER_WITHIN_MS = 30_000;
type Of = { readonly plan: string; readonly period: string };

/** Reviews over Temporal: one workflow each under its plan and period; a command is an Update that answers when its events are stored. */
export function temporalReviews({ client, reviews, organisation }: TemporalReviewsDeps): ReviewCommands {
  const handleOf = (of: Of) => client.workflow.getHandle(reviewWorkflowId(of));
  const within = <Result>(work: () => Promise<Result>): Promise<Result> =>
    client.connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);

  return {
    open: async ({ plan, period }, by, commandId) => {
      const id = reviewId(plan, period);
      const [first] = await reviews.read(id, 0, 1);
      if (first !== undefined && first.commandId !== commandId) return exists(id);
      await start({ creation: { plan, period, by: by.id, commandId } }, 'REJECT_DUPLICATE');
      const outcome = await answered(() => handleOf({ plan, period }).executeUpdate(reviewOpenedUpdate));
      const row = outcome === 'over' ? await reviews.get(id) : undefined;
      const [opened] = await reviews.read(id, 0, 1);
      if (opened !== undefined && opened.commandId !== commandId) return exists(id);
      return outcome === 'over' ? fromRow(row, id) : outcome;
    },
    command: async (id, order) => {
      const row = await reviews.get(id);
      if (row === undefined) return refused({ code: 'NO_SUCH_REVIEW', params: { id } });
      const outcome = await ask(row.review, order);
      if (outcome !== 'over') return outcome;
      if (await reviews.has(id, order.commandId)) return fromRow(await reviews.get(id), id);
      await takeUpAgain(id, order);
      const again = await ask(row.review, order);
      return again === 'over' ? fromRow(await reviews.get(id), id) : again;
    },
    planChanged: async (plan) => {
      await client.workflow.signalWithStart(REVIEW_PLAN_WORKFLOW, {
        workflowId: reviewPlanWorkflowId(plan),
        taskQueue: TASK_QUEUE,
        args: [{ plan } satisfies ReviewPlanInput],
        signal: planChangedSignal,
        signalArgs: [],
      });
    },
  };

  async function ask(review: Review, { command, by, commandId, expected }: ReviewOrder) {
    const place = placeOf(await organisation.allUnits(), review.unit);
    const envelope = { commandId, command, by, place, ...(expected !== undefined && { expected }) };
    return answered(() =>
      handleOf(review).executeUpdate(reviewCommandUpdate, { args: [envelope], updateId: `command/${commandId}` }),
    );
  }

  /** A review that is over has no workflow any more; a command to it wakes it where it stands. */
  async function takeUpAgain(id: string, { by, commandId }: ReviewOrder): Promise<void> {
    const row = await reviews.get(id);
    if (row === undefined) return;
    const { review, version: sequence } = row;
    const { plan, period } = review;
    const creation = { plan, period, by: by.id, commandId };
    await start({ creation, carried: { review, sequence, answered: [] } }, 'ALLOW_DUPLICATE');
  }

  async function start(input: ReviewWorkflowInput, workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE') {
    const workflowId = reviewWorkflowId(input.creation);
    const options = { workflowId, taskQueue: TASK_QUEUE, args: [input], workflowIdReusePolicy } as const;
    await within(() => client.workflow.start(REVIEW_WORKFLOW, { ...options, workflowIdConflictPolicy: 'FAIL' })).catch(
      (error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      },
    );
  }

  async function answered(asking: () => Promise<ReviewAnswered>): Promise<ReviewOutcome | 'over'> {
    try {
      return { ok: true, ...(await within(asking)) };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== undefined) return refused(refusal);
      if (error instanceof WorkflowNotFoundError) return 'over';
      throw error;
    }
  }
}

const refused = (refusal: Refusal): ReviewOutcome => ({ ok: false, refusal });
const exists = (id: string): ReviewOutcome => refused({ code: 'REVIEW_EXISTS', field: '/period', params: { id } });
const fromRow = (row: ReviewRow | undefined, id: string): ReviewOutcome =>
  row === undefined
    ? refused({ code: 'NO_SUCH_REVIEW', params: { id } })
    : { ok: true, review: row.review, version: row.version };

function refusalIn(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === REFUSAL ? (cause.details?.[0] as Refusal) : undefined;
}

type Told = { readonly client: Client; readonly reviews: Pick<Reviews, 'waitingFor'> };

/** The same, and reviews that wait for one of the figures hear of it at once; one that hears nothing looks for itself every few hours. */
export const tellingReviews =
  (onChange: (change: IndicatorChange) => Promise<void>, { client, reviews }: Told) =>
  async (change: IndicatorChange): Promise<void> => {
    await onChange(change);
    if (change.kind !== 'figures') return;
    for (const waiting of await reviews.waitingFor(change.indicators))
      await client.workflow
        .getHandle(reviewWorkflowId(waiting))
        .signal(lookForValuesSignal)
        .catch((error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
  };
