import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, PHONE } from './browser';
import { assigned, evaluationOf, LAST_MONTH, openedPeriod, THIS_MONTH, told } from './evaluating';
import { anOffice, BY } from '../support/office';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

/** Points that differ, so that there is no tie. */
const POINTS: Readonly<Record<string, number>> = { lead: 8, chi: 7, dung: 6, binh: 5 };
const RATINGS = { 'general/politics': 9, 'general/discipline': 9, 'general/service': 9 };

async function inVietnamese(page: Page): Promise<void> {
  await page.evaluate("localStorage['kairyo.language'] = 'vi'");
  await page.reload();
  await page.locator('html[lang=vi] h1').waitFor();
}

describePages('the pages of evaluations', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('web-evaluations', async ({ stores }) => {
      await anOffice(stores);
      const chief = {
        id: 'chief',
        name: 'chief',
        unit: 'kh',
        roles: ['head-of-unit' as const],
        language: 'vi' as const,
      };
      await stores.organisation.put('person', chief, BY);
      const head = { ...chief, id: 'head', name: 'head', unit: 'kh-dpi', manager: 'chief' };
      await stores.organisation.put('person', head, BY);
    });
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

  it('carry a period that is over to its end: approved together, met about, published, appealed with points from the tree, decided', async () => {
    const { api, browser } = stage;
    const head = api.as(await tokenOf(api.admin, 'head'));
    const excluded = [{ person: 'head', reason: 'Rated by the province' }];
    const id = await openedPeriod(api.admin, LAST_MONTH, { calibrators: ['lead'], excluded });
    const due = `${LAST_MONTH}-20`;
    for (const who of ['lead', 'chi', 'dung', 'binh'])
      await told(
        ...[head, evaluationOf(who, LAST_MONTH)],
        assigned('cv-01', 'Báo cáo quý', { due }),
        { type: 'ReportDone', item: 'cv-01', doneOn: due },
        { type: 'Rate', ratings: { ...RATINGS, 'general/discipline': POINTS[who] ?? 9 } },
      );
    const visit = async (who: string, address: string) => {
      const token = who === 'admin' ? 'administrator-for-tests' : await tokenOf(api.admin, who);
      const visitor = await browser.visit(token);
      await visitor.page.goto(address);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      return visitor;
    };
    const period = `/evaluation-periods/${encodeURIComponent(id)}`;
    const sheet = `/evaluations/${encodeURIComponent(evaluationOf('binh', LAST_MONTH))}`;

    const chief = await visit('chief', `/my-team?period=${encodeURIComponent(id)}`);
    await chief.page.getByRole('heading', { name: 'Waiting for my approval' }).waitFor();
    await browser.picture(chief.page, 'approve');
    expect(await faultsOf(chief.page)).toEqual([]);
    for (;;) {
      const look = chief.page.getByRole('link', { name: /^Look and approve/ });
      await chief.page.getByText('with nothing unusual').waitFor();
      if ((await look.count()) === 0) break;
      await look.first().click();
      await chief.page.getByRole('button', { name: 'Approve' }).click();
      await chief.page.getByText('Approved').first().waitFor();
      await chief.page.goto(`/my-team?period=${encodeURIComponent(id)}`);
      const left = await head.get(`/v1/evaluations?period=${encodeURIComponent(id)}&phase=approving`);
      if ((left.body as { items: readonly unknown[] }).items.length === 0) break;
    }
    const many = chief.page.getByRole('button', { name: /^Approve \d/ });
    if ((await many.count()) > 0) await many.click();
    await chief.close();

    const lead = await visit('lead', period);
    await lead.page.getByText('100% of').waitFor();
    expect(await faultsOf(lead.page)).toEqual([]);
    await lead.page.getByLabel('Minutes').fill('Đã xem phổ điểm.');
    await lead.page.getByRole('button', { name: 'Keep the minutes' }).click();
    await lead.page.getByText('Present: lead').waitFor();
    const accept = lead.page.getByRole('button', { name: 'Accept this list' });
    if ((await accept.count()) > 0) {
      await lead.page.getByLabel(/^Reason/).fill('As proposed');
      await accept.click();
      await lead.page.getByText('Accepted by').waitFor();
    }
    await inVietnamese(lead.page);
    await lead.page.getByText('Biên bản').first().waitFor();
    await browser.picture(lead.page, 'period-vi');
    await lead.close();

    const admin = await visit('admin', period);
    await admin.page.getByRole('button', { name: 'Publish the results' }).click();
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Publish the results' }).click();
    await admin.page.getByText('Appeals are possible until').waitFor();

    const binh = await visit('binh', `/my-work?evaluation=${encodeURIComponent(evaluationOf('binh', LAST_MONTH))}`);
    await binh.page.getByRole('heading', { name: 'My result' }).waitFor();
    await binh.page.getByRole('button', { name: 'Appeal against this result' }).click();
    await binh.page.getByLabel('I dispute: Discipline').check();
    await binh.page.getByLabel('Why do you dispute “Discipline”?').fill('No breach is on record');
    expect(await faultsOf(binh.page)).toEqual([]);
    await browser.picture(binh.page, 'appeal');
    await binh.page.getByRole('button', { name: 'Send the appeal' }).click();
    await binh.page.getByText('Your appeal is being decided').waitFor();

    await admin.page.goto(sheet);
    await admin.page.getByLabel('Uphold', { exact: true }).check();
    await admin.page.getByLabel('Discipline (at most 10)').fill('10');
    await admin.page.getByLabel('Reason').fill('Nothing is on record');
    expect(await faultsOf(admin.page)).toEqual([]);
    await browser.picture(admin.page, 'decide');
    await admin.page.getByRole('button', { name: 'Send the decision' }).click();
    await admin.page.getByText('Upheld: Nothing is on record').waitFor();
    await binh.page.reload();
    await binh.page.getByText('Upheld: Nothing is on record').waitFor();
    await binh.page.getByText('Who looked at my evaluations').click();
    await binh.page.getByText('administrator', { exact: false }).first().waitFor();
    await inVietnamese(binh.page);
    await binh.page.setViewportSize(PHONE);
    await binh.page.getByText('Chấp nhận:').waitFor();
    expect(await binh.page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(binh.page, 'result-phone-vi');
    for (const { complaints, close } of [admin, binh]) {
      expect(complaints).toEqual([]);
      await close();
    }
  }, 240_000);
});
