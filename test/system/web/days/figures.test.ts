import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf } from '../browser';
import { aProcedure, launched } from '../office';
import { describePages } from '../stage';
import { aDay, joins, onCycle } from './steps';
import type { Day } from './steps';

const PERIOD = '2026-03';
const SAID = 'Mar 2026';

describePages('figures, from the officer who enters them to the evaluator who decides', () => {
  let day: Day;
  beforeAll(async () => {
    day = await aDay('web-figures');
    await joins(day, 'eva', 'evaluator');
    const head = await day.as('head');
    for (const [id, approval] of [
      ['decided', false],
      ['complaints', true],
    ] as const)
      expect((await head.put(`/v1/indicators/${id}`, { name: `All ${id}`, unit: 'cases', approval })).status).toBe(201);
  });
  afterAll(() => day?.close());

  async function enters(page: Page, value: string, { reason, period }: { reason?: string; period?: string } = {}) {
    const dialog = page.getByRole('dialog');
    if (period !== undefined) await dialog.getByLabel('Period').fill(period);
    await dialog.getByLabel('Value (cases)').fill(value);
    if (reason !== undefined) await dialog.getByLabel('Reason of the correction').fill(reason);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('lets an officer enter one, correct it with a reason, and see who entered what counts', async () => {
    const { page, complaints, close } = await day.comes('binh');
    await page.goto('/indicators/decided');
    await page.getByRole('button', { name: 'Enter a value', exact: true }).click();
    await enters(page, '120', { period: PERIOD });
    await page.getByText(`Saved: ${SAID}, version 1.`).waitFor();
    await page.getByRole('button', { name: `Correct: ${SAID}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Value (cases)').fill('121');
    await dialog.getByRole('button', { name: 'Save' }).click();
    expect(await dialog.isVisible()).toBe(true);
    await enters(page, '121', { reason: 'One file had slipped behind the drawer' });
    await page.getByText(`Saved: ${SAID}, version 2.`).waitFor();
    await page.getByRole('link', { name: `Why? ${SAID}` }).click();
    const told = page.getByRole('region', { name: `How ${SAID} came about` });
    await told.getByText(/entered by binh.*version 2.*One file had slipped behind the drawer/).waitFor();
    await told.getByText('121').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says in words what an officer may not do, on the pages where it is done, and offers no form for it', async () => {
    await aProcedure(day.run, 'permit');
    const id = await launched(await day.as('lead'), 'permit');
    const { page, complaints, close } = await day.comes('binh');
    for (const [address, words] of [
      ['/launch', /You may not launch a cycle/],
      [`${onCycle(id)}/plan`, /You may read this plan but not change it/],
      ['/new-indicator', /Indicators are defined by heads of unit/],
      ['/indicators/decided/definition', /Indicators are defined by heads of unit/],
      ['/new-survey', /Surveys are made and changed by/],
      ['/settings/undelivered', /Only administrators and auditors/],
      ['/settings/journal', /Only administrators and auditors/],
    ] as const) {
      await page.goto(address);
      await page.getByText(words).waitFor();
      expect([address, await page.locator('main form, main button.main').count()]).toEqual([address, 0]);
      expect([address, await faultsOf(page)]).toEqual([address, []]);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('offers an officer no button that ends in a refusal', async () => {
    const { page, close } = await day.comes('binh');
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 403 && response.request().method() !== 'GET') refused.push(response.url());
    });
    for (const address of [
      '/',
      '/cycles',
      '/indicators',
      '/surveys',
      '/settings',
      '/settings/units',
      '/settings/terms',
    ]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const names = await page.locator('main button.main:visible').allInnerTexts();
      for (const name of names) {
        await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
        await page.goto(address);
      }
    }
    expect(refused).toEqual([]);
    await close();
  });

  it('go back to the officer with the reason of the evaluator, come again, and count once approved', async () => {
    const officer = await day.comes('binh');
    await officer.page.goto('/indicators/complaints');
    await officer.page.getByRole('button', { name: 'Enter a value', exact: true }).click();
    await enters(officer.page, '70', { period: PERIOD });
    await officer.page.getByText('It waits for a second person to approve it.').waitFor();
    expect(await officer.page.getByRole('button', { name: `Approve ${SAID}` }).count()).toBe(0);

    const evaluator = await day.comes('eva');
    const { page } = evaluator;
    const decides = async (name: string, reason?: string) => {
      await page.getByRole('button', { name }).click();
      const dialog = page.getByRole('dialog', { name });
      if (reason !== undefined) {
        await dialog.getByRole('button', { name }).click();
        expect(await dialog.isVisible()).toBe(true);
        await dialog.getByLabel('Reason').fill(reason);
      }
      await dialog.getByRole('button', { name }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name }).waitFor({ state: 'detached' });
    };
    await page.goto('/indicators/complaints');
    await page.getByRole('button', { name: `Reject ${SAID}` }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await decides(`Reject ${SAID}`, 'The register says seven');

    await officer.page.goto('/indicators/complaints');
    await officer.page.getByRole('button', { name: 'Enter a value', exact: true }).click();
    await officer.page.getByRole('dialog').getByLabel('Period').fill(PERIOD);
    await officer.page.getByText(/Rejected by eva, .*: The register says seven/).waitFor();
    await enters(officer.page, '7', { reason: 'A nought too many' });

    await page.getByText('A nought too many').waitFor();
    await decides(`Approve ${SAID}`);
    const row = page.getByRole('region', { name: 'Values' }).getByRole('row', { name: SAID });
    await row.getByRole('cell', { name: '7', exact: true }).waitFor();
    expect([...evaluator.complaints, ...officer.complaints]).toEqual([]);
    await officer.close();
    await evaluator.close();
  });
});
