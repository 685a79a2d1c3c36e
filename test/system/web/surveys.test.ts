import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const QUESTIONS = [
  { key: 'overall', type: 'scale', text: { en: 'Overall', vi: 'Nhìn chung' }, required: true },
  { key: 'again', type: 'yes-no', text: { en: 'Would you come again?', vi: 'Có quay lại không?' } },
  { key: 'wish', type: 'text', text: { en: 'Your wish', vi: 'Mong muốn' } },
];
const BASE = {
  title: 'How was it?',
  belongsTo: { procedure: 'licence' },
  languages: ['en', 'vi'],
  questions: QUESTIONS,
};
const TIMES = { opens: { at: '2026-01-01T00:00:00Z' }, closes: { at: '2099-01-01T00:00:00Z' } };

/** The tests' own script, which sets the language in every frame, is kept out of the preview as any script is. */
const ofThePage = (said: string): boolean => !said.startsWith("Blocked script execution in 'about:srcdoc'");

describePages('the pages of surveys', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let head: ReturnType<Stage['api']['as']>;
  let token: string;

  beforeAll(async () => {
    stage = await openStage('web-surveys');
    ({ api, browser } = stage);
    token = await tokenOf(api.admin, 'head');
    head = api.as(token);
  });
  afterAll(() => stage?.close());

  /** An open survey with links. */
  async function anOpenSurvey(id: string, links: number): Promise<readonly string[]> {
    expect((await head.post('/v1/surveys', { ...BASE, ...TIMES, id })).status).toBe(201);
    expect((await head.post(`/v1/surveys/${id}/commands`, { type: 'OpenNow' })).status).toBe(200);
    const made = (await head.post(`/v1/surveys/${id}/links`, { count: links })).body as {
      links: readonly { token: string }[];
    };
    return made.links.map((one) => one.token);
  }
  const answered = async (id: string, tokens: readonly string[]): Promise<void> => {
    for (const [i, one] of tokens.entries()) {
      const answers = { overall: 1 + (i % 5), again: i % 2 === 0, wish: `Wish no. ${i}` };
      const taken = await api.admin.post(`/v1/public/surveys/${id}/answers`, { token: one, answers });
      expect(taken.status).toBe(200);
    }
  };
  const order = async (page: Page, name: string, reason?: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    if (reason !== undefined) await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('build a survey from nothing by keyboard alone, check it while typing, preview it, open it, give links, and close it', async () => {
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/surveys');
    await page.getByText('No survey yet').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Make a survey' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Title', { exact: true }).focus();
    await page.keyboard.type('Was it quick?');
    await page.getByLabel('Procedure', { exact: true }).focus();
    await page.keyboard.press('B');
    await page.getByRole('button', { name: 'Scale', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('How quick was it?');
    await page.getByRole('button', { name: 'Choice', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Where did you apply?');
    await page.getByText('Still missing or wrong: 3').waitFor();
    await page.getByLabel('Answer 1', { exact: true }).fill('At the counter');
    await page.getByLabel('Answer 2', { exact: true }).fill('Online');
    await page.getByRole('button', { name: 'Move question 2 up' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Question 2 is now number 1.').waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Move question 1 down');
    await page.getByRole('button', { name: 'Remove question 2' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Question 2 was removed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Opens at').fill('2040-01-01T08:00');
    await page.getByText('Complete.').waitFor();
    const form = page.frameLocator('iframe');
    await form.getByText('Preview: nothing is sent or stored').waitFor();
    await form.getByText('How quick was it?').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'survey-builder');
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'survey-builder-phone');
    await page.reload();
    await page.getByText('Here is what you typed until').waitFor();
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Was it quick?' }).waitFor();
    await order(page, 'Open now');
    await page.getByText('No answers yet.').waitFor();
    await page.getByRole('button', { name: 'Make links' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('How many').fill('3');
    await dialog.getByRole('button', { name: 'Make links' }).click();
    await dialog.getByText('3 links were made').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'survey-links-phone');
    const file = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/-links\.csv$/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('0 answers; 3 links handed out').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await order(page, 'Close early', 'Enough');
    await page.getByText('closed').first().waitFor();
    expect(complaints.filter(ofThePage)).toEqual([]);
    await close();
  });

  it('begin from a template, which undo takes back, and from an earlier survey', async () => {
    await head.post('/v1/surveys', { ...BASE, ...TIMES, id: 'earlier' });
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/new-survey');
    await page.getByRole('button', { name: 'Make the draft' }).waitFor();
    expect(await page.getByText('Still missing', { exact: false }).count()).toBe(0);
    await page.getByLabel('Begin from').selectOption('template:vn-sipas');
    await page.getByRole('heading', { name: 'Question 12', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('No question yet.').waitFor();
    await page.goto('/surveys/earlier');
    await page.getByRole('link', { name: 'Copy as a new survey' }).click();
    await page.getByLabel('Text of question 1 (English)').waitFor();
    expect(await page.getByLabel('Text of question 1 (English)').inputValue()).toBe('Overall');
    expect(complaints.filter(ofThePage)).toEqual([]);
    await close();
  });

  it('show both and ask when somebody else changed the draft', async () => {
    await head.post('/v1/surveys', { ...BASE, ...TIMES, id: 'both' });
    const { page, close } = await browser.visit(token);
    await page.goto('/surveys/both/edit');
    await page.getByLabel('Title (English)').fill('Mine');
    await page.getByLabel('Title (Tiếng Việt)').fill('Của tôi');
    const put = await head.put('/v1/surveys/both', { ...BASE, ...TIMES, title: { en: 'Theirs', vi: 'Của họ' } });
    expect(put.status).toBe(200);
    await page.getByRole('heading', { name: 'Somebody changed the survey meanwhile' }).waitFor();
    await page.getByText('Theirs · ', { exact: false }).or(page.getByText('Của họ')).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
    await close();
  });

  it('take an answer on a phone without script: errors beside the field, what was typed stays', async () => {
    const [link = ''] = await anOpenSurvey('no-script', 1);
    const { page, close } = await browser.visit(undefined, { viewport: PHONE, javaScriptEnabled: false });
    await page.goto(`/s/no-script?t=${link}&l=en`);
    await page.getByLabel('Your wish').fill('Shorter queues');
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('Some answers need another look').waitFor();
    expect(await page.getByLabel('Your wish').inputValue()).toBe('Shorter queues');
    await browser.picture(page, 'survey-form-phone');
    await page
      .getByRole('group', { name: /Overall/ })
      .getByLabel('4')
      .check();
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('Thank you!').waitFor();
    await close();
  });

  it('keep an answer given without a connection, say so, and send it once when the line is back; results follow live', async () => {
    const [mine = '', ...others] = await anOpenSurvey('offline', 6);
    await answered('offline', others.slice(0, 4));
    const reader = await browser.visit(token);
    await reader.page.goto('/surveys/offline');
    await reader.page.getByText('4 answers; 6 links handed out').waitFor();
    await reader.page.getByText('Fewer than 5 answers').first().waitFor();
    const { page, complaints, close } = await browser.visit(undefined, { viewport: PHONE });
    await page.goto(`/s/offline?t=${mine}&l=en`);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('This question needs an answer.').waitFor();
    await page
      .getByRole('group', { name: /Overall/ })
      .getByLabel('5')
      .check();
    await page.getByLabel('Your wish').fill('=1+1 stay friendly');
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('your answers are kept on this device').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'survey-kept-phone');
    await page.context().setOffline(false);
    await page.getByText('Thank you!').waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(1);
    await reader.page.getByText('5 answers; 6 links handed out').waitFor({ timeout: 4000 });
    await reader.page.getByText('=1+1 stay friendly').waitFor();
    await page.reload();
    await page.getByText('answered with already').waitFor();
    expect(complaints.filter(ofThePage)).toEqual([]);
    await close();
    expect(await faultsOf(reader.page)).toEqual([]);
    await browser.picture(reader.page, 'survey-results');
    const file = reader.page.waitForEvent('download');
    await reader.page.getByRole('button', { name: 'Excel' }).click();
    expect((await file).suggestedFilename()).toBe('survey-offline.xlsx');
    await reader.page.setViewportSize(PHONE);
    expect(await reader.page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(reader.page, 'survey-results-phone');
    expect(reader.complaints.filter(ofThePage)).toEqual([]);
    await reader.close();
  });

  it('say when an answer kept without a connection is refused later, and keep it until the person decides', async () => {
    const [mine = ''] = await anOpenSurvey('too-late', 1);
    const { page, complaints, close } = await browser.visit(undefined, { viewport: PHONE });
    await page.goto(`/s/too-late?t=${mine}&l=en`);
    await page.context().setOffline(true);
    await page
      .getByRole('group', { name: /Overall/ })
      .getByLabel('5')
      .check();
    await page.getByLabel('Your wish').fill('Stay friendly');
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('your answers are kept on this device').waitFor();
    expect((await head.post('/v1/surveys/too-late/commands', { type: 'CloseEarly', reason: 'Enough' })).status).toBe(
      200,
    );
    await page.context().setOffline(false);
    await page.getByText(/were not accepted. Reason: The survey closed on/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await page.reload();
    await page.getByText('What you answered').click();
    await page.getByText('Stay friendly').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'survey-refused-phone');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText(/were not accepted/).waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Delete from this device' }).click();
    await page.getByText(/were not accepted/).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('The survey closed on').waitFor();
    expect(await page.getByText(/were not accepted/).count()).toBe(0);
    expect(complaints.filter((said) => ofThePage(said) && !said.includes('410'))).toEqual([]);
    await close();
  });

  it('make an indicator of a question, with its source filled in', async () => {
    await head.post('/v1/surveys', { ...BASE, ...TIMES, id: 'measured' });
    const { page, complaints, close } = await browser.visit(token);
    await page.goto('/surveys/measured');
    await page.getByRole('link', { name: 'Make an indicator of this question: Overall' }).click();
    await page.getByRole('heading', { level: 1, name: 'New indicator' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Indicator', exact: true }).inputValue()).toBe('Overall');
    expect(await page.getByLabel('Survey', { exact: true }).inputValue()).toBe('measured');
    expect(await page.getByLabel('Question', { exact: true }).inputValue()).toBe('overall');
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'indicator-of-a-question');
    expect(complaints.filter(ofThePage)).toEqual([]);
    await close();
  });

  it('show an officer no button to make, change or open a survey', async () => {
    await anOpenSurvey('read-only', 1);
    const { page, close } = await browser.visit(await tokenOf(api.admin, 'binh'));
    await page.goto('/surveys');
    await page.getByRole('heading', { level: 1, name: 'Surveys' }).waitFor();
    expect(await page.getByRole('link', { name: 'Make a survey' }).count()).toBe(0);
    await page.goto('/new-survey');
    await page.getByText('Surveys are made and changed by').waitFor();
    expect(await page.getByRole('button', { name: 'Make the draft' }).count()).toBe(0);
    await close();
  });
});
