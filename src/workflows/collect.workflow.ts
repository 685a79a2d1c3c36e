import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { CollectActivities, CollectOutcome } from '../activities/collect.activities';
import type { CollectPreview } from '../activities/collect.ports';
import type { CollectInput } from './collect.contract';
import { collectScheduleId } from './collect.contract';
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
  const startedAt = workflowInfo().startTime.toISOString();
  try {
    for (const [index, pause] of PAUSES.entries()) {
      const outcome = await collectOnce({ collector, run, startedAt, attempt: index + 1, last: false });
      if (outcome !== 'again') return outcome;
      await sleep(pause);
    }
    return await collectOnce({ collector, run, startedAt, attempt: PAUSES.length + 1, last: true });
  } catch (error) {
    await collectBroken({ collector, run });
    throw error;
  }
}

/** What a collection would record now. */
export const collectPreview = (collector: string): Promise<CollectPreview | undefined> =>
  preview.collectPreview(collector);

const runOfSchedule = (collector: string): string =>
  workflowInfo().workflowId.slice(collectScheduleId(collector).length + 1);
