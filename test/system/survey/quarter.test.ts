import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { surveyActivities } from '../../../src/activities/survey.activities';
import { addIsoDuration } from '../../../src/domain/calendar/duration';
import { SurveyDefinition } from '../../../src/domain/survey/survey.schema';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { TASK_QUEUE } from '../../../src/workflows/queues.contract';
import {
  SURVEY_WORKFLOW,
  surveyCommandUpdate,
  surveyCreatedUpdate,
  surveyWorkflowId,
} from '../../../src/workflows/survey.contract';
import type { SurveyWorkflowInput } from '../../../src/workflows/survey.contract';
import { workflowBundle } from '../support/engine';
import { anOffice, HEAD } from '../support/office';
import { hasTimeSkipping, servers } from '../support/servers';

const quarterTest = hasTimeSkipping() ? it : it.skip;
const ZONE = 'Asia/Ho_Chi_Minh';
let environment: TestWorkflowEnvironment;
let stores: Stores;
let worker: Worker;
let running: Promise<unknown> = Promise.resolve();
/** When Do began; nothing while the plan is not approved. */
let approvedAt: string | undefined;

beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  [environment, stores] = await Promise.all([
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: servers().timeSkippingServerPath } },
    }),
    openStores(servers().mongoUri(`quarter_${randomUUID().slice(0, 8)}`)),
  ]);
  await anOffice(stores);
  const cycle = () => (approvedAt === undefined ? { phase: 'plan' } : { phase: 'do', approvedAt });
  const cycles = { ...stores.cycles, get: async (id: string) => ({ id, version: 1, cycle: cycle() as never }) };
  worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: surveyActivities({ ...stores, cycles }),
  });
  running = worker.run();
});
afterAll(async () => {
  worker?.shutdown();
  await running;
  await environment?.teardown();
  await stores?.connection.dropDatabase();
  await stores?.connection.close();
});

describe('a survey three months after Do began', () => {
  quarterTest(
    'opens to the second in the zone of the office, though nobody told it, and closes a fortnight later',
    async () => {
      const definition = SurveyDefinition.parse({
        title: 'Feedback',
        belongsTo: { cycle: 'kh-dpi~licence~1' },
        questions: [{ key: 'overall', type: 'scale', text: 'Overall' }],
        opens: { after: 'P3M', event: 'do-began' },
        closes: { after: 'P14D' },
      });
      const creation = {
        id: 'quarter',
        unit: 'kh-dpi',
        procedure: 'licence',
        definition,
        by: 'head',
        commandId: 'made',
      };
      const input: SurveyWorkflowInput = { creation };
      const options = { taskQueue: TASK_QUEUE, workflowId: surveyWorkflowId('quarter'), args: [input] };
      const handle = await environment.client.workflow.start(SURVEY_WORKFLOW, options);
      await handle.executeUpdate(surveyCreatedUpdate);
      const command = { type: 'ScheduleSurvey' } as const;
      const envelope = { commandId: 'schedule', command, by: HEAD, place: ['kh-dpi', 'kh'] };
      await handle.executeUpdate(surveyCommandUpdate, { args: [envelope] });
      await environment.sleep('10 days');
      expect((await stores.surveys.get('quarter'))?.survey).not.toHaveProperty('opensAt');
      approvedAt = new Date(await environment.currentTimeMs()).toISOString();
      await environment.sleep('7 hours');
      const opensAt = addIsoDuration(approvedAt, 'P3M', ZONE);
      expect((await stores.surveys.get('quarter'))?.survey).toMatchObject({ phase: 'scheduled', opensAt });
      await environment.sleep(Date.parse(opensAt) - (await environment.currentTimeMs()) + 60_000);
      const survey = (await stores.surveys.get('quarter'))?.survey;
      if (survey?.phase !== 'open') throw new Error(`it is ${survey?.phase}`);
      expect(Math.abs(Date.parse(survey.openedAt) - Date.parse(opensAt))).toBeLessThan(60_000);
      expect(survey.closesAt).toBe(addIsoDuration(survey.openedAt, 'P14D', ZONE));
      await environment.sleep('15 days');
      expect((await stores.surveys.get('quarter'))?.survey).toMatchObject({ phase: 'closed' });
    },
  );
});
