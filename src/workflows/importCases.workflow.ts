import { ActivityCancellationType, CancellationScope, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { ImportActivities, ImportOutcome } from '../activities/imports.activities';
import type { ImportInput } from './importCases.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';

/** Outages are waited for, however long they last; only a person ends an import before its end. */
const UNTIL_IT_WORKS = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' } as const;

const { runImport } = proxyActivities<Pick<ImportActivities, 'runImport'>>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '15 seconds',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: UNTIL_IT_WORKS,
});
const { cancelImport } = proxyActivities<Pick<ImportActivities, 'cancelImport'>>({
  startToCloseTimeout: '1 minute',
  retry: UNTIL_IT_WORKS,
});

/** One file of cases, from its arrival until all its cases are stored, it was refused, or it was cancelled. */
export async function importCases({ importId }: ImportInput): Promise<ImportOutcome> {
  try {
    return await runImport(importId);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    return CancellationScope.nonCancellable(() => cancelImport(importId));
  }
}
