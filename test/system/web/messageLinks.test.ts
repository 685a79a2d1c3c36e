import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('a message', () => {
  let stage: Stage | undefined;
  let token: string;
  beforeAll(async () => {
    stage = await openStage('web-message-links');
    token = await tokenOf(stage.api.admin, 'head');
  });
  afterAll(() => stage?.close());

  it('leads to the pages of the source, the indicator and the survey it names', async () => {
    if (stage === undefined) throw new Error('there is no stage');
    const { browser, run } = stage;
    const at = new Date().toISOString();
    const body = 'Details: /v1/collectors/desk/runs\n\nSee /indicators/on-time. And /surveys/counter-2026.';
    const message = {
      key: `${at}~collect~head`,
      person: 'head',
      language: 'en',
      subject: 'A source fails',
      body,
    } as const;
    await run.stores.reminders.record([{ ...message, items: [], reminders: [], createdAt: at, deliveries: [] }]);
    const { page, complaints, close } = await browser.visit(token, { viewport: PHONE });
    await page.goto('/messages');
    await page.getByRole('link', { name: '/settings/sources/desk' }).waitFor();
    expect(await page.getByRole('link', { name: '/indicators/on-time' }).getAttribute('href')).toBe(
      '/indicators/on-time',
    );
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'message-links-phone');
    await page.getByRole('link', { name: '/surveys/counter-2026' }).click();
    await page.waitForURL('**/surveys/counter-2026');
    expect(complaints).toEqual([]);
    await close();
  });
});
