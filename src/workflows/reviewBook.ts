import {
  ApplicationFailure,
  condition,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { ReviewActivities, ReviewMemoActivities } from '../activities/review.activities';
import { allowed } from '../domain/access/policy';
import { shifted } from '../domain/indicators/period';
import { decide, factsNeeded, refusalOf } from '../domain/reviews/decide';
import type { AnyReviewCommand, ReviewContext, ReviewFacts } from '../domain/reviews/decide';
import { ENGINE } from '../domain/reviews/events';
import type { ReviewEvent } from '../domain/reviews/events';
import { evolve } from '../domain/reviews/evolve';
import { actionOf, relationsToReview } from '../domain/reviews/relations';
import { reviewId } from '../domain/reviews/state';
import type { Review } from '../domain/reviews/state';
import type { Refusal } from '../domain/shared/result';
import type { Instant } from '../domain/shared/time';
import { REFUSAL } from './cycle.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';
import { decisionToldSignal, reviewWorkflowId } from './review.contract';
import type {
  CarriedReview,
  DecisionTold,
  ReviewAnswered,
  ReviewEnvelope,
  ReviewWorkflowInput,
} from './review.contract';

const retry = { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' } as const;
/** Storing is tried until it succeeds: an event that was decided is never given up. */
const store = proxyActivities<ReviewActivities>({ startToCloseTimeout: '30 seconds', retry });
const heavy = proxyActivities<ReviewMemoActivities>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  retry,
});

const REMEMBERED_COMMANDS = 200;

/** The workflow's clock: the same at every replay. */
export const now = (): Instant => new Date().toISOString();

const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: REFUSAL, message: refusal.code, nonRetryable: true, details: [refusal] });

/** The review's state with its one way to change: decide, evolve, store; one command at a time. */
export type ReviewBook = {
  readonly review: () => Review;
  readonly sequence: () => number;
  readonly answer: () => ReviewAnswered | undefined;
  readonly carried: () => CarriedReview;
  readonly open: () => Promise<void>;
  readonly whenStored: () => Promise<ReviewAnswered>;
  /** Throws the refusal, if there is one. */
  readonly validate: (envelope: ReviewEnvelope) => void;
  readonly perform: (envelope: ReviewEnvelope) => Promise<ReviewAnswered>;
  readonly performOwn: (command: AnyReviewCommand, commandId: string) => Promise<void>;
  /** A status that was given in another review. */
  readonly tell: (told: DecisionTold) => Promise<void>;
};

type Order = {
  readonly command: AnyReviewCommand;
  readonly commandId: string;
  readonly by: string;
  readonly expected?: number | undefined;
};

export function reviewBook({ creation, carried }: ReviewWorkflowInput): ReviewBook {
  let state: Review | undefined = carried?.review;
  let sequence = carried?.sequence ?? 0;
  let stored = sequence;
  let busy = false;
  let remembered: readonly string[] = carried?.answered ?? [];

  const review = (): Review => {
    if (state === undefined) throw ApplicationFailure.nonRetryable('the review is not open yet', 'NotOpen');
    return state;
  };
  const answer = (): ReviewAnswered => ({ review: review(), version: sequence });

  async function record(commandId: string, events: readonly ReviewEvent[]): Promise<void> {
    const first = sequence + 1;
    for (const event of events) state = evolve(state, event);
    sequence += events.length;
    if (events.length > 0) await store.recordReviewEvents({ review: review(), first, commandId, events });
    stored = sequence;
    remembered = [...remembered, commandId].slice(-REMEMBERED_COMMANDS);
  }

  async function execute({ command, commandId, by, expected }: Order): Promise<ReviewAnswered> {
    await condition(() => !busy && stored > 0);
    busy = true;
    try {
      if (remembered.includes(commandId)) return answer();
      const refusal = movedOn(expected, sequence) ?? refusalOf(command, review());
      if (refusal !== undefined) throw refused(refusal);
      const context: ReviewContext = { at: now(), by };
      const decision = decide(command, review(), context, await gather(command, review(), context.at));
      if (!decision.ok) throw refused(decision.refusal);
      await record(commandId, decision.events);
      return answer();
    } finally {
      busy = false;
    }
  }

  const unlessRefused = async (order: Order): Promise<void> => {
    await execute(order).catch((error: unknown) => {
      if (!(error instanceof ApplicationFailure && error.type === REFUSAL)) throw error;
    });
  };

  return {
    review,
    sequence: () => sequence,
    answer: () => (state === undefined ? undefined : answer()),
    carried: () => ({ review: review(), sequence, answered: remembered }),
    open: async () => {
      if (sequence > 0) return;
      const { plan, period, by, commandId } = creation;
      const at = now();
      const beginning = await store.reviewBeginning({ plan, period, at });
      await record(commandId, [
        { type: 'ReviewOpened', at, by, id: reviewId(plan, period), plan, period, ...beginning },
      ]);
    },
    whenStored: async () => {
      await condition(() => stored > 0);
      return answer();
    },
    validate: (envelope) => {
      if (state === undefined || remembered.includes(envelope.commandId)) return;
      const refusal =
        accessRefusal(envelope, state) ?? movedOn(envelope.expected, sequence) ?? refusalOf(envelope.command, state);
      if (refusal !== undefined) throw refused(refusal);
    },
    perform: async ({ command, commandId, by, expected }) => {
      const answered = await execute({ command, commandId, by: by.id, expected });
      if (command.type === 'SetDecisionStatus') await passOn({ ...command, by: by.id, commandId }, answered.review);
      return answered;
    },
    performOwn: (command, commandId) => unlessRefused({ command, commandId, by: ENGINE }),
    tell: ({ by, commandId, ...told }) =>
      unlessRefused({ command: { type: 'SetDecisionStatus', ...told }, commandId: `told/${commandId}`, by }),
  };
}

const movedOn = (expected: number | undefined, current: number): Refusal | undefined =>
  expected === undefined || expected === current ? undefined : { code: 'CHANGED_MEANWHILE', params: { current } };

/** The same policy the API asks. */
function accessRefusal({ by, place, command }: ReviewEnvelope, review: Review): Refusal | undefined {
  const relations = relationsToReview(review, by);
  const answer = allowed({ person: by, action: actionOf(command), place, relations });
  return answer.ok ? undefined : answer.refusal;
}

async function gather(command: AnyReviewCommand, review: Review, at: Instant): Promise<ReviewFacts> {
  const { day, memo, values } = factsNeeded(command, review);
  const days = day === undefined ? {} : await store.reviewDay({ unit: review.unit, at, ...day });
  const waited = review.owed.filter(({ arrivedAt }) => arrivedAt === undefined);
  const arrived = values === undefined ? {} : { arrived: await store.arrivedValues(waited) };
  return { ...days, ...arrived, ...(memo !== undefined && { memo: await heavy.prepareMemo({ review, at }) }) };
}

/** The review a decision was made in and the one that asks for it next say the same of it. One that is over needs no telling. */
async function passOn({ decision, status, note, by, commandId }: DecisionTold, review: Review): Promise<void> {
  const { id, plan, period } = review;
  const madeIn = decision.slice(0, decision.indexOf('#'));
  const other = madeIn === id ? shifted(period, 1) : madeIn.slice(madeIn.lastIndexOf('~') + 1);
  try {
    const handle = getExternalWorkflowHandle(reviewWorkflowId({ plan, period: other }));
    await handle.signal(decisionToldSignal, { decision, status, note, by, commandId });
  } catch (error) {
    if (isCancellation(error)) throw error;
  }
}
