import type { Client } from '@temporalio/client';
import type { IndicatorChange } from '../activities/indicators.ports';
import { TASK_QUEUE } from '../workflows/queues.contract';
import { indicatorChangedSignal, RECOMPUTE_WORKFLOW, RECOMPUTE_WORKFLOW_ID } from '../workflows/recompute.contract';

/**
 * Tells the recomputation what changed, and starts it where it does not run. Once this returns the change is in Temporal's
 * history: what depends on it will be computed again, whatever crashes.
 */
export const temporalRecompute =
  (client: Client) =>
  async (change: IndicatorChange): Promise<void> => {
    await client.workflow.signalWithStart(RECOMPUTE_WORKFLOW, {
      workflowId: RECOMPUTE_WORKFLOW_ID,
      taskQueue: TASK_QUEUE,
      args: [{}],
      signal: indicatorChangedSignal,
      signalArgs: [change],
    });
  };
