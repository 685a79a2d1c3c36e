import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMorning } from '../../../bench/morning';
import { ensureStandingWorkflows } from '../../../src/worker/standing';
import { nextRoundQuery, officeDayWorkflowId } from '../../../src/workflows/officeDay.contract';
import { engine, type Engine } from '../support/engine';
import { eventually } from '../support/eventually';

const CYCLES = 2_000;
let kairyo: Engine;
beforeAll(async () => {
  kairyo = await engine('morning');
  await aMorning(kairyo.stores, CYCLES);
  await kairyo.work();
}, 300_000);
afterAll(() => kairyo.close());

describe('two thousand cycles due on the same morning', () => {
  it('remind each of their reviewers once, however many rounds follow', async () => {
    const { client, stores } = kairyo;
    const messages = stores.connection.collection<{ person: string; reminders: string[] }>('messages');
    await ensureStandingWorkflows(client, stores.organisation);
    await eventually(async () => expect(await messages.countDocuments({})).toBe(CYCLES));
    const day = client.workflow.getHandle(officeDayWorkflowId('office'));
    const seen = await day.query(nextRoundQuery);
    await eventually(async () => {
      const next = await day.query(nextRoundQuery);
      expect(Date.parse(next ?? '') - Date.parse(seen ?? '')).toBeGreaterThan(2_000);
    });
    const all = await messages.find({}).toArray();
    expect(all).toHaveLength(CYCLES);
    expect(new Set(all.map(({ person }) => person)).size).toBe(CYCLES);
    expect(new Set(all.flatMap(({ reminders }) => reminders)).size).toBe(CYCLES);
  });
});
