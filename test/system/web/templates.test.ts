import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { launched, tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('templates of plans', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    stage = await openStage('web-templates');
    ({ api, browser } = stage);
    for (const person of ['lead', 'binh']) tokens[person] = await tokenOf(api.admin, person);
  });
  afterAll(() => stage?.close());

  it('are taken from a cycle, without its dates, people and measured values', async () => {
    const cycle = await launched(api.as(tokens['lead'] ?? ''), 'licence');
    const { page, complaints, close } = await browser.visit(tokens['lead']);
    await page.goto(`/cycles/${encodeURIComponent(cycle)}`);
    await page.getByRole('link', { name: 'Save as template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the template').fill('Licences with a checklist');
    await page.reload();
    await dialog.getByText('Here is what you typed until', { exact: false }).waitFor();
    expect(await dialog.getByLabel('Name of the template').inputValue()).toBe('Licences with a checklist');
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'template-from-cycle');
    await dialog.getByRole('button', { name: 'Save the template' }).click();
    await page.getByText('“Licences with a checklist” is saved.').waitFor();
    await page.getByText('Kept by Planning and investment').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'templates');
    const { body } = await api.admin.get('/v1/plan-templates?limit=200');
    const kept = (body as { items: { name: unknown; plan: object }[] }).items.find(
      ({ name }) => name === 'Licences with a checklist',
    );
    expect(kept?.plan).toEqual({
      problem: 'Licences take three weeks',
      causes: ['Files come in incomplete'],
      aim: { text: 'Half of the files within five days', indicator: 'median' },
      indicators: [
        {
          key: 'median',
          aggregation: 'median',
          role: 'outcome',
          better: 'lower',
          prediction: { atMost: 6 },
          target: 5,
        },
        {
          key: 'rework',
          aggregation: 'rework-share',
          role: 'balancing',
          better: 'lower',
          prediction: { atMost: 0.12 },
        },
      ],
      countermeasures: [{ key: 'checklist', title: 'Checklist at the counter', cost: 0 }],
      pilot: { scope: 'Counter 1', smallScale: true },
      do: 'P3M',
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('fill a plan that is launched, and give back what was there', async () => {
    await api.admin.put('/v1/procedures/permit', { name: 'Permit', unit: 'kh-dpi', limitWorkingDays: 10 });
    const { page, complaints, close } = await browser.visit(tokens['lead'], { viewport: PHONE });
    await page.goto('/settings/templates');
    await page.getByRole('link', { name: 'Start a cycle from “Licences with a checklist”' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('“Licences with a checklist” is filled in.').waitFor();
    const problem = page.getByLabel('Problem', { exact: true });
    expect(await problem.inputValue()).toBe('Licences take three weeks');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'template-launch-phone');
    await page.getByRole('button', { name: 'Undo: back to what was here' }).click();
    expect(await problem.inputValue()).toBe('');
    await page.getByLabel('Start from a template').selectOption({ label: 'Licences with a checklist' });
    await page.getByLabel('Procedure', { exact: true }).selectOption('permit');
    await page.getByRole('button', { name: 'Launch a cycle', exact: true }).click();
    await page.getByText('Checklist at the counter').first().waitFor();
    await page.getByText('Licences take three weeks').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('come with a pack too, with their source and what of it is an assumption', async () => {
    const { page, complaints, close } = await browser.visit(tokens['binh']);
    await page.goto('/settings/templates');
    const pack = page.getByRole('listitem').filter({ hasText: 'Business licences: quicker' });
    await pack.getByText('What is in it').click();
    await pack.getByText(/Luật Doanh nghiệp 59\/2020/).waitFor();
    expect(await page.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Start a cycle/ }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'templates-officer');
    expect(complaints).toEqual([]);
    await close();
  });

  it('are written from nothing, edited and removed by who keeps them', async () => {
    const { page, complaints, close } = await browser.visit(tokens['lead']);
    await page.goto('/settings/templates');
    await page.getByRole('button', { name: 'New plan template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the template').fill('Counter');
    await dialog.getByLabel('Problem', { exact: true }).fill('People wait');
    await dialog.getByRole('button', { name: 'Add a countermeasure' }).click();
    await dialog
      .getByLabel(/^Countermeasures, one in each field/)
      .last()
      .fill('A second counter');
    await dialog.getByRole('button', { name: 'Save the template' }).click();
    await page.getByRole('heading', { name: 'Counter', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Edit “Counter”' }).click();
    await dialog.getByLabel('Name of the template').fill('Counters');
    await dialog.getByRole('button', { name: 'Save the template' }).click();
    await page.getByRole('button', { name: 'Remove “Counters”' }).click();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { name: 'Counters', exact: true }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
