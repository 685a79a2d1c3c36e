import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('the pages of evaluation schemes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('web-schemes');
  });
  afterAll(() => stage.close());

  it('let an officer try a scheme on facts, see the class with its reasons, and what is assumed', async () => {
    const { api, browser } = stage;
    const { page, complaints, close } = await browser.visit(await tokenOf(api.admin, 'binh'), { viewport: PHONE });
    await page.goto('/schemes');
    await page.getByRole('link', { name: 'Staff evaluation by Decree 335/2025' }).click();
    await page.getByLabel('Points of the rated sections').fill('20');
    await page.getByText('A total of 90 → Excellent.').waitFor();
    await page.getByLabel('Delays', { exact: true }).fill('1');
    await page.getByText('A total of 84.167 → Good.').waitFor();
    await page.getByLabel('Points of the rated sections').fill('31');
    await page.getByText('31 points are more than the 30', { exact: false }).first().waitFor();
    await page.getByText('[A] 20 % is rounded down.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'scheme-phone');
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await close();
  });
});
