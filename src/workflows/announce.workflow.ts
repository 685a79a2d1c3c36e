import { proxyActivities } from '@temporalio/workflow';
import type { AnnounceActivities } from '../activities/announce.activities';
import type { AnnounceInput } from './announce.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';

const { announceChange } = proxyActivities<AnnounceActivities>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Tells offices and open cycles that a calendar, a unit or a procedure changed, so that what is still ahead is computed again. */
export async function announce(input: AnnounceInput): Promise<void> {
  await announceChange(input);
}
