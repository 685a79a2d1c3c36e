import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOfPassword } from '../../../src/api/auth/passwordHash';
import { ADMIN_TOKEN } from '../api/support';
import { accountsUnderTest, invitation, PASSWORD } from './browser';
import type { AccountsUnderTest } from './browser';

let api: AccountsUnderTest;
beforeAll(async () => {
  api = await accountsUnderTest();
});
afterAll(() => api.close());

const HOUR = 3_600_000;

describe('an invitation', () => {
  it('leads to a password and a session, once', async () => {
    const page = await api.member('lan');
    expect((await page.get('/v1/me')).body).toMatchObject({ id: 'lan' });
    const read = await page.get('/v1/session');
    expect(read.body).toMatchObject({ person: { id: 'lan', roles: ['officer'] }, secondFactor: false });
    expect(read.headers.get('cache-control')).toBe('no-store');
  });

  it('works once, also when two open it at the same moment', async () => {
    await api.admin.put('/v1/people/twice', { name: 'Hai', unit: 'office', roles: ['officer'] }).expect(201);
    const token = await invitation(api.app, 'twice');
    const accept = () => api.open().post('/v1/invitations/accept', { token, password: PASSWORD });
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect((await accept()).body).toMatchObject({ code: 'ACCOUNT_LINK_NOT_VALID' });
  });

  it('stays good when the password is refused, and makes way for a newer one', async () => {
    await api.admin.put('/v1/people/slow', { name: 'Chậm', unit: 'office', roles: ['officer'] }).expect(201);
    const first = await invitation(api.app, 'slow');
    const page = api.open();
    const refused = await page.post('/v1/invitations/accept', { token: first, password: 'password1234' });
    expect(refused.body).toMatchObject({ code: 'PASSWORD_TOO_COMMON', errors: [{ field: '/password' }] });
    expect((await page.post('/v1/invitations/accept', { token: first, password: 'too short' })).status).toBe(422);
    const second = await invitation(api.app, 'slow');
    expect((await page.post('/v1/invitations/accept', { token: first, password: PASSWORD })).status).toBe(410);
    expect((await page.post('/v1/invitations/accept', { token: second, password: PASSWORD })).status).toBe(200);
    await api.admin.post('/v1/invitations', { person: 'slow' }).expect(409);
  });

  it('ends after seven days', async () => {
    await api.admin.put('/v1/people/late', { name: 'Muộn', unit: 'office', roles: ['officer'] }).expect(201);
    const token = await invitation(api.app, 'late');
    api.later(7 * 24 * HOUR + 1_000);
    expect((await api.open().post('/v1/invitations/accept', { token, password: PASSWORD })).status).toBe(410);
  });

  it("is the administrator's to make, and its link stands nowhere in the store", async () => {
    const page = await api.member('curious', { roles: ['head-of-unit'] });
    expect((await page.post('/v1/invitations', { person: 'lan' })).status).toBe(403);
    await api.admin.put('/v1/people/secret', { name: 'Kín', unit: 'office', roles: ['officer'] }).expect(201);
    const token = await invitation(api.app, 'secret');
    const cookie = page.cookie()?.split('=')[1] ?? '-';
    for (const { name } of (await api.connection.db?.listCollections().toArray()) ?? []) {
      const text = JSON.stringify(await api.connection.collection(name).find({}).toArray());
      expect([name, text.includes(token), text.includes(cookie), text.includes(PASSWORD)]).toEqual([
        name,
        false,
        false,
        false,
      ]);
    }
  });
});

describe('a session', () => {
  it('begins with a password or a bearer token, whose cookie no script reads and no other site sends', async () => {
    await api.member('minh');
    const page = api.open();
    const signedIn = await page.signIn('MINH@example.gov.vn ', PASSWORD);
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookies).toHaveLength(2);
    expect(signedIn.cookies[1]).toMatch(/^kairyo_device=[\w-]{43}; .*Path=\/v1\/session; HttpOnly; SameSite=Lax$/);
    expect((await page.signIn('minh@example.gov.vn', PASSWORD)).cookies).toHaveLength(1);
    expect(signedIn.cookies[0]).toMatch(/^kairyo_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const byToken = await api.open().post('/v1/session', { token: ADMIN_TOKEN });
    expect(byToken.body).toMatchObject({ person: { id: 'administrator' } });
  });

  it('goes over https alone where pages are reached by https', async () => {
    const behind = await accountsUnderTest({ settings: { publicUrl: 'https://kairyo.example.gov.vn' } });
    const answer = await behind.open().post('/v1/session', { token: ADMIN_TOKEN });
    expect(answer.cookies[0]).toMatch(/; Secure$/);
    await behind.close();
    const proxied = await accountsUnderTest({ settings: { trustedProxies: ['loopback'] } });
    const headers = { 'x-forwarded-proto': 'https' };
    const told = await proxied.open().post('/v1/session', { token: ADMIN_TOKEN }, { headers });
    expect(told.cookies[0]).toMatch(/; Secure$/);
    await proxied.close();
    const believed = await api.open().post('/v1/session', { token: ADMIN_TOKEN }, { headers });
    expect(believed.cookies[0]).not.toMatch(/Secure/);
  });

  it('needs the CSRF token for every change, and for nothing else', async () => {
    const page = await api.member('huong', { roles: ['head-of-unit'] });
    const body = { name: 'Phòng Cấp phép', parent: 'department' };
    expect((await page.get('/v1/units/office', { csrf: false })).status).toBe(200);
    for (const csrf of [false, 'wrong', 'x'.repeat(43)] as const) {
      const refused = await page.put('/v1/units/office', body, { csrf });
      expect([refused.status, refused.body['code']]).toEqual([403, 'CSRF_TOKEN_NEEDED']);
    }
    expect((await page.delete('/v1/session', undefined, { csrf: false })).status).toBe(403);
    expect((await page.put('/v1/units/office', body)).status).toBe(200);
  });

  it('has a CSRF token of its own: that of another session does not do', async () => {
    await api.member('ha');
    const [one, other] = [api.open(), api.open()];
    await one.signIn('ha@example.gov.vn', PASSWORD);
    const csrf = (await other.signIn('ha@example.gov.vn', PASSWORD)).body['csrf'] as string;
    expect((await one.delete('/v1/session', undefined, { csrf })).status).toBe(403);
  });

  it('is a new one after signing in: a cookie that was planted is worth nothing', async () => {
    const attacker = await api.member('mai');
    const planted = attacker.cookie();
    await api.member('nam');
    const victim = api.open();
    victim.setCookie(planted);
    expect((await victim.signIn('nam@example.gov.vn', PASSWORD)).status).toBe(200);
    expect(victim.cookie()).not.toBe(planted);
    expect((await attacker.get('/v1/session')).status).toBe(401);
    const made = api.open();
    made.setCookie(`kairyo_session=${'A'.repeat(43)}`);
    await made.signIn('nam@example.gov.vn', PASSWORD);
    expect(made.cookie()).not.toContain('AAAA');
  });

  it('does not count when a bearer token is sent too, even a bad one', async () => {
    const page = await api.member('bao');
    const headers = { authorization: 'Bearer wrong' };
    expect((await page.get('/v1/me', { headers })).body).toMatchObject({ code: 'TOKEN_NOT_VALID' });
    const administrator = { authorization: `Bearer ${ADMIN_TOKEN}` };
    expect((await page.get('/v1/me', { headers: administrator })).body).toMatchObject({ id: 'administrator' });
  });

  it('ends by signing out, after twelve hours without use, and after thirty days in any case', async () => {
    const page = await api.member('son');
    const kept = page.cookie();
    expect((await page.delete('/v1/session')).status).toBe(204);
    expect(page.cookie()).toBeUndefined();
    page.setCookie(kept);
    expect((await page.get('/v1/me')).body).toMatchObject({ code: 'NOT_SIGNED_IN' });

    await page.signIn('son@example.gov.vn', PASSWORD);
    api.later(11 * HOUR);
    expect((await page.get('/v1/me')).status).toBe(200);
    api.later(11 * HOUR);
    expect((await page.get('/v1/me')).status).toBe(200);
    api.later(12 * HOUR + 1);
    expect((await page.get('/v1/me')).status).toBe(401);

    await page.signIn('son@example.gov.vn', PASSWORD);
    for (let hours = 0; hours < 29 * 24; hours += 10) {
      api.later(10 * HOUR);
      await page.get('/v1/session');
    }
    expect((await page.get('/v1/me')).status).toBe(200);
    api.later(11 * HOUR);
    await page.get('/v1/me');
    api.later(11 * HOUR);
    expect((await page.get('/v1/me')).status).toBe(401);
  });

  it('is listed to its person, who ends it from elsewhere', async () => {
    const laptop = await api.member('thu');
    const phone = api.open();
    await phone.signIn('thu@example.gov.vn', PASSWORD);
    const { items } = (await laptop.get('/v1/me/sessions')).body as {
      items: { id: string; current: boolean; method: string }[];
    };
    expect(items.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(JSON.stringify(items)).not.toContain(phone.cookie()?.split('=')[1] ?? '-');
    const other = items.find(({ current }) => !current)?.id ?? '';
    expect((await (await api.member('thief')).delete(`/v1/me/sessions/${other}`)).status).toBe(404);
    expect((await laptop.delete(`/v1/me/sessions/${other}`)).status).toBe(204);
    expect((await phone.get('/v1/me')).status).toBe(401);
    expect((await laptop.get('/v1/me')).status).toBe(200);
  });

  it('ends everywhere when the password changes; the page that changed it goes on', async () => {
    const page = await api.member('vy');
    const other = api.open();
    await other.signIn('vy@example.gov.vn', PASSWORD);
    const next = 'một câu khác hẳn câu cũ';
    const wrong = await page.put('/v1/me/password', { current: 'not this one', password: next });
    expect(wrong.body).toMatchObject({ code: 'CURRENT_PASSWORD_WRONG', errors: [{ field: '/current' }] });
    expect((await page.put('/v1/me/password', { password: next })).status).toBe(422);
    const before = page.cookie();
    expect((await page.put('/v1/me/password', { current: PASSWORD, password: next })).status).toBe(200);
    expect(page.cookie()).not.toBe(before);
    expect((await page.get('/v1/me')).status).toBe(200);
    expect((await other.get('/v1/me')).status).toBe(401);
    expect((await api.open().signIn('vy@example.gov.vn', PASSWORD)).status).toBe(401);
    expect((await api.open().signIn('vy@example.gov.vn', next)).status).toBe(200);
  });

  it('ends when the account is taken away, and with the token it began with', async () => {
    const page = await api.member('gone');
    await api.admin.delete('/v1/people/gone/account').expect(204);
    expect((await page.get('/v1/me')).status).toBe(401);
    expect((await api.open().signIn('gone@example.gov.vn', PASSWORD)).status).toBe(401);
    await api.admin.delete('/v1/people/gone/account').expect(404);

    const issued = await api.admin.post('/v1/people/gone/tokens', { name: 'page' }).expect(201);
    const { id, token } = issued.body as { id: string; token: string };
    const byToken = api.open();
    expect((await byToken.post('/v1/session', { token })).status).toBe(200);
    expect((await byToken.get('/v1/me')).body).toMatchObject({ id: 'gone' });
    await api.admin.delete(`/v1/people/gone/tokens/${id}`).expect(204);
    expect((await byToken.get('/v1/me')).status).toBe(401);
  });

  it('hashes a password anew once more is advised', async () => {
    await api.member('old');
    const { accounts } = api.deps.identity;
    const weak = await hashOfPassword(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await accounts.setPassword('old', weak, api.now());
    expect((await api.open().signIn('old@example.gov.vn', 'wrong')).status).toBe(401);
    expect((await accounts.get('old'))?.passwordHash).toBe(weak);
    expect((await api.open().signIn('old@example.gov.vn', PASSWORD)).status).toBe(200);
    expect((await accounts.get('old'))?.passwordHash).toMatch(/m=19456,t=2,p=1/);
    expect((await api.open().signIn('old@example.gov.vn', PASSWORD)).status).toBe(200);
  });

  it('is refused with words for each mistake where nothing useful was sent', async () => {
    const page = api.open();
    for (const body of [
      {},
      { email: 'lan@example.gov.vn' },
      { token: '' },
      { email: { $gt: '' }, password: 'x' },
      [],
    ]) {
      const answer = await page.post('/v1/session', body);
      expect([answer.status, answer.body['code']]).toEqual([422, 'VALIDATION_FAILED']);
    }
    const simple = await fetch(`${api.base}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ token: ADMIN_TOKEN }),
    });
    expect(simple.status).toBe(415);
  });

  it('does not let anybody take the address of somebody else as a sign-in name, with an account or without', async () => {
    const page = await api.member('hoa');
    const theirs = { name: 'Giám đốc', unit: 'office', roles: ['head-of-unit'], email: 'Giam-doc@example.gov.vn' };
    await api.admin.put('/v1/people/giam-doc', theirs).expect(201);
    const take = (email: string) => page.put('/v1/me/account', { email, password: PASSWORD });
    expect((await take('giam-doc@example.gov.vn')).body).toMatchObject({ code: 'EMAIL_IS_TAKEN' });
    expect((await take('hoa.moi@example.gov.vn')).status).toBe(204);
    expect((await api.open().signIn('hoa.moi@example.gov.vn', PASSWORD)).status).toBe(200);
  });

  it('lets the first administrator choose a password', async () => {
    const page = api.open();
    await page.post('/v1/session', { token: ADMIN_TOKEN });
    expect((await page.put('/v1/me/password', { password: PASSWORD })).status).toBe(200);
    expect((await api.open().signIn('administrator', PASSWORD)).status).toBe(200);
  });
});
