import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { httpApi } from '../support/http';

let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
const RANGE = 'from=2026-01&to=2026-02';

beforeAll(async () => {
  kairyo = await engine('preview');
  await kairyo.work();
  api = await httpApi(kairyo);
  const { admin } = api;
  await admin.put('/v1/units/hall', { name: 'Town hall' });
  for (const id of ['desk', 'counter', 'office']) await admin.put(`/v1/units/${id}`, { name: id, parent: 'hall' });
  await admin.put('/v1/procedures/permit', { name: 'Permit', unit: 'hall' });
  await admin.put('/v1/indicators/visitors', { name: 'Visitors', unit: 'people', home: 'hall' });
  await admin.put('/v1/indicators/on-time', {
    name: 'On time',
    unit: 'ratio',
    home: 'hall',
    source: { type: 'ratio' },
  });
  const visitors = ['2026-01', '2026-02'].map((period, at) => ({ unit: 'hall', period, value: 100 + at * 20 }));
  await admin.post('/v1/indicators/visitors/observations', { items: visitors });
  const share = (unit: string, numerator: number, denominator: number) => ({
    ...{ unit, period: '2026-01', numerator, denominator },
  });
  const shares = [share('desk', 90, 100), share('counter', 80, 100), share('office', 170, 200)];
  await admin.post('/v1/indicators/on-time/observations', { items: shares });
});
afterAll(async () => {
  await api.close();
  await kairyo.close();
});

describe('a definition that is tried', () => {
  const formula = { name: 'Half', unit: 'people', home: 'hall', source: { type: 'formula', formula: 'visitors / 2' } };

  it('gives its values and stores nothing', async () => {
    const tried = await api.admin.post(`/v1/indicators/half/preview?${RANGE}`, formula);
    expect(tried).toMatchObject({ status: 200, body: { values: [{ value: 50 }, { value: 60 }], warnings: [] } });
    expect(tried.body).not.toHaveProperty('now');
    expect((await api.admin.get('/v1/indicators/half')).status).toBe(404);
  });

  it('stands beside what is stored, in the past too, though it holds from today', async () => {
    const changed = { name: 'Visitors', unit: 'people', home: 'hall', source: { type: 'formula', formula: '7' } };
    const { body } = await api.admin.post(`/v1/indicators/visitors/preview?${RANGE}`, changed);
    expect(body).toMatchObject({ values: [{ value: 7 }, { value: 7 }], now: [{ value: 100 }, { value: 120 }] });
    const kept = await api.admin.get('/v1/indicators/visitors');
    expect(kept.body).toMatchObject({ version: 1, source: { type: 'entered' } });
  });

  it('is refused as when it is put, at its place', async () => {
    const unknown = { ...formula, source: { type: 'formula', formula: 'vistors / 2' } };
    const refused = await api.admin.post(`/v1/indicators/half/preview?${RANGE}`, unknown);
    expect(refused).toMatchObject({ status: 422, body: { code: 'FORMULA_NAME_MISSPELT', params: { position: 1 } } });
    const circle = { ...formula, source: { type: 'formula', formula: 'half + 1' } };
    expect((await api.admin.post('/v1/indicators/half/preview', circle)).status).toBe(422);
  });

  it('counts cases without keeping a series of them', async () => {
    const table =
      'case:concept:name,concept:name,time:timestamp\na,Receive,2026-01-02T05:00:00Z\na,Decide,2026-01-06T05:00:00Z\n';
    const headers = { 'content-type': 'text/csv' };
    const started = await api.admin.post('/v1/procedures/permit/imports', Buffer.from(table), headers);
    const { id } = started.body as { id: string };
    await eventually(async () =>
      expect((await api.admin.get(`/v1/imports/${id}`)).body).toMatchObject({ status: 'done' }),
    );
    const source = { type: 'cases', procedure: 'permit', aggregation: 'median' };
    const definition = { name: 'Days', unit: 'days', home: 'hall', direction: 'lower', source };
    const once = async () => (await api.admin.post(`/v1/indicators/days/preview?${RANGE}`, definition)).body;
    expect(await once()).toMatchObject({ values: [{ value: 4, n: 1 }, { state: 'missing' }] });
    expect(await once()).toMatchObject({ values: [{ value: 4, n: 1 }, { state: 'missing' }] });
    await api.admin.put('/v1/indicators/days', definition);
    const early = await api.admin.get(`/v1/indicators/days/values?${RANGE}&asOf=2020-01-01`);
    expect(early.body).not.toMatchObject({ values: [{ state: 'value' }, {}] });
  });
});

describe('units beside each other', () => {
  it('stand in the order of their names with limits, where counts stand behind them', async () => {
    const { body } = await api.admin.get('/v1/indicators/on-time/across?period=2026-01');
    expect(body).toMatchObject({ method: 'funnel', kind: 'share', centre: 0.85, hidden: 0, period: '2026-01' });
    const { units } = body as { units: readonly { unit: string; denominator: number }[] };
    expect(units.map(({ unit, denominator }) => [unit, denominator])).toEqual([
      ['counter', 100],
      ['desk', 100],
      ['office', 200],
    ]);
  });

  it('stand without limits, and with the reason, where nothing was counted', async () => {
    const { body } = await api.admin.get('/v1/indicators/visitors/across?period=2026-01');
    expect(body).toMatchObject({ method: 'values', because: expect.stringMatching(/./) });
  });
});
