import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { aScorecard, LAST } from './scorecard';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const MINUTES = 60_000;

describePages('the pages of reviews', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let head: ReturnType<Stage['api']['as']>;
  let token: string;

  beforeAll(async () => {
    stage = await openStage('web-reviews');
    ({ api, browser } = stage);
    token = await tokenOf(api.admin, 'head');
    head = api.as(token);
    await aScorecard(head, 'service');
    const plan = { subject: { type: 'scorecard', id: 'service' }, unit: 'kh-dpi', frequency: 'quarter', chair: 'head' };
    expect((await head.put('/v1/review-plans/quarterly', { ...plan, members: ['lead', 'binh'] })).status).toBe(201);
  }, 2 * MINUTES);
  afterAll(async () => {
    for await (const { scheduleId } of stage?.run.client.schedule.list() ?? [])
      await stage?.run.client.schedule.getHandle(scheduleId).delete();
    await stage?.close();
  });

  const ask = async (page: Page, name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    expect(await faultsOf(page)).toEqual([]);
    await fill(dialog);
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
  };

  it(
    'go from the memo through comments, the meeting and decisions to the end, which waits for what is missing',
    async () => {
      const { page, complaints, close } = await browser.visit(token);
      await page.goto('/reviews');
      await page.getByRole('heading', { level: 1, name: 'Reviews' }).waitFor();
      const opened = await head.post('/v1/reviews', { plan: 'quarterly', period: LAST });
      expect([201, 409]).toContain(opened.status);
      await page.getByRole('link', { name: /Service to citizens/ }).click();
      await page.getByText('Collecting figures').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await ask(page, 'Prepare the memo now', () => Promise.resolve());
      await page.getByRole('heading', { name: 'Memo', exact: true }).waitFor();
      const row = page.getByRole('row', { name: /Days to a licence/ });
      await row.getByText('Red: a comment is needed.').waitFor();
      await page.getByText('Days to a licence is red and needs a comment.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await browser.picture(page, 'review-memo');
      await ask(page, 'Record the meeting', async (dialog) => {
        await dialog.getByLabel('binh was there').uncheck();
        await dialog.getByLabel('Why binh was absent').fill('On leave');
        await dialog.getByLabel('Minutes').fill('We looked at the days to a licence.');
        await browser.picture(page, 'review-meeting');
      });
      await page.getByText('binh (On leave)').waitFor();
      await ask(page, 'Record a decision', async (dialog) => {
        await dialog.getByLabel('Decision', { exact: true }).fill('Open a second counter');
        await dialog.getByLabel('Who carries it out').selectOption('lead');
        await dialog.getByLabel('About the measure (optional)').selectOption('days');
      });
      await page.getByText('Open a second counter').first().waitFor();
      await page.getByRole('button', { name: 'Close the review', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What the review found').fill('Quicker, not yet quick');
      await dialog.locator('button[type=submit]').click();
      await dialog
        .getByRole('alert')
        .getByText(/need a comment/)
        .waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await row.getByRole('button', { name: 'Comment on Days to a licence' }).click();
      await page.getByRole('dialog').getByLabel('Comment', { exact: true }).fill('Two of four posts were empty');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await row.getByText('Two of four posts were empty').waitFor();
      await page.getByText('Nothing is in the way of closing').waitFor();
      await ask(page, 'Close the review', (open) => open.getByLabel('What the review found').fill('Quicker'));
      await page.getByText('Quicker', { exact: false }).first().waitFor();
      await page.getByRole('button', { name: 'Reopen' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await browser.picture(page, 'review-closed');
      await page.setViewportSize(PHONE);
      expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
      await browser.picture(page, 'review-phone');
      expect(complaints).toEqual([]);
      await close();
    },
    4 * MINUTES,
  );

  it('tell who did what and when', async () => {
    const { page, close } = await browser.visit(token);
    await page.goto(`/reviews/quarterly~${LAST}`);
    const happened = page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
    await happened.filter({ hasText: 'Review closed' }).getByText('Quicker').waitFor();
    await happened.filter({ hasText: 'Comment' }).getByText('Days to a licence: Two of four posts').waitFor();
    await close();
  });

  it(
    'have a review plan made, opened early, changed on the version that was seen, and stopped',
    async () => {
      const { page, complaints, close } = await browser.visit(token);
      await page.goto('/reviews');
      await page.getByRole('link', { name: 'Review plans' }).click();
      await page.getByRole('link', { name: 'New review plan' }).click();
      await page.getByLabel('Which one').selectOption('service');
      await page.getByLabel('How often').selectOption('month');
      await page.getByLabel('Add a member').selectOption('lead');
      await page.getByLabel('Memo is prepared on day').fill('3');
      await page.getByText('Usually figures come first').waitFor();
      await page.getByLabel('Memo is prepared on day').fill('8');
      await page.getByLabel('Identifier').fill('monthly');
      expect(await faultsOf(page)).toEqual([]);
      await page.reload();
      expect(await page.getByLabel('Memo is prepared on day').inputValue()).toBe('8');
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await page.getByRole('heading', { level: 1, name: 'Review plan: Service to citizens' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await browser.picture(page, 'review-plan');
      await page.getByLabel('Meeting on day').fill('12');
      const { body } = await head.get('/v1/review-plans/monthly');
      const { id: _id, version: _version, recordedAt: _at, by: _by, ...plan } = body as Record<string, unknown>;
      expect((await head.put('/v1/review-plans/monthly', { ...plan, meetingDays: 15 })).status).toBe(200);
      await page.getByRole('button', { name: 'Save' }).click();
      const both = page.getByRole('alert').filter({ hasText: 'Meeting on day: 15' });
      await both.getByText('Meeting on day: 12').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await browser.picture(page, 'review-plan-both');
      await both.getByRole('button').first().click();
      await page.getByRole('button', { name: 'Save' }).click();
      await both.waitFor({ state: 'detached' });
      await page.getByText(/Saved .* by/).waitFor();
      await page.getByRole('button', { name: 'Open a review now' }).click();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByText('Collecting figures').first().waitFor();
      await page.getByRole('heading', { name: 'What comes next' }).waitFor();
      await page.setViewportSize(PHONE);
      expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
      await browser.picture(page, 'review-collecting-phone');
      await page.goto('/reviews/plans/monthly');
      await page.getByRole('button', { name: 'Open no more reviews' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Stop the plan' }).click();
      await page.getByRole('heading', { level: 1, name: 'Review plans' }).waitFor();
      expect((await head.get('/v1/review-plans/monthly')).status).toBe(404);
      expect(complaints).toEqual([]);
      await close();
    },
    3 * MINUTES,
  );

  it('offer members what is theirs alone, and say what another changed while they typed', async () => {
    const { page, close } = await browser.visit(await tokenOf(api.admin, 'binh'));
    await page.goto(`/reviews/quarterly~${LAST}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Reopen' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Say how it stands: “Open a second counter”' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Status', { exact: true }).selectOption('done');
    await dialog.getByLabel('What was done, or why not').fill('It is open since May');
    const amend = { type: 'AmendMinutes', minutes: 'We looked twice.', reason: 'A slip' };
    expect((await head.post(`/v1/reviews/quarterly~${LAST}/commands`, amend)).status).toBe(200);
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText(/Somebody changed the review/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Do it all the same' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('It is open since May').first().waitFor();
    await close();
  });
});
