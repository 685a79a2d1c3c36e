import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { httpCollectSource } from '../../../src/sources/http/collect';
import type { RunningWorkers } from '../../../src/worker/workers';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { httpApi } from '../support/http';
import type { Answer, Caller } from '../support/http';
import { anOffice } from '../support/office';

const SECRET = 'very-secret-value';
const at = '/v1/collectors';
let source: Server;
let host: string;
let text = '[{"p":"2026-01","v":5}]';
let running: Engine;
let workers: RunningWorkers;
let api: Awaited<ReturnType<typeof httpApi>>;
let people: Readonly<Record<'admin' | 'lead' | 'binh' | 'nobody', Caller>>;

beforeAll(async () => {
  source = createServer((_request, response) => void response.end(text));
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(source.address() as AddressInfo).port}`;
  const env = { KAIRYO_COLLECT_ALLOW: host, KAIRYO_SECRET_X: SECRET };
  running = await engine('collectors', { collectSource: httpCollectSource({ env }) });
  await anOffice(running.stores);
  const definition = { ...IndicatorDefinition.parse({ name: 'Late' }), home: 'kh-dpi' };
  const edit = { id: 'late', validFrom: '0001-01-01', by: 'head' };
  await running.stores.indicators.define(edit, definition, { references: [] });
  workers = await running.work();
  api = await httpApi(running);
  const signedIn = async (id: string): Promise<Caller> => {
    const { body } = await api.admin.post(`/v1/people/${id}/tokens`, { name: 'test' });
    return api.as((body as { token: string }).token);
  };
  people = {
    admin: api.admin,
    lead: await signedIn('lead'),
    binh: await signedIn('binh'),
    nobody: api.as('no-such-token'),
  };
});
afterAll(async () => {
  for await (const { scheduleId } of running.client.schedule.list())
    await running.client.schedule.getHandle(scheduleId).delete();
  await api?.close();
  await running.close();
  source.closeAllConnections();
  source.close();
});

const document = (change: object = {}) => ({
  name: 'Source',
  unit: 'kh-dpi',
  url: `http://${host}/`,
  format: 'json',
  schedule: { every: 'P1D' },
  allowPrivate: true,
  mapping: { period: { path: 'p' }, indicator: { fixed: 'late' }, value: { path: 'v' } },
  ...change,
});
const statuses = async (...answers: readonly Promise<Answer>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);
const describedSchedule = (id: string) => running.client.schedule.getHandle(`collect/${id}`).describe();
const inboxOf = async (person: string) =>
  (await running.stores.reminders.inbox(person, undefined, 50)).map(({ subject }) => subject);

let runs = 0;
/** Collects now, and waits for the end of it. */
async function collected(id: string): Promise<unknown> {
  const begun = await people.admin.post(`${at}/${id}/run`, undefined, { 'idempotency-key': `run-${(runs += 1)}` });
  expect(begun.status).toBe(202);
  const run = begun.headers.get('location') ?? '';
  let state: unknown;
  await eventually(async () => {
    state = (await people.admin.get(run)).body;
    expect(state).not.toMatchObject({ status: 'running' });
    expect(state).toHaveProperty('finishedAt');
  });
  return state;
}

describe('collectors over HTTP', () => {
  it('are edited by administrators, read by leads, and by nobody else', async () => {
    const { admin, lead, binh, nobody } = people;
    expect((await admin.put(`${at}/rights`, document())).status).toBe(201);
    const reading = (who: Caller) => [
      who.get(`${at}/rights`),
      who.get(`${at}/rights/history`),
      who.get(`${at}/rights/runs`),
    ];
    const editing = (who: Caller) => [
      who.put(`${at}/rights`, document()),
      who.post(`${at}/rights/run`, undefined),
      who.post(`${at}/rights/run?dryRun=true`, undefined),
      who.delete(`${at}/rights`),
    ];
    expect(await statuses(...reading(lead))).toEqual([200, 200, 200]);
    expect(await statuses(...reading(binh))).toEqual([403, 403, 403]);
    expect(await statuses(...editing(lead), ...editing(binh))).toEqual(Array(8).fill(403));
    expect(await statuses(nobody.get(at), ...reading(nobody), ...editing(nobody))).toEqual(Array(8).fill(401));
    const listed = (await lead.get(at)).body as { items: readonly { id: string }[] };
    expect(listed.items.map(({ id }) => id)).toContain('rights');
    expect((await admin.get(`${at}/rights/runs/none`)).status).toBe(404);
  });

  it('refuse what has a secret in it, is unknown, or was edited meanwhile', async () => {
    const put = (change: object, headers = {}) => people.admin.put(`${at}/wrong`, document(change), headers);
    expect((await put({ headers: { Authorization: 'Bearer x' } })).status).toBe(422);
    expect((await put({ url: `http://user:pass@${host}/` })).status).toBe(422);
    expect((await put({ auth: { type: 'bearer', secret: SECRET } })).status).toBe(422);
    expect((await put({ schedule: { every: 'PT1S' } })).status).toBe(422);
    expect((await put({ unit: 'nowhere' })).body).toMatchObject({ code: 'UNKNOWN_UNIT' });
    expect((await put({ owner: 'no-one' })).body).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect((await put({ id: 'other' })).body).toMatchObject({ code: 'ID_DIFFERS' });
    expect((await people.admin.get(`${at}/wrong`)).status).toBe(404);
    expect((await put({})).status).toBe(201);
    expect((await put({ name: 'Second' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await put({ name: 'Second' })).body).toMatchObject({ version: 2 });
    const { items } = (await people.lead.get(`${at}/wrong/history?limit=1`)).body as { items: unknown[] };
    expect(items).toMatchObject([{ version: 1, name: 'Source', updatedBy: 'administrator' }]);
    const all = (await people.lead.get(`${at}/wrong/history`)).body;
    expect(all).toMatchObject({ items: [{ version: 1 }, { version: 2, name: 'Second' }] });
  });

  it('show what they would record, record it, and never show a secret', async () => {
    const auth = { type: 'header', header: 'X-Key', secret: 'env:KAIRYO_SECRET_X' };
    const made = await people.admin.put(`${at}/keyed`, document({ auth }));
    const shown = await people.admin.post(`${at}/keyed/run?dryRun=true`, undefined);
    expect(shown.body).toMatchObject({ figures: [{ indicator: 'late', period: '2026-01', value: 5 }] });
    const key = { indicator: 'late', unit: 'kh-dpi', period: '2026-01' };
    expect(await running.stores.figures.versions(key)).toEqual([]);
    expect(await collected('keyed')).toMatchObject({ status: 'done', counts: { rows: 1, recorded: 1 } });
    expect(await running.stores.figures.versions(key)).toHaveLength(1);
    const answers = [made, shown, await people.lead.get(`${at}/keyed`), await people.lead.get(`${at}/keyed/runs`)];
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(SECRET);
  });

  it('start the recomputation of what they changed', async () => {
    await eventually(async () =>
      expect(await running.stores.recomputations.list(10)).toMatchObject([{ status: 'done' }]),
    );
  });

  it('pause, go on, and end with their document', async () => {
    const { admin } = people;
    const paused = async () => (await describedSchedule('paused')).state.paused;
    await admin.put(`${at}/paused`, document({ enabled: false }));
    expect(await paused()).toBe(true);
    await admin.put(`${at}/paused`, document());
    expect(await paused()).toBe(false);
    await admin.put(`${at}/paused`, document({ enabled: false }));
    expect(await paused()).toBe(true);
    const { body: last } = await admin.get(`${at}/paused`);
    expect((await admin.delete(`${at}/paused?reason=The%20portal%20is%20closed`)).status).toBe(204);
    await expect(paused()).rejects.toThrow(/not found/i);
    expect(await statuses(admin.get(`${at}/paused`), admin.delete(`${at}/paused`))).toEqual([404, 404]);
    const { body: told } = await admin.get(`${at}/paused/history`);
    const { version } = last as { version: number };
    expect((told as { items: unknown[] }).items.at(-1)).toMatchObject({
      ...{ version: version + 1, removedBecause: 'The portal is closed' },
    });
    await admin.put(`${at}/paused`, document({ enabled: false }));
    const { body: anew } = await admin.get(`${at}/paused`);
    expect(anew).not.toHaveProperty('removedBecause');
    await admin.delete(`${at}/paused`);
  });

  it('are collected when their time came while no worker was there', async () => {
    await people.admin.put(`${at}/kept`, document());
    await workers.stop();
    await running.client.schedule.getHandle('collect/kept').trigger();
    workers = await running.work();
    await eventually(async () =>
      expect((await people.lead.get(`${at}/kept/runs`)).body).toMatchObject({ items: [{ status: 'done' }] }),
    );
  });

  it('follow the office when it moves to another time zone', async () => {
    await people.admin.put(`${at}/zoned`, document({ schedule: { cron: '30 6 1 * *' } }));
    const zone = async () => (await describedSchedule('zoned')).spec.timezone;
    expect(await zone()).toBe('Asia/Ho_Chi_Minh');
    const moved = await people.admin.put('/v1/units/kh', { name: 'Khánh Hòa', office: { timeZone: 'Asia/Tokyo' } });
    expect(moved.status).toBe(200);
    await eventually(async () => expect(await zone()).toBe('Asia/Tokyo'));
  });
});

describe('a source that fails again and again', () => {
  const failing = (name: string): string => `Thu thập số liệu: nguồn "${name}" liên tục bị lỗi`;
  const works = (name: string): string => `Thu thập số liệu: nguồn "${name}" đã hoạt động trở lại`;
  /** Messages are written after the run is known to have ended. */
  const told = (person: string, subjects: readonly string[]) =>
    eventually(async () => expect(await inboxOf(person)).toEqual(subjects));
  const fails = async (id: string, times: number): Promise<void> => {
    text = '<html>';
    for (let i = 0; i < times; i += 1)
      expect(await collected(id)).toMatchObject({ status: 'failed', failure: { code: 'COLLECT_NOT_JSON' } });
    text = '[{"p":"2026-01","v":5}]';
  };

  it('is told to its owner once, and once when it works again', async () => {
    await people.admin.put(`${at}/lame`, document({ name: 'Lame', owner: 'lead' }));
    await fails('lame', 2);
    await collected('lame');
    await fails('lame', 2);
    expect(await inboxOf('lead')).toEqual([]);
    await fails('lame', 2);
    await told('lead', [failing('Lame')]);
    await collected('lame');
    await collected('lame');
    await told('lead', [works('Lame'), failing('Lame')]);
    await fails('lame', 3);
    await told('lead', [failing('Lame'), works('Lame'), failing('Lame')]);
  });

  it('is told to the administrators where it has no owner', async () => {
    await people.admin.put(`${at}/orphan`, document({ name: 'Orphan' }));
    await fails('orphan', 3);
    await told('administrator', [failing('Orphan')]);
  });
});
