import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporalRecompute } from '../../../src/api/temporalRecompute';
import type { IndicatorChange } from '../../../src/activities/indicators.ports';
import { RECOMPUTE_WORKFLOW_ID } from '../../../src/workflows/recompute.contract';
import { engine, type Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { anOffice } from '../support/office';
import { servers } from '../support/servers';
import { define, enter } from './library';

const MONTHS = ['2026-01', '2026-02', '2026-03'] as const;

describe('recomputing', () => {
  let kairyo: Engine;
  let tell: (change: IndicatorChange) => Promise<void>;

  beforeAll(async () => {
    kairyo = await engine('recompute');
    tell = temporalRecompute(kairyo.client);
    await anOffice(kairyo.stores);
    await define(kairyo.stores, 'received');
    await define(kairyo.stores, 'late');
    await define(kairyo.stores, 'late-share', { source: { type: 'formula', formula: 'late / received' } });
    await define(kairyo.stores, 'twice', {
      source: { type: 'formula', formula: 'share * 2', inputs: { share: 'late-share' } },
    });
    await define(kairyo.stores, 'staff');
    await define(kairyo.stores, 'staff-twice', { source: { type: 'formula', formula: 'staff * 2' } });
    for (const period of MONTHS)
      await enter(kairyo.stores, [
        { indicator: 'received', period, value: 10 },
        { indicator: 'late', period, value: 2 },
        { indicator: 'staff', period, value: 5 },
      ]);
  });
  afterAll(() => kairyo.close());

  const kept = async (indicator: string) =>
    new Map(
      (await kairyo.stores.keptValues.find({ indicators: [indicator], to: '2026-12', limit: 100 })).map((value) => [
        value.period,
        value,
      ]),
    );
  const runs = () => kairyo.stores.recomputations.list(100);

  it('takes changes together that arrive while nothing works, and keeps every value with its progress', async () => {
    for (const indicator of ['received', 'late', 'staff', 'received'])
      await tell({ kind: 'figures', indicators: [indicator] });
    await kairyo.work();
    await eventually(async () => expect((await runs())[0]).toMatchObject({ status: 'done' }));
    const all = await runs();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      changes: [{ kind: 'figures', indicators: ['received', 'late', 'staff'] }],
      indicators: { total: 6, done: 6 },
    });
    expect((await kept('late-share')).get('2026-02')).toMatchObject({ state: 'value', value: 0.2 });
    expect((await kept('twice')).get('2026-02')).toMatchObject({ state: 'value', value: 0.4 });
  });

  it('a corrected figure moves exactly what depends on it, in the one month', async () => {
    const before = { share: await kept('late-share'), twice: await kept('twice'), staff: await kept('staff-twice') };
    await enter(kairyo.stores, [{ indicator: 'late', period: '2026-02', value: 5 }]);
    await tell({ kind: 'figures', indicators: ['late'] });
    await eventually(async () => expect((await kept('twice')).get('2026-02')).toMatchObject({ value: 1 }));
    await eventually(async () => expect((await runs())[0]).toMatchObject({ status: 'done' }));
    expect((await runs())[0]).toMatchObject({ indicators: { total: 3, done: 3 }, values: { changed: 3 } });
    const after = { share: await kept('late-share'), twice: await kept('twice'), staff: await kept('staff-twice') };
    expect(after.staff).toEqual(before.staff);
    expect(after.share.get('2026-02')).toMatchObject({ value: 0.5 });
    expect(after.share.get('2026-01')).toEqual(before.share.get('2026-01'));
    expect(after.twice.get('2026-03')).toEqual(before.twice.get('2026-03'));
  });

  it('a corrected definition moves its own values and what is made of them', async () => {
    const staff = await kept('staff-twice');
    await define(kairyo.stores, 'late-share', { source: { type: 'formula', formula: '100 * late / received' } });
    await tell({ kind: 'definition', indicator: 'late-share' });
    await eventually(async () => expect((await kept('twice')).get('2026-01')).toMatchObject({ value: 40 }));
    expect(await kept('staff-twice')).toEqual(staff);
  });

  it('an indicator of which nothing is there stands in nobody’s way', async () => {
    await tell({ kind: 'figures', indicators: ['gone'] });
    await eventually(async () => expect((await runs())[0]).toMatchObject({ status: 'done', indicators: { total: 0 } }));
  });
});

describe('a recomputation whose worker is killed in the middle', () => {
  const INDICATORS = 400;
  let kairyo: Engine;
  const processes: ChildProcess[] = [];
  const startWorker = async (): Promise<ChildProcess> => {
    const run = servers();
    const uri = run.mongoUri(kairyo.namespace);
    const args = [join(__dirname, 'workerProcess.cjs'), run.temporalAddress, uri, kairyo.namespace];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    processes.push(child);
    await once(child.stdout, 'data');
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };

  beforeAll(async () => {
    kairyo = await engine('recompute-killed');
    await anOffice(kairyo.stores);
    await define(kairyo.stores, 'base');
    await enter(kairyo.stores, [{ indicator: 'base', period: '2021-01', value: 3 }]);
    for (let i = 0; i < INDICATORS; i += 1)
      await define(kairyo.stores, `i${i}`, { source: { type: 'formula', formula: `base * ${i}` } });
  });
  afterAll(async () => {
    await Promise.all(processes.map(kill));
    await kairyo.close();
  });

  it('is completed by the next worker, with the totals of an undisturbed one', async () => {
    const first = await startWorker();
    await temporalRecompute(kairyo.client)({ kind: 'figures', indicators: ['base'] });
    const run = async () => (await kairyo.stores.recomputations.list(1))[0];
    await eventually(async () => expect((await run())?.indicators.done).toBeGreaterThan(0));
    await kill(first);
    const between = await run();
    expect(between).toMatchObject({ status: 'running' });
    await startWorker();
    await eventually(async () => expect((await run())?.status).toBe('done'));
    const after = await run();
    expect(after?.id).toBe(between?.id);
    expect(after?.indicators).toEqual({ total: INDICATORS + 1, done: INDICATORS + 1 });
    expect(after?.values.changed).toBe(after?.values.computed);
    const last = await kairyo.stores.keptValues.find({ indicators: ['i399'], to: '2021-01', limit: 1 });
    expect(last).toMatchObject([{ state: 'value', value: 3 * 399 }]);
    await kairyo.client.workflow.getHandle(RECOMPUTE_WORKFLOW_ID).describe();
  });
});
