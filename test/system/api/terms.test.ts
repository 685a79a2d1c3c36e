import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest, caller, seedProvince, signedInAs } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
beforeAll(async () => {
  api = await apiUnderTest();
  admin = caller(api.app);
  await seedProvince(api);
});
afterAll(() => api.close());

describe('names and terms of a unit', () => {
  it('hold there and below, and the nearest unit has the last word, key by key', async () => {
    const officer = await signedInAs(api, 'terms-officer', { unit: 'office', roles: ['officer'] });
    await admin
      .put('/v1/terms/province', {
        words: [
          { key: 'called.cycle', vi: 'vòng', en: 'round' },
          { key: 'nav.today', vi: 'Việc của tôi' },
        ],
      })
      .expect(201);
    await admin.put('/v1/terms/office', { words: [{ key: 'called.cycle', vi: 'sáng kiến' }] }).expect(201);
    const mine = await officer.get('/v1/me/terms').expect(200);
    expect(mine.body).toEqual({
      unit: 'office',
      words: {
        vi: { 'called.cycle': 'sáng kiến', 'nav.today': 'Việc của tôi' },
        en: { 'called.cycle': 'round' },
        ja: {},
      },
    });
  });

  it('are refused with the place and the rule, in the words of the reader', async () => {
    const words = [{ key: 'called.cycle', vi: 'a{b}' }, { key: 'called.moon' }];
    const refused = await admin.put('/v1/terms/office', { words }).set('Accept-Language', 'vi').expect(422);
    expect(refused.body).toMatchObject({
      errors: [
        { field: '/words/0/vi', message: 'thuật ngữ dài tối đa 60 ký tự, không có { và }' },
        { field: '/words/1/key', message: 'không có thuật ngữ này' },
      ],
    });
    await admin.put('/v1/terms/nowhere', { words: [] }).expect(422);
  });

  it('are edited on the version that was seen, keep their history, and go back to what ships', async () => {
    await admin.put('/v1/terms/office', { words: [] }).set('If-Match', '"9"').expect(412);
    await admin.delete('/v1/terms/office').expect(204);
    await admin.get('/v1/terms/office').expect(404);
    await admin.put('/v1/terms/office', { words: [{ key: 'called.unit', en: 'office' }] }).expect(201);
    const history = await admin.get('/v1/terms/office/history').expect(200);
    expect((history.body as { items: unknown[] }).items.length).toBeGreaterThanOrEqual(2);
  });
});

describe('plan templates', () => {
  it('take no dates and no people', async () => {
    const dated = { name: 'T', plan: { countermeasures: [{ key: 'a', title: 'A', due: '2027-01-01' }] } };
    await admin.put('/v1/plan-templates/dated', dated).expect(422);
  });

  it('of a pack are edited and never removed; those of an office are', async () => {
    const shipped = { name: 'From a pack', source: ['Law'], plan: { problem: 'Slow' } };
    await admin.put('/v1/plan-templates/packed', shipped).expect(201);
    const stays = await admin.delete('/v1/plan-templates/packed').expect(409);
    expect(stays.body).toMatchObject({ code: 'SHIPPED_STAYS' });
    await admin.put('/v1/plan-templates/ours', { name: 'Ours', unit: 'office', plan: {} }).expect(201);
    const needed = await admin.delete('/v1/units/office').expect(409);
    expect(JSON.stringify(needed.body)).toContain('planTemplate ours');
    await admin.delete('/v1/plan-templates/ours').expect(204);
  });
});
