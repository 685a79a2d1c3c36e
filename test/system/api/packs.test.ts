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

const UNIT = 'department';
const pack = (version: string, target: number, quality = 5) => ({
  ...{ id: 'ours', version, description: 'D', source: ['us'], assumptions: ['[A] the targets'] },
  name: { vi: 'Gói thử', en: 'A trial', ja: '試し' },
  contents: {
    indicators: {
      late: {
        name: 'Late share',
        source: { type: 'formula', formula: 'waiting / 100' },
        counterIndicator: 'quality',
      },
      waiting: { name: 'Waiting', unit: 'days', direction: 'lower', target, counterIndicator: 'late' },
      quality: { name: 'Quality', target: quality },
    },
    planTemplates: [
      {
        ...{ id: 'shorter-waiting', name: 'Shorter waiting', source: ['us'], assumptions: [] },
        plan: { indicators: [{ key: 'w', indicator: 'waiting' }] },
      },
    ],
    practices: [
      {
        ...{ id: 'counter', title: { vi: 'Kiểm tra tại quầy', en: 'Check at the counter' }, where: 'Đồng Nai, 2024' },
        ...{ source: ['a report'], context: 'C', change: 'X', result: 'R', strength: 'before-after' },
        ...{ checkBefore: ['Enough people?'], tags: ['quầy'], planTemplate: 'shorter-waiting' },
      },
    ],
  },
});
type Item = { kind: string; id: string; action: string; differences: { field: string }[] };
const actionsOf = (body: unknown) =>
  Object.fromEntries((body as { items: Item[] }).items.map(({ kind, id, action }) => [`${kind}/${id}`, action]));
const install = (body: object = {}, query = '') =>
  admin.post(`/v1/packs/ours/install${query}`, { unit: UNIT, ...body });

describe('the packs that come with the product', () => {
  it('are listed with their source, their assumptions and what is in them', async () => {
    const body: unknown = (await admin.get('/v1/packs').expect(200)).body;
    const found = (body as { items: { id: string; origin: string; source: string[]; installed: unknown[] }[] }).items;
    expect(found.map(({ id }) => id)).toContain('us-bsc');
    expect(found.find(({ id }) => id === 'us-bsc')).toMatchObject({ origin: 'shipped', installed: [] });
  });

  it('install on a province without anything of theirs, every one, and twice the same', async () => {
    const body: unknown = (await admin.get('/v1/packs').expect(200)).body;
    for (const { id, origin } of (body as { items: { id: string; origin: string }[] }).items) {
      if (origin !== 'shipped') continue;
      const send = { unit: UNIT, prefix: `${id}-` };
      const answer = await admin.post(`/v1/packs/${id}/install`, send);
      expect([id, answer.status, answer.body]).toMatchObject([id, 200, { dryRun: false }]);
      const again = await admin.post(`/v1/packs/${id}/install`, send).expect(200);
      expect(new Set(Object.values(actionsOf(again.body)))).toEqual(new Set(['same']));
    }
  });
});

describe('a pack of our own', () => {
  it('is added, said to be there, and refused under a version it has already', async () => {
    await admin.post('/v1/packs?unit=department', pack('1.0.0', 3)).expect(201);
    await admin.post('/v1/packs', pack('1.0.0', 3)).expect(200);
    const other = await admin.post('/v1/packs', pack('1.0.0', 4)).expect(409);
    expect(other.body).toMatchObject({ code: 'PACK_VERSION_EXISTS', errors: [{ field: '/version' }] });
    const shipped = await admin.post('/v1/packs', { ...pack('1.0.0', 3), id: 'us-bsc' }).expect(409);
    expect(shipped.body).toMatchObject({ code: 'PACK_IS_SHIPPED' });
    const body: unknown = (await admin.get('/v1/packs/ours').expect(200)).body;
    expect(body).toMatchObject({ origin: 'own', keptBy: UNIT, counts: { indicator: 3, planTemplate: 1 } });
  });

  it('names the field that is wrong in it', async () => {
    const broken = { ...pack('1.0.0', 3), contents: { indicators: { x: { name: 'X', target: 'much' } } } };
    const body: unknown = (await admin.post('/v1/packs', broken).expect(422)).body;
    expect(body).toMatchObject({ errors: [{ field: '/contents/indicators/x/target' }] });
  });

  it('is previewed without storing anything', async () => {
    const body: unknown = (await install({}, '?dryRun=true').expect(200)).body;
    expect(body).toMatchObject({ dryRun: true, unit: UNIT, owner: 'administrator' });
    expect(actionsOf(body)).toEqual({
      ...{ 'indicator/waiting': 'add', 'indicator/late': 'add', 'indicator/quality': 'add' },
      ...{ 'planTemplate/shorter-waiting': 'add', 'practice/counter': 'same' },
    });
    await admin.get('/v1/indicators/waiting').expect(404);
  });

  it('is installed once, also when it is sent twice', async () => {
    await install().expect(200);
    expect((await admin.get('/v1/indicators/late')).body).toMatchObject({ home: UNIT, counterIndicator: 'quality' });
    expect((await admin.get('/v1/plan-templates/shorter-waiting')).body).toMatchObject({ unit: UNIT });
    const again = await install().expect(200);
    expect(new Set(Object.values(actionsOf(again.body)))).toEqual(new Set(['same']));
    expect((await admin.get('/v1/indicators/late')).body).toMatchObject({ versions: 1 });
    expect((await admin.get('/v1/packs/ours')).body).toMatchObject({
      installed: [{ unit: UNIT, version: '1.0.0', state: 'installed', prefix: '' }],
    });
  });

  it('comes up to date where nobody changed it, and asks where both did', async () => {
    const waiting: unknown = (await admin.get('/v1/indicators/waiting').expect(200)).body;
    await admin.put('/v1/indicators/waiting', { ...(waiting as object), target: 2, reason: 'ours' }).expect(200);
    await admin.post('/v1/packs', pack('1.1.0', 4, 6)).expect(200);
    const refused = await install().expect(409);
    expect(refused.body).toMatchObject({ code: 'PACK_NEEDS_CHOICES', params: { items: ['indicator/waiting'] } });
    expect((await admin.get('/v1/indicators/quality')).body).toMatchObject({ target: 5 });
    const preview = await install({}, '?dryRun=true').expect(200);
    expect(actionsOf(preview.body)).toMatchObject({ 'indicator/waiting': 'conflict', 'indicator/quality': 'upgrade' });
    const item = (preview.body as { items: Item[] }).items.find(({ id }) => id === 'waiting');
    expect(item?.differences).toEqual([{ field: '/target', base: '3', ours: '2', theirs: '4' }]);
    const none = await install({ choices: { 'indicator/none': 'ours' } }).expect(422);
    expect(none.body).toMatchObject({ code: 'PACK_HAS_NO_SUCH_ITEM', errors: [{ field: '/choices/indicator~1none' }] });
    await install({ choices: { 'indicator/waiting': 'ours' } }).expect(200);
    expect((await admin.get('/v1/indicators/waiting')).body).toMatchObject({ target: 2 });
    expect((await admin.get('/v1/indicators/quality')).body).toMatchObject({ target: 6, reason: 'ours@1.1.0' });
    expect(actionsOf((await install()).body)).toMatchObject({ 'indicator/waiting': 'keep' });
    await install({ choices: { 'indicator/waiting': 'theirs' } }).expect(200);
    expect((await admin.get('/v1/indicators/waiting')).body).toMatchObject({ target: 4 });
  });

  it('is installed a second time under a prefix, with everything inside it renamed', async () => {
    await install({ prefix: 'b-' }).expect(200);
    expect((await admin.get('/v1/indicators/b-late')).body).toMatchObject({
      source: { inputs: { waiting: 'b-waiting' } },
      counterIndicator: 'b-quality',
    });
  });

  it('is exported as the office has it, and taken by another one', async () => {
    const before: unknown = (await admin.get('/v1/indicators/b-waiting').expect(200)).body;
    await admin.put('/v1/indicators/b-waiting', { ...(before as object), target: 1 }).expect(200);
    const body: unknown = (await admin.get(`/v1/packs/ours/export?unit=${UNIT}&prefix=b-`).expect(200)).body;
    expect(body).toMatchObject({ id: 'ours-department', contents: { indicators: { waiting: { target: 1 } } } });
    await admin.post('/v1/packs', body as object).expect(201);
    const none = await admin.get('/v1/packs/ours/export?unit=province').expect(409);
    expect(none.body).toMatchObject({ code: 'PACK_NOT_INSTALLED' });
    await admin.delete('/v1/packs/ours-department').expect(204);
    await admin.delete('/v1/packs/ours-department').expect(404);
    await admin.delete('/v1/packs/us-bsc').expect(409);
  });

  it('is installed by the lead of the unit, not beside it', async () => {
    const lead = await signedInAs(api, 'pack-lead', { unit: UNIT, roles: ['improvement-lead'] });
    await lead.post('/v1/packs/ours/install?dryRun=true', { unit: UNIT }).expect(200);
    await lead.post('/v1/packs/ours/install?dryRun=true', { unit: 'province' }).expect(403);
  });
});

describe('the practice library', () => {
  const own = {
    ...{ unit: UNIT, title: 'Trả hồ sơ qua bưu điện', where: 'Ở đây', source: ['chu kỳ'], context: 'C', change: 'X' },
    ...{ result: 'R', strength: 'story', checkBefore: ['Có bưu điện không?'], tags: ['bưu điện'] },
  };
  it('finds what others did without diacritics, by word, label and strength', async () => {
    const ids = async (query: string) => {
      const body: unknown = (await admin.get(`/v1/practices?${query}`).expect(200)).body;
      return (body as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await ids('q=quay%20dong%20nai')).toEqual(['counter']);
    expect(await ids(`tag=${encodeURIComponent('Quầy')}`)).toEqual(['counter']);
    expect(await ids('q=quay&strength=story')).toEqual([]);
    expect((await admin.get('/v1/practices/counter')).body).toMatchObject({ pack: 'ours' });
  });

  it('keeps what the office learnt, every version, and refuses to touch a pack’s', async () => {
    await admin.put('/v1/practices/post', own).expect(201);
    const read = await admin.get('/v1/practices/post').expect(200);
    await admin
      .put('/v1/practices/post', { ...(read.body as object), result: 'R2' })
      .expect(200)
      .expect('ETag', '"2"');
    const late = await admin.put('/v1/practices/post', own).set('If-Match', '"1"').expect(412);
    expect(late.body).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await admin.put('/v1/practices/counter', own).expect(409);
    await admin.delete('/v1/practices/counter').expect(409);
    await admin.delete('/v1/practices/post').expect(204);
    await admin.get('/v1/practices/post').expect(404);
  });
});
