import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { RetentionActivities } from '../activities/retention.activities';

const { deleteExpired } = proxyActivities<RetentionActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '5 minutes',
  retry: { initialInterval: '1 minute', maximumInterval: '1 hour' },
});
const PASSES_A_RUN = 100;

/** Once a day, for ever. */
export async function retention(): Promise<void> {
  for (let passes = 0; passes < PASSES_A_RUN; passes += 1) {
    await deleteExpired({ at: new Date().toISOString() });
    await sleep('1 day');
  }
  await continueAsNew<typeof retention>();
}
