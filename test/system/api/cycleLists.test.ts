import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { given, inAct, inDo, launched } from '../../unit/cycle/examples';
import type { Cycle } from '../../../src/domain/cycle/state';
import { fillCycleTexts } from '../../../src/store/cycleRows';
import { storesOver } from '../../../src/worker/stores';
import { apiUnderTest, caller } from './support';
import type { ApiUnderTest } from './support';
import { tokenFor } from '../access/world';

let api: ApiUnderTest;
const LAUNCHED = '2026-03-01T00:00:00.000Z';
const cycle = (no: number, base: Cycle, over: object): Cycle => ({
  ...base,
  id: `kh-dpi~licence~${no}`,
  unit: 'kh-dpi',
  procedure: 'licence',
  no,
  launchedAt: LAUNCHED,
  ...over,
});

async function stored(one: Cycle): Promise<void> {
  const event = { type: 'DeviationNoted', text: 'made', by: 'an', at: LAUNCHED } as const;
  const link = { stream: one.id, sequence: 1, commandId: one.id, previous: '', hash: one.id, event };
  await storesOver(api.connection).events.appendCycle([link], one, []);
}
const list = async (query: string, token?: string) => {
  const answer = await caller(api.app, token).get(`/v1/cycles?${query}`).expect(200);
  return answer.body as { items: { id: string; no: number; title: string }[]; next?: string; total?: number };
};
const found = async (query: string, token?: string) => (await list(query, token)).items.map(({ no }) => no);

beforeAll(async () => {
  api = await apiUnderTest();
  const admin = caller(api.app);
  await admin.put('/v1/units/kh', { name: 'Tỉnh Khánh Hòa' }).expect(201);
  await admin.put('/v1/units/kh-dpi', { name: 'Sở Kế hoạch', parent: 'kh' }).expect(201);
  await admin.put('/v1/units/kh-doh', { name: 'Sở Y tế', parent: 'kh' }).expect(201);
  await admin.put('/v1/procedures/licence', { name: 'Cấp phép kinh doanh', unit: 'kh-dpi' }).expect(201);
  await admin.put('/v1/procedures/vaccine', { name: 'Tiêm chủng', unit: 'kh-doh' }).expect(201);
  const plan = given(launched({ problem: 'Hồ sơ chờ đợi quá lâu (50%)' }));
  await stored(cycle(1, plan, { title: 'Giảm thời gian', lead: 'lan', launchedAt: '2026-01-05T00:00:00.000Z' }));
  await stored(cycle(2, inDo(), { title: 'Một cửa', lead: 'minh' }));
  await stored(cycle(3, inAct(), { title: 'Đăng ký trực tuyến', lead: 'lan' }));
  await stored(cycle(4, plan, { id: 'kh-doh~vaccine~4', unit: 'kh-doh', procedure: 'vaccine', title: 'Ít đi lại' }));
});
afterAll(() => api.close());

describe('the list of cycles', () => {
  it('has a line for each, newest first, and says how many there are', async () => {
    const { items, total, next } = await list('unit=kh');
    expect(items.map(({ no }) => no)).toEqual([3, 2, 4, 1]);
    expect([total, next]).toEqual([4, undefined]);
    expect(items[0]).not.toHaveProperty('plan');
  });

  it.each([
    ['cap phep', [3, 2, 1]],
    ['CẤP PHÉP', [3, 2, 1]],
    ['dang ky', [3]],
    ['cho doi', [4, 1]],
    ['cho phep', [1]],
    ['y te', [4]],
    ['(50%)', [4, 1]],
    ['.*', []],
    ['kh-doh~vaccine', [4]],
    ['nothing of the kind', []],
  ])('finds “%s”', async (q, expected) => {
    expect((await found(`unit=kh&q=${encodeURIComponent(q)}`)).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['unit=kh-doh', [4]],
    ['unit=kh&phase=do', [2]],
    ['unit=kh&outcome=open&procedure=licence', [1, 2, 3]],
    ['unit=kh&outcome=adopt', []],
    ['unit=kh&lead=lan', [1, 3]],
    ['unit=kh&to=2026-02-01', [1]],
    ['unit=kh&dueBefore=2199-01-01', [2, 3]],
    ['unit=kh&dueBefore=1990-01-01', []],
    ['unit=kh&q=ky&lead=minh', []],
  ])('keeps what %s asks for', async (query, expected) => {
    expect((await found(query)).sort()).toEqual(expected);
  });

  it('goes on where the page before ended', async () => {
    const first = await list('unit=kh&limit=3');
    const second = await list(`unit=kh&limit=3&cursor=${first.next ?? ''}`);
    expect([first.total, second.total, second.next]).toEqual([4, undefined, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    await caller(api.app).get('/v1/cycles?unit=kh&cursor=x').expect(400);
  });

  it('has of mine whatever I am tied to, wherever it lies, and nothing else', async () => {
    const lan = await tokenFor('lan', { unit: 'kh-doh', roles: ['officer'] }, api);
    expect((await found('mine=true', lan)).sort()).toEqual([1, 3]);
    expect(await found('', lan)).toEqual([4]);
    await caller(api.app, lan).get('/v1/cycles?unit=kh-dpi').expect(403);
    await caller(api.app, lan).get('/v1/cycles?unit=kh-dpi&mine=true').expect(403);
    const citizen = await tokenFor('dan', { unit: 'kh-dpi', roles: ['citizen'] }, api);
    await caller(api.app, citizen).get('/v1/cycles?mine=true').expect(403);
  });

  it('does not show, count, search, export or print what lies below to somebody who reads the own unit alone', async () => {
    const officer = caller(api.app, await tokenFor('ha', { unit: 'kh', roles: ['officer'] }, api));
    expect((await officer.get('/v1/cycles').expect(200)).body).toEqual({ items: [], total: 0 });
    expect((await officer.get('/v1/cycles?unit=kh&q=dang').expect(200)).body).toEqual({ items: [], total: 0 });
    expect((await officer.get('/v1/units/kh/cycles').expect(200)).body).toEqual({ items: [] });
    const history = (await officer.get('/v1/units/kh/cycle-history').expect(200)).body as { cycles: unknown };
    expect(history.cycles).toEqual([]);
    expect((await officer.get('/v1/units/kh/cycle-history?format=csv').expect(200)).text).not.toMatch(/kh-dpi/);
    const lead = await tokenFor('hung', { unit: 'kh', roles: ['improvement-lead'] }, api);
    expect((await found('', lead)).length).toBe(4);
  });

  it('is of all units for the first administrator, who stands in none', async () => {
    expect((await list('')).total).toBe(4);
  });

  it('finds what was stored before it could be searched', async () => {
    await api.connection.collection('cycles').updateMany({}, { $unset: { text: 1 } });
    expect(await found('unit=kh&q=dang')).toEqual([]);
    await fillCycleTexts(api.connection);
    expect(await found('unit=kh&q=dang')).toEqual([3]);
  });

  it('refuses a unit that is not there, and a filter that it does not know', async () => {
    await caller(api.app).get('/v1/cycles?unit=nowhere').expect(404);
    await caller(api.app).get('/v1/cycles?unit=kh&colour=red').expect(400);
  });
});
