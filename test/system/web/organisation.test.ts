import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('the pages of units and people', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let head: string;

  beforeAll(async () => {
    stage = await openStage('web-org');
    ({ api, browser } = stage);
    head = await tokenOf(api.admin, 'head');
  });
  afterAll(() => stage?.close());

  it('show the tree, let a head add a person, say what is wrong, and note a deputy while away', async () => {
    const { page, complaints, close } = await browser.visit(head);
    await page.goto('/settings/units');
    await page.getByRole('heading', { name: 'People of Planning and investment' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'units');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Identifier').fill('mai');
    await dialog.getByLabel('Name').fill('Mai');
    await dialog.getByLabel('administrator').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByLabel('administrator').uncheck();
    await dialog.getByLabel('Deputy while away').selectOption('binh');
    await dialog.getByRole('button', { name: 'Add an absence' }).click();
    await dialog.getByLabel('Away from').fill('2020-01-01');
    await dialog.getByLabel('Away until').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('away until 31 Dec 2099').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('import people from a file: rows that are wrong are named, and the same file again changes nothing', async () => {
    const { page, complaints, close } = await browser.visit(head, { viewport: PHONE });
    const file = {
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'id;name;unit;roles;manager\nhoa;Hoa;kh-dpi;officer;minh\nminh;Minh;Planning and investment;reviewer;head\nlam;Lâm;nowhere;king;\n',
      ),
    };
    await page.goto('/settings/units');
    await page.getByRole('button', { name: 'Import people' }).click();
    await page.getByLabel('CSV file').setInputFiles(file);
    await page.getByText('2 new, 0 changed, 0 unchanged, 1 left out').waitFor();
    await page.getByText('there is no unit nowhere; there is no role king').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'import-phone');
    await page.getByRole('button', { name: 'Import 2' }).click();
    await page.getByText('Done: 2 imported.').waitFor();
    await page.getByLabel('CSV file').setInputFiles([]);
    await page.getByLabel('CSV file').setInputFiles(file);
    await page.getByText('0 new, 0 changed, 2 unchanged, 1 left out').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Minh', { exact: true }).waitFor();
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('let an administrator add a unit and invite a person, with the keyboard alone through the tree', async () => {
    const { page, complaints, close } = await browser.visit('administrator-for-tests');
    await page.goto('/settings/units?unit=kh');
    await page.getByRole('row', { name: 'Khánh Hòa' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'People of Planning and investment' }).waitFor();
    await page.getByRole('button', { name: 'Invite head' }).click();
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    await page.getByText('/welcome#').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Add a unit below' }).click();
    await page.getByLabel('Identifier').fill('kh-dpi-1');
    await page.getByLabel('Name').fill('Registration counter');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'People of Registration counter' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('mark a day off in the calendar by keyboard, count the working days anew, and keep it', async () => {
    const { page, complaints, close } = await browser.visit('administrator-for-tests', { viewport: PHONE });
    await page.goto('/settings/calendars?year=2026');
    await page.getByText(/working days in 2026/).waitFor();
    const count = async () => Number.parseInt(await page.getByText(/working days in 2026/).innerText(), 10);
    const before = await count();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'calendar-phone');
    await page.locator('#day-2026-06-01').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name or reason').fill('Flood');
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByText('1 changed days are not saved yet.').waitFor();
    expect(await count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Save the calendar' }).click();
    await page.getByText('1 changed days are not saved yet.').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(/Flood/).waitFor();
    expect(await count()).toBe(before - 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('make a token that is shown once, and revoke it', async () => {
    const { page, complaints, close } = await browser.visit(head, { viewport: PHONE });
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Access tokens' }).click();
    await page.reload();
    await page.getByLabel('What it is for').fill('reports');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText('The token, shown this once').waitFor();
    await page.getByRole('button', { name: 'Revoke reports' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'tokens-phone');
    await page.getByRole('button', { name: 'Revoke reports' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke reports' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
