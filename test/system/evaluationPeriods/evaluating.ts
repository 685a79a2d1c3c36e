import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { createActivities, createHeavyActivities } from '../../../src/activities/create';
import type { SchemeInForce } from '../../../src/activities/evaluationPeriods.ports';
import type { Evaluations } from '../../../src/activities/evaluations.ports';
import { temporalPeriods } from '../../../src/api/temporalPeriods';
import type { PeriodCommands } from '../../../src/api/temporalPeriods';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import type { Evaluation, Points } from '../../../src/domain/evaluations/state';
import type { AnyPeriodCommand } from '../../../src/domain/evaluationPeriods/decide';
import type { EvaluationPeriod } from '../../../src/domain/evaluationPeriods/state';
import { SchemeDefinition } from '../../../src/domain/schemes/scheme.schema';
import { activityDeps } from '../../../src/worker/activityDeps';
import { periodsOver } from '../../../src/worker/evaluationPeriods';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { HEAVY_TASK_QUEUE, TASK_QUEUE } from '../../../src/workflows/queues.contract';
import { quiet, workflowBundle } from '../support/engine';
import { BY, HEAD } from '../support/office';
import { servers } from '../support/servers';

export const SCHEME = 'vn-335-2025';
/** Thirty points by the manager, seventy by work, at most a fifth excellent. */
export const DEFINITION = SchemeDefinition.parse({
  name: 'Decree 335',
  cadence: 'month',
  sections: [
    {
      key: 'general',
      name: 'General',
      max: 30,
      of: { type: 'rated', criteria: [{ key: 'conduct', name: 'Conduct', max: 30 }] },
    },
    { key: 'work', name: 'Work', max: 70, of: { type: 'work', formula: '70 * (a + b + c) / 300' } },
  ],
  bands: [
    { key: 'excellent', atLeast: 90 },
    { key: 'good', atLeast: 70 },
    { key: 'completed', atLeast: 50 },
    { key: 'not-completed' },
  ],
  bandNames: { excellent: 'Xuất sắc', good: 'Tốt', completed: 'Hoàn thành', 'not-completed': 'Không hoàn thành' },
  passing: 'completed',
  quotas: [{ class: 'excellent', share: 0.2, of: ['excellent', 'good'], per: ['agency'] }],
});
export const schemeInForce: SchemeInForce = async (id) =>
  id === SCHEME ? { version: 1, definition: DEFINITION } : undefined;

/** Periods on a server that skips time, with the whole engine's activities on its clock. */
export type Evaluating = {
  readonly environment: TestWorkflowEnvironment;
  readonly stores: Stores;
  readonly evaluations: Evaluations;
  readonly commands: PeriodCommands;
  readonly now: () => Promise<string>;
  /** Lets time pass until the moment. */
  readonly until: (at: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function evaluating(name: string): Promise<Evaluating> {
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
  const world = { schemeInForce, now: () => new Date(clock).toISOString() };
  const deps = activityDeps({ ...{ stores, client, env: {}, say: () => undefined }, ...world });
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
    evaluations: periodsOver(stores, world).evaluations,
    commands: temporalPeriods({ ...stores, client }),
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

/** A department of so many people in offices of twenty, each with a head. */
export async function aDepartment({ organisation }: Stores, count: number): Promise<readonly string[]> {
  const people: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const office = `office-${Math.floor(i / 20)}`;
    if (i % 20 === 0) {
      await organisation.put('unit', { id: office, name: office, parent: 'kh-dpi' }, BY);
      const head = { id: `head-${office}`, name: office, unit: office, manager: 'head', language: 'en' as const };
      await organisation.put('person', { ...head, roles: ['head-of-unit'] }, BY);
    }
    const id = `p${String(i).padStart(5, '0')}`;
    const person = { id, name: id, unit: office, manager: `head-${office}`, language: 'vi' as const };
    await organisation.put('person', { ...person, roles: ['officer'] }, BY);
    people.push(id);
  }
  return people;
}

/** @throws Error with the code of the refusal */
export async function give(
  there: Evaluating,
  id: string,
  command: AnyPeriodCommand,
  by = HEAD,
): Promise<EvaluationPeriod> {
  const outcome = await there.commands.command(id, { command, by, commandId: randomUUID() });
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params ?? {})}`);
  return outcome.period;
}
/** @throws Error with the code of the refusal */
export async function tell(there: Evaluating, id: string, command: EvaluationCommand, by: string): Promise<Evaluation> {
  const outcome = await there.evaluations.command(id, { command, by: { id: by }, commandId: randomUUID() });
  if (!outcome.ok)
    throw new Error(`${command.type}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params ?? {})}`);
  return outcome.evaluation;
}

/** One product done in time for each, the same points from everybody, approved; nobody is excellent. */
export async function rateEverybody(
  evaluations: Evaluations,
  all: readonly Evaluation[],
  ratings: Points,
): Promise<void> {
  const rated = all.filter(({ phase }) => phase !== 'excluded');
  const step = async (commandFor: (one: Evaluation) => { by: string | undefined; command: EvaluationCommand }) => {
    const orders = rated.flatMap((one) => {
      const { by, command } = commandFor(one);
      return by === undefined ? [] : [{ id: one.id, command, by: { id: by }, commandId: randomUUID() }];
    });
    const refused = (await evaluations.commandMany(orders)).find(({ ok }) => !ok);
    if (refused !== undefined && !refused.ok) throw new Error(`${refused.id}: ${JSON.stringify(refused.refusal)}`);
  };
  const due = `${rated[0]?.period ?? ''}-20`;
  await step(({ manager: by }) => ({
    by,
    command: { type: 'AssignWork', item: 'report', title: 'Report', quantity: 1, due },
  }));
  await step(({ manager: by }) => ({ by, command: { type: 'ReportDone', item: 'report', doneOn: due } }));
  await step(({ manager: by, leader }) => ({
    by,
    command: { type: 'Rate', ratings: { ...ratings }, ...(leader && { leader: { organising: 60, cohesion: 60 } }) },
  }));
  await step(({ approver: by }) => ({ by, command: { type: 'Approve' } }));
}
