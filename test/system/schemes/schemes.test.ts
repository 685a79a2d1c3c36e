import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { facts } from '../../../src/api/routes/schemeExamples';
import { scoring } from '../scorecards/world';
import type { Scoring } from '../scorecards/world';

let at: Scoring;
beforeAll(async () => {
  at = await scoring();
});
afterAll(() => at.api.close());

const tryIt = (body: object, query = '', id = 'vn-335-2025') => at.officer.post(`/v1/schemes/${id}/try${query}`, body);
const MANY = ['vn-335-2025', 'vn-khanh-hoa-2025', 'sg-psf-staff', 'school-staff', 'hospital-staff'];

describe('trying a scheme', () => {
  it('answers the vector of the decree on an empty province, explained', async () => {
    const body = (await tryIt(facts).expect(200)).body as object;
    expect(body).toMatchObject({ a: 60, b: 55, c: 45, task: 37.333, total: 64.333, class: 'completed', version: 0 });
    expect(body).toMatchObject({ explain: { rule: 'total', parts: [{ at: '/general' }, { rule: 'work' }, {}] } });
  });

  it.each(MANY)('answers by %s', async (id) => {
    await tryIt({ ...facts, general: 20 }, '', id).expect(200);
  });

  it('answers by goals of a scorecard', async () => {
    const goals = [
      { weight: 2, attainment: 0.5 },
      { weight: 2, attainment: 1 },
    ];
    const body = (await tryIt({ general: 20, goals }, '', 'bsc-staff').expect(200)).body as object;
    expect(body).toMatchObject({ general: 20, task: 52.5, total: 72.5, class: 'good' });
  });

  it('says what the next class would take, when asked', async () => {
    const body = (await tryIt(facts, '?next=true').expect(200)).body as object;
    expect(body).toMatchObject({ next: { class: 'good', missing: 5.667, ways: [{ how: 'product-done', item: 3 }] } });
  });

  const item = facts.items[0];
  it.each([
    ['points below 0', { ...facts, general: -1 }],
    ['points beyond the maximum', { ...facts, general: 31 }],
    ['a number that is none', { ...facts, general: 'NaN' }],
    ['nothing assigned', { ...facts, items: [] }],
    ['a product without weight', { ...facts, items: [{ ...item, weight: 0 }] }],
    ['a negative number of delays', { ...facts, items: [{ ...item, delays: -1 }] }],
    ['half a failure', { ...facts, items: [{ ...item, qualityFailures: 0.5 }] }],
    ['an unknown finding', { ...facts, overrides: ['laziness'] }],
    ['an unknown field', { ...facts, bonus: 5 }],
    ['no points', { items: facts.items }],
  ])('refuses %s, naming the field', async (_what, body) => {
    const answer = await tryIt(body).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ field: expect.stringMatching(/^\/?\w*/) }] });
  });

  it('does not know a scheme that is not there', async () => {
    await tryIt(facts, '', 'none').expect(404);
  });
});

describe('a scheme of the office', () => {
  it('takes over from its day on; an old period is still scored by the old version', async () => {
    const shipped = (await at.admin.get('/v1/schemes/vn-335-2025').expect(200)).body as object;
    await at.admin.put('/v1/schemes/vn-335-2025', shipped).expect(201);
    const first = (await at.admin.get('/v1/schemes/vn-335-2025').expect(200)).body as object;
    const bands = (first as { bands: { key: string; atLeast?: number }[] }).bands;
    const stricter = bands.map((one) => (one.key === 'completed' ? { ...one, atLeast: 65 } : one));
    const { recordedAt: _r, ...changed } = { ...(first as { recordedAt: string }), bands: stricter };
    await at.admin
      .put('/v1/schemes/vn-335-2025', { ...changed, validFrom: '2026-07-01', reason: 'Nghị quyết mới' })
      .expect(200);
    expect((await tryIt(facts, '?on=2026-06-30').expect(200)).body).toMatchObject({ class: 'completed', version: 1 });
    expect((await tryIt(facts, '?on=2026-07-01').expect(200)).body).toMatchObject({
      class: 'not-completed',
      version: 2,
    });
    const body = (await at.officer.get('/v1/schemes/vn-335-2025/versions').expect(200)).body as object;
    expect((body as { items: object[] }).items).toMatchObject([
      { version: 1 },
      { version: 2, validFrom: '2026-07-01' },
    ]);
  });

  it('is made by the administrator alone, and refused where it cannot be', async () => {
    const shipped = (await at.admin.get('/v1/schemes/school-staff').expect(200)).body as object;
    await at.head.put('/v1/schemes/mine', { ...shipped, id: 'mine' }).expect(403);
    const wrong = { ...shipped, id: 'mine', passing: 'fine' };
    const answer = await at.admin.put('/v1/schemes/mine', wrong).expect(422);
    expect(answer.body).toMatchObject({ code: 'SCHEME_UNKNOWN_BAND', errors: [{ field: '/passing' }] });
  });

  it('is tried on facts before it holds', async () => {
    const shipped = (await at.admin.get('/v1/schemes/hospital-staff').expect(200)).body as object;
    const {
      id: _i,
      version: _v,
      definitionVersion: _d,
      shipped: _s,
      validFrom: _f,
      ...definition
    } = shipped as Record<string, unknown>;
    const people = ['a', 'b', 'c', 'd', 'e'].map((person, i) => ({ person, facts: { ...facts, general: 10 + i * 4 } }));
    const bands = [
      { key: 'excellent', atLeast: 90 },
      { key: 'good', atLeast: 60 },
      { key: 'completed', atLeast: 50 },
      { key: 'not-completed' },
    ];
    const body = (
      await at.admin
        .post('/v1/schemes/hospital-staff/trial', { definition: { ...definition, bands }, people })
        .expect(200)
    ).body as object;
    expect(body).toMatchObject({ people: 5, up: 1, down: 0, unchanged: 4, moved: [{ person: 'e' }] });
  });

  it('stands in the list beside those that ship', async () => {
    const body = (await at.officer.get('/v1/schemes').expect(200)).body as object;
    const rows = (body as { items: { id: string; shipped: boolean }[] }).items;
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...MANY, 'bsc-staff']));
    expect(rows.find(({ id }) => id === 'vn-335-2025')?.shipped).toBe(false);
  });
});
