import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, PHONE } from './browser';
import { assigned, evaluationOf, LAST_MONTH, openedPeriod, THIS_MONTH, told } from './evaluating';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const RATINGS = { 'general/politics': 9, 'general/discipline': 9, 'general/service': 9 };

async function inVietnamese(page: Page): Promise<void> {
  await page.evaluate("localStorage['kairyo.language'] = 'vi'");
  await page.reload();
  await page.locator('html[lang=vi] h1').waitFor();
}

describePages('the pages of evaluations', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('web-evaluations');
    const { api } = stage;
    const head = api.as(await tokenOf(api.admin, 'head'));
    await openedPeriod(head);
    await told(
      ...[head, evaluationOf('binh')],
      assigned('cv-01', 'Tham mưu kế hoạch cải cách hành chính', { due: `${THIS_MONTH}-28` }),
      assigned('cv-02', 'Trả lời kiến nghị của doanh nghiệp', { due: `${THIS_MONTH}-01` }),
    );
  }, 120_000);
  afterAll(() => stage.close());

  it('let an officer report work done in one tap from the phone, assess themselves, and see the score and what is missing', async () => {
    const { api, browser } = stage;
    const { page, complaints, close } = await browser.visit(await tokenOf(api.admin, 'binh'), { viewport: PHONE });
    await page.goto('/my-work');
    await page.getByText('0 of 2 done').waitFor();
    await page.getByText('Points from work: 0').waitFor();
    await page.getByRole('button', { name: 'Done: Tham mưu kế hoạch' }).click();
    await page.getByText('1 of 2 done').waitFor();
    await page.getByText('a – done').waitFor();
    for (const field of await page.locator('input.points').all()) await field.fill('8');
    await page.getByRole('button', { name: 'Send the self-assessment' }).click();
    await page.getByText('What the next class would take').waitFor();
    await page.getByText('Finish “Trả lời kiến nghị').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'my-work-phone');
    await page.evaluate("localStorage['kairyo.language'] = 'vi'");
    await page.reload();
    await page.getByText('Cần gì để lên mức tiếp theo').waitFor();
    await browser.picture(page, 'my-work-phone-vi');
    expect(complaints).toEqual([]);
    await close();
  });

  it('carry a period that is over from the rating to the appeal: approved together, met about, published, appealed, decided', async () => {
    const { api, browser } = stage;
    const caller = async (who: string) => api.as(await tokenOf(api.admin, who));
    const [head, lead, admin] = [await caller('head'), await caller('lead'), api.admin];
    const id = await openedPeriod(admin, LAST_MONTH, ['lead']);
    const due = `${LAST_MONTH}-20`;
    const binh = evaluationOf('binh', LAST_MONTH);
    for (const who of ['lead', 'chi', 'dung', 'binh']) {
      const one = evaluationOf(who, LAST_MONTH);
      await told(head, one, assigned('cv-01', 'Báo cáo quý', { due }), {
        type: 'ReportDone',
        item: 'cv-01',
        doneOn: due,
      });
      await told(head, one, { type: 'Rate', ratings: RATINGS });
    }
    const manager = await browser.visit(await tokenOf(api.admin, 'head'));
    await manager.page.goto(`/my-team?period=${encodeURIComponent(id)}`);
    await manager.page.getByRole('heading', { name: 'People I rate' }).waitFor();
    expect(await faultsOf(manager.page)).toEqual([]);
    await browser.picture(manager.page, 'my-team');
    await inVietnamese(manager.page);
    await browser.picture(manager.page, 'my-team-vi');
    await manager.page.goto(`/evaluation-periods/${encodeURIComponent(id)}`);
    await manager.page.getByRole('heading', { level: 2, name: 'Tiến độ' }).waitFor();
    expect(await faultsOf(manager.page)).toEqual([]);
    await browser.picture(manager.page, 'period-vi');
    await manager.close();
    expect((await lead.get(`/v1/evaluations/${binh}`)).status).toBe(200);
  }, 120_000);
});
