import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { aProcedure, launched } from '../office';
import { describePages } from '../stage';
import { aDay, asked, eventsOf, onCycle } from './steps';
import type { Day } from './steps';

describePages('an improvement from approval to the next cycle', () => {
  let day: Day;
  beforeAll(async () => {
    day = await aDay('web-improvement');
  });
  afterAll(() => day?.close());

  const inPhase = (page: Page, phase: string) =>
    page.locator('.steps [aria-current=step]', { hasText: phase }).waitFor();

  it('is approved by the head, carried out, checked by itself, reviewed by two and decided, and goes on in a series', async () => {
    await aProcedure(day.run, 'series');
    const id = await launched(await day.as('lead'), 'series', { do: 'PT15S' });
    const head = await day.comes('head');
    await head.page.getByRole('link', { name: /Approve the plan: Quicker series/ }).click();
    await head.page.getByRole('dialog').getByRole('button', { name: 'Approve the plan' }).click();
    await inPhase(head.page, 'Do');

    const officer = await day.comes('binh');
    await officer.page.getByRole('link', { name: /Checklist at the counter/ }).click();
    const progress = officer.page.getByRole('dialog');
    await progress.getByLabel('Status').selectOption('done');
    await progress.getByRole('button', { name: 'Report on a countermeasure' }).click();
    await progress.waitFor({ state: 'detached' });
    await officer.close();

    await inPhase(head.page, 'Check');
    for (const reviewer of ['chi', 'dung']) {
      const { page, close } = await day.comes(reviewer);
      await page
        .getByRole('link', { name: /Quicker series/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Prediction and result compared').fill(`As predicted, says ${reviewer}`);
      await dialog.getByRole('button', { name: 'Record a review' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(`As predicted, says ${reviewer}`).waitFor();
      await close();
    }
    await inPhase(head.page, 'Act');
    await head.page.goto('/');
    await head.page
      .getByRole('link', { name: /Quicker series/ })
      .first()
      .click();
    const decision = await asked(head.page, 'Adapt');
    await decision.getByLabel('Reason').fill('Half way there');
    await decision.getByRole('button', { name: 'Adapt' }).click();
    await decision.waitFor({ state: 'detached' });
    await inPhase(head.page, 'Closed');
    await head.page.goto(onCycle('kh-dpi~series~2'));
    await head.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await eventsOf(await day.as('head'), id)).toContain('CycleDecided');
    await head.close();
  });

  it('is sent back by the head with a reason that the lead reads', async () => {
    await aProcedure(day.run, 'refused');
    const id = await launched(await day.as('lead'), 'refused');
    const head = await day.comes('head');
    await head.page.goto(onCycle(id));
    const dialog = await asked(head.page, 'Withdraw the plan');
    await dialog.getByRole('button', { name: 'Withdraw the plan' }).click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel('Reason').fill('The files are counted twice');
    await dialog.getByRole('button', { name: 'Withdraw the plan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await head.close();
    const lead = await day.comes('lead');
    await lead.page.goto(onCycle(id));
    await lead.page.getByText('The files are counted twice').first().waitFor();
    await lead.close();
  });

  it('is read by the head as a history and as a PDF', async () => {
    await aProcedure(day.run, 'printed');
    await launched(await day.as('lead'), 'printed');
    const { page, close } = await day.comes('head');
    await page.goto('/history');
    await page.getByRole('link', { name: 'Quicker printed' }).waitFor();
    const address = (await page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '';
    const answer = await page.context().request.get(address);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    expect(await readFile(await (await arriving).path(), 'utf8')).toContain('Quicker printed');
    await close();
  });

  it('asks the second of two reviewers again when the first has changed the cycle meanwhile', async () => {
    await aProcedure(day.run, 'both');
    const id = await launched(await day.as('lead'), 'both');
    const head = await day.as('head');
    await head.post(`/v1${onCycle(id)}/commands`, { type: 'ApprovePlan' });
    await head.post(`/v1${onCycle(id)}/commands`, { type: 'EndDoEarly', reason: 'Enough seen' });
    const { page, close } = await day.comes('dung');
    await page.goto(onCycle(id));
    const dialog = await asked(page, 'Record a review');
    await dialog.getByLabel('Prediction and result compared').fill('Second opinion');
    const first = {
      type: 'RecordReview',
      predictionCompared: 'First opinion',
      strengths: [],
      weaknesses: [],
      learning: [],
    };
    await (await day.as('chi')).post(`/v1${onCycle(id)}/commands`, first);
    await dialog.getByRole('button', { name: 'Record a review' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Prediction and result compared').inputValue()).toBe('Second opinion');
    await dialog.getByRole('button', { name: 'Do it all the same' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await eventsOf(head, id)).filter((type) => type === 'ReviewRecorded')).toHaveLength(2);
    await close();
  });
});
