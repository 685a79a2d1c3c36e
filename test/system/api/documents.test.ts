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

describe('putting and reading documents', () => {
  it('makes a unit without any header, replaces it, and keeps both versions', async () => {
    const made = await admin.put('/v1/units/library', { name: 'Thư viện' }).expect(201);
    expect(made.headers).toMatchObject({ location: '/v1/units/library', etag: '"1"' });
    expect(made.body).toMatchObject({ id: 'library', name: 'Thư viện', version: 1, updatedBy: 'administrator' });
    await admin
      .put('/v1/units/library', { name: 'Thư viện tỉnh', parent: 'province' })
      .expect(200)
      .expect('ETag', '"2"');
    const history = await admin.get('/v1/units/library/history').expect(200);
    expect(history.body).toMatchObject({
      items: [{ name: 'Thư viện' }, { name: 'Thư viện tỉnh', parent: 'province' }],
    });
  });

  it('takes a document back as it was read', async () => {
    const read = await admin.get('/v1/units/library').expect(200);
    const unit = read.body as object;
    await admin.put('/v1/units/library', unit).expect(200).expect('ETag', '"2"');
    const other = await admin.put('/v1/units/library', { ...unit, id: 'else' }).expect(422);
    expect(other.body).toMatchObject({ code: 'ID_DIFFERS', errors: [{ field: '/id' }] });
  });

  it('answers 304 to whoever has it already', async () => {
    await admin.get('/v1/units/library').set('If-None-Match', '"2"').expect(304).expect('ETag', '"2"');
    await admin.get('/v1/units/library').set('If-None-Match', '"1"').expect(200);
    const list = await admin.get('/v1/units').expect(200);
    await admin
      .get('/v1/units')
      .set('If-None-Match', list.headers['etag'] ?? '')
      .expect(304);
  });

  it('replaces only the version that the editor saw, when they say which', async () => {
    const late = await admin.put('/v1/units/library', { name: 'Late' }).set('If-Match', '"1"').expect(412);
    expect(late.body).toMatchObject({ code: 'CHANGED_MEANWHILE', params: { current: 2 } });
    await admin.put('/v1/units/library', { name: 'Weak' }).set('If-Match', 'W/"2"').expect(412);
    await admin.put('/v1/units/library', { name: 'Again' }).set('If-None-Match', '*').expect(412);
    await admin.put('/v1/units/nowhere', { name: 'No' }).set('If-Match', '*').expect(412);
    await admin.put('/v1/units/library', { name: 'Right' }).set('If-Match', '"1", "2"').expect(200);
    await admin.put('/v1/units/library', { name: 'Bad' }).set('If-Match', 'three').expect(400);
  });

  it('asks for the version with ?strict=true', async () => {
    const answer = await admin.put('/v1/units/library?strict=true', { name: 'X' }).expect(428);
    expect(answer.body).toMatchObject({ code: 'PRECONDITION_NEEDED' });
    await admin.put('/v1/units/library?strict=true', { name: 'X' }).set('If-Match', '"3"').expect(200);
  });

  it('tells the engine of every put and removal, also of a repeated one: the first may have died before it could', async () => {
    api.told.length = 0;
    await admin.put('/v1/units/told', { name: 'Told' }).expect(201);
    await admin.put('/v1/units/told', { name: 'Told' }).expect(200).expect('ETag', '"1"');
    await admin.delete('/v1/units/told').expect(204);
    expect(api.told).toEqual(Array.from({ length: 3 }, () => ['unit', 'told']));
  });

  it('lists page by page, to the end and without repetition', async () => {
    const seen: string[] = [];
    let url: string | undefined = '/v1/units?limit=2';
    while (url !== undefined) {
      const page: { headers: Record<string, string>; body: { items: { id: string }[]; next?: string } } = await admin
        .get(url)
        .expect(200);
      seen.push(...page.body.items.map(({ id }) => id));
      url = /<([^>]+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
      expect(url === undefined).toBe(page.body.next === undefined);
    }
    expect(seen).toEqual(['department', 'health', 'library', 'office', 'province']);
    await admin.get('/v1/units?cursor=nonsense').expect(400);
    await admin.get('/v1/units?limit=0').expect(400);
    await admin.get('/v1/units?limit=201').expect(400);
  });

  it('says what still needs a unit that is to be removed', async () => {
    const answer = await admin.delete('/v1/units/office').expect(409);
    expect(answer.body).toMatchObject({ code: 'STILL_NEEDED', params: { by: ['procedure permit'] } });
    await admin.delete('/v1/calendars/vn').expect(409);
    await admin.delete('/v1/units/never').expect(404);
    await admin.delete('/v1/units/library').expect(204);
    await admin.get('/v1/units/library').expect(404);
  });

  it('names the field of what is not known', async () => {
    const unit = await admin.put('/v1/people/an', { name: 'An', unit: 'moon', roles: [] }).expect(422);
    expect(unit.body).toMatchObject({ code: 'UNKNOWN_UNIT', errors: [{ field: '/unit' }] });
    const manager = await admin
      .put('/v1/people/an', { name: 'An', unit: 'office', roles: [], manager: 'x' })
      .expect(422);
    expect(manager.body).toMatchObject({ code: 'UNKNOWN_PERSON', errors: [{ field: '/manager' }] });
  });

  it('keeps the administrator an administrator', async () => {
    const body = { name: 'Quản trị', unit: 'province', roles: ['officer'] };
    await admin.put('/v1/people/administrator', body).expect(409);
    await admin.put('/v1/people/administrator', { ...body, roles: ['administrator'] }).expect(200);
  });
});

describe('calendars', () => {
  it("counts on Vietnam's calendar, which is there from the start", async () => {
    await admin.get('/v1/calendars/vn/working-days?from=2026-08-21&add=5').expect(200, { date: '2026-08-27' });
    await admin.get('/v1/calendars/vn/working-days?from=2026-11-23&add=1').expect(200, { date: '2026-11-25' });
    await admin.get('/v1/calendars/vn/working-days?from=2026-08-27&add=-5').expect(200, { date: '2026-08-21' });
    await admin.get('/v1/calendars/vn/working-days?from=2026-08-21&to=2026-08-27').expect(200, { workingDays: 5 });
  });

  it('says when it counted beyond the years it knows', async () => {
    const answer = await admin.get('/v1/calendars/vn/working-days?from=2199-01-01&add=1').expect(200);
    expect(answer.body).toMatchObject({ beyondKnownYears: true });
  });

  it('takes either add or to, and days that are days', async () => {
    for (const query of ['from=2026-08-21', 'from=2026-08-21&add=1&to=2026-08-22', 'from=2026-02-30&add=1', 'add=1'])
      expect([query, (await admin.get(`/v1/calendars/vn/working-days?${query}`)).status]).toEqual([query, 400]);
    await admin.get('/v1/calendars/none/working-days?from=2026-08-21&add=5').expect(404);
  });

  it("counts on an office's own calendar, a Saturday worked included", async () => {
    const hours = [['08:00', '12:00']];
    const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] };
    const days = [{ date: '2026-08-22', kind: 'work' }];
    await admin.put('/v1/calendars/mine', { name: 'Mine', timeZone: 'Asia/Ho_Chi_Minh', week, days }).expect(201);
    await admin.get('/v1/calendars/mine/working-days?from=2026-08-21&add=1').expect(200, { date: '2026-08-22' });
  });
});

describe('who may edit what', () => {
  it('lets a head of unit edit below and not beside, and not move a unit out of reach', async () => {
    const head = await signedInAs(api, 'head', { unit: 'department', roles: ['head-of-unit'] });
    await head.put('/v1/units/desk', { name: 'Bàn một cửa', parent: 'office' }).expect(201);
    const beside = await head.put('/v1/units/clinic', { name: 'Phòng khám', parent: 'health' }).expect(403);
    expect(beside.body).toMatchObject({ code: 'NOT_YOUR_UNIT', params: { unit: 'health', yours: 'department' } });
    await head.put('/v1/units/desk', { name: 'Bàn một cửa', parent: 'health' }).expect(403);
    await head.put('/v1/units/root', { name: 'Root' }).expect(403);
    await head.put('/v1/units/desk', { name: 'Một cửa', parent: 'department' }).expect(200);
  });

  it('lets a head of unit give some roles and not others', async () => {
    const head = await signedInAs(api, 'head', { unit: 'department', roles: ['head-of-unit'] });
    await head.put('/v1/people/tam', { name: 'Tâm', unit: 'office', roles: ['officer', 'reviewer'] }).expect(201);
    const more = await head
      .put('/v1/people/tam', { name: 'Tâm', unit: 'office', roles: ['administrator'] })
      .expect(403);
    expect(more.body).toMatchObject({ code: 'ROLE_NOT_YOURS_TO_GIVE', params: { roles: ['administrator'] } });
    await head.put('/v1/people/tam', { name: 'Tâm', unit: 'health', roles: ['officer'] }).expect(403);
  });

  it("does not let a head of unit have an administrator's letters sent elsewhere", async () => {
    const head = await signedInAs(api, 'head', { unit: 'department', roles: ['head-of-unit'] });
    const chief = { name: 'Sơn', unit: 'department', roles: ['administrator'], email: 'son@province.vn' };
    await admin.put('/v1/people/son', chief).expect(201);
    const elsewhere = await head.put('/v1/people/son', { ...chief, email: 'head@province.vn' }).expect(403);
    expect(elsewhere.body).toMatchObject({ code: 'PERSON_NOT_YOURS_TO_REACH', params: { person: 'son' } });
    await head.put('/v1/people/son', { ...chief, deputy: 'head' }).expect(403);
    await head.put('/v1/people/son', { ...chief, name: 'Nguyễn Sơn' }).expect(200);
  });

  it('shows people only where they may be seen, without holes in the pages', async () => {
    await signedInAs(api, 'far', { unit: 'health', roles: ['officer'] });
    const officer = await signedInAs(api, 'near', { unit: 'office', roles: ['officer'] });
    const list = await officer.get('/v1/people?limit=1').expect(200);
    const { items, next } = list.body as { items: { id: string }[]; next: string };
    const rest = await officer.get(`/v1/people?cursor=${next}`).expect(200);
    expect([...items, ...(rest.body as { items: { id: string }[] }).items].map(({ id }) => id)).toEqual([
      'near',
      'tam',
    ]);
    await officer.get('/v1/people/far').expect(403);
    await officer.get('/v1/people/near').expect(200);
  });

  it('lets an auditor read everything and change nothing', async () => {
    const auditor = await signedInAs(api, 'audit', { unit: 'health', roles: ['auditor'] });
    await auditor.get('/v1/people/near').expect(200);
    const answer = await auditor.put('/v1/units/office', { name: 'X', parent: 'department' }).expect(403);
    expect(answer.body).toMatchObject({ code: 'ROLE_NEEDED', params: { roles: ['administrator', 'head-of-unit'] } });
  });

  it('has nothing here for a citizen', async () => {
    const citizen = await signedInAs(api, 'citizen', { unit: 'health', roles: ['citizen'] });
    for (const url of ['/v1/units', '/v1/units/office', '/v1/people', '/v1/units/office/cycles'])
      expect([url, (await citizen.get(url)).status]).toEqual([
        url,
        url === '/v1/people' || url === '/v1/units' ? 200 : 403,
      ]);
  });
});
