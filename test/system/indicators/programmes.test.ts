import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedInAs } from '../api/support';
import { observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
});
afterAll(() => at.api.close());

const roads = {
  name: { vi: 'Đường tỉnh', en: 'Provincial roads' },
  unit: 'office',
  plannedStart: '2025-01-01',
  plannedEnd: '2025-12-31',
  actualStart: '2025-01-15',
  milestones: [{ key: 'open', name: 'Opened', planned: '2025-11-30', actual: '2025-11-20' }],
};

describe('programmes over HTTP', () => {
  it('are recorded by heads and leads of their unit, with every version, and read where one may read', async () => {
    await at.hoa.put('/v1/programmes/roads', roads).expect(403);
    const made = await at.head.put('/v1/programmes/roads', roads).expect(201);
    expect(made.headers).toMatchObject({ location: '/v1/programmes/roads', etag: '"1"' });
    expect(made.body).toMatchObject({ id: 'roads', version: 1, by: 'head', approvedEnd: '2025-12-31', moved: [] });
    await at.head.put('/v1/programmes/roads', made.body as object).expect(200);
    await at.head.put('/v1/programmes/roads', roads).set('If-None-Match', '*').expect(412);
    const changed = await at.head
      .put('/v1/programmes/roads', { ...roads, public: true })
      .set('If-Match', '"1"')
      .expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const versions = await at.head.get('/v1/programmes/roads/versions').expect(200);
    expect(versions.body).toMatchObject({
      items: [{ definition: { public: false } }, { definition: { public: true } }],
    });
    const health = await signedInAs(at.api, 'tam', { unit: 'health', roles: ['head-of-unit'] });
    await health.get('/v1/programmes/roads').expect(403);
    await health.put('/v1/programmes/roads', { ...roads, unit: 'health' }).expect(403);
    expect((await health.get('/v1/programmes').expect(200)).body).toEqual({ items: [] });
    await at.head.get('/v1/programmes/none').expect(404);
  });

  it('need a reason for a moved end, and are measured against the first one', async () => {
    const moved = { ...roads, plannedEnd: '2026-03-31' };
    const refused = await at.head.put('/v1/programmes/roads', moved).expect(422);
    expect(refused.body).toMatchObject({
      code: 'MOVED_DATE_NEEDS_A_REASON',
      errors: [{ field: '/reason', message: expect.stringContaining('from 2025-12-31 to 2026-03-31') }],
    });
    const answer = await at.head.put('/v1/programmes/roads', { ...moved, reason: 'Flood' }).expect(200);
    expect(answer.body).toMatchObject({
      plannedEnd: '2026-03-31',
      approvedEnd: '2025-12-31',
      moved: [{ from: '2025-12-31', to: '2026-03-31', by: 'head', reason: 'Flood' }],
    });
    // What was read may be sent back, but its reason was for that change and not for the next one.
    const echoed = { ...(answer.body as object), plannedEnd: '2026-04-30' };
    await at.head.put('/v1/programmes/roads', echoed).expect(422);
    await at.head.put('/v1/programmes/roads', { ...moved, actualEnd: '2026-03-01' }).expect(200);
  });

  it('are refused with the field and the way out', async () => {
    const code = async (over: object, id = 'bad') =>
      ((await at.head.put(`/v1/programmes/${id}`, { ...roads, ...over })).body as { code: string }).code;
    expect(await code({ plannedEnd: '2024-01-01' })).toBe('PROGRAMME_ENDS_BEFORE_IT_STARTS');
    expect(await code({ owner: 'nobody' })).toBe('UNKNOWN_PERSON');
    expect(await code({ partOf: 'none' })).toBe('UNKNOWN_PROGRAMME');
    expect(await code({ milestones: [{ key: 'A b', name: 'x', planned: '2025-05-01' }] })).toBe('VALIDATION_FAILED');
    await at.head.put('/v1/programmes/summary', roads).expect(405);
    await at.head.put('/v1/programmes/bridges', { ...roads, partOf: 'roads' }).expect(201);
    expect(await code({ partOf: 'bridges', plannedEnd: '2026-03-31' }, 'roads')).toBe('PROGRAMMES_FORM_A_CIRCLE');
    const late = { ...roads, milestones: [{ key: 'm', name: 'Later', planned: '2027-01-01' }] };
    const warned = await at.head.put('/v1/programmes/odd', late).expect(201);
    expect(warned.body).toMatchObject({
      warnings: [{ code: 'MILESTONE_OUTSIDE_THE_SPAN', field: '/milestones/0/planned' }],
    });
  });

  it('say how they stand on a day, as known then or as known now', async () => {
    const put = (figure: string, period: string, amount: number) =>
      at.head.put(`/v1/programmes/roads/figures/${figure}/${period}?unit=office`, { amount }).expect(201);
    await put('budget-initial', '2026', 1000);
    await put('budget-supplementary', '2026-Q1', 250);
    await put('spent', '2026-01', 500);
    await put('spent', '2026-02', 500);
    const now = await at.head.get('/v1/programmes/roads/status').expect(200);
    expect(now.body).toMatchObject({
      state: 'finished',
      stateWords: 'finished',
      onTime: { verdict: 'no', words: expect.stringContaining('60 days after') },
      onBudget: { verdict: 'yes' },
      money: { budget: 1250, spent: 1000, executionRate: 0.8 },
      milestones: { total: 1, reached: 1, late: 0 },
      earnedValue: { earnedValue: 1250, costPerformance: 1.25, estimateAtCompletion: 1000, because: [] },
      parts: ['bridges'],
    });
    const refused = await at.head.get('/v1/programmes/roads/status?asOf=2025-06-30').expect(404);
    expect(refused.body).toMatchObject({ code: 'PROGRAMME_NOT_KNOWN_THEN' });
    const day = await at.head.get('/v1/programmes/roads/status?asOf=2025-11-25&known=now').expect(200);
    expect(day.body).toMatchObject({ day: '2025-11-25', state: 'running', onTime: { verdict: 'open' } });
  });

  it('are listed by unit and state with their money, also as a table', async () => {
    const ids = async (query: string) =>
      ((await at.head.get(`/v1/programmes?${query}`).expect(200)).body as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      );
    expect(await ids('unit=department')).toEqual(['bridges', 'odd', 'roads']);
    expect(await ids('state=finished')).toEqual(['roads']);
    expect(await ids('q=duong%20tinh&partOf=roads')).toEqual(['bridges']);
    expect(await ids('unit=health')).toEqual([]);
    const first = await at.head.get('/v1/programmes?limit=1').expect(200);
    const { next, items } = first.body as { next: string; items: unknown[] };
    expect(items).toMatchObject([{ id: 'bridges', state: 'running', money: { spent: null } }]);
    expect(await ids(`limit=1&cursor=${next}`)).toEqual(['odd']);
    const table = await at.head
      .get('/v1/programmes')
      .set('Accept', 'text/csv')
      .set('Accept-Language', 'vi')
      .expect(200);
    const lines = table.text.split('\r\n');
    expect(lines[0]).toContain('Trạng thái');
    expect(lines[0]).not.toMatch(/plannedEnd|money|verdict/);
    expect(lines.find((line) => line.includes('Đường tỉnh') && line.includes('1250'))).toBeDefined();
  });

  it('are summed up over a unit and those below it, down to each programme', async () => {
    const cost = (period: string, amount: number) =>
      at.head
        .put(`/v1/programmes/running-costs/figures/administrative-cost/${period}?unit=office`, { amount })
        .expect(201);
    await cost('2024', 200);
    await cost('2026-02', 190);
    const summed = await at.head.get('/v1/programmes/summary?unit=department&from=2024&to=2026-Q2').expect(200);
    expect(summed.body).toMatchObject({
      finished: 1,
      onTime: 0,
      onBudget: 1,
      onTimeAndBudgetShare: 0,
      administrativeCostChange: -0.05,
      explain: {
        unit: 'department',
        from: '2024-01-01',
        to: '2026-06-30',
        programmes: [{ id: 'roads', name: 'Provincial roads', approvedEnd: '2025-12-31', finishedOn: '2026-03-01' }],
        notShown: 0,
        cost: { first: 200, last: 190, programmes: [{ id: 'running-costs', first: 200, last: 190 }] },
      },
    });
    const none = await at.head.get('/v1/programmes/summary?unit=department&from=2020-01-01&to=2020-01-01').expect(200);
    expect(none.body).toMatchObject({ finished: 0, onTimeAndBudgetShare: null, administrativeCostChange: null });
    await at.head.get('/v1/programmes/summary?unit=department&from=2026&to=2025').expect(400);
    await at.head.get('/v1/programmes/summary?unit=health').expect(403);
    await at.admin.get('/v1/programmes/summary?unit=nowhere').expect(422);
  });
});
