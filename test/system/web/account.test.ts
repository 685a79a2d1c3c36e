import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TOTP, URI } from 'otpauth';
import { faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';
const PHRASE = 'bốn con thuyền trên sông';

async function accept({ page }: Visitor): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
}

describePages('the pages around a person', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];

  beforeAll(async () => {
    stage = await openStage('web-account');
    ({ api, browser } = stage);
  });
  afterAll(() => stage?.close());

  async function left(visitor: Visitor): Promise<void> {
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }

  it('say that an address is none, with status 404, to whoever comes, and to programs as before', async () => {
    const outside = await browser.visit(undefined, { viewport: PHONE });
    expect((await outside.page.goto('/no/such/page'))?.status()).toBe(404);
    await outside.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await accept(outside);
    await outside.page.getByRole('link', { name: 'Go to the sign-in' }).click();
    await outside.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await left(outside);

    const inside = await browser.visit(ADMIN);
    expect((await inside.page.goto('/no/such/page'))?.status()).toBe(404);
    await inside.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await accept(inside);
    await inside.page.goto('/cycles/xyz');
    await inside.page.getByRole('heading', { name: 'This cannot be shown' }).waitFor();
    await accept(inside);
    await inside.page.getByRole('navigation', { name: 'Ways on' }).getByRole('link', { name: 'Cycles' }).click();
    await inside.page.getByRole('heading', { level: 1, name: 'Cycles' }).waitFor();
    await left(inside);

    for (const [path, accepted] of [
      ['/v1/nothing', 'text/html'],
      ['/nothing', '*/*'],
    ] as const) {
      const answer = await fetch(`http://127.0.0.1:${api.port}${path}`, { headers: { accept: accepted } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('offer to load a page again whose script is gone after an upgrade', async () => {
    const visitor = await browser.visit(ADMIN);
    const { page } = visitor;
    await page.route('**/app/help-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Help' }).click();
    await page
      .getByRole('alert')
      .getByText(/Kairyo was probably renewed/)
      .waitFor();
    await page.unroute('**/app/help-*.js');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    await accept(visitor);
    await visitor.close();
  });

  it('lead from a password to a second factor, and in again by a code and by a recovery code', async () => {
    const visitor = await browser.visit(await tokenOf(api.admin, 'binh'), { viewport: PHONE });
    const { page } = visitor;
    await page.goto('/settings/account');
    await page.getByLabel('New password').fill('qwertyuiopas');
    await page.getByText(/too easy to guess/).waitFor();
    await page.getByLabel('New password').fill(PHRASE);
    await page.getByText(/Very good/).waitFor();
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('The new password holds.').waitFor();
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    await accept(visitor);
    await browser.picture(page, 'qr-phone');
    const totp = await totpOf(visitor);
    await page.getByLabel('Code', { exact: true }).fill(totp.generate());
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    await accept(visitor);
    await browser.picture(page, 'codes-phone');
    const [first = ''] = await page.locator('.codes code').allInnerTexts();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    expect((await saved).suggestedFilename()).toBe('kairyo-recovery-codes.txt');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail or sign-in name').fill('binh');
    await page.getByLabel('Password', { exact: true }).fill(PHRASE);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code', { exact: true }).fill(first);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await page.getByLabel('New e-mail address').fill('binh@example.org');
    await page.getByLabel('Present password').last().fill('not this one');
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByRole('alert').getByText('The current password is not right.').first().waitFor();
    await page.getByLabel('Present password').last().fill(PHRASE);
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByText('From now on you sign in as binh@example.org.').waitFor();
    await left(visitor);
  });

  /** As the picture and the link on the page say it to an authenticator app. */
  async function totpOf({ page }: Visitor): Promise<TOTP> {
    const address = await page.getByRole('link', { name: /authenticator app on this device/ }).getAttribute('href');
    const read = URI.parse(address ?? '');
    if (!(read instanceof TOTP)) throw new Error('no TOTP');
    return read;
  }

  it('let an administrator look after the account of a person who lost their device', async () => {
    const visitor = await browser.visit(ADMIN, { viewport: PHONE });
    const { page } = visitor;
    await page.goto('/settings/units?unit=kh-dpi');
    await page.getByRole('button', { name: 'Account of binh' }).click();
    await page.getByText(/Second factor: on, 9 recovery codes left/).waitFor();
    await page.getByLabel(/The device and the codes are lost/).check();
    await page.getByRole('button', { name: 'Make a link for a new password' }).click();
    await page.getByText('/reset#').waitFor();
    await page.getByText('Second factor: off.').waitFor();
    await accept(visitor);
    await browser.picture(page, 'account-phone');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByText('Signed out everywhere.').waitFor();
    await page.getByText('Open sessions: 0.').waitFor();
    await page.getByRole('button', { name: 'Take the account away' }).click();
    await page.getByText(/Take the account of binh away\?/).waitFor();
    await page.getByRole('button', { name: 'Take the account away' }).click();
    await page.getByText(/No account yet/).waitFor();
    await left(visitor);
  });

  it('end a session elsewhere, and keep the language that was chosen', async () => {
    const token = await tokenOf(api.admin, 'chi');
    const [here, there] = [await browser.visit(token), await browser.visit(token)];
    await here.page.goto('/settings/account');
    await here.page
      .getByRole('button', { name: /End the session of/ })
      .first()
      .click();
    await here.page.getByRole('button', { name: /End the session of/ }).waitFor({ state: 'detached' });
    await accept(here);
    await there.page.goto('/cycles');
    await there.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await left(there);
    await here.page.getByRole('main').getByLabel('Language').selectOption('ja');
    await here.page.getByRole('button', { name: '保存' }).click();
    await here.page.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' });
    expect((await api.as(token).get('/v1/me')).body).toMatchObject({ language: 'ja' });
    await left(here);
  });

  it('show a message the moment it comes, open what it is about, and count it as read', async () => {
    const visitor = await browser.visit(await tokenOf(api.admin, 'lead'));
    const { page } = visitor;
    await page.goto('/messages');
    await page.getByText('No messages yet.').waitFor();
    await stage?.run.stores.reminders.record([
      {
        ...{ key: '2026-11-24/lead/1', person: 'lead', language: 'en', createdAt: new Date().toISOString() },
        ...{ subject: 'A plan waits for you', body: 'Please complete the plan.', reminders: [], deliveries: [] },
        items: [{ due: 'kh-dpi~licence~1/plan', step: 'first', stream: 'kh-dpi~licence~1', title: 'Quicker licences' }],
      },
    ]);
    await page.getByRole('link', { name: 'Messages, 1 unread' }).waitFor();
    await page.getByRole('heading', { name: 'A plan waits for you' }).waitFor();
    await accept(visitor);
    await browser.picture(page, 'messages');
    await page.getByRole('button', { name: /Mark as read/ }).click();
    await page.getByRole('link', { name: 'Messages', exact: true }).waitFor();
    await left(visitor);
  });
});
