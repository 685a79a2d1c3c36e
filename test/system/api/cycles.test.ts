import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest, caller, seedProvince, signedInAs } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
let lead: ReturnType<typeof caller>;
let reviewer: ReturnType<typeof caller>;
let outsider: ReturnType<typeof caller>;
const today = new Date().toISOString().slice(0, 10);
beforeAll(async () => {
  api = await apiUnderTest();
  admin = caller(api.app);
  await seedProvince(api);
  lead = await signedInAs(api, 'lan', { unit: 'department', roles: ['improvement-lead'] });
  reviewer = await signedInAs(api, 'binh', { unit: 'health', roles: ['reviewer'] });
  outsider = await signedInAs(api, 'hoa', { unit: 'health', roles: ['head-of-unit'] });
});
afterAll(() => api.close());

describe('a cycle over HTTP', () => {
  it('is launched by who may, once, and can be read back with its ETag', async () => {
    const body = { procedure: 'permit', unit: 'office', title: 'Faster', plan: { reviewers: ['binh'] } };
    const refused = await outsider.post('/v1/cycles', body).expect(403);
    expect(refused.body).toMatchObject({ code: 'NOT_YOUR_UNIT', params: { unit: 'office', yours: 'health' } });
    const made = await lead.post('/v1/cycles', body).expect(201);
    expect(made.body).toMatchObject({ id: 'office~permit~1', phase: 'plan', lead: 'lan', version: 1 });
    expect(made.headers).toMatchObject({ location: '/v1/cycles/office~permit~1', etag: '"1"' });
    await lead.get('/v1/cycles/office~permit~1').set('If-None-Match', '"1"').expect(304);
    const twice = await lead.post('/v1/cycles', body).expect(409);
    expect(twice.body).toMatchObject({ code: 'CYCLE_ALREADY_OPEN', params: { open: 'office~permit~1' } });
  });

  it('takes the unit of the procedure where none is named', async () => {
    await outsider.post('/v1/cycles', { procedure: 'permit' }).expect(403);
    await admin.post('/v1/cycles', { procedure: 'permit' }).expect(409);
  });

  it('is shown to those who have to do with it', async () => {
    await reviewer.get('/v1/cycles/office~permit~1').expect(200);
    await outsider.get('/v1/cycles/office~permit~1').expect(403);
    const unknown = await lead.get('/v1/cycles/office~permit~9').expect(404);
    expect(unknown.body).toMatchObject({ code: 'NO_SUCH_CYCLE' });
  });

  it('asks the policy for each command, and the engine for the rest', async () => {
    const commands = '/v1/cycles/office~permit~1/commands';
    const role = await lead.post(commands, { type: 'ApprovePlan' }).expect(403);
    expect(role.body).toMatchObject({ code: 'ROLE_NEEDED', params: { roles: ['administrator', 'head-of-unit'] } });
    await reviewer.post(commands, { type: 'PauseCycle', reason: 'x' }).expect(403);
    const gate = await admin.post(commands, { type: 'ApprovePlan' }).expect(422);
    expect(gate.body).toMatchObject({
      code: 'PLAN_IS_INCOMPLETE',
      errors: [{ field: '/plan/aim' }, { field: '/plan/reviewers' }],
    });
    const phase = await lead.post(commands, { type: 'PauseCycle', reason: 'x' }).expect(409);
    expect(phase.body).toMatchObject({ code: 'NOT_IN_THIS_PHASE' });
    const withdrawn = await lead.post(commands, { type: 'WithdrawPlan', reason: 'another way' }).expect(200);
    expect(withdrawn.body).toMatchObject({ phase: 'closed', version: 2 });
    expect(withdrawn.headers['etag']).toBe('"2"');
  });

  it('lets a deputy act for a reviewer who is away, on the days of the absence only', async () => {
    await lead.post('/v1/cycles', { procedure: 'permit', unit: 'office', plan: { reviewers: ['binh'] } }).expect(201);
    const deputy = await signedInAs(api, 'chi', { unit: 'health', roles: ['officer'] });
    await deputy.get('/v1/cycles/office~permit~2').expect(403);
    const binh = { name: 'B', unit: 'health', roles: ['reviewer'], deputy: 'chi' };
    await admin.put('/v1/people/binh', { ...binh, absences: [{ from: '2020-01-01', to: '2020-01-02' }] }).expect(200);
    await deputy.get('/v1/cycles/office~permit~2').expect(403);
    await admin.put('/v1/people/binh', { ...binh, absences: [{ from: today, to: '2199-01-01' }] }).expect(200);
    await deputy.get('/v1/cycles/office~permit~2').expect(200);
  });

  it('shows its events page by page', async () => {
    const first = await lead.get('/v1/cycles/office~permit~1/events?limit=1').expect(200);
    expect(first.body).toMatchObject({
      items: [{ sequence: 1, previous: '', event: { type: 'CycleLaunched', by: 'lan' } }],
    });
    const next = /<([^>]+)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? '';
    const second = await lead.get(next).expect(200);
    expect(second.body).toMatchObject({ items: [{ sequence: 2, event: { type: 'PlanWithdrawn' } }] });
    expect(second.headers['link']).toBeUndefined();
  });

  it('shows when its history was tampered with, or cut short', async () => {
    const verify = () => lead.get('/v1/cycles/office~permit~1/events/verify').expect(200);
    expect((await verify()).body).toMatchObject({ valid: true, events: 2 });
    const stream = api.cycles.streams.get('office~permit~1') ?? [];
    api.cycles.streams.set('office~permit~1', stream.slice(0, 1));
    expect((await verify()).body).toEqual({ valid: false, events: 1, brokenAt: 2, reason: 'incomplete' });
    const forged = stream.map((link) => ({ ...link, event: { ...link.event, by: 'nobody' } }));
    api.cycles.streams.set('office~permit~1', forged);
    expect((await verify()).body).toEqual({ valid: false, events: 0, brokenAt: 1, reason: 'hash' });
    api.cycles.streams.set('office~permit~1', stream);
  });
});

describe("a unit's history", () => {
  const ids = async (query: string, who = lead) =>
    ((await who.get(`/v1/units/department/cycles?${query}`).expect(200)).body as { items: { id: string }[] }).items.map(
      ({ id }) => id,
    );

  it('holds the cycles of the units below, newest first', async () => {
    expect(await ids('')).toEqual(['office~permit~2', 'office~permit~1']);
    expect(await ids('phase=&procedure=&from=&to=')).toHaveLength(2);
  });

  it('can be narrowed by phase, procedure and date', async () => {
    expect(await ids('phase=closed')).toEqual(['office~permit~1']);
    expect(await ids('procedure=permit&phase=plan')).toEqual(['office~permit~2']);
    expect(await ids('procedure=other')).toEqual([]);
    expect(await ids('from=2000-01-01&to=2001-01-01')).toEqual([]);
    expect(await ids(`from=2000-01-01&to=${encodeURIComponent('2199-01-01T00:00:00+07:00')}`)).toHaveLength(2);
    await lead.get('/v1/units/department/cycles?from=2026-02-01&to=2026-01-01').expect(400);
    await lead.get('/v1/units/department/cycles?phase=dance').expect(400);
  });

  it('comes in pages', async () => {
    const first = await lead.get('/v1/units/province/cycles?limit=1').expect(403);
    expect(first.body).toMatchObject({ code: 'NOT_YOUR_UNIT' });
    const page = await admin.get('/v1/units/province/cycles?limit=1').expect(200);
    const { next } = page.body as { next: string };
    const rest = await admin.get(`/v1/units/province/cycles?limit=1&cursor=${next}`).expect(200);
    expect(rest.body).toMatchObject({ items: [{ id: 'office~permit~1' }] });
  });

  it('is that of a unit that exists', async () => {
    await admin.get('/v1/units/moon/cycles').expect(404);
  });
});

describe('aggregations over HTTP', () => {
  beforeAll(async () => {
    const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
    const decided = (id: string, from: string, to: string) => ({
      id,
      row: 1,
      receivedAt: at(from),
      decidedAt: at(to),
      steps: [],
    });
    await (api.deps.cases as unknown as { store: (p: string, i: string, c: unknown[]) => Promise<unknown> }).store(
      'permit',
      'imp',
      [decided('a', '2026-01-05', '2026-01-06'), decided('b', '2026-01-07', '2026-01-10')],
    );
  });

  it('answer unit and points, and an empty period has no value', async () => {
    const answer = await lead
      .get('/v1/procedures/permit/aggregations/median?from=2026-01-01&to=2026-03-01&by=month')
      .expect(200);
    expect(answer.body).toMatchObject({
      unit: 'days',
      points: [
        { period: '2026-01', value: 2, n: 2 },
        { period: '2026-02', n: 0 },
      ],
    });
  });

  it('know their catalogue', async () => {
    const answer = await lead.get('/v1/aggregations').expect(200);
    expect((answer.body as { items: { key: string }[] }).items.map(({ key }) => key)).toContain('median');
    const unknown = await lead.get('/v1/procedures/permit/aggregations/magic').expect(404);
    expect(unknown.body).toMatchObject({ code: 'NO_SUCH_AGGREGATION' });
    await lead.get('/v1/procedures/permit/aggregations/share-within-working-days').expect(422);
    await lead.get('/v1/procedures/permit/aggregations/share-within-working-days?days=3').expect(200);
    await lead.get('/v1/procedures/permit/aggregations/median?from=2026-02-01&to=2026-01-01').expect(400);
    await outsider.get('/v1/procedures/permit/aggregations/median').expect(403);
  });
});

describe('the inbox', () => {
  it('shows each person their own messages, newest first, and marks them as read', async () => {
    const message = (key: string, person: string) => ({
      key,
      person,
      language: 'vi' as const,
      subject: 's',
      body: 'b',
      items: [],
      reminders: [`${key}-r`],
      createdAt: key.slice(0, 24),
      deliveries: [],
    });
    await api.reminders.record([
      message('2026-01-05T01:00:00.000Z~department~lan', 'lan'),
      message('2026-01-06T01:00:00.000Z~department~lan', 'lan'),
      message('2026-01-06T01:00:00.000Z~health~binh', 'binh'),
    ]);
    const first = await lead.get('/v1/inbox?limit=1').expect(200);
    const { items, next } = first.body as { items: { key: string }[]; next: string };
    expect(items.map(({ key }) => key)).toEqual(['2026-01-06T01:00:00.000Z~department~lan']);
    const second = await lead.get(`/v1/inbox?limit=1&cursor=${next}`).expect(200);
    expect(second.body).toMatchObject({ items: [{ key: '2026-01-05T01:00:00.000Z~department~lan' }] });
    const key = encodeURIComponent(items[0]?.key ?? '');
    await lead.post(`/v1/inbox/${key}/read`).expect(204);
    expect((await lead.get('/v1/inbox').expect(200)).body).toMatchObject({
      items: [{ readAt: expect.any(String) }, {}],
    });
    await reviewer.post(`/v1/inbox/${key}/read`).expect(404);
  });

  it('shows what stays undelivered to administrators and auditors', async () => {
    await admin.get('/v1/undelivered').expect(200, { items: [] });
    await lead.get('/v1/undelivered').expect(403);
  });
});
