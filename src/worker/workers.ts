import path from 'node:path';
import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { createActivities, createHeavyActivities } from '../activities/create';
import type { ActivityDeps } from '../activities/create';
import { HEAVY_TASK_QUEUE, TASK_QUEUE } from '../workflows/queues.contract';

export type WorkersOptions = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly deps: ActivityDeps;
  /** Code of the workflows when it is bundled already; else it is bundled at start (about two seconds). */
  readonly workflowBundle?: WorkerOptions['workflowBundle'];
  /** What the histories call these workers; default: process id and host. */
  readonly identity?: string;
};
export type RunningWorkers = {
  /** Ends when a worker ends; rejects when one fails. */
  readonly ended: Promise<void>;
  /** Lets what is under way come to its end, and stops. */
  readonly stop: () => Promise<void>;
};

const GRACE = '10 seconds';

/** Two workers: one decides and tells people, the other does the heavy work, so that an import never delays a reminder. */
export async function startWorkers({
  connection,
  namespace,
  deps,
  workflowBundle,
  identity,
}: WorkersOptions): Promise<RunningWorkers> {
  const common = {
    connection,
    namespace,
    shutdownGraceTime: GRACE,
    ...(identity === undefined ? {} : { identity }),
  } as const;
  const workflowsPath = path.resolve(__dirname, '../workflows/index');
  const quick = await Worker.create({
    ...common,
    taskQueue: TASK_QUEUE,
    activities: createActivities(deps),
    ...(workflowBundle === undefined ? { workflowsPath: require.resolve(workflowsPath) } : { workflowBundle }),
    maxCachedWorkflows: 500,
  });
  const heavy = await Worker.create({
    ...common,
    taskQueue: HEAVY_TASK_QUEUE,
    activities: createHeavyActivities(deps),
    maxConcurrentActivityTaskExecutions: 4,
    // A cancelled import learns of it within a second.
    maxHeartbeatThrottleInterval: '1 second',
  });
  const runs = [quick.run(), heavy.run()];
  const ended = Promise.all(runs).then(() => undefined);
  return {
    ended,
    stop: async () => {
      for (const worker of [quick, heavy]) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled(runs);
    },
  };
}
