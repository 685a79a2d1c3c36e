import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf, observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
});
afterAll(() => at.api.close());

const speed = '/v1/indicators/speed/observations';

describe('entering one figure', () => {
  it('records it, names its versions, and answers 200 when it is said again', async () => {
    const entry = { unit: 'office', period: '2026-01', value: 7.5, n: 40 };
    const first = await at.hoa.post(speed, entry).expect(201);
    expect(first.body).toMatchObject({ ...entry, indicator: 'speed', version: 1, status: 'normal', by: 'hoa' });
    expect(first.headers['etag']).toBe('"1"');
    expect((await at.hoa.post(speed, entry).expect(200)).body).toMatchObject({ version: 1 });
    const versions = await at.hoa.get(first.headers['location'] ?? '').expect(200);
    expect(versions.body).toMatchObject({ items: [{ version: 1, by: 'hoa' }] });
    expect(at.changes).toContainEqual({ kind: 'figures', indicators: ['speed'] });
  });

  it('takes a correction only with its reason, and keeps both', async () => {
    await at.hoa.post(speed, { unit: 'office', period: '2026-02', value: 7 }).expect(201);
    const refused = await at.hoa.post(speed, { unit: 'office', period: '2026-02', value: 8 }).expect(422);
    expect(refused.body).toMatchObject({ code: 'REASON_NEEDED', params: { version: 1, before: '7' } });
    const corrected = { unit: 'office', period: '2026-02', value: 8, reason: 'Three files were left out' };
    expect((await at.hoa.post(speed, corrected).expect(201)).body).toMatchObject({ version: 2 });
    const list = await at.hoa.get(`${speed}?unit=office&from=2026-02&to=2026-02`).expect(200);
    expect(list.body).toMatchObject({ items: [{ value: 8, version: 2 }] });
    const history = await at.hoa.get(`${speed}?unit=office&from=2026-02&to=2026-02&history=true`).expect(200);
    expect(history.body).toMatchObject({ items: [{ value: 7 }, { value: 8, reason: corrected.reason }] });
  });

  it('is refused on a version that is not the latest any more', async () => {
    const late = { unit: 'office', period: '2026-02', value: 9, reason: 'Late' };
    await at.hoa.post(speed, late).set('If-Match', '"1"').expect(412);
    await at.hoa.post(speed, late).set('If-Match', '"2"').expect(201);
  });

  it('answers the repetition under an Idempotency-Key as the first time', async () => {
    const entry = { unit: 'office', period: '2025-12', value: 3 };
    const first = await at.hoa.post(speed, entry).set('Idempotency-Key', 'k-1').expect(201);
    const again = await at.hoa.post(speed, entry).set('Idempotency-Key', 'k-1').expect(201);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['speed', { period: '2026-01', unit: 'nowhere', value: 1 }, 'UNKNOWN_UNIT', '/unit'],
    ['speed', { period: '2026-01', unit: 'health', value: 1 }, 'UNIT_IS_NOT_BELOW_HOME', '/unit'],
    ['speed', { period: '2026-Q1', value: 1 }, 'PERIOD_HAS_ANOTHER_LENGTH', '/period'],
    ['speed', { period: '2199-01', value: 1 }, 'OBSERVATION_IN_THE_FUTURE', '/period'],
    ['speed', { period: '2026-01', value: 1, evidence: ['none'] }, 'UNKNOWN_EVIDENCE', '/evidence/0'],
    ['old', { period: '2026-01', value: 1 }, 'INDICATOR_NOT_IN_FORCE', '/period'],
    ['sum', { period: '2026-01', value: 1 }, 'OBSERVATION_IS_COMPUTED', '/value'],
    ['share', { period: '2026-01', value: 50 }, 'RATIO_NEEDS_BOTH_PARTS', '/numerator'],
    ['share', { period: '2026-01', value: 60, numerator: 1, denominator: 2 }, 'VALUE_IS_NOT_THE_RATIO', '/value'],
    ['share', { period: '2026-01', value: 0, numerator: 0, denominator: 0 }, 'VALUE_IS_NOT_THE_RATIO', '/value'],
  ])('of %s as %j is refused: %s', async (indicator, entry, code, field) => {
    const answer = await at.admin.post(`/v1/indicators/${indicator}/observations`, entry).expect(422);
    expect(answer.body).toMatchObject({ code });
    expect(codesOf(answer.body)).toEqual([[field, code]]);
  });

  it('computes a ratio in decimals, and takes it as people round it', async () => {
    const share = '/v1/indicators/share/observations';
    const entry = { unit: 'office', period: '2026-01', numerator: 1, denominator: 3, value: 33.33 };
    const answer = await at.hoa.post(share, entry).expect(201);
    expect((answer.body as { value: number }).value).toBeCloseTo(100 / 3, 12);
    await at.hoa.post(share, { unit: 'office', period: '2026-02', numerator: 0, denominator: 0 }).expect(201);
  });

  it('is for those who may: 404 for an indicator that is not there, 403 in another unit', async () => {
    await at.hoa.post('/v1/indicators/none/observations', { period: '2026-01', value: 1 }).expect(404);
    await at.hoa.post(speed, { unit: 'department', period: '2026-01', value: 1 }).expect(403);
  });
});

describe('entering many figures', () => {
  it('records none when one is wrong, and names every mistake', async () => {
    const items = [
      { unit: 'office', period: '2024-01', value: 1 },
      { unit: 'office', period: '2199-01', value: 1 },
      { unit: 'nowhere', period: '2024-02', value: 1 },
      { unit: 'office', period: '2024-01', value: 2 },
    ];
    const answer = await at.admin.post(speed, { items }).expect(422);
    expect(answer.body).toMatchObject({ code: 'OBSERVATIONS_REFUSED', params: { count: 3 } });
    expect(codesOf(answer.body)).toEqual([
      ['/items/1/period', 'OBSERVATION_IN_THE_FUTURE'],
      ['/items/2/unit', 'UNKNOWN_UNIT'],
      ['/items/3/period', 'OBSERVATION_GIVEN_TWICE'],
    ]);
    expect((await at.admin.get(`${speed}?from=2024-01&to=2024-12`).expect(200)).body).toEqual({ items: [] });
  });

  it('records five thousand at once, and the same again changes nothing', async () => {
    const items = Array.from({ length: 5000 }, (_, i) => ({
      unit: ['office', 'department'][i % 2],
      period: `${String(1000 + Math.floor(i / 24)).padStart(4, '0')}-${String((Math.floor(i / 2) % 12) + 1).padStart(2, '0')}`,
      value: i,
    }));
    const first = await at.admin.post(speed, { items }).expect(201);
    expect(first.body).toMatchObject({ recorded: 5000, unchanged: 0 });
    expect((await at.admin.post(speed, { items }).expect(200)).body).toMatchObject({ recorded: 0, unchanged: 5000 });
  });
});

describe('two people at once', () => {
  it('lose nothing: one is first, the other comes after it or is told', async () => {
    const entry = (value: number) => ({ unit: 'office', period: '2025-06', value });
    const answers = await Promise.all([at.hoa.post(speed, entry(1)), at.binh.post(speed, entry(2))]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(201);
    expect([412, 422]).toContain(statuses[1]);
    const kept = await at.hoa.get(`${speed}/2025-06/versions?unit=office`).expect(200);
    expect(kept.body).toMatchObject({ items: [{ version: 1 }] });
  });

  it('with reasons both are kept, in order', async () => {
    const fix = (value: number) => ({ unit: 'office', period: '2025-06', value, reason: `Count ${value}` });
    await Promise.all([at.hoa.post(speed, fix(3)).expect(201), at.binh.post(speed, fix(4)).expect(201)]);
    const kept = await at.hoa.get(`${speed}/2025-06/versions?unit=office`).expect(200);
    const { items } = kept.body as { items: readonly { version: number; value: number }[] };
    expect(items.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(new Set(items.slice(1).map(({ value }) => value))).toEqual(new Set([3, 4]));
  });
});
