import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/client';
import { createEmailChannel } from '../../../src/channels/email';
import { OFFICE_DAY_WORKFLOW, nextRoundQuery, settingsChangedSignal } from '../../../src/workflows/officeDay.contract';
import { OUTBOX_WORKFLOW } from '../../../src/workflows/outbox.contract';
import { startMailServer } from './mailServer';
import { openOffice, pause, review, until, type TestOffice } from './office';
import { openTemporal } from './running';

type Temporal = Awaited<ReturnType<typeof openTemporal>>;

let office: TestOffice;
let temporal: Temporal;
let queue: string;
let stops: (() => Promise<unknown>)[];

beforeEach(async () => {
  queue = `reminders-${randomUUID()}`;
  [office, temporal] = await Promise.all([openOffice(), openTemporal(queue)]);
  stops = [];
  await office.unit('office', { rounds: { everySeconds: 1 } });
  await office.policy('quick', [
    { duration: '-PT1H', level: 0 },
    { duration: 'PT0S', level: 0 },
    { duration: 'PT3S', level: 1 },
  ]);
  await office.person('chi', { email: 'chi@example.gov.vn' });
  await office.person('binh', { manager: 'chi', deputy: 'chi', absences: [{ from: '2020-01-01', to: '2099-01-01' }] });
  await office.person('an', { manager: 'binh', email: 'an@example.gov.vn' });
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  await temporal.close();
  await office.close();
});

/** Both workflows under ids of this test: others share the server. */
async function start(): Promise<void> {
  const outbox = `outbox-${queue}`;
  const day = await temporal.client.workflow.start(OFFICE_DAY_WORKFLOW, {
    taskQueue: queue,
    workflowId: `office-${queue}`,
    args: [{ unit: 'office', outbox }],
  });
  const sending = await temporal.client.workflow.start(OUTBOX_WORKFLOW, { taskQueue: queue, workflowId: outbox });
  stops.push(
    () => day.terminate().catch(ignoreEnded),
    () => sending.terminate().catch(ignoreEnded),
  );
}
function ignoreEnded(error: unknown): void {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}
const steps = async (person: string): Promise<readonly string[]> =>
  (await office.inboxOf(person)).flatMap(({ items }) => items.map(({ step }) => step));

describe('the day of an office', () => {
  it('reminds once, climbs past an absent superior to the deputy, and sends e-mail', async () => {
    const mail = await startMailServer();
    stops.push(() => mail.stop());
    const channel = createEmailChannel({ url: mail.url, from: 'Kairyo <kairyo@example.gov.vn>' });
    stops.push(await temporal.work(office.activities([channel])));
    await office.owe(review(1, { policy: 'quick', dueAt: new Date(Date.now() + 2_000).toISOString() }));
    await start();
    await until(
      () => office.inboxOf('chi'),
      (messages) => messages.length > 0,
    );
    await pause(2_500);

    expect(await steps('chi')).toEqual(['PT3S^1']);
    expect(await office.inboxOf('binh')).toEqual([]);
    expect([...(await steps('an'))].sort()).toEqual(['-PT1H', 'PT0S', 'PT3S^1']);
    await until(
      async () => mail.mails.length,
      (count) => count === 4,
    );
    expect(mail.mails.map(({ to }) => to).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'an@example.gov.vn'),
      'chi@example.gov.vn',
    ]);
    expect(mail.mails.find(({ to }) => to.startsWith('chi'))?.text).toContain('thay cho Ông binh đang vắng mặt');
  });

  it('repeats nothing and misses nothing when the worker stops and starts again', async () => {
    let stop = await temporal.work(office.activities());
    await office.owe(review(1, { policy: 'quick', dueAt: new Date(Date.now() + 4_000).toISOString() }));
    await start();
    await until(
      () => office.inboxOf('an'),
      (messages) => messages.length > 0,
    );
    await stop();
    await pause(5_000);
    stop = await temporal.work(office.activities());
    stops.push(stop);
    await until(
      () => steps('an'),
      (said) => said.includes('PT0S') || said.includes('PT3S^1'),
    );
    await pause(4_000);
    const reminders = await office.connection.collection('messages').distinct('reminders');
    expect(reminders.map((key: string) => key.slice(key.lastIndexOf('Z/') + 2)).sort()).toEqual([
      '-PT1H/an',
      'PT0S/an',
      'PT3S^1/an',
      'PT3S^1/chi',
    ]);
    const said = await steps('an');
    expect(new Set(said).size).toBe(said.length);
  });

  it('follows changed settings at once, and ends when the unit is no office any more', async () => {
    await office.unit('office', { rounds: { at: ['03:00'] } });
    stops.push(await temporal.work(office.activities()));
    await start();
    const day = temporal.client.workflow.getHandle(`office-${queue}`);
    const next = async (): Promise<string> => (await day.query(nextRoundQuery)) ?? '';
    expect(await until(next, (at) => at !== '')).toMatch(/T20:00:00.000Z$/);

    await office.unit('office', { rounds: { at: ['04:30'] } });
    await day.signal(settingsChangedSignal);
    await until(next, (at) => at.endsWith('T21:30:00.000Z'));

    await office.connection.collection('units').deleteMany({});
    await day.signal(settingsChangedSignal);
    await day.result();
  });
});
