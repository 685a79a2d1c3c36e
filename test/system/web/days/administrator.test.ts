import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TOTP } from 'otpauth';
import { URI } from 'otpauth';
import type { Page } from 'playwright-core';
import { faultsOf } from '../browser';
import type { Visitor } from '../browser';
import { BEYOND_THE_EDGE, describePages } from '../stage';
import { aDay } from './steps';
import type { Day } from './steps';

const ADMIN = 'administrator-for-tests';
const FIRST = 'bốn con thuyền trên sông';
const SECOND = 'năm ngọn núi sau mưa';

describePages('an administrator', () => {
  let day: Day;
  let admin: Visitor;
  let binh: Visitor;
  let totp: TOTP;
  beforeAll(async () => {
    day = await aDay('web-administrator');
    admin = await day.browser.visit(ADMIN);
    binh = await day.browser.visit(undefined);
  });
  afterAll(() => day?.close());

  const today = ({ page }: Visitor) => page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const linkOn = async (page: Page, to: RegExp): Promise<string> => {
    const shown = page.locator('code', { hasText: to });
    await shown.waitFor();
    const { pathname, hash } = new URL(await shown.innerText());
    return pathname + hash;
  };
  const accountOfBinh = async (): Promise<Page> => {
    await admin.page.goto('/settings/units?unit=kh-dpi');
    await admin.page.getByRole('button', { name: 'Account of binh' }).click();
    return admin.page;
  };
  const choosesPassword = async ({ page }: Visitor, link: string, password: string): Promise<void> => {
    await page.goto(link);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set the password' }).click();
  };
  const signsIn = async ({ page }: Visitor, password: string): Promise<void> => {
    await page.getByLabel('E-mail or sign-in name').fill('binh');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('invites a person, who chooses a password by the link, once, and signs in with it', async () => {
    await admin.page.goto('/settings/units?unit=kh-dpi');
    await admin.page.getByRole('button', { name: 'Invite binh' }).click();
    await admin.page.getByRole('button', { name: 'Make an invitation link' }).click();
    const link = await linkOn(admin.page, /\/welcome#/);
    await choosesPassword(binh, link, FIRST);
    await today(binh);
    const late = await day.browser.visit(undefined);
    await choosesPassword(late, link, SECOND);
    await late.page.getByRole('alert').first().waitFor();
    await late.close();
    await binh.page.getByRole('button', { name: 'Sign out' }).click();
    await signsIn(binh, FIRST);
    await today(binh);
  });

  it('has a person who turns the second factor on, and is asked for it from then on', async () => {
    const { page } = binh;
    await page.goto('/settings/account');
    await page.getByRole('button', { name: 'Set it up' }).click();
    const address = await page.getByRole('link', { name: /authenticator app on this device/ }).getAttribute('href');
    totp = URI.parse(address ?? '') as TOTP;
    await page.getByLabel('Code', { exact: true }).fill(totp.generate());
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    const [code = ''] = await page.locator('.codes code').allInnerTexts();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signsIn(binh, FIRST);
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
  });

  it('resets the password of a person who lost the device: the old one holds no more, nor do their sessions', async () => {
    const page = await accountOfBinh();
    await page.getByLabel(/The device and the codes are lost/).check();
    await page.getByRole('button', { name: 'Make a link for a new password' }).click();
    const link = await linkOn(page, /\/reset#/);
    const elsewhere = await day.browser.visit(undefined);
    await choosesPassword(elsewhere, link, SECOND);
    await elsewhere.page.getByText('The new password holds. Sign in with it now.').waitFor();
    expect(await faultsOf(elsewhere.page)).toEqual([]);
    await elsewhere.page.getByRole('link', { name: 'Sign in' }).click();
    await signsIn(elsewhere, SECOND);
    await today(elsewhere);
    await binh.page.goto('/cycles');
    await binh.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await signsIn(binh, FIRST);
    await binh.page.getByRole('alert').first().waitFor();
    await signsIn(binh, SECOND);
    await binh.page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
    await elsewhere.close();
  });

  it('ends the sessions of a person everywhere', async () => {
    const page = await accountOfBinh();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByText('Open sessions: 0.').waitFor();
    await binh.page.goto('/');
    await binh.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });

  it('makes a token that reads and writes nothing, and revokes it', async () => {
    const { page } = admin;
    await page.goto('/settings/tokens');
    await page.getByLabel('Person').selectOption('lead');
    await page.getByLabel('What it is for').fill('Dashboard');
    await page.getByRole('button', { name: 'Make a token' }).click();
    const shown = page.locator('.note.good code');
    await shown.waitFor();
    const program = day.api.as(await shown.innerText());
    expect((await program.get('/v1/units')).status).toBe(200);
    expect((await program.post('/v1/cycles', { procedure: 'licence', plan: {} })).status).toBe(403);
    await page.getByRole('button', { name: 'Revoke Dashboard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke Dashboard' }).waitFor({ state: 'detached' });
    expect((await program.get('/v1/units')).status).toBe(401);
  });

  it('reads who signed in and who was refused what', async () => {
    const { page } = admin;
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Sign-ins and refusals' }).click();
    const journal = page.getByRole('region', { name: 'Sign-ins and refusals' });
    await journal
      .getByRole('row', { name: /binh.*signed in \(password\)/ })
      .first()
      .waitFor();
    await day.browser.picture(page, 'journal-sign-ins');
    await journal.getByRole('row', { name: /binh.*signed out everywhere.*(Quản trị|admin)/i }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Journal').selectOption('refusals');
    await journal.getByRole('row', { name: /lead.*the token may do less/ }).waitFor();
    await page.getByRole('main').getByLabel('Person').selectOption('binh');
    await page.getByText('Nothing is noted here.').waitFor();
    await page.getByRole('main').getByLabel('Person').selectOption('');
    await journal.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await day.browser.picture(page, 'journal-refusals');
    expect([...admin.complaints, ...binh.complaints]).toEqual([]);
  });
});
