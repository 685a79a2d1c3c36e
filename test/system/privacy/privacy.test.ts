import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { retentionActivities } from '../../../src/activities/retention.activities';
import { NAMELESS } from '../../../src/store/privacy';
import { eventually } from '../support/eventually';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { httpApi } from '../support/http';
import { anOffice } from '../support/office';
import { ensureStandingWorkflows } from '../../../src/worker/standing';
import { RETENTION_WORKFLOW_ID } from '../../../src/workflows/retention.contract';

type Body = Record<string, never>;
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { from: string; item: Body });

describe('personal data', () => {
  let run: Engine;
  let api: Awaited<ReturnType<typeof httpApi>>;
  let workers: Awaited<ReturnType<Engine['work']>>;
  beforeAll(async () => {
    run = await engine('privacy');
    workers = await run.work();
    await anOffice(run.stores);
    api = await httpApi(run);
  });
  afterAll(async () => {
    await api?.close();
    await workers?.stop();
    await run?.close();
  });
  const tokenOf = async (person: string): Promise<string> => {
    const { body } = await api.admin.post(`/v1/people/${person}/tokens`, { name: 'test' });
    return (body as { token: string }).token;
  };
  const fileOf = async (token: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${api.port}/v1/me/data`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const message = (key: string, person: string, createdAt: string) => ({
    ...{ key, person, language: 'vi' as const, subject: 'Nhắc việc', body: 'Đến hạn', createdAt, items: [] },
    ...{ reminders: [key], deliveries: [] },
  });

  it('of one person is a file without anything that lets somebody in', async () => {
    const lead = await tokenOf('lead');
    await run.stores.reminders.record([message('m-1', 'lead', '2026-11-01T00:00:00.000Z')]);
    const text = await fileOf(lead);
    const found = lines(text);
    expect(found.map(({ from }) => from)).toEqual(expect.arrayContaining(['people', 'tokens', 'messages']));
    expect(found.every(({ from, item }) => from !== 'messages' || item['person'] === 'lead')).toBe(true);
    expect(text).not.toContain(lead);
    expect(text).not.toMatch(/passwordHash|secondFactor|[0-9a-f]{64}/);
  });

  it('is deleted when it is older than the office keeps it, by itself', async () => {
    await run.stores.reminders.record([
      message('old', 'head', '2020-01-01T00:00:00.000Z'),
      message('young', 'head', new Date().toISOString()),
    ]);
    await ensureStandingWorkflows(run.client, run.stores.organisation);
    await eventually(async () => {
      const left = await run.stores.reminders.inbox('head', undefined, 10);
      expect(left.map(({ key }) => key)).toEqual(['young']);
    });
    await run.client.workflow.getHandle(RETENTION_WORKFLOW_ID).terminate('the test is over');
  });

  it('is kept as long as the office sets, with a reason and who set it', async () => {
    const refused = await api.as(await tokenOf('head')).put('/v1/settings/retention', { months: {}, reason: 'x' });
    expect(refused.status).toBe(403);
    const none = await api.admin.put('/v1/settings/retention', { months: { messages: 1 } });
    expect(none).toMatchObject({ status: 422, body: { errors: [{ field: '/reason' }] } });
    const put = await api.admin.put('/v1/settings/retention', { months: { messages: 1 }, reason: 'Quyết định 12' });
    expect(put).toMatchObject({ status: 200, body: { version: 1 } });
    expect((put.body as { kinds: unknown[] }).kinds).toContainEqual(
      expect.objectContaining({ kind: 'messages', months: 1, assumed: false }),
    );
    await run.stores.reminders.record([message('autumn', 'head', '2026-01-01T00:00:00.000Z')]);
    const { privacy } = run.stores;
    expect(await retentionActivitiesOf(privacy)).toMatchObject({ messages: 1, signIns: 0 });
  });
  const retentionActivitiesOf = async (privacy: Engine['stores']['privacy']) => {
    const { MockActivityEnvironment } = await import('@temporalio/testing');
    return new MockActivityEnvironment().run(
      (at: string) => retentionActivities({ privacy }).deleteExpired({ at }),
      '2026-11-24T00:00:00.000Z',
    );
  };

  it('leaves the record when the person is removed: neither name nor address, in no version', async () => {
    await api.admin.put('/v1/people/leaver', {
      name: 'Trần Thị Hoa',
      email: 'hoa@example.org',
      unit: 'kh-dpi',
      roles: [],
    });
    await api.admin.put('/v1/people/leaver', {
      name: 'Trần Thị Hoà',
      email: 'hoa@example.org',
      unit: 'kh-dpi',
      roles: [],
    });
    await run.stores.reminders.record([message('hers', 'leaver', new Date().toISOString())]);
    const token = await tokenOf('leaver');
    const reason = { reason: 'Nghỉ việc từ 1/1/2016' };
    expect((await api.as(await tokenOf('head')).post('/v1/people/leaver/removal', reason)).status).toBe(403);
    const first = await api.admin.post('/v1/people/leaver/removal', reason);
    expect(first).toMatchObject({ status: 200, body: { deleted: { tokens: 1, messages: 1 } } });
    const again = await api.admin.post('/v1/people/leaver/removal', { reason: 'Again' });
    expect(again).toMatchObject({ status: 200, body: { reason: reason.reason, deleted: { tokens: 1, messages: 1 } } });
    const { body: person } = await api.admin.get('/v1/people/leaver');
    expect(person).toMatchObject({ name: NAMELESS, unit: 'kh-dpi' });
    const { body: history } = await api.admin.get('/v1/people/leaver/history');
    expect(JSON.stringify([person, history])).not.toMatch(/Hoa|Hoà|example\.org/);
    expect((await api.as(token).get('/v1/me')).status).toBe(401);
    expect((await api.admin.post('/v1/people/nobody/removal', reason)).status).toBe(404);
  });
});
