import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reminderActivities } from '../../../src/activities/reminders.activities';
import type { RoundInput } from '../../../src/activities/reminders.activities';
import { eventually } from '../support/eventually';
import { faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { launched, tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';
const VIETNAMESE = "localStorage['kairyo.language'] = 'vi'";

describePages("an office's own names and terms", () => {
  let stage: Stage | undefined;
  let run: Stage['run'];
  let api: Stage['api'];
  let browser: Stage['browser'];
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    stage = await openStage('web-terms');
    ({ run, api, browser } = stage);
    for (const person of ['head', 'lead', 'binh']) tokens[person] = await tokenOf(api.admin, person);
  });
  afterAll(() => stage?.close());

  const inVietnamese = async ({ page }: Visitor) => {
    await page.evaluate(VIETNAMESE);
    await page.reload();
  };

  it('are read at once on the page of somebody else of the unit', async () => {
    const officer = await browser.visit(tokens['binh']);
    await inVietnamese(officer);
    await officer.page.getByRole('link', { name: 'Chu kỳ', exact: true }).waitFor();
    const { page, complaints, close } = await browser.visit(ADMIN);
    await page.goto('/settings');
    await page.getByRole('link', { name: 'The office’s own names and terms' }).click();
    await page.getByLabel('Unit', { exact: true }).selectOption('kh');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    const word = page.getByLabel('Own word for “chu kỳ”');
    await word.fill('sáng kiến');
    await page.getByText('Words not saved yet: 1.').waitFor();
    const row = page.getByRole('listitem').filter({ has: word });
    await row.getByText('Preview of the sentences').click();
    await row.getByText('Sáng kiến', { exact: true }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'terms');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Everybody of the unit sees it at once.').waitFor();
    await officer.page.getByRole('link', { name: 'Sáng kiến', exact: true }).waitFor();
    await officer.page.reload();
    await officer.page.getByRole('link', { name: 'Sáng kiến', exact: true }).waitFor();
    expect(await faultsOf(officer.page)).toEqual([]);
    await browser.picture(officer.page, 'terms-officer');
    expect([...complaints, ...officer.complaints]).toEqual([]);
    await Promise.all([close(), officer.close()]);
  });

  it('stand in the letters of the office', async () => {
    const cycle = await launched(api.as(tokens['lead'] ?? ''), 'licence');
    await api.as(tokens['head'] ?? '').post(`/v1/cycles/${cycle}/commands`, { type: 'ApprovePlan' });
    const { organisation, reminders, outbox } = run.stores;
    const clock = { now: () => new Date().toISOString() };
    const round = reminderActivities({ organisation, reminders, outbox, clock, channels: [] });
    await eventually(async () => {
      await new MockActivityEnvironment().run((input: RoundInput) => round.holdRound(input), {
        unit: 'kh',
        at: clock.now(),
      });
      const [letter] = await reminders.inbox('binh', undefined, 1);
      expect(letter?.body).toContain('Mã sáng kiến: ');
    });
  });

  it('refuse a sentence that lost a blank, with the blank named, and go back to the shipped word', async () => {
    const { page, complaints, close } = await browser.visit(tokens['head'], { viewport: PHONE });
    await page.goto('/settings/terms');
    await page.getByLabel('Search a word or sentence').fill('newer events');
    const sentence = page.getByLabel(/^Own word for .*newer events/);
    await sentence.fill('Somebody was quicker.');
    await page.getByText('Please check: {count}.').waitFor();
    await page.getByText('Words to mend before they can be saved: 1.').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'terms-phone');
    await page.reload();
    await page.getByText('Words to mend before they can be saved: 1.').waitFor();
    await page.getByRole('button', { name: 'Discard the changes' }).click();
    await page.getByText('Words to mend').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('show both words when two people change the same one, and take what is chosen, by keyboard', async () => {
    const { page, complaints, close } = await browser.visit(tokens['head']);
    await page.goto('/settings/terms');
    await page.getByLabel('Own word for “procedure”').fill('service');
    const theirs = { words: [{ key: 'called.procedure', en: 'formality' }] };
    expect((await api.admin.put('/v1/terms/kh-dpi', theirs)).status).toBe(201);
    await page.getByRole('alert').getByText('Somebody else changed these words').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'terms-conflict');
    await page.getByRole('button', { name: 'Theirs: formality' }).waitFor();
    await page.getByRole('button', { name: 'Yours: service' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Saved. Everybody of the unit sees it at once.').waitFor();
    expect((await api.admin.get('/v1/terms/kh-dpi')).body).toMatchObject({
      version: 2,
      words: [{ key: 'called.procedure', en: 'service' }],
    });
    await page.getByRole('button', { name: 'Back to the shipped word for “procedure”' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Words not saved yet').waitFor({ state: 'detached' });
    expect((await api.admin.get('/v1/terms/kh-dpi')).body).toMatchObject({ version: 3, words: [] });
    expect(complaints).toEqual([]);
    await close();
  });

  it('are read, not edited, by an officer', async () => {
    const { page, complaints, close } = await browser.visit(tokens['binh'], { viewport: PHONE });
    await page.goto('/settings/terms');
    await page.getByText('administrators and the head of the unit edit them').waitFor();
    expect(await page.getByLabel(/^Own word/).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
