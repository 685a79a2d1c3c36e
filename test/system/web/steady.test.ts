import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DESKTOP, PHONE } from './browser';
import { launched, tokenOf } from './office';
import { describePages, openStage } from './stage';
import type { Stage } from './stage';

const LISTS = [
  ...['/', '/cycles', '/history', '/indicators', '/surveys', '/messages'],
  ...['units', 'sources', 'reminders', 'templates', 'journal', 'procedures'].map((one) => `/settings/${one}`),
];
/** What web.dev calls good. */
const MOST = 0.1;
const RECORD = `window.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries())
    if (!one.hadRecentInput)
      window.shifts.push({ value: one.value, what: one.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80)) });
}).observe({ type: 'layout-shift', buffered: true });`;
type Shift = { readonly value: number; readonly what: readonly string[] };

describePages('pages with lists', () => {
  let stage: Stage | undefined;
  let lead: string;
  beforeAll(async () => {
    stage = await openStage('web-steady');
    lead = await tokenOf(stage.api.admin, 'lead');
    await launched(stage.api.as(lead), 'licence');
  });
  afterAll(() => stage?.close());

  it.each([
    ['a desk', DESKTOP],
    ['a phone', PHONE],
  ])('stand still while they are loaded for the first time at %s', async (_where, viewport) => {
    if (stage === undefined) throw new Error('there is no stage');
    const { page, close } = await stage.browser.visit(lead, { viewport });
    await page.addInitScript(RECORD);
    const moved: unknown[] = [];
    for (const address of LISTS) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.waiting').first().waitFor({ state: 'detached' });
      const shifts = await page.evaluate<readonly Shift[]>('window.shifts');
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      if (sum >= MOST) moved.push([address, sum, ...shifts]);
    }
    expect(moved).toEqual([]);
    await close();
  });
});
