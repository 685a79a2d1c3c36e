import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { apiDeps } from '../../../src/worker/apiMain';
import { anOffice, BY } from '../support/office';
import { eventually } from '../support/eventually';
import { faultsOf } from './browser';
import { handWork } from './handWork';
import type { HandWork } from './handWork';
import { evaluationOf, openedPeriod, THIS_MONTH } from './evaluating';
import { tokenOf } from './office';
import { describePages, openStage } from './stage';
import type { Stage } from './stage';

const PEOPLE = 100;
const CRITERIA = ['general/politics', 'general/discipline', 'general/service'] as const;
const person = (i: number): string => `p${String(i).padStart(3, '0')}`;
/** Of every ten people three are rated otherwise than they rated themselves, in one criterion. */
const differs = (i: number): boolean => i % 10 < 3;
const FIFTEEN_MINUTES = 15 * 60;

describePages('a hundred people scored by one manager', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('web-hundred', async ({ stores }) => {
      await anOffice(stores);
      const officer = { unit: 'kh-dpi', roles: ['officer' as const], language: 'vi' as const, manager: 'head' };
      for (let i = 0; i < PEOPLE; i += 1)
        await stores.organisation.put('person', { ...officer, id: person(i), name: `Cán bộ ${i + 1}` }, BY);
    });
    const { api, run } = stage;
    await openedPeriod(api.as(await tokenOf(api.admin, 'head')));
    const ratings = Object.fromEntries(CRITERIA.map((one) => [one, 8]));
    const { evaluations } = apiDeps(run.stores, run.client, false);
    const outcomes = await evaluations.commandMany(
      Array.from({ length: PEOPLE }, (_, i) => ({
        ...{ id: evaluationOf(person(i)), by: { id: person(i) }, commandId: randomUUID() },
        command: { type: 'AssessSelf' as const, ratings },
      })),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
  }, 240_000);
  afterAll(() => stage.close());

  const focused = (page: Page): Promise<string> => page.evaluate<string>("document.activeElement?.dataset?.part ?? ''");

  /** One criterion: agree by Enter, or the points and one of the usual reasons by its digit. */
  async function criterion(page: Page, hand: HandWork, otherwise: boolean): Promise<void> {
    await eventually(async () => expect(await focused(page)).toBe('points'));
    hand.thinks();
    if (otherwise) {
      await hand.press('7');
      await hand.press('Enter');
      hand.thinks();
      await hand.press('1');
    }
    await hand.press('Enter');
  }

  it('takes under fifteen minutes of hand-work, counted in keys, pointing and decisions', async () => {
    const { api, browser } = stage;
    const { page, complaints, close } = await browser.visit(await tokenOf(api.admin, 'head'));
    const hand = handWork(page);
    await page.goto(`/my-team`);
    await hand.click(page.getByRole('link', { name: 'Rate one after the other' }));
    for (let i = 0; i < PEOPLE; i += 1) {
      await page.getByText(`Person ${i + 1} of`, { exact: false }).waitFor();
      if (i === 0) expect(await faultsOf(page)).toEqual([]);
      if (i === 3) await browser.picture(page, 'rate');
      for (const at of CRITERIA.keys()) await criterion(page, hand, at === 1 && differs(i));
    }
    await page.getByText(`${PEOPLE} stored`).waitFor();
    const { keys, clicks, decisions, seconds } = hand.counted();
    console.log(`${PEOPLE} people: ${keys} keys, ${clicks} clicks, ${decisions} decisions, ${Math.round(seconds)} s`);
    expect({ keys, clicks, decisions }).toEqual({ keys: 390, clicks: 1, decisions: 331 });
    expect(seconds).toBeLessThan(FIFTEEN_MINUTES);
    const head = api.as(await tokenOf(api.admin, 'head'));
    const rated = await head.get(`/v1/evaluations?period=vn-335-2025~kh-dpi~${THIS_MONTH}&phase=approving&limit=200`);
    expect((rated.body as { items: readonly unknown[] }).items).toHaveLength(PEOPLE);
    const { body } = await head.get(`/v1/evaluations/${evaluationOf(person(0))}`);
    expect(body).toMatchObject({
      ratings: {
        manager: {
          points: { 'general/politics': 8, 'general/discipline': 7 },
          reasons: { 'general/discipline': 'The work of the period shows otherwise' },
        },
      },
    });
    expect(complaints).toEqual([]);
    await close();
  }, 400_000);
});
