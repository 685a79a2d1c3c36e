import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { ReminderActivities } from '../../../src/activities/reminders.activities';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { workingDaysBetween } from '../../../src/domain/calendar/workingDays';
import { localDateOf } from '../../../src/domain/calendar/zone';
import { missedRoundAt, nextRoundAt } from '../../../src/domain/reminders/rounds';
import { OFFICE_DAY_WORKFLOW, type OfficeDayInput } from '../../../src/workflows/officeDay.contract';
import { hasTimeSkipping, servers } from '../support/servers';
import { workflowBundle } from './running';

const TASK_QUEUE = 'a-year';
const YEAR_MS = 365 * 86_400_000;

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: servers().timeSkippingServerPath } },
  });
});
afterAll(() => environment?.teardown());

const yearTest = hasTimeSkippingOrSays() ? it : it.skip;
function hasTimeSkippingOrSays(): boolean {
  if (hasTimeSkipping()) return true;
  process.stderr.write('  skipped: no time-skipping test server on this machine\n');
  return false;
}

/** Vietnam's office hours without a database; notes when each round was held. */
function bookOfRounds(failing: (round: number) => boolean = () => false) {
  const held: string[] = [];
  let asked = 0;
  const activities: ReminderActivities = {
    nextRound: async ({ now, missed }) => (missed ? missedRoundAt : nextRoundAt)(VIETNAM, undefined, now),
    holdRound: async ({ at }) => {
      asked += 1;
      if (failing(asked)) throw new Error('the database is away');
      held.push(at);
      return { messages: 0, deliveriesDue: false };
    },
  };
  return { held, activities };
}

async function live(activities: ReminderActivities, ms: number, unit: string): Promise<string> {
  const { client, nativeConnection } = environment;
  const worker = await Worker.create({
    connection: nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities,
  });
  return worker.runUntil(async () => {
    const started = new Date(await environment.currentTimeMs()).toISOString();
    const day = await client.workflow.start<(input: OfficeDayInput) => Promise<void>>(OFFICE_DAY_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: `office-${unit}`,
      args: [{ unit }],
    });
    await environment.sleep(ms);
    await day.terminate();
    return started;
  });
}

describe("a year of an office's days", () => {
  yearTest('has a round at each of its hours on each working day, and none besides', async () => {
    const { held, activities } = bookOfRounds();
    const started = await live(activities, YEAR_MS, 'steady');
    const ended = new Date(Date.parse(started) + YEAR_MS).toISOString();
    const expected: string[] = [];
    for (let at = nextRoundAt(VIETNAM, undefined, started); at < ended; at = nextRoundAt(VIETNAM, undefined, at))
      expected.push(at);

    const minutes = (instants: readonly string[]): readonly string[] => instants.map((at) => at.slice(0, 16));
    expect(minutes(held)).toEqual(minutes(expected));
    const [from, to] = [localDateOf(started, VIETNAM.timeZone), localDateOf(ended, VIETNAM.timeZone)];
    expect(Math.abs(held.length - 2 * workingDaysBetween(VIETNAM, from, to))).toBeLessThanOrEqual(2);
  });

  yearTest('holds a round that failed for half an hour when the office is open again', async () => {
    const { held, activities } = bookOfRounds((round) => round < 45);
    await live(activities, 14 * 86_400_000, 'shaken');
    expect(held.length).toBeGreaterThan(5);
    for (const at of held) {
      const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(11, 16);
      expect(local >= '07:30' && local < '17:00').toBe(true);
    }
  });
});
