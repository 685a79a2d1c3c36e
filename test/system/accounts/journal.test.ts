import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caller, signedInAs } from '../api/support';
import { accountsUnderTest, PASSWORD } from './browser';
import type { AccountsUnderTest } from './browser';

let api: AccountsUnderTest;
beforeAll(async () => {
  api = await accountsUnderTest();
});
afterAll(() => api.close());

type Items = { readonly items: readonly Record<string, unknown>[]; readonly next?: string };

describe('the scope of a token', () => {
  async function withScope(person: string, scope: unknown) {
    const answer = await api.admin.post(`/v1/people/${person}/tokens`, { name: 'a program', scope }).expect(201);
    return { ...caller(api.app, (answer.body as { token: string }).token), body: answer.body as { token: string } };
  }

  it('is everything unless it is said otherwise, and is listed', async () => {
    await api.admin.put('/v1/people/scoped', { name: 'S', unit: 'office', roles: ['head-of-unit'] }).expect(201);
    await api.admin.post('/v1/people/scoped/tokens', { name: 'all' }).expect(201);
    await withScope('scoped', ['unit', 'cycle:read']);
    const listed = await api.admin.get('/v1/people/scoped/tokens').expect(200);
    expect((listed.body as Items).items.map(({ scope }) => scope)).toEqual(['full', ['unit', 'cycle:read']]);
    const refused = await api.admin.post('/v1/people/scoped/tokens', { name: 'x', scope: ['token'] }).expect(422);
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('to read changes nothing; of groups reaches these alone; neither gives more than its person may', async () => {
    const reader = await withScope('scoped', 'read');
    await reader.get('/v1/units/office').expect(200);
    const body = { name: 'Phòng Cấp phép', parent: 'department' };
    const refused = await reader.put('/v1/units/office', body).expect(403);
    expect(refused.body).toMatchObject({
      code: 'TOKEN_SCOPE_EXCEEDED',
      params: { action: 'unit.edit', scope: 'read' },
    });
    const units = await withScope('scoped', ['unit']);
    await units.put('/v1/units/office', body).expect(200);
    await units.get('/v1/people/scoped').expect(403);
    await units.put('/v1/units/health', { name: 'Sở Y tế', parent: 'province' }).expect(403);
    const me = await reader.get('/v1/me').expect(200);
    expect((me.body as { may: string[] }).may).not.toContain('unit.edit');
  });

  it('is not a way to more: no other token, no session, no password', async () => {
    for (const scope of ['read', ['unit']] as const) {
      const token = await withScope('administrator', scope);
      await token.post('/v1/people/administrator/tokens', { name: 'more' }).expect(403);
      await token.put('/v1/me/password', { password: PASSWORD }).expect(403);
      await token.post('/v1/invitations', { person: 'scoped' }).expect(403);
      const session = await api.open().post('/v1/session', { token: token.body.token });
      expect([session.status, session.body['code'], session.cookies]).toEqual([403, 'TOKEN_SCOPE_EXCEEDED', []]);
    }
  });
});

describe('sign-ins', () => {
  it('are written down: who, when, what came of it; and nothing that was typed', async () => {
    const page = await api.member('lan');
    await api.open().signIn('lan@example.gov.vn', 'my wrong password');
    await api.open().signIn('my.password.by.mistake@example.gov.vn', 'x');
    await api.open().signIn('lan@example.gov.vn', PASSWORD);
    await page.delete('/v1/session');
    const all = (await api.admin.get('/v1/sign-ins').expect(200)).body as Items;
    expect(all.items.slice(0, 6).map(({ outcome, person, method }) => [outcome, person, method])).toEqual([
      ['signed-out', 'lan', undefined],
      ['signed-in', 'lan', 'password'],
      ['failed', undefined, 'password'],
      ['failed', 'lan', 'password'],
      ['signed-in', 'lan', 'invitation'],
      ['invited', 'lan', undefined],
    ]);
    expect(all.items[0]).toMatchObject({ at: expect.any(String), address: expect.stringContaining('127.0.0.1') });
    const text = JSON.stringify(await api.connection.collection('sign_ins').find({}).toArray());
    for (const typed of ['wrong password', 'by.mistake', PASSWORD]) expect(text).not.toContain(typed);
    const first = (await api.admin.get('/v1/sign-ins?person=lan&limit=2').expect(200)).body as Items;
    const second = (await api.admin.get(`/v1/sign-ins?person=lan&limit=2&cursor=${first.next ?? ''}`)).body as Items;
    expect([...first.items, ...second.items].map(({ outcome }) => outcome)).toEqual([
      'signed-out',
      'signed-in',
      'failed',
      'signed-in',
    ]);
  });

  it('and refusals are read by administrators and auditors alone', async () => {
    const auditor = await signedInAs(api, 'auditor', { unit: 'health', roles: ['auditor'] });
    const head = await signedInAs(api, 'chief', { unit: 'province', roles: ['head-of-unit'] });
    for (const path of ['/v1/sign-ins', '/v1/refusals']) {
      await auditor.get(path).expect(200);
      await head.get(path).expect(403);
    }
  });
});

describe('refusals', () => {
  it('are written down: who, which action, where, when', async () => {
    const officer = await signedInAs(api, 'clerk', { unit: 'office', roles: ['officer'] });
    await officer.put('/v1/units/health', { name: 'Mine now' }).expect(403);
    await officer.get('/v1/units/office').expect(200);
    const head = await signedInAs(api, 'leader', { unit: 'office', roles: ['head-of-unit'] });
    await head.put('/v1/units/health', { name: 'Mine now' }).expect(403);
    const { items } = (await api.admin.get('/v1/refusals').expect(200)).body as Items;
    expect(items[0]).toMatchObject({
      person: 'leader',
      code: 'NOT_YOUR_UNIT',
      action: 'unit.edit',
      unit: 'health',
      route: 'putUnit',
      path: '/v1/units/health',
      count: 1,
    });
    expect(items[1]).toMatchObject({ person: 'clerk', code: 'ROLE_NEEDED', action: 'unit.edit' });
  });

  it('of a request under a key are written down too, each time it is sent', async () => {
    const officer = await signedInAs(api, 'keyed', { unit: 'office', roles: ['officer'] });
    const body = { procedure: 'permit', unit: 'office', title: 'x', plan: {} };
    const launch = () => officer.post('/v1/cycles', body).set('Idempotency-Key', 'k1');
    await launch().expect(403);
    await launch().expect(403);
    const { items } = (await api.admin.get('/v1/refusals?person=keyed').expect(200)).body as Items;
    expect(items.map(({ action }) => action)).toEqual(['cycle.launch', 'cycle.launch']);
  });

  it('of strangers are counted by the hour, so that nobody fills the store', async () => {
    for (let n = 0; n < 12; n += 1) await api.open().get('/v1/me/sessions');
    const { items } = (await api.admin.get('/v1/refusals').expect(200)).body as Items;
    const strangers = items.filter(({ route, person }) => route === 'listMySessions' && person === undefined);
    expect(strangers.reduce((sum, { count }) => sum + Number(count), 0)).toBe(12);
    expect(strangers.length).toBeLessThanOrEqual(2);
  });
});
