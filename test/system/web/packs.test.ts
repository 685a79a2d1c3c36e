import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const pack = (version: string, target: number) => ({
  ...{ id: 'quick', name: 'Quick', version, description: 'Quicker', source: ['us'], assumptions: ['[A] the target'] },
  contents: { indicators: { waiting: { name: 'Waiting', unit: 'days', direction: 'lower', target } } },
});

describePages('packs', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let lead = '';
  beforeAll(async () => {
    stage = await openStage('web-packs');
    ({ api, browser } = stage);
    lead = await tokenOf(api.admin, 'lead');
  });
  afterAll(() => stage?.close());

  it('are added from a file, previewed and installed by the keyboard', async () => {
    const { page, complaints, close } = await browser.visit(lead);
    await page.goto('/packs');
    const file = {
      name: 'quick.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(pack('1.0.0', 3))),
    };
    await page.getByLabel('File of the pack (.json)').setInputFiles(file);
    await page.getByText('“Quick” is in the list.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'packs');
    await page.getByRole('link', { name: 'Quick', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Added: 1').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Install', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Installed. Everything below is there.').waitFor();
    await browser.picture(page, 'pack-installed');
    expect((await api.admin.get('/v1/indicators/waiting')).body).toMatchObject({ target: 3 });
    expect(complaints).toEqual([]);
    await close();
  });

  it('show what both changed on a phone, and keep what the person chooses', async () => {
    const { body } = await api.admin.get('/v1/indicators/waiting');
    await api.admin.put('/v1/indicators/waiting', { ...(body as object), target: 2 });
    await api.as(lead).post('/v1/packs', pack('1.1.0', 4));
    const { page, complaints, close } = await browser.visit(lead, { viewport: PHONE });
    await page.goto('/packs/quick');
    await page.getByText('To choose: 1').waitFor();
    const button = page.getByRole('button', { name: 'Bring up to date' });
    expect(await button.isDisabled()).toBe(true);
    expect(await page.getByRole('row', { name: 'target 3 2 4' }).count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'pack-conflict-phone');
    await page.getByLabel('Keep ours').check();
    await button.click();
    await page.getByText('Installed. Everything below is there.').waitFor();
    expect((await api.admin.get('/v1/indicators/waiting')).body).toMatchObject({ target: 2 });
    expect(complaints).toEqual([]);
    await close();
  });

  it('bring practices that are found without diacritics, and others are shared', async () => {
    const { page, complaints, close } = await browser.visit(lead);
    await page.goto('/practices');
    await page.getByLabel('Search').fill('los gatos');
    await page
      .getByRole('link', { name: /Los Gatos/ })
      .first()
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Share a practice' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Checking at the counter');
    await page.getByLabel('Who, where and when').fill('Here, 2026');
    for (const part of ['How it was there', 'What was changed', 'What came of it'])
      await page.getByLabel(part).fill(part);
    await page.getByRole('group', { name: 'Check before you copy' }).getByRole('textbox').fill('Enough people?');
    await page.getByRole('group', { name: 'Source' }).getByRole('textbox').fill('Our cycle');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Checking at the counter' }).waitFor();
    await browser.picture(page, 'practice');
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
