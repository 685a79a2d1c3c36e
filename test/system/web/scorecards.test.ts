import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { aScorecard } from './scorecard';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('the pages of scorecards', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let head: ReturnType<Stage['api']['as']>;
  let token: string;

  beforeAll(async () => {
    stage = await openStage('web-scorecards');
    ({ api, browser } = stage);
    token = await tokenOf(api.admin, 'head');
    head = api.as(token);
    await aScorecard(head, 'service');
  });
  afterAll(() => stage?.close());

  const put = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

  it('show perspectives, objectives and measures with status and progress apart, and explain a score down to its figure', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/scorecards');
    await page.getByRole('link', { name: 'Service to citizens' }).click();
    await page.getByRole('heading', { level: 1, name: 'Service to citizens' }).waitFor();
    const row = page.getByRole('row', { name: /Days to a licence/ });
    await row.getByText('off target').waitFor();
    await row.getByText('improving').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'scorecard');
    await row.getByRole('link').click();
    await page.getByRole('heading', { name: 'How does Days to a licence come about?' }).waitFor();
    await page
      .getByText(/entered|recorded/i)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'scorecard-explained');
    expect(page.url()).toContain('explain=fast%2Fdays');
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'scorecard-phone');
    expect(complaints).toEqual([]);
    await close();
  });

  it('explain a perspective and an objective from their own rows, and tell how what is done about them stands', async () => {
    await head.put('/v1/programmes/forms', {
      ...{ name: 'Simpler forms', unit: 'kh-dpi', plannedStart: '2026-01-05', plannedEnd: '2026-12-31' },
      actualStart: '2026-01-12',
    });
    const { body } = await head.get('/v1/scorecards/service/definition');
    const { initiatives } = body as { initiatives: readonly object[] };
    await aScorecard(head, 'worked', { initiatives: initiatives.map((one) => ({ ...one, programme: 'forms' })) });
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/scorecards/worked');
    await page.getByText('On time:').waitFor();
    await page.getByText('running').waitFor();
    await page.getByRole('link', { name: 'How does this come about? Citizens', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How does Citizens come about?' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'How does this come about? Licences come quickly' }).first().click();
    await page.getByRole('heading', { name: 'How does Licences come quickly come about?' }).waitFor();
    expect(complaints).toEqual([]);
    await browser.picture(page, 'scorecard-work');
    await close();
  });

  it('take the last change of the form back, and all of them, and set the limits of the status', async () => {
    const { page, close } = await browser.visit(token);
    await page.goto('/scorecards/service/edit');
    const green = page.getByLabel('Green from a score of (%)');
    await green.fill('95');
    await page.getByRole('button', { name: 'Remove: Simpler forms' }).click();
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    await page.getByRole('button', { name: 'Remove: Simpler forms' }).waitFor();
    expect(await green.inputValue()).toBe('95');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to what is stored' }).click();
    expect(await green.inputValue()).toBe('90');
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    expect(await green.inputValue()).toBe('95');
    await browser.picture(page, 'scorecard-edit');
    await page.getByRole('button', { name: 'Back to what is stored' }).click();
    await close();
  });

  it('keep the period and the day in the address, and lead back to now', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/scorecards/service?period=2025-Q1');
    await page.getByRole('heading', { name: /As a whole, 2025-Q1/ }).waitFor();
    await page.getByLabel('Period', { exact: true }).selectOption('2025-Q2');
    await page.getByRole('heading', { name: /As a whole, 2025-Q2/ }).waitFor();
    expect(page.url()).toContain('period=2025-Q2');
    await put(page, 'As known on', '2020-01-01');
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('draw the strategy map, walked by the arrow keys, with a list that says the same', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/scorecards/service?view=map');
    const map = page.getByRole('group', { name: 'Strategy map' });
    await map.getByRole('button', { name: /Citizens trust us/ }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Licences come quickly/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3, name: 'Licences come quickly' }).waitFor();
    expect(page.url()).toContain('objective=fast');
    await page.getByText('Licences come quickly → Citizens trust us').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'strategy-map');
    await page.setViewportSize(PHONE);
    expect(await map.isVisible()).toBe(false);
    await page.getByRole('heading', { name: 'What is held to drive what' }).waitFor();
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'strategy-map-phone');
    await page.setViewportSize(DESKTOP);
    for (const view of ['matrix', 'units', 'cascade']) {
      await page.goto(`/scorecards/service?view=${view}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.waiting').waitFor({ state: 'detached' });
      expect([view, await faultsOf(page)]).toEqual([view, []]);
      await browser.picture(page, `scorecard-${view}`);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('are written from a preset by keyboard alone, survive a closed page, and are refused by field', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/scorecards');
    await page.getByRole('link', { name: 'New scorecard' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.type('Licences');
    await page.getByRole('button', { name: 'Public sector, mission on top' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move down: Mission' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move up: Mission' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add an objective to Mission' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Objective', { exact: true }).focus();
    await page.keyboard.type('Trust');
    await page.getByRole('button', { name: 'Choose a measure for Trust' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Search the indicators').focus();
    await page.keyboard.type('licence');
    await page.getByRole('button', { name: 'Days to a licence', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'scorecard-editor');
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'scorecard-editor-phone');
    await page.setViewportSize(DESKTOP);
    await page.reload();
    await page.getByText('Here is what you typed until').waitFor();
    await page.getByRole('button', { name: 'Make the scorecard' }).click();
    await page.getByRole('heading', { level: 1, name: 'Licences' }).waitFor();
    await page.getByText('Trust').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('show both versions when somebody else saved meanwhile', async () => {
    const { page, close } = await browser.visit(token);
    await page.goto('/scorecards/service/edit');
    await put(page, 'Name', 'Mine');
    await put(page, 'Reason', 'A better name');
    await aScorecard(head, 'service', { name: 'Theirs', reason: 'Quicker' });
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    const both = page.getByRole('alert').filter({ hasText: 'Somebody changed the scorecard meanwhile' });
    await both.getByText('Theirs', { exact: true }).waitFor();
    await both.getByText(/· Mine ·/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await both.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('A newer version holds from').waitFor();
    await page.getByRole('link', { name: /^Show / }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
    await close();
  });

  it('are not offered to be written to whoever may not', async () => {
    const { page, close } = await browser.visit(await tokenOf(api.admin, 'binh'));
    await page.goto('/scorecards/service');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);
    await page.goto('/new-scorecard');
    await page.getByText('You may not edit scorecards here').waitFor();
    await close();
  });
});
