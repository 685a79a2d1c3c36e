import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { httpApi } from '../support/http';
import type { Caller } from '../support/http';

/** The real log stays outside the repository (terms of use); its figures are those of pm4py 2.7 and scipy. */
const LOG = path.resolve(__dirname, '../../../../shared/data/permit-receipt.xes.gz');
const there = existsSync(LOG);
if (!there) process.stderr.write(`  the permit log is not at ${LOG}: its tests are left out\n`);

const PLAN = {
  problem: 'Receiving an environmental permit takes days',
  causes: ['Confirmations wait for a clerk'],
  aim: { text: 'Half of the applications received within a day', indicator: 'median', by: '2012-01-31' },
  indicators: [
    { key: 'median', aggregation: 'median', prediction: { atMost: 1 }, target: 1 },
    {
      key: 'on-time',
      aggregation: 'share-within-days',
      parameters: { days: 15 },
      prediction: { atLeast: 0.95 },
      target: 0.95,
    },
    { key: 'library', indicator: 'permit-median', prediction: { atMost: 1 }, target: 1 },
    { key: 'library-share', indicator: 'permit-on-time', prediction: { atLeast: 0.95 }, target: 0.95 },
    { key: 'rework', aggregation: 'rework-share', role: 'balancing', prediction: { atMost: 0.9 } },
  ],
  countermeasures: [{ key: 'automatic', title: 'Confirm automatically', owner: 'lead', due: '2011-04-01', cost: 0 }],
  pilot: { scope: 'The whole municipality', smallScale: false },
  baseline: { from: '2010-10-01', to: '2011-04-01' },
  changeFrom: '2011-04-01',
  changeTo: '2012-02-01',
  do: 'PT1S',
  reviewers: ['reviewer'],
};

(there ? describe : describe.skip)('the permit log, from launch to decision over HTTP', () => {
  let kairyo: Engine;
  let api: Awaited<ReturnType<typeof httpApi>>;
  const people: Record<string, Caller> = {};
  let cycle = '';

  beforeAll(async () => {
    kairyo = await engine('permits');
    await kairyo.work();
    api = await httpApi(kairyo);
    await api.admin.put('/v1/units/municipality', { name: 'Municipality' });
    for (const [id, role] of [
      ['head', 'head-of-unit'],
      ['lead', 'improvement-lead'],
      ['reviewer', 'reviewer'],
    ] as const) {
      await api.admin.put(`/v1/people/${id}`, { name: id, unit: 'municipality', roles: [role], language: 'en' });
      const { body } = await api.admin.post(`/v1/people/${id}/tokens`, { name: 'test' });
      people[id] = api.as((body as { token: string }).token);
    }
    await api.admin.put('/v1/procedures/permit', {
      name: 'Environmental permit',
      unit: 'municipality',
      timeZone: 'Europe/Amsterdam',
    });
  });
  afterAll(async () => {
    await api.close();
    await kairyo.close();
  });
  const who = (id: string): Caller => {
    const caller = people[id];
    if (caller === undefined) throw new Error(id);
    return caller;
  };
  const give = (id: string, command: unknown) => who(id).post(`/v1/cycles/${cycle}/commands`, command);
  const phase = async () => ((await who('lead').get(`/v1/cycles/${cycle}`)).body as { phase: string }).phase;

  it('is imported whole, and a second time changes nothing', async () => {
    const headers = { 'content-type': 'application/xes+xml', 'content-encoding': 'gzip' };
    for (const expected of [
      { added: 1434, updated: 0, unchanged: 0 },
      { added: 0, updated: 0, unchanged: 1434 },
    ]) {
      const accepted = await api.admin.post('/v1/procedures/permit/imports', readFileSync(LOG), headers);
      expect(accepted.status).toBe(202);
      await eventually(async () => {
        const { body } = await api.admin.get(accepted.headers.get('location') ?? '');
        expect(body).toMatchObject({ status: 'done', cases: expected, errors: [] });
      });
    }
  });

  it('has the months of the reference', async () => {
    const months = '/v1/procedures/permit/aggregations/median?from=2010-10-01&to=2012-02-01&by=month';
    const { body } = await who('lead').get(months);
    const { unit, points } = body as { unit: string; points: { period: string; value: number; n: number }[] };
    expect(unit).toBe('days');
    expect(points.map(({ n }) => n)).toEqual([15, 70, 136, 117, 106, 131, 86, 107, 80, 116, 80, 83, 120, 82, 49, 56]);
    expect(points.map(({ value }) => value.toFixed(4))).toEqual([
      '7.2643',
      '10.0607',
      '3.9701',
      '2.1571',
      '0.7587',
      '1.9418',
      '0.0618',
      '0.0433',
      '0.0061',
      '0.0029',
      '0.0025',
      '0.0032',
      '0.0025',
      '0.0023',
      '0.0032',
      '0.0058',
    ]);
  });

  it('is launched, refused to its author, approved by another, and opens Check by itself', async () => {
    const library = await api.admin.put('/v1/indicators/permit-median', {
      name: { vi: 'Thời gian giải quyết', en: 'Days to decision' },
      unit: 'days',
      direction: 'lower',
      home: 'municipality',
      source: { type: 'cases', procedure: 'permit', aggregation: 'median' },
    });
    expect(library.status).toBe(201);
    const onTime = await api.admin.put('/v1/indicators/permit-on-time', {
      name: { vi: 'Tỷ lệ trong 15 ngày', en: 'Share within 15 days' },
      unit: 'ratio',
      direction: 'higher',
      home: 'municipality',
      source: {
        type: 'cases',
        procedure: 'permit',
        aggregation: 'share-within-days',
        parameters: { days: 15 },
      },
    });
    expect(onTime.status).toBe(201);
    const launched = await who('lead').post(
      '/v1/cycles',
      { procedure: 'permit', plan: PLAN },
      { 'idempotency-key': 'launch' },
    );
    expect(launched.status).toBe(201);
    cycle = (launched.body as { id: string }).id;
    expect(
      await who('lead').post('/v1/cycles', { procedure: 'permit', plan: PLAN }, { 'idempotency-key': 'launch' }),
    ).toMatchObject({ status: 201, body: { id: cycle } });
    expect(await who('lead').post('/v1/cycles', { procedure: 'permit', plan: PLAN })).toMatchObject({
      status: 409,
      body: { code: 'CYCLE_ALREADY_OPEN' },
    });
    expect((await give('head', { type: 'ApprovePlan' })).body).toMatchObject({ phase: 'do' });
    await eventually(async () => expect(await phase()).toBe('check'));
  });

  it('says what changed, how much and how sure, and whether each prediction held', async () => {
    const { body } = await who('lead').get(`/v1/cycles/${cycle}`);
    const { checks } = body as { checks: { verdicts: Record<string, unknown>[] }[] };
    const [median, onTime] = checks[0]?.verdicts ?? [];
    expect(median).toMatchObject({ verdict: 'improved', prediction: 'held', before: { n: 575 }, after: { n: 859 } });
    expect((median?.['before'] as { value: number }).value.toFixed(4)).toBe('2.1431');
    expect((median?.['after'] as { value: number }).value.toFixed(4)).toBe('0.0038');
    expect((median?.['p'] as number).toExponential(3)).toBe('2.488e-47');
    expect(onTime).toMatchObject({ verdict: 'improved', prediction: 'missed', before: { n: 575 }, after: { n: 859 } });
    expect((onTime?.['before'] as { value: number }).value).toBeCloseTo(496 / 575, 12);
    expect((onTime?.['after'] as { value: number }).value).toBeCloseTo(805 / 859, 12);
    expect(median?.['words']).toMatchObject({ en: expect.stringContaining('\n'), vi: expect.stringContaining('\n') });
  });

  it('says the same of indicators of the library, by their cases, with their months beside it', async () => {
    const { body } = await who('lead').get(`/v1/cycles/${cycle}`);
    const { checks } = body as {
      checks: { verdicts: { indicator: string; p?: number; series?: { before: { value: number }[] } }[] }[];
    };
    const library = checks[0]?.verdicts.find(({ indicator }) => indicator === 'library');
    expect(library).toMatchObject({
      library: 'permit-median',
      verdict: 'improved',
      method: 'mann-whitney',
      prediction: 'held',
      before: { n: 575 },
      after: { n: 859 },
      points: { before: 6, after: 10 },
      definitions: { before: [1], after: [1] },
    });
    expect(library?.p?.toExponential(3)).toBe('2.488e-47');
    const share = checks[0]?.verdicts.find(({ indicator }) => indicator === 'library-share');
    expect(share).toMatchObject({
      verdict: 'improved',
      method: 'newcombe',
      prediction: 'missed',
      before: { value: 496 / 575, n: 575 },
      after: { value: 805 / 859, n: 859 },
    });
    const months = ['7.2643', '10.0607', '3.9701', '2.1571', '0.7587', '1.9418'];
    expect(library?.series?.before.map(({ value }) => value.toFixed(4))).toEqual(months);
  });

  it('asks nothing about the figures of the library', async () => {
    const { status, body } = await api.admin.get('/v1/indicators/permit-median/questions');
    expect([status, (body as { questions: unknown[] }).questions]).toEqual([200, []]);
  });

  it('says the same on the data of today, and shows both', async () => {
    const { status, body } = await who('lead').get(`/v1/cycles/${cycle}/verdicts`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ differs: false, changes: [], earlier: [] });
    const { recorded, now } = body as { recorded: { verdicts: unknown; basis: unknown }; now: { verdicts: unknown } };
    expect(now.verdicts).toEqual(recorded.verdicts);
    expect(recorded.basis).toMatchObject({ cases: 1434, seed: cycle, timeZone: 'Europe/Amsterdam' });
  });

  it('is reviewed and decided, and the history of the unit tells it', async () => {
    const review = {
      type: 'RecordReview',
      learning: ['Automation does it'],
      predictionCompared: 'The median held, the share missed by a little',
    };
    expect((await give('reviewer', review)).body).toMatchObject({ phase: 'act' });
    const decided = await give('head', { type: 'AdaptChange', reason: 'The last six per cent need another measure' });
    expect(decided.body).toMatchObject({ phase: 'closed', decision: { kind: 'adapt', next: { no: 2 } } });
    await eventually(async () => {
      const { body } = await who('head').get('/v1/units/municipality/cycles?procedure=permit');
      expect((body as { items: { no: number; phase: string }[] }).items.map(({ no, phase: at }) => [no, at])).toEqual([
        [2, 'plan'],
        [1, 'closed'],
      ]);
    });
    expect((await who('head').get(`/v1/cycles/${cycle}/events/verify`)).body).toMatchObject({ valid: true });
  });

  it('has no evidence of a change in a month without one', async () => {
    const unknown = { key: 'x', indicator: 'nothing' };
    expect(
      await who('lead').post('/v1/cycles/municipality~permit~2/commands', {
        type: 'RevisePlan',
        plan: { ...PLAN, indicators: [unknown] },
      }),
    ).toMatchObject({ status: 422, body: { code: 'UNKNOWN_INDICATOR' } });
    const moved = {
      ...PLAN,
      baseline: { from: '2011-08-01', to: '2011-10-01' },
      changeFrom: '2011-10-01',
    };
    const give2 = (id: string, command: unknown) => who(id).post('/v1/cycles/municipality~permit~2/commands', command);
    expect((await give2('lead', { type: 'RevisePlan', plan: { ...moved, changeTo: '2012-02-01' } })).status).toBe(200);
    const approved = await api.admin.post('/v1/cycles/municipality~permit~2/commands', { type: 'ApprovePlan' });
    expect(approved.body).toMatchObject({ phase: 'do' });
    await eventually(async () => {
      const { body } = await who('lead').get('/v1/cycles/municipality~permit~2');
      const { checks } = body as { checks?: { verdicts: { indicator: string; verdict: string }[] }[] };
      const said = new Map(checks?.[0]?.verdicts.map(({ indicator, verdict }) => [indicator, verdict]));
      expect([said.get('median'), said.get('on-time')]).toEqual(['no-evidence', 'no-evidence']);
      expect(said.get('library')).toBe('no-evidence');
    });
  });
});
