import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest, caller, seedProvince, signedInAs } from '../api/support';
import type { ApiUnderTest } from '../api/support';

type Told = { readonly kind: string; readonly indicator?: string };
let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
const told: Told[] = [];
beforeAll(async () => {
  api = await apiUnderTest({ onIndicatorChange: async (change) => void told.push(change) });
  admin = caller(api.app);
  await seedProvince(api);
});
afterAll(() => api.close());
const put = (id: string, body: object) => admin.put(`/v1/indicators/${id}`, body);
const get = (id: string, query = '') => admin.get(`/v1/indicators/${id}${query}`);

describe('the definition of an indicator', () => {
  it('is made, tells the engine, and belongs to the root where nobody says otherwise', async () => {
    const made = await put('days', { name: 'Days', unit: 'days', direction: 'lower', target: 5 }).expect(201);
    expect(made.headers).toMatchObject({ location: '/v1/indicators/days', etag: '"1"' });
    expect(made.body).toMatchObject({ id: 'days', version: 1, definitionVersion: 1, home: 'province', inForce: true });
    expect(made.body).toMatchObject({ validFrom: '0001-01-01', by: 'administrator', versions: 1, warnings: [] });
    expect(told).toContainEqual({ kind: 'definition', indicator: 'days' });
  });

  it('changes nothing when it comes again, nor when what was read is sent back', async () => {
    await put('days', { name: 'Days', unit: 'days', direction: 'lower', target: 5 }).expect(200).expect('ETag', '"1"');
    const read = await get('days').expect(200);
    await put('days', read.body as object)
      .expect(200)
      .expect('ETag', '"1"');
  });

  it('read, changed and sent back holds from today: the past keeps what it had', async () => {
    const read = await get('days').expect(200);
    const changed = await put('days', { ...(read.body as object), target: 4 }).expect(200);
    expect(changed.body).toMatchObject({ version: 2, definitionVersion: 2, versions: 2, target: 4 });
    expect((changed.body as { validFrom: string }).validFrom > '2000').toBe(true);
    expect((await get('days', '?asOf=2020-05-01').expect(200)).body).toMatchObject({ target: 5, definitionVersion: 1 });
    expect((await get('days').expect(200)).body).toMatchObject({ target: 4 });
  });

  it('may begin with a period in the past; what was known before can still be read', async () => {
    const { recordedAt: before } = (await get('days').expect(200)).body as { recordedAt: string };
    const changed = await put('days', { name: 'Days', direction: 'lower', target: 3, validFrom: '2020-Q2' }).expect(
      200,
    );
    expect(changed.body).toMatchObject({ validFrom: '2020-04-01', target: 3, inForce: false });
    expect((await get('days', '?asOf=2020-05-01').expect(200)).body).toMatchObject({ target: 3 });
    expect((await get('days', `?asOf=${before}`).expect(200)).body).toMatchObject({ target: 4 });
    const versions = await get('days', '/versions?limit=2').expect(200);
    expect(versions.body).toMatchObject({ items: [{ kind: 'definition', version: 1 }, { version: 2 }] });
    expect((versions.body as { next?: string }).next).toBeDefined();
  });

  it('is edited on the version that was seen', async () => {
    const stale = await put('days', { name: 'Late' }).set('If-Match', '"1"').expect(412);
    expect(stale.body).toMatchObject({ code: 'CHANGED_MEANWHILE', params: { current: 3 } });
    await put('days', { name: 'Again' }).set('If-None-Match', '*').expect(412);
    await admin.put('/v1/indicators/days?strict=true', { name: 'X' }).expect(428);
  });

  it('has a name as text or by language, found without diacritics', async () => {
    await put('hai-long', { name: { vi: 'Mức độ hài lòng', en: 'Satisfaction' }, kind: 'outcome' }).expect(201);
    const found = await admin.get('/v1/indicators?q=muc%20do&kind=outcome&retired=false&unit=province').expect(200);
    expect((found.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(['hai-long']);
    const nothing = await put('nothing', { name: {} }).expect(422);
    expect(nothing.body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is refused with the field of what is not there', async () => {
    const cases: readonly (readonly [object, string, string])[] = [
      [{ home: 'moon' }, 'UNKNOWN_UNIT', '/home'],
      [{ owner: 'nobody' }, 'UNKNOWN_PERSON', '/owner'],
      [{ counterIndicator: 'none' }, 'UNKNOWN_INDICATOR', '/counterIndicator'],
      [{ counterIndicator: 'bad' }, 'OWN_COUNTER_INDICATOR', '/counterIndicator'],
      [
        { source: { type: 'ratio', numerator: 'days', denominator: 'gone' } },
        'UNKNOWN_INDICATOR',
        '/source/denominator',
      ],
      [
        { source: { type: 'cases', procedure: 'gone', aggregation: 'median' } },
        'UNKNOWN_PROCEDURE',
        '/source/procedure',
      ],
      [
        { source: { type: 'cases', procedure: 'permit', aggregation: 'x' } },
        'NO_SUCH_AGGREGATION',
        '/source/aggregation',
      ],
    ];
    for (const [body, code, field] of cases) {
      const answer = await put('bad', { name: 'Bad', ...body });
      expect([code, answer.body]).toMatchObject([code, { code, errors: [{ field }] }]);
    }
    await put('bad', { name: 'Bad', surprise: 1 }).expect(422);
    await get('bad').expect(404);
  });

  it('is refused with the place of a name that there is not, and the one that may be meant', async () => {
    await put('ho-so', { name: 'Files' }).expect(201);
    await put('received', { name: 'Received' }).expect(201);
    const formula = (text: string) => put('share', { name: 'Share', source: { type: 'formula', formula: text } });
    const near = await formula('1 + recieved').expect(422);
    expect(near.body).toMatchObject({
      code: 'FORMULA_NAME_MISSPELT',
      errors: [{ field: '/source/formula' }],
      params: { position: 5, name: 'recieved', nearest: 'received' },
    });
    const far = await formula('received / qwertyuiop').expect(422);
    expect(far.body).toMatchObject({ code: 'FORMULA_UNKNOWN_NAME', params: { position: 12, excerpt: 'qwertyuiop' } });
  });

  it('cannot be computed from itself', async () => {
    await put('a', { name: 'A' }).expect(201);
    await put('b', { name: 'B', source: { type: 'indicator', indicator: 'a' } }).expect(201);
    const circle = await put('a', { name: 'A', source: { type: 'indicator', indicator: 'b' } }).expect(422);
    expect(circle.body).toMatchObject({ code: 'INDICATORS_FORM_A_CIRCLE', params: { circle: 'a → b → a' } });
    await put('a', { name: 'A', source: { type: 'indicator', indicator: 'b', lag: 1 } }).expect(200);
  });

  it('cannot make a circle together with another edit of the same moment', async () => {
    for (let round = 0; round < 12; round += 1) {
      const ids = [`p${round}`, `q${round}`, `r${round}`];
      for (const id of ids) await put(id, { name: id }).expect(201);
      const reading = ids.map((id, i) => {
        const source = { type: 'formula', formula: `${ids[(i + 1) % ids.length] ?? ''} + 1` };
        return put(id, { name: id, source });
      });
      const answers = await Promise.all(reading);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422]);
      expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ code: 'INDICATORS_FORM_A_CIRCLE' });
    }
  });

  it('reads a survey, or a series of surveys, that there is', async () => {
    const source = { type: 'survey', survey: 'none', question: 'overall', measure: 'mean' };
    const answer = await put('asked', { name: 'Asked', source }).expect(422);
    expect(answer.body).toMatchObject({ code: 'UNKNOWN_SURVEY', errors: [{ field: '/source/survey' }] });
    await put('spent', { name: 'Spent', source: { type: 'programme', programme: 'any', figure: 'spent' } }).expect(201);
  });

  it('says what an office should know of it', async () => {
    const bands = [
      { key: 'good', below: 2 },
      { key: 'bad', above: 3 },
    ];
    const warned = await put('fast', { name: 'Fast', speed: true, direction: 'lower', bands }).expect(201);
    expect(warned.body).toMatchObject({
      warnings: [{ code: 'SPEED_WITHOUT_COUNTER_INDICATOR' }, { code: 'BANDS_LEAVE_A_GAP', field: '/bands' }],
    });
  });

  it('is edited by those in charge where it is at home, before and after', async () => {
    const lead = await signedInAs(api, 'lead', { unit: 'office', roles: ['improvement-lead'] });
    const made = await lead.put('/v1/indicators/own', { name: 'Own' }).expect(201);
    expect(made.body).toMatchObject({ home: 'office' });
    await lead.put('/v1/indicators/days', { name: 'Days' }).expect(403);
    await lead.put('/v1/indicators/own', { name: 'Own', home: 'province' }).expect(403);
    await lead.get('/v1/indicators/days').expect(200);
  });

  it('is retired with a reason, and stays readable', async () => {
    const retired = await admin.post('/v1/indicators/own/retire', { reason: 'Not needed' }).expect(200);
    expect(retired.body).toMatchObject({ retired: true, reason: 'Not needed', definitionVersion: 2 });
    expect((await get('own', '?asOf=2020-01-01').expect(200)).body).not.toHaveProperty('retired');
    const list = await admin.get('/v1/indicators?retired=true').expect(200);
    expect((list.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(['own']);
    await admin.post('/v1/indicators/own/retire', {}).expect(422);
  });
});

describe('what a unit has instead', () => {
  it('is how much, not what', async () => {
    const made = await admin.put('/v1/indicators/days/overrides/office', { target: 2, reason: 'Pilot' }).expect(201);
    expect(made.body).toMatchObject({ unit: 'office', version: 1, override: { target: 2 }, validFrom: '0001-01-01' });
    await admin
      .put('/v1/indicators/days/overrides/office', { target: 2, validFrom: '2026-01' })
      .expect(200)
      .expect('ETag', made.headers['etag'] ?? '');
    await admin.put('/v1/indicators/days/overrides/office', { weight: 3, validFrom: '2026-01' }).expect(200);
    for (const body of [{ direction: 'higher' }, { name: 'Mine' }, {}, { validFrom: '2026-01' }])
      await admin.put('/v1/indicators/days/overrides/office', body).expect(422);
    const trajectory = [{ period: '2026-Q1', target: 1 }];
    const other = await admin.put('/v1/indicators/days/overrides/office', { trajectory }).expect(422);
    expect(other.body).toMatchObject({ code: 'TRAJECTORY_HAS_OTHER_PERIODS' });
    const list = await admin.get('/v1/indicators/days/overrides').expect(200);
    expect(list.body).toMatchObject({ items: [{ version: 1 }, { version: 2, validFrom: '2026-01-01' }] });
  });

  it('is that of a unit below the home, told by who is in charge there', async () => {
    const outside = await admin.put('/v1/indicators/own/overrides/health', { target: 1 }).expect(422);
    expect(outside.body).toMatchObject({ code: 'UNIT_IS_NOT_BELOW_HOME', params: { home: 'office', unit: 'health' } });
    await admin.put('/v1/indicators/days/overrides/moon', { target: 1 }).expect(422);
    const head = await signedInAs(api, 'head', { unit: 'health', roles: ['head-of-unit'] });
    await head.put('/v1/indicators/days/overrides/health', { target: 1 }).expect(201);
    await head.put('/v1/indicators/days/overrides/office', { target: 1 }).expect(403);
    await head.put('/v1/indicators/days/overrides/health', { target: 9 }).set('If-Match', '"1"').expect(412);
  });

  it('is taken back from a date on: from then the unit is as the one above, before it is as it was', async () => {
    await put('steps', { name: 'Steps', target: 10 }).expect(201);
    const own = '/v1/indicators/steps/overrides/office';
    await admin.delete(own).expect(404);
    await admin.put(own, { target: 2 }).expect(201);
    await admin.put(own, { target: 3, validFrom: '2026-05' }).expect(200);
    const overrides = async () => {
      const answer = await admin.get('/v1/indicators/steps/overrides').expect(200);
      return (answer.body as { items: { recordedAt: string }[] }).items;
    };
    const before = (await overrides()).at(-1)?.recordedAt ?? '';
    await admin.delete(`${own}?validFrom=2026-02&reason=Pilot%20ended`).expect(204);
    const targets = async (query = '') => {
      const path = `/v1/indicators/steps/values?unit=office&from=2026-01&to=2026-06${query}`;
      const { values } = (await admin.get(path).expect(200)).body as { values: { target?: number }[] };
      return values.map(({ target }) => target);
    };
    expect(await targets()).toEqual([2, 10, 10, 10, 10, 10]);
    expect(await targets(`&asOf=${before}`)).toEqual([2, 2, 2, 2, 3, 3]);
    expect(await overrides()).toMatchObject([
      {},
      {},
      { override: 'as-above', validFrom: '2026-02-01', reason: 'Pilot ended' },
      { validFrom: '2026-05-01' },
    ]);
    await admin.delete(`${own}?validFrom=2026-02`).expect(204);
    expect(await overrides()).toHaveLength(4);
    await admin.put(own, { target: 5, validFrom: '2026-03' }).expect(200);
    expect(await targets()).toEqual([2, 10, 5, 5, 10, 10]);
  });
});
