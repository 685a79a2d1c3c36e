import {
  getExternalWorkflowHandle,
  isCancellation,
  log,
  proxyActivities,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { CollectActivities, CollectAnswer, CollectOutcome } from '../activities/collect.activities';
import type { CollectPreview } from '../activities/collect.ports';
import type { CollectInput } from './collect.contract';
import { collectScheduleId } from './collect.contract';
import { OUTBOX_WORKFLOW_ID, wakeOutboxSignal } from './outbox.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';

/** What may pass by itself is waited for this long, then the next time of the schedule is. */
const PAUSES = ['15 seconds', '1 minute', '5 minutes'] as const;
const OURS = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' } as const;

const { collectOnce } = proxyActivities<Pick<CollectActivities, 'collectOnce'>>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '10 minutes',
  scheduleToCloseTimeout: '1 hour',
  retry: OURS,
});
const { collectBroken } = proxyActivities<Pick<CollectActivities, 'collectBroken'>>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '1 minute',
  retry: OURS,
});
const preview = proxyActivities<Pick<CollectActivities, 'collectPreview'>>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '5 minutes',
  retry: { maximumAttempts: 1 },
});

/** One collection: the source is asked, again after a pause where the fault may pass, until it ended one way or the other. */
export async function collect({ collector, run = runOfSchedule(collector) }: CollectInput): Promise<CollectOutcome> {
  const { outcome, told } = await collected(collector, run);
  if (told > 0) await wakeOutbox();
  return outcome;
}

async function collected(collector: string, run: string): Promise<CollectAnswer> {
  const startedAt = workflowInfo().startTime.toISOString();
  try {
    for (const [index, pause] of PAUSES.entries()) {
      const answer = await collectOnce({ collector, run, startedAt, attempt: index + 1, last: false });
      if (answer.outcome !== 'again') return answer;
      await sleep(pause);
    }
    return await collectOnce({ collector, run, startedAt, attempt: PAUSES.length + 1, last: true });
  } catch (error) {
    if (isCancellation(error)) throw error;
    const { told } = await collectBroken({ collector, run });
    return { outcome: 'failed', told };
  }
}

/** What a collection would record now. */
export const collectPreview = (collector: string): Promise<CollectPreview | undefined> =>
  preview.collectPreview(collector);

const runOfSchedule = (collector: string): string =>
  workflowInfo().workflowId.slice(collectScheduleId(collector).length + 1);

/** An outbox that does not run yet looks for itself when it starts. */
async function wakeOutbox(): Promise<void> {
  try {
    await getExternalWorkflowHandle(OUTBOX_WORKFLOW_ID).signal(wakeOutboxSignal);
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.warn('the outbox was not there to be woken', { outbox: OUTBOX_WORKFLOW_ID });
  }
}
