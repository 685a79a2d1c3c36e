import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('training and private conversations', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('web-training');
    await stage.api.admin.put('/v1/training/courses/talking', {
      name: { vi: 'Giao tiếp', en: 'Talking with citizens' },
    });
  });
  afterAll(() => stage.close());
  const visit = async (person: string) =>
    stage.browser.visit(await tokenOf(stage.api.admin, person), { viewport: PHONE });

  it('goes from a stated need by a course to what came of it, on the phone', async () => {
    const { page, complaints, close } = await visit('head');
    await page.goto('/training');
    await page.getByRole('button', { name: 'State a need' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What is to be learnt').fill('Talking at the counter');
    await dialog.getByLabel('Reason').fill('Complaints');
    await dialog.getByRole('button', { name: 'State a need' }).click();
    await page.getByRole('heading', { name: 'Talking at the counter', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await dialog.getByLabel('From', { exact: true }).fill('2026-01-05');
    await dialog.getByLabel('To', { exact: true }).fill('2026-02-05');
    expect(await faultsOf(page)).toEqual([]);
    await stage.browser.picture(page, 'training-plan-phone');
    await dialog.getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByRole('button', { name: 'Record completion' }).click();
    await dialog.getByLabel('Completed on').fill('2026-02-04');
    await dialog.getByLabel('Evidence').fill('Certificate 7');
    await dialog.getByRole('button', { name: 'Record completion' }).click();
    await page.getByText('Certificate 7').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await stage.browser.picture(page, 'training-need-phone');
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await page.goto('/training');
    await page.getByRole('link', { name: 'Talking at the counter' }).waitFor();
    await stage.browser.picture(page, 'training-phone');
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps a note between two, and deletes it after asking', async () => {
    const { page, complaints, close } = await visit('head');
    await page.goto('/training');
    await page.getByRole('button', { name: 'Begin a conversation' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('With whom').selectOption('lead');
    await dialog.getByRole('button', { name: 'Begin a conversation' }).click();
    await page.getByLabel('Note').fill('I want to learn more about data');
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.getByRole('article').getByText('I want to learn more about data').waitFor();
    expect(await page.getByLabel('Note').inputValue()).toBe('');
    expect(await faultsOf(page)).toEqual([]);
    await stage.browser.picture(page, 'conversation-phone');
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Delete this note' }).click();
    await dialog.getByText('It cannot be brought back.').waitFor();
    await dialog.getByRole('button', { name: 'Delete this note' }).click();
    await page.getByRole('article').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
