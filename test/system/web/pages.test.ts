import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { eventually } from '../support/eventually';
import { faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { aProcedure, launched, tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';
describePages('the pages', () => {
  let stage: Stage | undefined;
  let run: Stage['run'];
  let api: Stage['api'];
  let browser: Stage['browser'];
  const tokens: Record<string, string> = {};
  const as = (person: string) => api.as(tokens[person] ?? '');
  const open = (person: string | undefined, options = {}) =>
    browser.visit(person === undefined ? undefined : tokens[person], options);

  beforeAll(async () => {
    stage = await openStage('web');
    ({ run, api, browser } = stage);
    for (const person of ['head', 'lead', 'chi', 'binh']) tokens[person] = await tokenOf(api.admin, person);
  });
  afterAll(() => stage?.close());

  const leave = async ({ complaints, close }: Visitor) => {
    await close();
    expect(complaints).toEqual([]);
  };

  it('lead whoever comes first to a plan', async () => {
    const visitor = await open('lead');
    const { page } = visitor;
    await page.getByRole('heading', { name: 'First steps' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Begin with an empty plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Launch an improvement cycle' }).waitFor();
    await leave(visitor);
  });

  it('refuse a wrong token in words, let in with the right one, and let out again', async () => {
    const visitor = await open(undefined);
    const { page } = visitor;
    await page.goto('/cycles');
    await page.getByRole('heading', { name: 'This is the first start' }).waitFor();
    await page.getByLabel('Access token').fill('not-a-token');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert').innerText()).resolves.not.toBe('');
    await page.getByLabel('Access token').fill(tokens['lead'] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Cycles' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Cycles' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await leave(visitor);
  });

  it('lead from a guided plan to an approved one, and a page open elsewhere follows', async () => {
    await aProcedure(run, 'permit');
    const lead = await open('lead');
    const { page } = lead;
    await page.getByRole('link', { name: 'Launch a cycle' }).click();
    await page.getByLabel('Procedure').selectOption('permit');
    await page.getByLabel('Title (optional)').fill('Permits in half the time');
    const gate = page.getByRole('complementary', { name: 'Before approval' });
    await gate.getByText('Still missing: 8').waitFor();
    await page.getByLabel('Problem').fill('Permits take three weeks');
    await gate.getByText('Still missing: 7').waitFor();
    await page.reload();
    await page.getByText('Here is what you typed until').waitFor();
    expect(await page.getByLabel('Problem').inputValue()).toBe('Permits take three weeks');
    await page.getByLabel('Causes 1', { exact: true }).fill('Files come in incomplete');
    await page.getByLabel('Add an indicator').selectOption('median');
    await page.getByLabel('Add an indicator').selectOption('rework-share');
    const [median, rework] = [page.locator('#at-plan-indicators-0'), page.locator('#at-plan-indicators-1')];
    await median.getByLabel('Baseline').fill('12');
    await median.getByLabel('Predicted: at most').fill('6');
    await median.getByLabel('Target').fill('5');
    await rework.getByLabel('Baseline (%)').fill('10');
    await rework.getByLabel('Predicted: at most (%)').fill('12');
    await page.getByLabel('What shall be better').fill('Half of the files within five days');
    await page.getByLabel('Measured by').selectOption('median');
    await page.getByLabel('By', { exact: true }).fill('2027-12-31');
    await page.getByRole('button', { name: 'Add a countermeasure' }).click();
    await page.getByLabel('What is done').fill('Checklist at the counter');
    await page.getByLabel('Owner').selectOption('binh');
    await page.getByLabel('Due', { exact: true }).fill('2027-09-30');
    await page.getByLabel('Cost').fill('0');
    await page.getByLabel('Where it is tried first').fill('Counter 1');
    await page.getByLabel('How long Do lasts', { exact: true }).fill('3');
    await page.getByLabel('Add a reviewer').selectOption('chi');
    await gate.getByText('Nothing is missing').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Launch a cycle' }).click();
    await page.getByRole('heading', { level: 1, name: 'Permits in half the time' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve the plan' }).count()).toBe(0);

    const head = await open('head');
    await head.page.getByRole('link', { name: /Permits in half the time/ }).click();
    await head.page.getByRole('dialog').waitFor();
    expect(await faultsOf(head.page)).toEqual([]);
    await head.page.getByRole('dialog').getByRole('button', { name: 'Approve the plan' }).click();
    await head.page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.steps [aria-current=step]', { hasText: 'Do' }).waitFor({ timeout: 10_000 });
    await page.getByText('Plan approved').waitFor();
    await leave(head);
    await leave(lead);
  });

  it('never overwrite what somebody else wrote: both are shown, and nothing typed is lost', async () => {
    await aProcedure(run, 'extract');
    const id = await launched(as('lead'), 'extract');
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto(`/cycles/${encodeURIComponent(id)}/plan`);
    await page.getByLabel('Problem').fill('My words');
    const plan = { problem: 'Their words' };
    await as('head').post(`/v1/cycles/${encodeURIComponent(id)}/commands`, { type: 'RevisePlan', plan });
    await page.getByText('Somebody changed the plan meanwhile').waitFor();
    await page.getByText('Their words').first().waitFor();
    expect(await page.getByLabel('Problem').inputValue()).toBe('My words');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quicker extract' }).waitFor();
    await page.getByText('My words').waitFor();
    await leave(visitor);
  });

  it('can be gone through with the keyboard alone', async () => {
    await aProcedure(run, 'stamp');
    const id = await launched(as('lead'), 'stamp');
    const visitor = await open('head');
    const { page } = visitor;
    await page.goto('/cycles?q=stamp');
    await page.getByRole('link', { name: 'Quicker stamp' }).waitFor();
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Quicker stamp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Quicker stamp' }).waitFor();
    await tabTo(page, 'Approve the plan');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toContain(encodeURIComponent(id));
    await leave(visitor);
  });

  it('show an officer no action that would be refused, and say in words what is not theirs', async () => {
    await aProcedure(run, 'seal');
    const id = await launched(as('lead'), 'seal');
    const visitor = await open('binh');
    const { page } = visitor;
    await page.goto(`/cycles/${encodeURIComponent(id)}`);
    await page.getByRole('heading', { level: 1, name: 'Quicker seal' }).waitFor();
    for (const name of ['Approve the plan', 'Withdraw the plan'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.goto('/launch');
    await page.getByText('You may not launch a cycle.').waitFor();
    await page.goto(`/cycles/${encodeURIComponent(id)}/plan`);
    await page.getByText('You may read this plan but not change it.').waitFor();
    await leave(visitor);
  });

  it('say when the connection is lost, and keep what was typed', async () => {
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/launch');
    await page.getByLabel('Problem').fill('Typed in a tunnel');
    await page.context().setOffline(true);
    await page.getByText('The connection is lost.').waitFor();
    expect(await page.getByLabel('Problem').inputValue()).toBe('Typed in a tunnel');
    await page.context().setOffline(false);
    await page.getByText('The connection is lost.').waitFor({ state: 'detached' });
    await visitor.close();
  });

  it.each([
    ['desktop', {}],
    ['phone', { viewport: PHONE }],
    ['dark', { colorScheme: 'dark' }],
  ] as const)('have no fault that axe finds and nothing beyond the edge: %s', async (name, options) => {
    const id = await someCycle();
    const visitor = await open('lead', options);
    const { page } = visitor;
    for (const path of [
      '/',
      '/cycles',
      '/cycles?view=board',
      `/cycles/${encodeURIComponent(id)}`,
      '/launch',
      '/history',
      '/indicators',
      '/settings',
    ]) {
      await page.goto(path);
      await page.waitForLoadState('load');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('Loading …').first().waitFor({ state: 'detached' });
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      const wide = await page.evaluate(BEYOND_THE_EDGE);
      expect([path, wide]).toEqual([path, 0]);
      await browser.picture(page, `${name}${path.replaceAll(/\W+/g, '-')}`);
    }
    await leave(visitor);
  });

  const someCycle = async (): Promise<string> => {
    const { body } = await as('lead').get('/v1/units/kh-dpi/cycles?limit=1');
    return (body as { items: { id: string }[] }).items[0]?.id ?? launched(as('lead'), 'licence');
  };

  it('speak Vietnamese, English and Japanese, and say so to a screen reader', async () => {
    const visitor = await open('lead');
    const { page } = visitor;
    for (const [language, title] of [
      ['vi', 'Hôm nay'],
      ['ja', '今日'],
      ['en', 'Today'],
    ] as const) {
      await page.locator('header select').selectOption(language);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    }
    await leave(visitor);
  });

  it('give the history of a unit as a file in which nothing is carried out', async () => {
    await aProcedure(run, 'trap');
    await as('lead').post('/v1/cycles', { procedure: 'trap', title: '=HYPERLINK("http://x")', plan: {} });
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/history');
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const text = await readFile(await (await arriving).path(), 'utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    await leave(visitor);
  });

  it('take an invited person from the link to a password, and let them in by it', async () => {
    const admin = await browser.visit(ADMIN);
    await admin.page.goto('/settings');
    await admin.page.getByLabel('Person').selectOption('dung');
    await admin.page.getByLabel(/Sign-in address/).fill('dung@example.org');
    await admin.page.getByRole('button', { name: 'Make the link' }).click();
    const address = await admin.page.getByText('/welcome#').innerText();
    await leave(admin);

    const visitor = await open(undefined);
    const { page } = visitor;
    await page.goto(new URL(address).pathname + new URL(address).hash);
    await page.getByRole('heading', { level: 1, name: 'Welcome to Kairyo' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('New password').fill('bốn con thuyền trên sông');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail or sign-in name').fill('dung@example.org');
    await page.getByLabel('Password', { exact: true }).fill('bốn con thuyền trên sông');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await leave(visitor);
  });

  it('keep only the rows in sight of a list of ten thousand cycles', async () => {
    await someCycle();
    const visitor = await open('lead');
    const { page } = visitor;
    await page.route('**/v1/cycles?*', async (route) => {
      const after = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
      const items = Array.from({ length: 100 }, (_none, index) => manyCycle(after + index + 1));
      const next = after + 100 < 10_000 && { next: String(after + 100) };
      await route.fulfill({ json: { items, ...next, ...(after === 0 && { total: 10_000 }) } });
    });
    await page.goto('/cycles?q=cycle');
    await page.getByText('10,000 cycles').waitFor();
    expect(await page.getByRole('listitem').count()).toBeLessThan(80);
    // The list grows while one scrolls: its end stays where it was only until the next lines come.
    await eventually(async () => {
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      const titles = await page.getByRole('link', { name: /^Cycle \d+$/ }).allTextContents();
      expect(Math.max(...titles.map((title) => Number(title.slice('Cycle '.length))))).toBeGreaterThanOrEqual(300);
    });
    expect(await page.locator('.rows [role=listitem]').count()).toBeLessThan(80);
    await leave(visitor);
  });

  const manyCycle = (no: number) => ({
    ...{ id: `kh~licence~${no}`, version: 1, phase: 'plan', unit: 'kh-dpi', procedure: 'licence', no, stage: 1 },
    ...{ title: `Cycle ${no}`, lead: 'lead', outcome: 'open', paused: false, launchedAt: '2026-01-01T00:00:00Z' },
  });

  /** Presses Tab until a control of that name has the focus. */
  async function tabTo(page: Visitor['page'], name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate<string>("document.activeElement?.textContent ?? ''")).trim() === name) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  }
});
