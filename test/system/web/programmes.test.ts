import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ROADS = {
  name: 'Provincial roads',
  unit: 'kh-dpi',
  plannedStart: '2025-01-01',
  plannedEnd: '2025-06-30',
  actualStart: '2025-01-10',
  actualEnd: '2025-06-20',
  milestones: [
    { key: 'design', name: 'Design approved', planned: '2025-02-28', actual: '2025-03-10' },
    { key: 'open', name: 'Opened to traffic', planned: '2025-06-20', actual: '2025-06-20', weight: 2 },
  ],
};

describePages('the pages of programmes', () => {
  let stage: Stage | undefined;
  let browser: Stage['browser'];
  let token: string;
  let reader: string;

  beforeAll(async () => {
    stage = await openStage('web-programmes');
    const { api } = stage;
    browser = stage.browser;
    token = await tokenOf(api.admin, 'head');
    reader = await tokenOf(api.admin, 'chi');
    const head = api.as(token);
    const put = async (path: string, body: object) =>
      expect([path, (await head.put(`/v1/programmes/${path}`, body)).status]).toEqual([path, 201]);
    await put('roads', ROADS);
    await put('bridges', { ...ROADS, name: 'Bridges', partOf: 'roads', actualEnd: '2025-07-15', milestones: [] });
    const { actualEnd: _end, ...running } = ROADS;
    await put('signs', { ...running, name: 'Road signs', plannedEnd: '2098-12-31' });
    await put('roads/figures/budget-initial/2025', { amount: 1000 });
    await put('roads/figures/spent/2025-Q1', { amount: 400 });
    await put('roads/figures/spent/2025-Q2', { amount: 500 });
    for (const [year, amount] of [
      ['2023', 200],
      ['2025', 190],
    ] as const)
      await put(`roads/figures/administrative-cost/${year}`, { amount });
  }, 120_000);
  afterAll(() => stage?.close());

  it('show the portfolio by filters in the address, and the summary down to each programme', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/programmes?from=2023&to=2025');
    await page.getByRole('heading', { level: 1, name: 'Programmes and projects' }).waitFor();
    const table = page.getByRole('region', { name: 'Programmes and projects' });
    await table.getByRole('row', { name: /Provincial roads.*finished.*yes.*900.*90%.*yes/ }).waitFor();
    await table.getByRole('row', { name: /Bridges.*finished.*no.*figures missing/ }).waitFor();
    await table.getByRole('row', { name: /Road signs.*running.*planned for 31 Dec 2098.*not yet decided/ }).waitFor();
    await page.getByText('1 of 2 finished programmes were both on time and on budget.').waitFor();
    await page.getByText('Administrative cost fell by 5 %: from 200 in 2023 to 190 in 2025.').waitFor();
    await page.getByText('The programmes behind the figures').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Finished on 15 July 2025, 15 days after the first approved end (30 June 2025).').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'programmes');
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel' }).click();
    expect((await file).suggestedFilename()).toBe('programmes.xlsx');
    await page.getByLabel('State').selectOption('running');
    await page.getByText('Programmes: 1', { exact: true }).waitFor();
    expect(page.url()).toContain('state=running');
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'programmes-phone');
    expect(complaints).toEqual([]);
    await close();
  });

  it('show one with its money, milestones and earned value, and take an amount by keyboard', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/programmes/roads');
    await page.getByRole('heading', { level: 1, name: 'Provincial roads' }).waitFor();
    await page.getByText('Spent 900, within the budget of 1,000.').waitFor();
    await page.getByText('Reached: 2 of 2 milestones; late: 0.').waitFor();
    await page.getByText('reached 10 days late').waitFor();
    await page.getByRole('link', { name: 'Bridges' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'programme');
    await page.getByRole('button', { name: 'Enter money' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Period').fill('2025-Q2');
    await dialog.getByText('Recorded: 500 (version 1). A correction needs a reason.').waitFor();
    await dialog.getByLabel('Amount').fill('700');
    await dialog.getByLabel('Reason for the change').fill('A bill came late');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Spent 1,100, 100 more than the budget of 1,000.').waitFor();
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'programme-phone');
    expect(complaints).toEqual([]);
    await close();
  });

  it('record a new one, and ask for a reason when its end is moved', async () => {
    const { page, close } = await browser.visit(token);
    await page.goto('/programmes');
    await page.getByRole('link', { name: 'New programme' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Street lighting');
    await page.getByLabel('Planned start').fill('2026-01-05');
    await page.getByLabel('Planned end').fill('2026-03-31');
    await page.getByRole('button', { name: 'Add a milestone' }).click();
    await page.getByLabel('Name', { exact: true }).last().fill('Lamps up');
    await page.getByLabel('Planned', { exact: true }).fill('2026-03-01');
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'programme-new');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Street lighting' }).waitFor();
    await page.getByText('No budget is recorded (budget-initial)').waitFor();
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByText('First approved: 31 Mar 2026.').waitFor();
    await page.getByLabel('Planned end').fill('2026-05-31');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The planned end is moved from 2026-03-31 to 2026-05-31').first().waitFor();
    await page.getByLabel('Reason for the change').fill('Poles arrive late');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/31 Mar 2026 → 31 May 2026, .*Poles arrive late/).waitFor();
    await close();
  });

  it('show no button to whoever only reads', async () => {
    const { page, close } = await browser.visit(reader);
    await page.goto('/programmes/roads');
    await page.getByRole('heading', { level: 1, name: 'Provincial roads' }).waitFor();
    await page.getByText('Every amount recorded').waitFor();
    expect(await page.getByRole('button', { name: 'Enter money' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Change', exact: true }).count()).toBe(0);
    await page.goto('/new-programme');
    await page.getByText('Programmes are edited by heads of unit').waitFor();
    await close();
  });
});
