import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DESKTOP, faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';

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
    await page.getByLabel('A leader').check();
    await page.getByLabel('Subordinates who did not').fill('1');
    await page.getByText('A total of 78.917', { exact: false }).waitFor();
    await page.getByLabel('Points of the rated sections').fill('31');
    await page.getByText('31 points are more than the 30', { exact: false }).first().waitFor();
    await page.getByText('[A] 20 % is rounded down.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'scheme-phone');
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await close();
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('let the administrator write a scheme from another, tried while it is typed (%s)', async (size, viewport) => {
    const { browser } = stage;
    const { page, complaints, close } = await browser.visit(ADMIN, { viewport });
    await page.goto('/schemes');
    await page.getByRole('link', { name: 'New scheme' }).click();
    const id = `district-${size}`;
    await page.getByText('The scheme can be scored.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill(`District ${size}`);
    const formula = page.getByLabel('Formula', { exact: true });
    await formula.fill('70 * (a + b + z) / 300');
    await page.getByText('To correct: The formula uses “z”', { exact: false }).waitFor();
    expect(await formula.getAttribute('aria-describedby')).toContain('lack');
    await formula.fill('70 * a / 100');
    await page.getByText('The scheme can be scored.').waitFor();
    await page.getByLabel('Points of class 1').fill('98');
    await page.getByLabel('Delays', { exact: true }).fill('4');
    await page.getByText('A total of 97 → Good.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, `scheme-edit-${size}`);
    await page.getByLabel('Cadres', { exact: true }).uncheck();
    await page.getByLabel('Civil servants', { exact: true }).uncheck();
    await page.getByRole('group', { name: 'Positions' }).getByRole('button', { name: 'Add a position' }).click();
    await page.getByRole('textbox', { name: /Positions/ }).fill(`position-${size}`);
    await page.getByRole('button', { name: 'Try on the last period' }).click();
    await page.getByText('has told its results yet', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Make the scheme' }).click();
    await page.waitForURL(`**/schemes/${id}`);
    await page.getByRole('heading', { name: `District ${size}` }).waitFor();
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await close();
  });

  it('keep what is typed, and show both when somebody else saved meanwhile', async () => {
    const { api, browser } = stage;
    const read = async () => (await api.admin.get('/v1/schemes/bsc-staff')).body as { readonly name: object };
    expect((await api.admin.put('/v1/schemes/bsc-staff', await read())).status).toBe(201);
    const { page, close } = await browser.visit(ADMIN, { viewport: DESKTOP });
    await page.goto('/schemes/bsc-staff/edit');
    await page.getByLabel('Points of class 1').fill('95');
    await page.reload();
    await page.getByRole('button', { name: 'Throw it away and begin again' }).waitFor();
    expect(await page.getByLabel('Points of class 1').inputValue()).toBe('95');
    await api.admin.put('/v1/schemes/bsc-staff', { ...(await read()), smallGroup: 9, reason: 'Larger' });
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('at-reason');
    await page.getByLabel('Why it changes').fill('Stricter');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Smallest group of which statistics are shown: 9').waitFor();
    await page.getByText('Classes 1 · From … points: 95').waitFor();
    await browser.picture(page, 'scheme-conflict');
    await close();
  });
});
