import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest, caller, seedProvince, signedInAs } from '../api/support';
import type { ApiUnderTest } from '../api/support';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  await seedProvince(api);
  const admin = caller(api.app);
  await admin.put('/v1/procedures/other', { name: 'Other', unit: 'health' });
  for (const [procedure, title] of [
    ['permit', '=HYPERLINK("http://x")'],
    ['other', 'Beside'],
  ])
    await admin.post('/v1/cycles', { procedure, title, unit: procedure === 'other' ? 'health' : 'office' }).expect(201);
  await admin.post('/v1/cycles/office~permit~1/commands', { type: 'WithdrawPlan', reason: 'Twice' }).expect(200);
});
afterAll(() => api.close());

const ADDRESS = '/v1/units/department/cycle-history';

describe('the history of a unit', () => {
  it('has the cycles of the unit and those below it, and what they have in common', async () => {
    const head = await signedInAs(api, 'head', { unit: 'department', roles: ['head-of-unit'] });
    const answer = await head.get(ADDRESS).expect(200);
    expect(answer.body).toMatchObject({
      unit: 'department',
      outcomes: { withdrawn: 1, open: 0 },
      cycles: [{ cycle: 'office~permit~1', outcome: 'withdrawn' }],
    });
    await head.get('/v1/units/health/cycle-history').expect(403);
    await head.get(`${ADDRESS}?from=2026-02-01&to=2026-01-01`).expect(400);
    expect((await head.get(`${ADDRESS}?to=2020-01-01`).expect(200)).body).toMatchObject({ cycles: [] });
  });

  it('is a table for whoever asks for one, with headings in their language and no formula in it', async () => {
    const admin = caller(api.app);
    const answer = await admin.get(ADDRESS).set('Accept', 'text/csv').set('Accept-Language', 'vi').expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="cycles-department.csv"');
    expect(answer.text).toMatch(/^\uFEFFMã chu kỳ,Đơn vị,/);
    expect(answer.text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('is a workbook by its address too', async () => {
    const { headers } = await caller(api.app).get(`${ADDRESS}?format=xlsx`).expect(200);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(Number(headers['content-length'])).toBeGreaterThan(1000);
  });
});

describe('every list', () => {
  it('is a table for whoever accepts one, with all its pages, and with nothing they may not read', async () => {
    const officer = await signedInAs(api, 'officer', { unit: 'office', roles: ['officer'] });
    const people = await officer.get('/v1/people?limit=1').set('Accept', 'text/csv').expect(200);
    expect(
      people.text
        .trim()
        .split('\r\n')
        .map((row) => row.split(',')[0])
        .slice(1),
    ).toEqual(['officer']);
    const units = await officer.get('/v1/units?limit=1').set('Accept', 'text/csv').expect(200);
    expect(units.text.trim().split('\r\n')).toHaveLength(5);
  });

  it('stays what it was for everybody else', async () => {
    const answer = await caller(api.app).get('/v1/units').set('Accept', '*/*').expect(200);
    expect(answer.headers['content-type']).toContain('application/json');
    await caller(api.app).get('/v1/units').set('Accept', 'image/png').expect(406);
    await caller(api.app).get('/v1/units/office').set('Accept', 'text/csv').expect(406);
  });
});
