import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';

describePages('the page of personal data', () => {
  let stage: Stage | undefined;
  beforeAll(async () => {
    stage = await openStage('web-privacy');
  });
  afterAll(() => stage?.close());

  it('gives whoever asks a file with all that is stored about them', async () => {
    const { api, browser } = stage as Stage;
    const visitor = await browser.visit(await tokenOf(api.admin, 'lead'), { viewport: PHONE });
    const { page } = visitor;
    await page.goto('/settings/privacy');
    const fetched = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download my data' }).click();
    const file = await readFile(await (await fetched).path(), 'utf8');
    const from = file
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { from: string }).from);
    expect(from).toEqual(expect.arrayContaining(['people', 'tokens', 'sessions']));
    expect(await page.getByRole('heading', { name: 'Remove a person' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('lets an administrator set how long, with a reason, and remove a person who left', async () => {
    const { api, browser } = stage as Stage;
    await api.admin.put('/v1/people/leaver', { name: 'Trần Thị Hoa', unit: 'kh-dpi', roles: [] });
    const visitor = await browser.visit(ADMIN);
    const { page } = visitor;
    await page.goto('/settings/privacy');
    await page
      .getByRole('cell', { name: /36.*\[A\]/ })
      .first()
      .waitFor();
    await page.getByLabel('Messages and reminders').fill('24');
    await page.getByLabel('Reason').fill('Quyết định 12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: '24', exact: true }).first().waitFor();
    expect(await page.getByText('[A]').count()).toBe(0);
    await page.getByLabel('Id of the person').fill('leaver');
    await page.getByLabel('Legal ground').fill('Hết thời hạn lưu');
    await page.getByLabel('I know that this cannot be undone').check();
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await page.getByText('“leaver” was removed').waitFor();
    expect((await api.admin.get('/v1/people/leaver')).body).toMatchObject({ name: '—' });
    await browser.picture(page, 'privacy');
    expect(await faultsOf(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
