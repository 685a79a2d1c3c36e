import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { servers } from '../support/servers';

/** Failures are part of these tests: only what nobody expects is worth a line. */
Runtime.install({ logger: new DefaultLogger('ERROR') });

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> =>
  (bundle ??= bundleWorkflowCode({
    workflowsPath: require.resolve('./workflows'),
    logger: new DefaultLogger('ERROR'),
  }));
/** A client and workers on the run's Temporal server, on a task queue of the test's own. */
export async function openTemporal(taskQueue: string) {
  const address = servers().temporalAddress;
  const [connection, native, workflows] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
    workflowBundle(),
  ]);
  return {
    client: new Client({ connection }),
    /** Answers a function that stops the worker. */
    async work(activities: object): Promise<() => Promise<void>> {
      const worker = await Worker.create({
        connection: native,
        taskQueue,
        workflowBundle: workflows,
        activities,
        shutdownGraceTime: '1 second',
      });
      const running = worker.run();
      return async () => {
        worker.shutdown();
        await running;
      };
    },
    close: async () => {
      await native.close();
      await connection.close();
    },
  };
}
