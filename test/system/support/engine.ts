import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { ActivityDeps } from '../../../src/activities/create';
import { temporalCycles } from '../../../src/api/temporalCycles';
import type { CycleCommands } from '../../../src/api/ports';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { activityDeps } from '../../../src/worker/activityDeps';
import { startWorkers } from '../../../src/worker/workers';
import type { RunningWorkers } from '../../../src/worker/workers';
import { servers } from './servers';

/** The engine in this process on the run's servers, in a namespace and a database of its own. */
export type Engine = {
  readonly client: Client;
  readonly stores: Stores;
  readonly commands: CycleCommands;
  readonly namespace: string;
  /** Starts the workers (again), with other parts where given. */
  readonly work: (other?: Partial<ActivityDeps>) => Promise<RunningWorkers>;
  readonly close: () => Promise<void>;
};

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> =>
  (bundle ??= bundleWorkflowCode({
    workflowsPath: path.resolve(__dirname, '../../../src/workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  }));

export async function engine(name: string, deps: Partial<ActivityDeps> = {}): Promise<Engine> {
  quiet();
  const run = servers();
  const namespace = `${name}-${randomUUID().slice(0, 8)}`;
  const [connection, native, stores] = await Promise.all([
    Connection.connect({ address: run.temporalAddress }),
    NativeConnection.connect({ address: run.temporalAddress }),
    openStores(run.mongoUri(namespace)),
  ]);
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 } as never,
  });
  const client = new Client({ connection, namespace });
  const running: RunningWorkers[] = [];
  return {
    client,
    stores,
    namespace,
    commands: temporalCycles({ client, searchable: false, ...stores }),
    work: async (other = {}) => {
      const options = { connection: native, namespace, workflowBundle: await workflowBundle() };
      const workers = await startWorkers({
        ...options,
        deps: { ...activityDeps({ stores, client, env: {}, say: () => undefined }), ...deps, ...other },
      });
      running.push(workers);
      return workers;
    },
    close: async () => {
      for (const workers of running) await workers.stop();
      await Promise.all([
        connection.close(),
        native.close(),
        stores.connection.dropDatabase().then(() => stores.connection.close()),
      ]);
    },
  };
}

let hushed = false;
/** Temporal's own log is for operators; a test prints what it asserts. */
export function quiet(): void {
  if (hushed) return;
  hushed = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  });
}
