import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorValues } from '../../../src/activities/indicatorValues';
import { temporalImports } from '../../../src/api/temporalImports';
import { engine, type Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { anOffice } from '../support/office';
import { newImport } from '../imports/support';
import { define } from './library';

const HEADER = 'case:concept:name,concept:name,time:timestamp,unit';
/** Cases received on 2 January 2026 and decided so many days later, in a unit. */
const table = (cases: readonly (readonly [id: string, days: number, unit: string])[]): string =>
  [
    HEADER,
    ...cases.flatMap(([id, days, unit]) => [
      `${id},Receive,2026-01-02T03:00:00Z,${unit}`,
      `${id},Decide,2026-01-${String(2 + days).padStart(2, '0')}T03:00:00Z,${unit}`,
    ]),
  ].join('\n');

describe('figures over cases', () => {
  let kairyo: Engine;
  let values: ReturnType<typeof indicatorValues>;
  const clock = { now: () => new Date().toISOString() };

  beforeAll(async () => {
    kairyo = await engine('case-figures');
    const { stores } = kairyo;
    await anOffice(stores);
    const by = { by: 'administrator' };
    await stores.organisation.put('unit', { id: 'counter', name: 'Counter', parent: 'kh-dpi' }, by);
    await stores.organisation.put('unit', { id: 'elsewhere', name: 'Elsewhere', parent: 'kh' }, by);
    await stores.organisation.put(
      'procedure',
      { id: 'licence', name: 'L', unit: 'kh-dpi', mapping: { unit: 'unit' } },
      by,
    );
    await define(stores, 'days', {
      source: { type: 'cases', procedure: 'licence', aggregation: 'median' },
      direction: 'lower',
    });
    values = indicatorValues({ ...stores, clock });
    await kairyo.work();
  });
  afterAll(() => kairyo.close());

  const handIn = async (id: string, file: string): Promise<void> => {
    await kairyo.stores.imports.create(newImport(id, 'licence'), Readable.from([Buffer.from(file)]));
    await temporalImports(kairyo.client).start(id);
    await eventually(async () => expect((await kairyo.stores.imports.get(id))?.status).toBe('done'));
  };
  const january = async (unit: string, asOf?: string) =>
    (await values.values({ indicator: 'days', unit, from: '2026-01', to: '2026-01', ...(asOf && { asOf }) }))[0];

  it('include an import as soon as it is done, and what is kept follows by itself', async () => {
    await handIn(
      'one',
      table([
        ['a', 2, 'kh-dpi'],
        ['b', 4, 'counter'],
        ['c', 9, 'counter'],
      ]),
    );
    expect(await january('kh-dpi')).toMatchObject({ state: 'value', value: 4, n: 3 });
    await eventually(async () => {
      const kept = await kairyo.stores.keptValues.find({
        indicators: ['days'],
        units: ['kh-dpi'],
        to: '2026-01',
        limit: 9,
      });
      expect(kept).toMatchObject([{ state: 'value', value: 4 }]);
    });
  });

  it('count all cases at the procedure’s unit and above, below it the unit’s own, elsewhere none', async () => {
    expect(await january('kh')).toMatchObject({ state: 'value', n: 3 });
    expect(await january('counter')).toMatchObject({ state: 'value', value: 6.5, n: 2 });
    expect((await january('elsewhere'))?.state).not.toBe('value');
  });

  it('stay for a period that was closed and for what was known then, whatever comes later', async () => {
    await values.ensureRecorded('kh-dpi', '2026-01');
    const closedAt = clock.now();
    await kairyo.stores.closings.close({ unit: 'kh-dpi', period: '2026-01', closedAt, by: 'head' });
    await handIn(
      'two',
      table([
        ['d', 20, 'counter'],
        ['e', 20, 'counter'],
      ]),
    );
    expect(await january('kh-dpi')).toMatchObject({ value: 4, closed: true });
    expect(await january('kh')).toMatchObject({ value: 9, n: 5 });
    expect(await january('kh', closedAt)).toMatchObject({ value: 4, n: 3 });
    const before = await january('counter', '2026-01-31T00:00:00.000Z');
    expect(before?.state).toBe('not-in-force');
    await kairyo.stores.closings.reopen(
      { unit: 'kh-dpi', period: '2026-01' },
      { at: clock.now(), by: 'head', reason: 'late cases' },
    );
    expect(await january('kh-dpi')).toMatchObject({ value: 9, n: 5 });
  });

  it('are explained down to the cases and what each measures', async () => {
    const { tree } = await values.explain({ indicator: 'days', unit: 'counter', period: '2026-01' });
    expect(JSON.stringify(tree)).toContain('"cases":{"total":4');
    expect(JSON.stringify(tree)).toContain('{"id":"b","value":4}');
  });

  it('move when the same cases are corrected', async () => {
    await handIn(
      'three',
      table([
        ['d', 21, 'counter'],
        ['e', 22, 'counter'],
      ]),
    );
    expect(await january('counter')).toMatchObject({ value: 15 });
  });
});
