import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('the pages of surveys', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];

  beforeAll(async () => {
    stage = await openStage('web-surveys');
    ({ api, browser } = stage);
  });
  afterAll(() => stage?.close());

  it('make a survey from a template, open it, give links as a file, show results, and close it with a reason', async () => {
    const { page, complaints, close } = await browser.visit(await tokenOf(api.admin, 'head'), { viewport: PHONE });
    await page.goto('/surveys');
    await page.getByText('No survey yet').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make a survey' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title (optional)').fill('How was it?');
    await dialog.getByLabel('Opens').fill('2040-01-01T08:00');
    await dialog.getByLabel('Closes').fill('2040-02-01T08:00');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make a survey' }).click();
    await page.getByRole('heading', { level: 1, name: 'How was it?' }).waitFor();
    await page.getByRole('button', { name: 'Open now' }).click();
    await dialog.getByRole('button', { name: 'Open now' }).click();
    await page.getByText('0 answers; 0 links handed out').waitFor();
    await page.getByText('No answers yet.').waitFor();
    await page.getByRole('button', { name: 'Make links' }).click();
    await dialog.getByLabel('How many').fill('3');
    const file = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Make links' }).click();
    expect((await file).suggestedFilename()).toMatch(/-links\.csv$/);
    await page.getByText('3 links were made').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('0 answers; 3 links handed out').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'survey-phone');
    await page.getByRole('button', { name: 'Close early' }).click();
    await dialog.getByLabel('Reason').fill('Enough');
    await dialog.getByRole('button', { name: 'Close early' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('closed').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
