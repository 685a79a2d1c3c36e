import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { createActivities, createHeavyActivities } from '../../../src/activities/create';
import { activityDeps } from '../../../src/worker/activityDeps';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { temporalReviews } from '../../../src/api/temporalReviews';
import type { ReviewCommands } from '../../../src/api/temporalReviews';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { HEAVY_TASK_QUEUE, TASK_QUEUE } from '../../../src/workflows/queues.contract';
import type { NewFigure } from '../../../src/activities/indicators.ports';
import { eventually } from '../support/eventually';
import { quiet, workflowBundle } from '../support/engine';
import { servers } from '../support/servers';

/** Reviews on a server that skips time, with the whole engine's activities on its clock. */
export type Reviewing = {
  readonly environment: TestWorkflowEnvironment;
  readonly stores: Stores;
  readonly commands: ReviewCommands;
  readonly now: () => Promise<string>;
  /** Lets time pass until the moment. */
  readonly until: (at: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function reviewing(name: string): Promise<Reviewing> {
  quiet();
  const [environment, stores] = await Promise.all([
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: servers().timeSkippingServerPath } },
    }),
    openStores(servers().mongoUri(`${name}_${randomUUID().slice(0, 8)}`)),
  ]);
  const { client, nativeConnection: connection } = environment;
  let clock = Date.now();
  const tick = async (): Promise<number> => (clock = Math.max(clock, await environment.currentTimeMs()));
  const deps = {
    ...activityDeps({ stores, client, env: {}, say: () => undefined }),
    clock: { now: () => new Date(clock).toISOString() },
  };
  // The time-skipping server hands tasks to polls of workers that have stopped and waits for them in real time: these
  // workers stay until the end. Workers that are killed are in killed.test.ts, on a real server.
  const quick = await Worker.create({
    ...{ connection, taskQueue: TASK_QUEUE, workflowBundle: await workflowBundle() },
    activities: createActivities(deps),
  });
  const heavy = await Worker.create({
    ...{ connection, taskQueue: HEAVY_TASK_QUEUE },
    activities: createHeavyActivities(deps),
  });
  const runs = [quick.run(), heavy.run()];
  return {
    environment,
    stores,
    commands: temporalReviews({ ...stores, client }),
    now: async () => new Date(await tick()).toISOString(),
    until: async (at) => {
      const left = Date.parse(at) - (await environment.currentTimeMs());
      if (left > 0) await environment.sleep(left);
      await tick();
    },
    close: async () => {
      for (const worker of [quick, heavy]) worker.shutdown();
      await Promise.all(runs);
      await environment.teardown();
      await stores.connection.dropDatabase();
      await stores.connection.close();
    },
  };
}

/** An entered indicator of higher is better, for one place. */
export async function defineEntered(stores: Stores, id: string, over: Readonly<Record<string, unknown>> = {}) {
  const definition = IndicatorDefinition.parse({
    ...{ name: id, unit: '%', direction: 'higher', frequency: 'quarter', source: { type: 'entered' } },
    ...{ home: 'kh-dpi', target: 90, baseline: 50, scoring: { rule: 'progress' }, ...over },
  });
  const home = definition.home ?? 'kh-dpi';
  const defined = await stores.indicators.define(
    { id, validFrom: FROM_THE_BEGINNING, by: 'administrator' },
    { ...definition, home },
    { references: [] },
  );
  if (!defined.ok) throw new Error(`${id} was not defined`);
}

export const figure = (
  indicator: string,
  unit: string,
  period: string,
  value: number,
  recordedAt: string,
): NewFigure => ({
  ...{ indicator, unit, period, value, recordedAt, status: 'normal', by: 'binh', origin: { kind: 'entered' } },
});

/** The first answer that is one. */
export async function waitedFor<T>(ask: () => Promise<T | undefined>): Promise<T> {
  let found: T | undefined;
  await eventually(async () => {
    found = await ask();
    if (found === undefined) throw new Error('it is not there yet');
  });
  if (found === undefined) throw new Error('it never was there');
  return found;
}
