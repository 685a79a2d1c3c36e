import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('the pages of ideas', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('web-ideas');
  });
  afterAll(() => stage.close());

  it('let an officer propose from the phone in two fields, keep the draft, and send it once when the connection is back', async () => {
    const { api, browser } = stage;
    const { page, complaints, close } = await browser.visit(await tokenOf(api.admin, 'binh'), { viewport: PHONE });
    await page.getByRole('link', { name: 'Ideas' }).click();
    await page.getByText('No idea here yet').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Propose an idea' }).click();
    await page.getByLabel('The idea in one line').fill('Checklist at the counter');
    await page.getByLabel('What is the problem').fill('People come three times. A short list would help.');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'new-idea-phone');
    await page.reload();
    await page.getByText('Here is what you typed until').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('It stays here and is sent when the connection is back').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Checklist at the counter' }).waitFor();
    await page.getByText('lead to answer by', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Support' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'idea-phone');
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    expect((await api.admin.get('/v1/ideas')).body).toMatchObject({ items: [{ title: 'Checklist at the counter' }] });
    expect(complaints).toEqual([]);
    await close();
  });

  it('let a colleague support it and a lead answer it and begin a plan from it; the board keeps its filter in the address', async () => {
    const { api, browser } = stage;
    const binh = api.as(await tokenOf(api.admin, 'binh'));
    const { body } = await binh.post('/v1/ideas', { title: 'Queue tickets', text: 'A number for each visitor.' });
    const { id } = body as { id: string };
    const colleague = await browser.visit(await tokenOf(api.admin, 'chi'));
    await colleague.page.goto(`/ideas/${id}`);
    await colleague.page.getByRole('button', { name: 'Support', exact: true }).click();
    await colleague.page.getByRole('button', { name: 'Take my support back' }).waitFor();
    expect(await colleague.page.getByRole('button', { name: 'Answer' }).count()).toBe(0);
    await colleague.close();
    const { page, complaints, close } = await browser.visit(await tokenOf(api.admin, 'lead'));
    await page.goto('/ideas');
    await page.getByLabel('Stage').selectOption('supported');
    await page.waitForURL(/stage=supported/);
    await page.getByRole('link', { name: 'Queue tickets' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'ideas-board');
    await page.getByRole('link', { name: 'Queue tickets' }).click();
    await page.getByRole('button', { name: 'Answer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('We try it at counter 1');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Answer' }).click();
    await page.getByText('We try it at counter 1').waitFor();
    await browser.picture(page, 'idea-answered');
    await page.getByRole('button', { name: 'Make a cycle of it' }).click();
    await page.waitForURL(/\/launch$/);
    await page.locator('textarea').filter({ hasText: 'A number for each visitor.' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('let two contributors agree on other shares than they began with', async () => {
    const { api, browser } = stage;
    const people = ['binh', 'chi'] as const;
    const contributors = people.map((person) => ({ person, share: 0.5 }));
    const tokens = { binh: await tokenOf(api.admin, 'binh'), chi: await tokenOf(api.admin, 'chi') };
    const proposal = { title: 'One form less', text: 'Two of the forms ask the same.', contributors };
    const { id } = (await api.as(tokens.binh).post('/v1/ideas', proposal)).body as { id: string };
    for (const [at, person] of people.entries()) {
      const { page, close } = await browser.visit(tokens[person]);
      await page.goto(`/ideas/${id}`);
      if (at === 0) {
        await page.getByLabel('Share of binh in %').fill('60');
        await page.getByLabel('Share of chi in %').fill('40');
      }
      await page.getByRole('button', { name: 'Agree on these shares' }).click();
      await page.getByText(at === 0 ? 'Not yet in force: binh: 60 %, chi: 40 %' : 'binh: 60 %').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await close();
    }
    expect((await api.admin.get(`/v1/ideas/${id}`)).body).toMatchObject({
      contributors: [{ share: 0.6 }, { share: 0.4 }],
    });
  });
});
