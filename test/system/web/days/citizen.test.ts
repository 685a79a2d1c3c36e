import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PAGES } from '../../../../src/api/pages/web';
import { PHONE } from '../browser';
import { BEYOND_THE_EDGE, describePages } from '../stage';
import { aDay, joins } from './steps';
import type { Day } from './steps';

const SURVEY = {
  ...{ id: 'counter', title: { en: 'How was it?', vi: 'Bạn thấy thế nào?' }, belongsTo: { procedure: 'licence' } },
  languages: ['en', 'vi'],
  questions: [
    { key: 'overall', type: 'scale', text: { en: 'Overall', vi: 'Nhìn chung' }, required: true },
    { key: 'wish', type: 'text', text: { en: 'Your wish', vi: 'Mong muốn' } },
  ],
  ...{ opens: { at: '2026-01-01T00:00:00Z' }, closes: { at: '2099-01-01T00:00:00Z' } },
};

describePages('a citizen', () => {
  let day: Day;
  let link: string;
  beforeAll(async () => {
    day = await aDay('web-citizen');
    await joins(day, 'citizen', 'citizen');
    const head = await day.as('head');
    expect((await head.post('/v1/surveys', SURVEY)).status).toBe(201);
    expect((await head.post('/v1/surveys/counter/commands', { type: 'OpenNow' })).status).toBe(200);
    const { body } = await head.post('/v1/surveys/counter/links', { count: 1 });
    link = (body as { links: { token: string }[] }).links[0]?.token ?? '';
  });
  afterAll(() => day?.close());

  it('answers on a phone without JavaScript: the mistake stands at its question, is corrected, and one answer is taken', async () => {
    const options = { viewport: PHONE, javaScriptEnabled: false };
    const { page, complaints, close } = await day.browser.visit(undefined, options);
    const address = `/s/counter?t=${link}&l=vi`;
    await page.goto(address);
    await page.getByLabel('Mong muốn').fill('Bớt giấy tờ');
    await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
    const question = page.getByRole('group', { name: /Nhìn chung/ });
    await question.getByText('Lỗi:').waitFor();
    const described = (await question.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described.split(' ')[0]}`).innerText()).toContain('Lỗi:');
    expect(await page.getByLabel('Mong muốn').inputValue()).toBe('Bớt giấy tờ');
    await question.getByLabel('4').check();
    await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
    await page.getByText('Cảm ơn bạn!').waitFor();
    await page.goto(address);
    await page.getByText(/đã được dùng để trả lời/).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('gets to no page of those who work here without signing in', async () => {
    const { page, complaints, close } = await day.browser.visit(undefined, { viewport: PHONE });
    const inside = ['/', ...PAGES].filter((one) => !/^\/(sign-in|welcome|reset|public)(\/|$)/.test(one));
    for (const address of inside) {
      await page.goto(address.replace(':id', 'counter'));
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    }
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads nothing of the office with an account of a citizen', async () => {
    const citizen = await day.as('citizen');
    for (const path of [
      'cycles',
      'units',
      'people',
      'indicators/x',
      'surveys',
      'refusals',
      'sign-ins',
      'undelivered',
    ]) {
      const { status, body } = await citizen.get(`/v1/${path}`);
      const { items = [] } = (body ?? {}) as { items?: { id?: string }[] };
      expect([path, status >= 400 || items.every(({ id }) => id === 'citizen')]).toEqual([path, true]);
    }
    const { page, complaints, close } = await day.comes('citizen');
    await page.goto('/launch');
    await page.getByRole('heading', { level: 1, name: 'Your account is for surveys only' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByRole('link', { name: 'My account' }).click();
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
