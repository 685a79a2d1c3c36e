import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { aScorecard } from './scorecard';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('the public dashboard', () => {
  let stage: Stage | undefined;
  let browser: Stage['browser'];

  beforeAll(async () => {
    stage = await openStage('web-public');
    ({ browser } = stage);
    const head = stage.api.as(await tokenOf(stage.api.admin, 'head'));
    await aScorecard(head, 'inside');
    await aScorecard(head, 'service', { public: true });
  });
  afterAll(() => stage?.close());

  it('is read without signing in, in every language, by keyboard, and on a phone', async () => {
    const { page, complaints, close } = await browser.visit(undefined);
    await page.goto('/public');
    const link = page.getByRole('link', { name: 'Service to citizens' });
    await link.waitFor();
    expect(await link.count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'public');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Service to citizens' }).waitFor();
    await page
      .getByRole('row', { name: /Days to a licence/ })
      .getByText('off target')
      .waitFor();
    expect(await page.getByText('head', { exact: true }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'public-scorecard');
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'public-phone');
    for (const [language, name] of [
      ['vi', 'Phục vụ người dân'],
      ['ja', '住民サービス'],
    ] as const) {
      await page.getByRole('combobox').first().selectOption(language);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect([language, await faultsOf(page)]).toEqual([language, []]);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives its figures as files, and says so where a scorecard is not public', async () => {
    const { page, close } = await browser.visit(undefined);
    await page.goto('/public/service');
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/^service-.*\.csv$/);
    await page.goto('/public/inside');
    await page.getByRole('heading', { level: 1, name: 'There is no such public scorecard.' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await close();
  });
});
