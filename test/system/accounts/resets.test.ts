import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { email } from '../../../src/channels/email';
import { startMailServer } from '../reminders/mailServer';
import { eventually } from '../support/eventually';
import { accountsUnderTest, codeAt, PASSWORD, secretOf } from './browser';
import type { AccountsUnderTest } from './browser';

const NEXT = 'một câu khác hẳn câu cũ';
const HOUR = 3_600_000;
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let api: AccountsUnderTest;
beforeAll(async () => {
  mailServer = await startMailServer();
  const mail = email.fromEnvironment({ KAIRYO_SMTP_URL: mailServer.url });
  if (mail === undefined) throw new Error('no mail');
  api = await accountsUnderTest({ mail, settings: { publicUrl: 'https://kairyo.example.gov.vn/' } });
});
afterAll(async () => {
  await api.close();
  await mailServer.stop();
});

const letters = (to: string) => mailServer.mails.filter((mail) => mail.to === to);
const linkIn = (text: string): string => /https:\/\/\S+/.exec(text)?.[0] ?? '';
async function askedFor(id: string): Promise<string> {
  const before = letters(`${id}@example.gov.vn`).length;
  const headers = { host: 'evil.example.org', 'x-forwarded-host': 'evil.example.org' };
  const asked = await api.open().post('/v1/password-resets', { email: `${id}@example.gov.vn` }, { headers });
  expect(asked.status).toBe(202);
  await eventually(async () => expect(letters(`${id}@example.gov.vn`).length).toBe(before + 1));
  return linkIn(letters(`${id}@example.gov.vn`).at(-1)?.text ?? '');
}

describe('an invitation by e-mail', () => {
  it('arrives in the language of its reader, with the address in its fragment', async () => {
    const person = { name: 'Nguyễn Thị Lan', unit: 'office', roles: ['officer'], email: 'lan@example.gov.vn' };
    await api.admin.put('/v1/people/lan', person).expect(201);
    const invited = await api.admin.post('/v1/invitations', { person: 'lan' }).expect(201);
    expect(invited.body).toMatchObject({ emailed: 'sent', address: expect.stringMatching(/^\/welcome#[\w-]{43}$/) });
    const [letter] = letters('lan@example.gov.vn');
    expect(letter).toMatchObject({ subject: 'Mời bạn sử dụng Kairyo', language: 'vi' });
    expect(letter?.text).toContain('Nguyễn Thị Lan');
    const link = linkIn(letter?.text ?? '');
    expect(link).toBe(`https://kairyo.example.gov.vn${(invited.body as { address: string }).address}`);
    const accepted = await api.open().post('/v1/invitations/accept', { token: secretOf(link), password: PASSWORD });
    expect(accepted.status).toBe(200);
  });

  it('is handed over by the administrator where it cannot be sent', async () => {
    await api.admin.put('/v1/people/plain', { name: 'Không thư', unit: 'office', roles: ['officer'] }).expect(201);
    const invited = await api.admin.post('/v1/invitations', { person: 'plain' }).expect(201);
    expect(invited.body).toMatchObject({ emailed: 'no-address', address: expect.stringContaining('/welcome#') });
  });
});

describe('a reset by e-mail', () => {
  it('lets the owner choose a new password, once, and ends every session', async () => {
    const page = await api.member('minh', { language: 'en' });
    const link = await askedFor('minh');
    expect(link).toMatch(/^https:\/\/kairyo\.example\.gov\.vn\/reset#[\w-]{43}$/);
    expect(letters('minh@example.gov.vn').at(-1)).toMatchObject({
      subject: 'Reset your Kairyo password',
      language: 'en',
    });
    expect((await page.get('/v1/me')).status).toBe(200);
    const token = secretOf(link);
    const weak = await api.open().post('/v1/password-resets/accept', { token, password: 'minh@example.gov.vn' });
    expect(weak.body['code']).toBe('PASSWORD_NAMES_YOU');
    expect((await api.open().post('/v1/password-resets/accept', { token, password: NEXT })).status).toBe(204);
    expect((await page.get('/v1/me')).status).toBe(401);
    expect((await api.open().signIn('minh@example.gov.vn', PASSWORD)).status).toBe(401);
    expect((await api.open().signIn('minh@example.gov.vn', NEXT)).status).toBe(200);
    const again = await api.open().post('/v1/password-resets/accept', { token, password: PASSWORD });
    expect([again.status, again.body['code']]).toEqual([410, 'ACCOUNT_LINK_NOT_VALID']);
  });

  it('is good for an hour, and not as an invitation', async () => {
    await api.member('ha');
    const token = secretOf(await askedFor('ha'));
    expect((await api.open().post('/v1/invitations/accept', { token, password: NEXT })).status).toBe(410);
    api.later(HOUR + 1_000);
    expect((await api.open().post('/v1/password-resets/accept', { token, password: NEXT })).status).toBe(410);
  });

  it('does not turn the second factor off', async () => {
    const page = await api.member('tuan');
    const { secret } = (await page.post('/v1/me/second-factor')).body as { secret: string };
    await page.post('/v1/me/second-factor/confirm', { code: codeAt(secret, api.now()) });
    const token = secretOf(await askedFor('tuan'));
    await api.open().post('/v1/password-resets/accept', { token, password: NEXT });
    expect((await api.open().signIn('tuan@example.gov.vn', NEXT)).body['code']).toBe('SECOND_FACTOR_NEEDED');
  });

  it('answers alike for whoever has no account, and sends nobody a flood', async () => {
    const nobody = await api.open().post('/v1/password-resets', { email: 'nobody@example.gov.vn' });
    expect([nobody.status, nobody.body]).toEqual([202, {}]);
    await api.member('flood');
    for (let n = 0; n < 3; n += 1) await askedFor('flood');
    for (let n = 0; n < 10; n += 1)
      expect((await api.open().post('/v1/password-resets', { email: 'flood@example.gov.vn' })).status).toBe(202);
    await api.member('after');
    await askedFor('after');
    expect(letters('flood@example.gov.vn').length - 1).toBe(3);
    expect(letters('nobody@example.gov.vn')).toEqual([]);
  });

  it('goes to the address of the account, not to one that a head of unit wrote into the person', async () => {
    await api.member('boss', { roles: ['improvement-lead'] });
    const head = await api.member('head', { roles: ['head-of-unit'] });
    const read = (await head.get('/v1/people/boss')).body;
    const edited = await head.put('/v1/people/boss', { ...read, email: 'thief@example.org' });
    expect(edited.status).toBe(200);
    await askedFor('boss');
    await api.open().post('/v1/password-resets', { email: 'thief@example.org' });
    expect(letters('thief@example.org')).toEqual([]);
  });
});

describe('a reset by an administrator', () => {
  it('gives a link to hand over, by e-mail as well, and nobody else may make one', async () => {
    const page = await api.member('hoa', { roles: ['head-of-unit'] });
    await api.member('kim');
    expect((await page.post('/v1/people/kim/password-reset', {})).status).toBe(403);
    const made = await api.admin.post('/v1/people/kim/password-reset', {}).expect(201);
    expect(made.body).toMatchObject({ person: 'kim', emailed: 'sent' });
    const token = secretOf((made.body as { address: string }).address);
    const newer = await api.admin.post('/v1/people/kim/password-reset', {}).expect(201);
    expect((await api.open().post('/v1/password-resets/accept', { token, password: NEXT })).status).toBe(410);
    const second = secretOf((newer.body as { address: string }).address);
    expect((await api.open().post('/v1/password-resets/accept', { token: second, password: NEXT })).status).toBe(204);
    await api.admin.post('/v1/people/nobody/password-reset', {}).expect(404);
  });
});

describe('a mail server that is away', () => {
  it('is asked again for a reset', async () => {
    const grey = await startMailServer({ refuse: 2 });
    const mail = email.fromEnvironment({ KAIRYO_SMTP_URL: grey.url });
    const settings = { letterRetriesMs: [1, 1, 1] };
    const greylisted = await accountsUnderTest({ ...(mail !== undefined && { mail }), settings });
    await greylisted.admin
      .put('/v1/people/lan', { name: 'Lan', unit: 'office', roles: ['officer'], language: 'en' })
      .expect(201);
    await greylisted.admin.put('/v1/people/lan/account', { email: 'lan@example.gov.vn' }).expect(200);
    await greylisted.deps.identity.accounts.setPassword('lan', 'a hash', greylisted.now());
    await greylisted.open().post('/v1/password-resets', { email: 'lan@example.gov.vn' });
    await eventually(async () => expect(grey.mails.map(({ to }) => to)).toEqual(['lan@example.gov.vn']));
    await greylisted.close();
    await grey.stop();
  });

  it('costs nobody their link', async () => {
    const mail = email.fromEnvironment({ KAIRYO_SMTP_URL: 'smtp://127.0.0.1:1' });
    const away = await accountsUnderTest({ ...(mail !== undefined && { mail }) });
    const person = { name: 'Lan', unit: 'office', roles: ['officer'], email: 'lan@example.gov.vn' };
    await away.admin.put('/v1/people/lan', person).expect(201);
    const invited = await away.admin.post('/v1/invitations', { person: 'lan' }).expect(201);
    expect(invited.body).toMatchObject({ emailed: 'failed', address: expect.stringContaining('/welcome#') });
    await away.close();
  });
});
