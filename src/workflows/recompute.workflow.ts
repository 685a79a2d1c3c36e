import {
  allHandlersFinished,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  isCancellation,
  log,
  proxyActivities,
  setHandler,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import type { IndicatorChange } from '../activities/indicators.ports';
import type { RecomputeActivities, RecomputeStep } from '../activities/recompute.activities';
import type { WatchActivities } from '../activities/watch.activities';
import { OUTBOX_WORKFLOW_ID, wakeOutboxSignal } from './outbox.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';
import { indicatorChangedSignal, type RecomputeInput } from './recompute.contract';
import { withChange } from './recomputeChanges';

/** On the heavy queue, so that no reminder waits for it; outages are waited for, however long they last. */
const { recomputeValues, watchRecomputed } = proxyActivities<RecomputeActivities & WatchActivities>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '5 minutes' },
});

/** A run takes 10,000 signals at most. */
const SIGNALS_A_RUN = 4_000;
const STEPS_A_RUN = 500;

/** Computes again what depends on a change, for ever: what arrives meanwhile waits and is done together afterwards. */
export async function recompute({ pending: carried = [], step, outbox = OUTBOX_WORKFLOW_ID }: RecomputeInput) {
  let pending: readonly IndicatorChange[] = carried;
  let running: RecomputeStep | undefined = step;
  let signals = 0;
  setHandler(indicatorChangedSignal, (change) => {
    signals += 1;
    pending = withChange(pending, change);
  });

  for (
    let steps = 0;
    steps < STEPS_A_RUN && signals < SIGNALS_A_RUN && !workflowInfo().continueAsNewSuggested;
    steps += 1
  ) {
    if (running === undefined) {
      await condition(() => pending.length > 0);
      running = { id: `rec-${uuid4()}`, changes: pending };
      pending = [];
    }
    if (!(await recomputeValues(running))) continue;
    const { told } = await watchRecomputed({ id: running.id });
    running = undefined;
    if (told > 0) await wake(outbox);
  }
  await condition(allHandlersFinished);
  await continueAsNew<typeof recompute>({ pending, outbox, ...(running !== undefined && { step: running }) });
}

/** An outbox that does not run yet looks for itself when it starts. */
async function wake(outbox: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(outbox).signal(wakeOutboxSignal);
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.warn('the outbox was not there to be woken', { outbox });
  }
}
