import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../../src/api/app';
import { listen } from '../../../src/api/server';
import type { ApiServer } from '../../../src/api/server';
import type { Cycle } from '../../../src/domain/cycle/state';
import { storesOver } from '../../../src/worker/stores';
import { apiUnderTest, caller, seedProvince } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import { eventually } from '../support/eventually';
import { listening } from './listening';
import type { Listening } from './listening';

let api: ApiUnderTest;
/** Two processes of the API over one database, as far as they can know. */
let servers: readonly [ApiServer, ApiServer];
const streams: Listening[] = [];

async function token(id: string, unit: string, ...roles: string[]): Promise<string> {
  const admin = caller(api.app);
  await admin.put(`/v1/people/${id}`, { name: id, unit, roles });
  return ((await admin.post(`/v1/people/${id}/tokens`, { name: 'test' })).body as { token: string }).token;
}
async function opened(of: string, process: 0 | 1 = 1, headers: Record<string, string> = {}): Promise<Listening> {
  const stream = await listening(servers[process].port, of, headers);
  streams.push(stream);
  await eventually(async () => expect(stream.text()).toContain(': open'));
  return stream;
}
const things = ({ heard }: Listening) => heard.map(({ data }) => `${String(data['kind'])} ${String(data['id'])}`);
const hears = (stream: Listening, thing: string) => eventually(async () => expect(things(stream)).toContain(thing));
const changeUnit = (name: string) => caller(api.app).put('/v1/units/health', { name, parent: 'province' });

beforeAll(async () => {
  api = await apiUnderTest();
  await seedProvince(api);
  servers = [
    await listen(createApp({ ...api.deps }), { port: 0 }),
    await listen(createApp({ ...api.deps }), { port: 0 }),
  ];
});
afterAll(async () => {
  for (const stream of streams) stream.leave();
  for (const server of servers) await server.close();
  await api.close();
});

describe('GET /v1/live', () => {
  it('reaches a page that another process serves within two seconds', async () => {
    const page = await opened(await token('lan', 'office', 'officer'));
    const took: number[] = [];
    for (let attempt = 1; attempt <= 3 && !took.some((ms) => ms < 2_000); attempt += 1) {
      await changeUnit(`Sở Y tế ${attempt}`);
      const changed = Date.now();
      const known = page.heard.length;
      await eventually(async () => expect(things(page).slice(known)).toContain('document unit/health'));
      took.push(Date.now() - changed);
    }
    expect(Math.min(...took)).toBeLessThan(2_000);
    expect(page.headers['content-type']).toContain('text/event-stream');
    expect(page.headers['etag']).toBeUndefined();
  });

  it('says nothing of what a person may not read', async () => {
    const theirs = await opened(await token('mai', 'health', 'officer'));
    const mine = await opened(await token('hoa', 'office', 'officer'));
    await token('binh', 'office', 'officer');
    await hears(mine, 'document person/binh');
    await changeUnit('Sở Y tế tỉnh');
    await hears(theirs, 'document unit/health');
    expect(things(theirs)).not.toContain('document person/binh');
  });

  it('tells a citizen of no document, and nobody of the messages of another, not even an administrator', async () => {
    const citizen = await opened(await token('dan', 'office', 'citizen'));
    const administrator = await opened(await token('quan', 'province', 'administrator'));
    const reader = await opened(await token('nam', 'office', 'officer'));
    const { reminders } = storesOver(api.connection);
    const text = { subject: 's', body: 'b', language: 'vi', items: [], reminders: ['r1'], deliveries: [] } as const;
    await reminders.record([{ ...text, key: 'm1', person: 'nam', createdAt: '2026-01-01T00:00:00.000Z' }]);
    await changeUnit('Sở Y tế 9');
    await hears(reader, 'message m1');
    await hears(administrator, 'document unit/health');
    expect(things(administrator)).not.toContain('message m1');
    expect(things(citizen).filter((thing) => thing !== 'document person/dan')).toEqual([]);
  });

  it('tells those of the unit and those tied to a cycle that it moved, with its version', async () => {
    const own = await opened(await token('an', 'office', 'officer'));
    const beside = await opened(await token('yen', 'health', 'officer'));
    const reviewer = await opened(await token('viet', 'health', 'reviewer'));
    await storesOver(api.connection).events.appendCycle([event('office~permit~1')], cycle('office~permit~1'), []);
    await hears(own, 'cycle office~permit~1');
    await hears(reviewer, 'cycle office~permit~1');
    expect(own.heard.at(-1)?.data).toEqual({ kind: 'cycle', id: 'office~permit~1', version: 1 });
    await changeUnit('Sở Y tế 10');
    await hears(beside, 'document unit/health');
    expect(things(beside)).not.toContain('cycle office~permit~1');
  });

  it('goes on where the connection broke', async () => {
    const of = await token('son', 'office', 'officer');
    const first = await opened(of);
    await changeUnit('Sở Y tế 11');
    await hears(first, 'document unit/health');
    const last = first.heard.at(-1)?.id ?? '';
    first.leave();
    await caller(api.app).put('/v1/procedures/meanwhile', { name: 'Thủ tục mới', unit: 'office' });
    const again = await opened(of, 0, { 'last-event-id': last });
    await hears(again, 'document procedure/meanwhile');
  });

  it('says so when the place is forgotten', async () => {
    const stream = await opened(await token('ha', 'office', 'officer'), 0, { 'last-event-id': '00000000000001-old' });
    await eventually(async () => expect(stream.heard.map((one) => one.event)).toContain('missed'));
  });

  it('is for those who signed in, and not for one person without end', async () => {
    expect((await listening(servers[0].port, 'unknown')).status).toBe(401);
    const of = await token('tham', 'office', 'officer');
    for (let i = 0; i < 12; i += 1) expect((await opened(of)).status).toBe(200);
    const refused = await listening(servers[1].port, of);
    expect(refused.status).toBe(429);
    for (const stream of streams.splice(-12)) stream.leave();
    await eventually(async () => {
      const again = await listening(servers[1].port, of);
      again.leave();
      expect(again.status).toBe(200);
    });
  });

  it('ends every stream at once when the server closes', async () => {
    const server = await listen(createApp({ ...api.deps }), { port: 0 });
    const stream = await listening(server.port, await token('cuong', 'office', 'officer'));
    const began = Date.now();
    await server.close();
    await stream.ended;
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

const cycle = (id: string): Cycle => ({
  id,
  phase: 'plan',
  unit: 'office',
  procedure: 'permit',
  no: 1,
  stage: 1,
  title: 'Permits',
  lead: 'an',
  launchedAt: '2026-01-05T00:00:00.000Z',
  authors: ['an'],
  plan: { reviewers: ['viet'] },
});
const event = (stream: string) => ({
  stream,
  sequence: 1,
  commandId: 'c',
  previous: '',
  hash: 'h',
  event: {
    type: 'CycleLaunched' as const,
    id: stream,
    unit: 'office',
    procedure: 'permit',
    no: 1,
    stage: 1,
    title: 'Permits',
    lead: 'an',
    plan: {},
    by: 'an',
    at: '2026-01-05T00:00:00.000Z',
  },
});
