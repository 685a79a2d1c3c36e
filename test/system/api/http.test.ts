import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ADMIN_TOKEN, apiUnderTest, caller, seedProvince, signedInAs } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
beforeAll(async () => {
  api = await apiUnderTest({ settings: { checkAnswers: true, jsonBytes: 20_000, failedSignInsPerMinute: 1000 } });
  admin = caller(api.app);
  await seedProvince(api);
});
afterAll(() => api.close());

describe('every problem', () => {
  const about = (code: string, status: number) => ({
    code,
    status,
    type: `/problems/${code}`,
    title: expect.any(String),
    detail: expect.any(String),
    requestId: expect.any(String),
  });

  it('is a document of RFC 9457 with a stable code, for an address that is not there', async () => {
    const answer = await admin
      .get('/v1/nothing')
      .expect(404)
      .expect('Content-Type', /^application\/problem\+json/);
    expect(answer.body).toMatchObject(about('NO_SUCH_ADDRESS', 404));
  });

  it('names the methods there are when one is not (405), also for OPTIONS', async () => {
    const answer = await admin.delete('/v1/people/administrator').expect(405);
    expect(answer.headers['allow']).toBe('GET, PUT, HEAD, OPTIONS');
    expect(answer.body).toMatchObject(about('METHOD_NOT_ALLOWED', 405));
    await request(api.app)
      .options('/v1/units/province')
      .expect(204)
      .expect('Allow', /GET, PUT, DELETE, HEAD, OPTIONS/);
  });

  it('says in which form answers come when that is not wanted (406)', async () => {
    const answer = await admin.get('/v1/me').set('Accept', 'image/png').expect(406);
    expect(answer.body).toMatchObject(about('NOT_ACCEPTABLE', 406));
  });

  it('says which form a body must have (415)', async () => {
    const answer = await request(api.app)
      .put('/v1/units/u')
      .set('Authorization', `Bearer ${ADMIN_TOKEN}`)
      .set('Content-Type', 'text/plain')
      .send('name: u')
      .expect(415);
    expect(answer.body).toMatchObject({ ...about('UNSUPPORTED_MEDIA_TYPE', 415), params: { given: 'text/plain' } });
  });

  it('points at line and column of malformed JSON', async () => {
    const answer = await request(api.app)
      .put('/v1/units/u')
      .set('Authorization', `Bearer ${ADMIN_TOKEN}`)
      .set('Content-Type', 'application/json')
      .send('{\n  "name": "x",\n  "parent" "y"\n}')
      .expect(400);
    expect(answer.body).toMatchObject({ ...about('MALFORMED_JSON', 400), params: { line: 3, column: 12 } });
  });

  it('says how large a body may be (413)', async () => {
    const answer = await admin.put('/v1/units/u', { name: 'x'.repeat(30_000) }).expect(413);
    expect(answer.body).toMatchObject({ ...about('TOO_LARGE', 413), params: { limit: 20_000 } });
  });

  it('asks for a body that is missing', async () => {
    const answer = await request(api.app).put('/v1/units/u').set('Authorization', `Bearer ${ADMIN_TOKEN}`).expect(400);
    expect(answer.body).toMatchObject(about('BODY_MISSING', 400));
  });

  it('names each mistake of a body: where, by which rule, in the language of the caller', async () => {
    const body = { unit: 'office', roles: ['king'], extra: 1 };
    const english = await admin.put('/v1/people/lan', body).expect(422);
    expect(english.body).toMatchObject({
      ...about('VALIDATION_FAILED', 422),
      errors: [
        { in: 'body', field: '/name', rule: 'invalid_type', message: 'missing; a text is needed' },
        { in: 'body', field: '/roles/0', rule: 'invalid_value' },
        { in: 'body', field: '/extra', rule: 'unrecognized_keys' },
      ],
    });
    const vietnamese = await admin.put('/v1/people/lan', body).set('Accept-Language', 'vi-VN,vi;q=0.9').expect(422);
    expect(vietnamese.headers['content-language']).toBe('vi');
    expect(JSON.stringify(vietnamese.body)).toContain('còn thiếu; cần');
  });

  it('translates the sentences that schemas state themselves', async () => {
    const answer = await admin
      .put('/v1/units/u', { name: 'U', parent: 'a b' })
      .set('Accept-Language', 'vi')
      .expect(422);
    expect(answer.body).toMatchObject({
      errors: [{ field: '/parent', message: expect.stringContaining('chỉ gồm chữ') }],
    });
  });

  it('lists the commands there are when one is not', async () => {
    await admin.post('/v1/cycles', { procedure: 'permit', unit: 'office' }).expect(201);
    const answer = await admin.post('/v1/cycles/office~permit~1/commands', { type: 'Dance' }).expect(422);
    expect(answer.body).toMatchObject({
      errors: [{ field: '/type', message: expect.stringContaining('ApprovePlan') }],
    });
  });

  it('names a parameter that is not there, so that a misprint is not ignored', async () => {
    const answer = await admin.get('/v1/units?limt=3').expect(400);
    expect(answer.body).toMatchObject({
      ...about('INVALID_PARAMETER', 400),
      errors: [{ in: 'query', field: '/limt' }],
    });
    await admin.get('/v1/me?x=1').expect(400);
  });

  it('refuses an address whose percent signs mean nothing', async () => {
    await admin
      .get('/v1/units/%E0%A4%A')
      .expect(400)
      .expect('Content-Type', /problem/);
    await admin
      .get('/v1/units/a%00b')
      .expect(400)
      .expect('Content-Type', /problem/);
  });

  it('is explained at its own address', async () => {
    const answer = await request(api.app).get('/problems/YOU_WROTE_THIS_PLAN').expect(200);
    expect(answer.body).toMatchObject({ status: 403, detail: { vi: expect.any(String), en: expect.any(String) } });
    await request(api.app).get('/problems/NO_SUCH_CODE').expect(404);
    await request(api.app).get('/problems/constructor').expect(404);
  });
});

describe('every request', () => {
  it('has an id: the one it came with, or a new one', async () => {
    await admin.get('/healthz').set('X-Request-Id', 'abc-1').expect('X-Request-Id', 'abc-1');
    const strange = await admin.get('/healthz').set('X-Request-Id', 'a b"<');
    expect(strange.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('speaks the language of the person when the request names none', async () => {
    const ken = await signedInAs(api, 'ken', { unit: 'office', roles: ['officer'], language: 'en' });
    const answer = await ken.put('/v1/calendars/x', {}).set('Accept-Language', '*');
    expect(answer.headers['content-language']).toBe('en');
    const anonymous = await request(api.app).get('/v1/me').expect(401);
    expect(anonymous.headers['content-language']).toBe('vi');
  });

  it('is not logged with tokens, ids or personal data', async () => {
    const lines: string[] = [];
    const { default: pino } = await import('pino');
    const logged = await apiUnderTest({
      log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    });
    await caller(logged.app).put('/v1/people/lan?strict=false', { name: 'Lan', email: 'lan@example.org' });
    await logged.close();
    expect(lines.join('')).toContain('"route":"/v1/people/{person}"');
    expect(lines.join('')).not.toMatch(/lan|example\.org|token-for-tests/);
  });
});

describe('signing in', () => {
  it('asks for a token, and does not say why one is not good', async () => {
    const none = await request(api.app).get('/v1/me').expect(401);
    expect(none.headers['www-authenticate']).toBe('Bearer realm="kairyo"');
    expect(none.body).toMatchObject({ code: 'NOT_SIGNED_IN' });
    const unknown = await caller(api.app, 'unknown').get('/v1/me').expect(401);
    expect(unknown.body).toMatchObject({ code: 'TOKEN_NOT_VALID' });
  });

  it('makes whoever guesses wait, and nobody else', async () => {
    const guarded = await apiUnderTest({ settings: { failedSignInsPerMinute: 3 } });
    for (let i = 0; i < 3; i += 1) await caller(guarded.app, `guess-${i}`).get('/v1/me').expect(401);
    const answer = await caller(guarded.app, 'guess-4').get('/v1/me').expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await caller(guarded.app).get('/v1/me').expect(200);
    await guarded.close();
  });

  it('forgets a token that was revoked or has expired', async () => {
    await signedInAs(api, 'minh', { unit: 'office', roles: ['officer'] });
    const issued = await admin.post('/v1/people/minh/tokens', { name: 'laptop' }).expect(201);
    const { token, id } = issued.body as { token: string; id: string };
    const minh = caller(api.app, token);
    await minh.get('/v1/me').expect(200);
    const stored = await api.connection.collection('tokens').findOne({ id });
    expect(JSON.stringify(stored)).not.toContain(token);
    const listed = await minh.get('/v1/people/minh/tokens').expect(200);
    expect(JSON.stringify(listed.body)).not.toContain(token);
    await minh.delete(`/v1/people/minh/tokens/${id}`).expect(204);
    await minh.get('/v1/me').expect(401);
    await admin.delete(`/v1/people/minh/tokens/${id}`).expect(404);
  });

  it('issues no token that has expired already', async () => {
    const answer = await admin
      .post('/v1/people/administrator/tokens', { name: 'old', expiresAt: '2020-01-01T00:00:00Z' })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'EXPIRY_IS_PAST', errors: [{ field: '/expiresAt' }] });
  });

  it('lets nobody issue a token for somebody else', async () => {
    const hoa = await signedInAs(api, 'hoa', { unit: 'department', roles: ['head-of-unit'] });
    await hoa.post('/v1/people/administrator/tokens', { name: 'x' }).expect(403);
    await hoa.post('/v1/people/hoa/tokens', { name: 'x' }).expect(201);
  });

  it('tells me who I am and what I may do', async () => {
    const answer = await admin.get('/v1/me').expect(200);
    expect(answer.body).toMatchObject({ id: 'administrator', roles: ['administrator'] });
    expect((answer.body as { may: string[] }).may).toContain('cycle.launch');
  });
});

describe('health', () => {
  it('answers without a token', async () => {
    await request(api.app).get('/healthz').expect(200, { status: 'ok' });
    await request(api.app)
      .get('/readyz')
      .expect(200, { status: 'ready', checks: { mongodb: 'ok', temporal: 'ok' } });
  });

  it('says which of its servers does not answer, and does not wait for it for ever', async () => {
    const probes = { mongodb: async () => undefined, temporal: () => new Promise<never>(() => undefined) };
    const waiting = await apiUnderTest({ probes });
    const answer = await request(waiting.app).get('/readyz').expect(503);
    expect(answer.body).toEqual({ status: 'not-ready', checks: { mongodb: 'ok', temporal: 'failed' } });
    await waiting.close();
  });
});
