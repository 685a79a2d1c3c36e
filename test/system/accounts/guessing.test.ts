import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountsUnderTest, codeAt, PASSWORD } from './browser';
import type { AccountsUnderTest } from './browser';

let api: AccountsUnderTest;
beforeAll(async () => {
  api = await accountsUnderTest({ settings: { trustedProxies: ['loopback'] } }, 0, 'stands');
});
afterAll(() => api.close());

const MINUTE = 60_000;
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const guess = (email: string, password: string, address: string) =>
  api.open().post('/v1/session', { email, password }, from(address));

describe('guessing passwords', () => {
  it('is told the same, whatever is wrong', async () => {
    await api.member('an');
    await api.admin.put('/v1/people/waits', { name: 'Chờ', unit: 'office', roles: ['officer'] }).expect(201);
    await api.admin.post('/v1/invitations', { person: 'waits' }).expect(201);
    const wrong = await guess('an@example.gov.vn', 'wrong', '198.51.100.1');
    const nobody = await guess('nobody@example.gov.vn', 'wrong', '198.51.100.1');
    const noPassword = await guess('waits', 'wrong', '198.51.100.1');
    const { requestId: _one, ...said } = wrong.body;
    for (const other of [nobody, noPassword]) {
      const { requestId: _other, ...same } = other.body;
      expect([other.status, same]).toEqual([401, said]);
    }
    expect(said).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('has to wait after five failures, longer each time, and then goes on', async () => {
    await api.member('binh');
    const address = '198.51.100.2';
    for (let tries = 0; tries < 5; tries += 1)
      expect((await guess('binh@example.gov.vn', `wrong ${tries}`, address)).status).toBe(401);
    const waits = await guess('binh@example.gov.vn', PASSWORD, address);
    expect([waits.status, waits.body['code'], waits.headers.get('retry-after')]).toEqual([
      429,
      'TOO_MANY_ATTEMPTS',
      '1',
    ]);
    for (let tries = 0; tries < 12; tries += 1) {
      api.later(15 * MINUTE);
      expect((await guess('binh@example.gov.vn', 'wrong', address)).status).toBe(401);
    }
    const longest = await guess('binh@example.gov.vn', PASSWORD, address);
    expect(Number(longest.headers.get('retry-after'))).toBeGreaterThan(10 * 60);
    expect(Number(longest.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    api.later(15 * MINUTE);
    expect((await guess('binh@example.gov.vn', PASSWORD, address)).status).toBe(200);
    expect((await guess('binh@example.gov.vn', 'wrong', address)).status).toBe(401);
  });

  it('gains nothing from trying a hundred at once', async () => {
    await api.member('chi');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_none, n) => guess('chi@example.gov.vn', `guess ${n}`, '198.51.100.3')),
    );
    const tried = answers.filter(({ status }) => status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(1);
    expect(tried).toBeLessThanOrEqual(8);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(100 - tried);
  });

  it('does not lock the owner out of a browser they know, from wherever it is tried', async () => {
    await api.member('dung');
    const office = '198.51.100.4';
    const owner = api.open();
    const signIn = (password: string) =>
      owner.post('/v1/session', { email: 'dung@example.gov.vn', password }, from(office));
    expect((await signIn(PASSWORD)).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 30; n += 1)
      statuses.push((await guess('dung@example.gov.vn', 'wrong', n < 10 ? office : `203.0.113.${n}`)).status);
    expect(statuses.at(9)).toBe(429);
    expect(statuses.slice(0, 5).concat(statuses.slice(10, 20))).toEqual(Array.from({ length: 15 }, () => 401));
    expect(statuses.at(-1)).toBe(429);
    expect((await guess('dung@example.gov.vn', PASSWORD, '203.0.113.200')).status).toBe(429);
    expect((await guess('dung@example.gov.vn', PASSWORD, office)).status).toBe(429);
    expect((await signIn(PASSWORD)).status).toBe(200);
    for (let n = 0; n < 5; n += 1) expect((await signIn('wrong')).status).toBe(401);
    expect((await signIn(PASSWORD)).status).toBe(429);
    api.later(MINUTE);
    expect((await guess('dung@example.gov.vn', PASSWORD, '203.0.113.201')).status).toBe(200);
  });

  it('of another account gains nothing from a browser that is known for one', async () => {
    await api.member('mine');
    await api.member('theirs');
    const page = api.open();
    await page.post('/v1/session', { email: 'mine@example.gov.vn', password: PASSWORD }, from('198.51.100.9'));
    let last = 0;
    for (let n = 0; n < 6; n += 1)
      last = (await page.post('/v1/session', { email: 'theirs@example.gov.vn', password: 'x' }, from('198.51.100.9')))
        .status;
    expect(last).toBe(429);
  });

  it('of many accounts from one address is slowed down too, and IPv6 gives nobody more addresses', async () => {
    let last = 0;
    for (let n = 0; n < 60; n += 1)
      last = (await guess(`someone${n}@example.gov.vn`, 'wrong', `2001:db8:5:5::${n.toString(16)}`)).status;
    expect(last).toBe(429);
    expect((await guess('another@example.gov.vn', 'wrong', '2001:db8:5:6::1')).status).toBe(401);
  });
});

describe('the second factor', () => {
  async function withFactor(id: string) {
    const page = await api.member(id);
    const begun = await page.post('/v1/me/second-factor');
    const { secret, otpauth } = begun.body as { secret: string; otpauth: string };
    expect(otpauth).toContain(`secret=${secret}`);
    expect(otpauth).toMatch(/^otpauth:\/\/totp\/Kairyo:/);
    expect((await page.post('/v1/me/second-factor/confirm', { code: '000000' })).body['code']).toBe('CODE_WRONG');
    const confirmed = await page.post('/v1/me/second-factor/confirm', { code: codeAt(secret, api.now()) });
    return { page, secret, recoveryCodes: confirmed.body['recoveryCodes'] as string[] };
  }
  const signIn = (id: string, code?: string) => api.open().signIn(`${id}@example.gov.vn`, PASSWORD, code);

  it('is asked for once the password is right; each code works once', async () => {
    const { page, secret, recoveryCodes } = await withFactor('factor');
    expect(recoveryCodes).toHaveLength(10);
    expect((await page.get('/v1/session')).body).toMatchObject({ secondFactor: true });
    expect((await page.post('/v1/me/second-factor')).body['code']).toBe('SECOND_FACTOR_IS_ON');
    expect((await signIn('factor')).body['code']).toBe('SECOND_FACTOR_NEEDED');
    expect((await signIn('factor')).cookies).toEqual([]);
    expect((await api.open().signIn('factor@example.gov.vn', 'wrong', '123456')).body['code']).toBe('SIGN_IN_FAILED');
    expect((await signIn('factor', codeAt(secret, api.now()))).body['code']).toBe('SIGN_IN_FAILED');
    api.later(MINUTE);
    const code = codeAt(secret, api.now());
    const both = await Promise.all([signIn('factor', code), signIn('factor', code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await signIn('factor', code)).status).toBe(401);
  });

  it('gives way to a recovery code, once', async () => {
    const { recoveryCodes } = await withFactor('recover');
    const code = recoveryCodes[3] ?? '';
    expect((await signIn('recover', code.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await signIn('recover', code)).status).toBe(401);
    const account = await api.admin.get('/v1/people/recover/account').expect(200);
    expect(account.body).toMatchObject({ state: 'active', secondFactor: true, recoveryCodesLeft: 9 });
  });

  it('is not guessed either', async () => {
    await withFactor('guessed');
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await signIn('guessed', `00000${n}`)).status);
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses).toContain(429);
  });

  it('is turned off with the password, or by an administrator with a new link', async () => {
    const { page } = await withFactor('off');
    expect((await page.delete('/v1/me/second-factor', { password: 'wrong' })).status).toBe(422);
    expect((await page.delete('/v1/me/second-factor', { password: PASSWORD })).status).toBe(204);
    expect((await signIn('off')).status).toBe(200);
    await withFactor('lost');
    await api.admin.post('/v1/people/lost/password-reset', { removeSecondFactor: true }).expect(201);
    expect((await signIn('lost')).status).toBe(200);
  });

  it('needs an account with a password', async () => {
    await api.admin.put('/v1/people/bare', { name: 'Trần', unit: 'office', roles: ['officer'] }).expect(201);
    const issued = await api.admin.post('/v1/people/bare/tokens', { name: 'x' }).expect(201);
    const page = api.open();
    await page.post('/v1/session', { token: (issued.body as { token: string }).token });
    expect((await page.post('/v1/me/second-factor')).body['code']).toBe('NO_PASSWORD_YET');
    expect((await page.post('/v1/me/second-factor/confirm', { code: '123456' })).body['code']).toBe(
      'SECOND_FACTOR_NOT_BEGUN',
    );
  });
});
