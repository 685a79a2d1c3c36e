import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { createActivities, createHeavyActivities } from '../../../src/activities/create';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { addWorkingDays } from '../../../src/domain/calendar/workingDays';
import { localDateOf } from '../../../src/domain/calendar/zone';
import { nextRoundAt } from '../../../src/domain/reminders/rounds';
import { resolvePlan } from '../../../src/domain/cycle/resolvePlan';
import type { CycleCommand } from '../../../src/domain/cycle/cycle.schema';
import type { Cycle } from '../../../src/domain/cycle/state';
import type { Standing } from '../../../src/domain/access/policy';
import { activityDeps } from '../../../src/worker/activityDeps';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { commandUpdate, CYCLE_WORKFLOW, launchedUpdate, workflowIdOf } from '../../../src/workflows/cycle.contract';
import type { CycleInput } from '../../../src/workflows/cycle.contract';
import { OFFICE_DAY_WORKFLOW, officeDayWorkflowId } from '../../../src/workflows/officeDay.contract';
import { HEAVY_TASK_QUEUE, TASK_QUEUE } from '../../../src/workflows/queues.contract';
import { anOffice, BY, CHI, DUNG, HEAD, PLAN } from '../support/office';
import { workflowBundle } from '../support/engine';
import { hasTimeSkipping, servers } from '../support/servers';

const DAY_MS = 86_400_000;
const ID = 'kh-dpi~licence~1';
const REVIEW = {
  type: 'RecordReview',
  strengths: [],
  weaknesses: ['The list is long'],
  learning: ['A list is enough'],
  predictionCompared: 'As predicted',
} as const satisfies CycleCommand;

const yearTest = hasTimeSkippingOrSays() ? it : it.skip;
function hasTimeSkippingOrSays(): boolean {
  if (hasTimeSkipping()) return true;
  process.stderr.write('  skipped: no time-skipping test server on this machine\n');
  return false;
}

let environment: TestWorkflowEnvironment;
let stores: Stores;
let workers: readonly Worker[] = [];
let running: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  [environment, stores] = await Promise.all([
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: servers().timeSkippingServerPath } },
    }),
    openStores(servers().mongoUri(`year_${randomUUID().slice(0, 8)}`)),
  ]);
  await anOffice(stores);
  await stores.organisation.put(
    'person',
    { id: 'director', name: 'director', unit: 'kh', roles: ['head-of-unit'], language: 'vi' },
    BY,
  );
  await stores.organisation.put(
    'person',
    { id: 'head', name: 'head', unit: 'kh-dpi', roles: ['head-of-unit'], manager: 'director', language: 'vi' },
    BY,
  );
  await startWorkers();
});
afterAll(async () => {
  for (const worker of workers) worker.shutdown();
  await running;
  await environment?.teardown();
  await stores?.connection.dropDatabase();
  await stores?.connection.close();
});

/** The activities of production; their clock stands beside the workflows', which runs ahead of this machine's. */
async function startWorkers(): Promise<void> {
  const { client, nativeConnection: connection } = environment;
  const deps = {
    ...activityDeps({ stores, client, env: {}, say: () => undefined }),
    clock: { now: () => new Date(0).toISOString() },
  };
  workers = [
    await Worker.create({
      connection,
      taskQueue: TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: createActivities(deps),
    }),
    await Worker.create({ connection, taskQueue: HEAVY_TASK_QUEUE, activities: createHeavyActivities(deps) }),
  ];
  running = Promise.all(workers.map((worker) => worker.run()));
}

const give = (command: CycleCommand, by: Standing): Promise<unknown> =>
  environment.client.workflow.getHandle(workflowIdOf(ID)).executeUpdate(commandUpdate, {
    args: [{ commandId: randomUUID(), command, by, place: ['kh-dpi', 'kh'] }],
  });

async function launch(countermeasureDue: string): Promise<void> {
  const launch = { id: ID, unit: 'kh-dpi', procedure: 'licence', no: 1, stage: 1, title: 'Licences', lead: 'lead' };
  const countermeasures = [{ key: 'checklist', title: 'Checklist', owner: 'binh', due: countermeasureDue, cost: 0 }];
  const resolved = resolvePlan({ ...PLAN, do: 'P9M', countermeasures });
  if (!resolved.ok) throw new Error(resolved.refusal.code);
  const { plan } = resolved;
  const input: CycleInput = { launch: { ...launch, plan, by: 'lead', commandId: 'launch' }, searchable: false };
  const { workflow } = environment.client;
  await workflow.start(OFFICE_DAY_WORKFLOW, {
    taskQueue: TASK_QUEUE,
    workflowId: officeDayWorkflowId('kh'),
    args: [{ unit: 'kh' }],
  });
  const handle = await workflow.start(CYCLE_WORKFLOW, {
    taskQueue: TASK_QUEUE,
    workflowId: workflowIdOf(ID),
    args: [input],
  });
  await handle.executeUpdate(launchedUpdate);
}

async function cycleIn<P extends Cycle['phase']>(phase: P): Promise<Extract<Cycle, { phase: P }>> {
  const cycle = (await stores.cycles.get(ID))?.cycle;
  if (cycle?.phase !== phase) throw new Error(`the cycle stands in ${cycle?.phase}`);
  return cycle as Extract<Cycle, { phase: P }>;
}

async function passUntil(instant: string, days = 0): Promise<void> {
  const ms = Date.parse(instant) + days * DAY_MS - (await environment.currentTimeMs());
  await environment.sleep(Math.max(1, ms));
}

/** `<kind> <step> <person> <day it came>`, in order of the days. */
async function told(): Promise<readonly string[]> {
  const messages = stores.connection.collection<{ reminders: string[]; createdAt: string }>('messages').find({});
  const lines: string[] = [];
  for await (const { reminders, createdAt } of messages)
    for (const key of reminders) {
      const [step = '', person = ''] = key.split('/').slice(-2);
      const kind = key.split('/')[1]?.split('@')[0] ?? '';
      lines.push(`${localDateOf(createdAt, VIETNAM.timeZone)} ${kind} ${step} ${person}`);
    }
  return lines.sort();
}

/** The same, as the standard policy and the calendar of Vietnam have it. */
function expected(kind: string, dueAt: string, steps: readonly (readonly [string, readonly string[]])[]): string[] {
  const due = localDateOf(dueAt, VIETNAM.timeZone);
  return steps.flatMap(([step, persons]) => {
    const days = Number(step.split('^')[0]);
    const day = days === 0 ? due : addWorkingDays(VIETNAM, due, days);
    return persons.map((person) => `${day} ${kind} ${step} ${person}`);
  });
}

/** Whoever owes something hears of it at the first round after it became theirs. */
function opening(kind: string, openedAt: string, persons: readonly string[]): string[] {
  const day = localDateOf(nextRoundAt(VIETNAM, undefined, openedAt), VIETNAM.timeZone);
  return persons.map((person) => `${day} ${kind} opening ${person}`);
}

describe('a year of a cycle', () => {
  yearTest('has every reminder once, on its working day, from launch to the sustain check', async () => {
    const today = localDateOf(new Date(await environment.currentTimeMs()).toISOString(), VIETNAM.timeZone);
    const finish = addWorkingDays(VIETNAM, today, 40);
    await launch(finish);
    await give({ type: 'ApprovePlan' }, HEAD);
    await passUntil((await cycleIn('do')).doEnds.at, 1);

    const { reviewDue } = await cycleIn('check');
    await passUntil(addedDays(reviewDue.at, 6), 1);
    await give(REVIEW, CHI);
    await passUntil(addedDays(reviewDue.at, 10), 1);
    await give(REVIEW, DUNG);

    const { decisionDue } = await cycleIn('act');
    await passUntil(addedDays(decisionDue.at, 1), 1);
    await give(
      { type: 'AdoptChange', reason: 'It held', newVersion: '2', training: 'One hour', sustainAfter: 'P3M' },
      HEAD,
    );
    const closed = await cycleIn('closed');
    if (closed.outcome !== 'decided' || closed.sustain === undefined) throw new Error('no sustain check is due');
    await passUntil(closed.sustain.due.at, 1);

    expect(await cycleIn('closed')).toMatchObject({ outcome: 'decided', sustain: { held: true } });
    const [chi, both] = [
      ['chi', 'dung'],
      ['chi', 'dung', 'head'],
    ];
    expect(await told()).toEqual(
      [
        ...opening('countermeasure', closed.approvedAt, ['binh']),
        ...opening('review', closed.checkOpenedAt, chi),
        ...opening('decision', closed.reviews.at(-1)?.at ?? '', ['lead']),
        ...expected('countermeasure', `${finish}T10:00:00Z`, [
          ['-3', ['binh']],
          ['0', ['binh']],
          ['1', ['binh']],
          ['3^1', ['binh', 'head']],
          ['5^2', ['binh', 'head', 'director']],
          ['10^2', ['binh', 'head', 'director']],
        ]),
        ...expected('review', reviewDue.at, [
          ['-3', chi],
          ['0', chi],
          ['1', chi],
          ['3^1', both],
          ['5^2', [...both, 'director']],
          ['10^2', ['dung', 'head', 'director']],
        ]),
        ...expected('decision', decisionDue.at, [
          ['-3', ['lead']],
          ['0', ['lead']],
          ['1', ['lead']],
        ]),
      ].sort(),
    );
  });
});

const addedDays = (instant: string, days: number): string =>
  `${addWorkingDays(VIETNAM, localDateOf(instant, VIETNAM.timeZone), days)}T10:00:00Z`;
