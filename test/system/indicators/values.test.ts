import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExplainView, ValuesView } from '../../../src/api/routes/indicatorViews';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { httpApi } from '../support/http';

type Value = { readonly period: string; readonly state: string; readonly value?: number; readonly n?: number };
let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
beforeAll(async () => {
  kairyo = await engine('values');
  await kairyo.work();
  api = await httpApi(kairyo);
  await api.admin.put('/v1/units/hall', { name: 'Town hall' });
  await api.admin.put('/v1/units/desk', { name: 'Desk', parent: 'hall' });
  await api.admin.put('/v1/procedures/permit', { name: 'Permit', unit: 'hall' });
  await api.admin.put('/v1/indicators/days', {
    name: { vi: 'Số ngày', en: 'Days' },
    unit: 'days',
    direction: 'lower',
    target: 5,
    source: { type: 'cases', procedure: 'permit', aggregation: 'median' },
  });
  await api.admin.put('/v1/indicators/visitors', { name: 'Visitors', unit: 'people', overTime: 'sum' });
});
afterAll(async () => {
  await api.close();
  await kairyo.close();
});
const read = async (path: string) => (await api.admin.get(path)).body as Record<string, unknown>;
const valuesOf = async (id: string, query: string) =>
  (await read(`/v1/indicators/${id}/values?${query}`))['values'] as readonly Value[];

/** Cases received on the 2nd of a month at noon, each decided after so many days. */
const rows = (month: string, days: readonly number[]): readonly string[] =>
  days.flatMap((after, i) => {
    const on = (day: number) => `${month}-${String(day).padStart(2, '0')}T05:00:00Z`;
    return [`${month}/${i},Receive,${on(2)}`, `${month}/${i},Decide,${on(2 + after)}`];
  });

describe('values over cases', () => {
  it('are medians by month, from the import on', async () => {
    const table = [
      'case:concept:name,concept:name,time:timestamp',
      ...rows('2026-01', [2, 4, 9]),
      ...rows('2026-02', [1, 3]),
    ];
    const started = await api.admin.post('/v1/procedures/permit/imports', Buffer.from(table.join('\n')), {
      'content-type': 'text/csv',
    });
    const { id } = started.body as { id: string };
    await eventually(async () => expect(await read(`/v1/imports/${id}`)).toMatchObject({ status: 'done' }));
    expect(await read('/v1/indicators/days/values?from=2026-01&to=2026-03')).toMatchObject({
      indicator: 'days',
      unit: 'hall',
      unitOfMeasure: 'days',
      direction: 'lower',
      values: [
        { period: '2026-01', state: 'value', value: 4, n: 3, target: 5 },
        { period: '2026-02', state: 'value', value: 2, n: 2 },
        { period: '2026-03' },
      ],
    });
    const quarter = await valuesOf('days', 'from=2026-02-15&to=2026&by=quarter');
    expect(quarter.map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(quarter[0]).toMatchObject({ value: 3, n: 5 });
  });

  it('are explained down to the cases', async () => {
    const explained = await read('/v1/indicators/days/explain?period=2026-01');
    expect(explained).toMatchObject({ value: { period: '2026-01', value: 4 }, tree: { state: 'value', value: 4 } });
    expect(JSON.stringify(explained['tree'])).toContain('2026-01/1');
    expect(ExplainView.safeParse(explained).error).toBeUndefined();
    const values = await read('/v1/indicators/days/values?from=2026-01&to=2026-03');
    expect(ValuesView.safeParse(values).error).toBeUndefined();
  });
});

describe('entered values', () => {
  beforeAll(async () => {
    const items = [12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 13, 12].map((value, i) => ({
      period: `2025-${String(i + 1).padStart(2, '0')}`,
      value,
    }));
    const entered = await api.admin.post('/v1/indicators/visitors/observations', { items });
    expect(entered.status).toBeLessThan(300);
  });

  it('come as the twelve periods up to today by default, and say why there is none', async () => {
    const values = await valuesOf('visitors', '');
    expect(values).toHaveLength(12);
    const missing = (await valuesOf('visitors', 'from=2024-06&to=2024-06'))[0];
    expect(missing).toMatchObject({ state: 'missing', because: { words: expect.any(String) } });
  });

  it('are read as they were known: before anything was recorded there is nothing', async () => {
    const [early] = await valuesOf('visitors', 'from=2025-01&to=2025-01&asOf=2020-01-01');
    expect(early?.state).not.toBe('value');
    expect((await valuesOf('visitors', 'from=2025-01&to=2025-01'))[0]).toMatchObject({ value: 12 });
  });

  it('are rolled up where quarters or years are asked for, from one to another', async () => {
    const periods = async (range: string) => (await valuesOf('visitors', range)).map((one) => one['period']);
    expect(await periods('from=2025-Q1&to=2025-Q2')).toEqual(['2025-Q1', '2025-Q2']);
    expect(await periods('from=2025&to=2025')).toEqual(['2025']);
    expect(await periods('from=2025-Q1&to=2025-Q1&by=month')).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(await periods('from=2025-Q1&to=2025-04')).toHaveLength(4);
  });

  it('stand on a chart with the limits of the published vector', async () => {
    const chart = await read('/v1/indicators/visitors/chart?from=2025-01&to=2026-01');
    expect(chart).toMatchObject({ chart: 'xmr', missing: [{ period: '2026-01' }] });
    expect(chart['centre']).toBeCloseTo(12.1667, 4);
    expect(chart['lower']).toBeCloseTo(8.2976, 3);
    expect(chart['points']).toHaveLength(12);
    expect(await read('/v1/indicators/visitors/chart?from=2025&to=2025&rebaseAt=2025-07')).toMatchObject({
      segments: [
        { from: '2025-01', to: '2025-06' },
        { from: '2025-07', to: '2025-12' },
      ],
    });
    const run = await read('/v1/indicators/visitors/chart?from=2025&to=2025&chart=run-chart');
    expect(run).toMatchObject({ chart: 'run-chart', median: 12, signal: false });
  });

  it('are refused by name where the question cannot be answered', async () => {
    const refused: readonly (readonly [string, string])[] = [
      ['values?unit=moon', 'UNKNOWN_UNIT'],
      ['values?from=2026-02&to=2026-01', 'FROM_IS_AFTER_TO'],
      ['values?from=1901-01&to=2026-12', 'TOO_MANY_PERIODS'],
      ['chart?chart=p-prime&from=2025&to=2025', 'NO_COUNTS_TO_CHART'],
      ['chart?from=2024-01&to=2024-06', 'TOO_FEW_VALUES'],
      ['values?from=soon', 'INVALID_PARAMETER'],
    ];
    for (const [path, code] of refused) expect(await read(`/v1/indicators/visitors/${path}`)).toMatchObject({ code });
    await api.admin.put('/v1/indicators/yearly', { name: 'Yearly', frequency: 'year' });
    expect(await read('/v1/indicators/yearly/values?by=month')).toMatchObject({ code: 'PERIODS_ARE_FINER' });
    expect(await read('/v1/indicators/yearly/explain?period=2026-01')).toMatchObject({ code: 'PERIODS_ARE_FINER' });
  });

  it('are listed for a unit with the indicators of those above it', async () => {
    const list = await read('/v1/units/desk/indicators?period=2025-03');
    const items = list['items'] as readonly { readonly indicator: string; readonly value: Value }[];
    expect(items.map(({ indicator }) => indicator)).toEqual(['days', 'visitors', 'yearly']);
    expect(items[2]?.value.period).toBe('2025');
  });

  it('have the target of the unit below, and in a closed period the definition it was closed with', async () => {
    await api.admin.put('/v1/indicators/visitors', { name: 'Visitors', unit: 'people', overTime: 'sum', target: 10 });
    await api.admin.put('/v1/indicators/visitors', {
      name: 'Visitors',
      unit: 'people',
      overTime: 'sum',
      target: 10,
      validFrom: '2025-01',
    });
    await api.admin.put('/v1/indicators/visitors/overrides/desk', { target: 7, validFrom: '2025-02' });
    const own = (query: string) => valuesOf('visitors', query);
    expect(await own('unit=desk&from=2025-01&to=2025-02')).toMatchObject([{ target: 10 }, { target: 7 }]);
    const closed = await api.admin.post('/v1/units/hall/periods/2025-01/close', {});
    expect(closed.status).toBeLessThan(300);
    const later = { name: 'Visitors', unit: 'people', overTime: 'sum', target: 20, validFrom: '2025-01' };
    expect((await api.admin.put('/v1/indicators/visitors', later)).status).toBe(200);
    expect(await own('from=2025-01&to=2025-02')).toMatchObject([{ target: 10, closed: true }, { target: 20 }]);
  });
});
