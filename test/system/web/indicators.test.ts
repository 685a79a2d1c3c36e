import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BY } from '../support/office';
import { faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

/** The month so many months before this one, as `2026-03`. */
const monthsBack = (count: number): string => {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - count, 15)).toISOString().slice(0, 7);
};
/** As the page writes it in English. */
const said = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
const [LAST, BEFORE] = [monthsBack(1), monthsBack(2)];
const WARDS = Array.from({ length: 12 }, (_none, at) => `ward-${at + 1}`);

describePages('the pages of indicators', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  const tokens: Record<string, string> = {};
  const as = (person: string) => api.as(tokens[person] ?? '');
  const open = (person: string, options = {}) => browser.visit(tokens[person], options);
  const leave = async ({ complaints, close }: Visitor) => {
    await close();
    expect(complaints).toEqual([]);
  };
  const soundAndNarrow = async (page: Page) => {
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
  };
  const done = async (answer: Promise<{ readonly status: number; readonly body: unknown }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
  };

  beforeAll(async () => {
    stage = await openStage('web-indicators');
    ({ api, browser } = stage);
    for (const person of ['head', 'lead', 'binh']) tokens[person] = await tokenOf(api.admin, person);
    const { organisation } = stage.run.stores;
    for (const id of WARDS)
      await organisation.put('unit', { id, name: id.replace('ward-', 'Ward '), parent: 'kh-dpi' }, BY);
    const define = (id: string, definition: object) =>
      done(api.admin.put(`/v1/indicators/${id}`, { home: 'kh-dpi', ...definition }));
    await define('complaints', { name: 'Complaints', unit: 'cases', direction: 'lower', approval: true });
    await define('decided', { name: 'Files decided', unit: 'cases' });
    await define('on-time', { name: 'Decided on time', unit: '%', source: { type: 'ratio', per: 100 } });
    const enter = (id: string, items: readonly object[]) =>
      done(api.admin.post(`/v1/indicators/${id}/observations`, { items }));
    const months = Array.from({ length: 12 }, (_none, at) => monthsBack(12 - at));
    await enter(
      'decided',
      months.map((period, at) => ({ unit: 'kh-dpi', period, value: 100 + (at % 4) * 5 })),
    );
    await enter(
      'on-time',
      WARDS.map((unit, at) => ({
        ...{ unit, period: LAST, denominator: 200 + at * 40 },
        numerator: Math.round((200 + at * 40) * (unit === 'ward-12' ? 0.6 : 0.9 + (at % 3) * 0.01)),
      })),
    );
  });
  afterAll(() => stage?.close());

  it('take a figure, show a second one entered meanwhile beside it, and wait for another person to approve', async () => {
    const binh = await open('binh');
    const { page } = binh;
    await page.goto(`/indicators/complaints`);
    await page.getByRole('button', { name: 'Enter a value', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Period').fill(LAST);
    await dialog.getByLabel('Value (cases)').fill('5');
    await done(as('head').post('/v1/indicators/complaints/observations', { unit: 'kh-dpi', period: LAST, value: 7 }));
    await dialog.getByText('Somebody recorded another value meanwhile.').waitFor();
    expect(await dialog.locator('.both').innerText()).toMatch(/7[\s\S]*5/);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'entry-conflict');
    await dialog.getByLabel('Reason of the correction').fill('Two were counted twice');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It waits for a second person to approve it.').waitFor();
    await leave(binh);

    const head = await open('head');
    await head.page.goto(`/indicators/complaints`);
    await head.page.getByRole('button', { name: `Approve ${said(LAST)}` }).click();
    await head.page
      .getByRole('dialog')
      .getByRole('button', { name: `Approve ${said(LAST)}` })
      .click();
    const row = head.page.getByRole('region', { name: 'Values' }).getByRole('row', { name: said(LAST) });
    await row.getByRole('cell', { name: '5', exact: true }).waitFor();
    await leave(head);
  });

  it('take a correction with its reason, and keep both versions', async () => {
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/indicators/decided');
    await page.getByRole('button', { name: `Correct: ${said(LAST)}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Value (cases)').fill('131');
    await dialog.getByLabel('Reason of the correction').fill('A folder was found');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Saved: ${said(LAST)}, version 2.`).waitFor();
    await page.getByRole('region', { name: 'Values' }).getByRole('cell', { name: '131', exact: true }).waitFor();
    await page.locator('svg.chart').first().waitFor();
    await leave(visitor);
  });

  it('take a table that is dropped: look at it row by row, name its mistakes, and import the good rows', async () => {
    const visitor = await open('head');
    const { page } = visitor;
    await page.goto('/indicators/decided');
    await page.getByRole('button', { name: 'Import from CSV' }).click();
    const text = `period,unit,value,reason\n${monthsBack(13)},kh-dpi,90,\n${BEFORE},kh-dpi,111,Counted anew\nnever,kh-dpi,1,\n`;
    const files = await page.evaluateHandle<unknown>(
      `(() => { const held = new DataTransfer(); held.items.add(new File([${JSON.stringify(text)}], 'values.csv', { type: 'text/csv' })); return held; })()`,
    );
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: files });
    await page.getByText('1 new, 1 corrected, 0 unchanged, 1 with mistakes').waitFor();
    await page.getByText(/^Row 4: /).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'import');
    await page.getByRole('button', { name: 'Import only the 2 good rows' }).click();
    await page.getByText('Imported: 1 new, 1 corrected.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('region', { name: 'Values' }).getByRole('cell', { name: '111', exact: true }).waitFor();
    await leave(visitor);
  });

  it('define an indicator: the mistake in a formula at its place while it is typed, and its values before it is saved', async () => {
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/indicators');
    await page.getByRole('link', { name: 'Define an indicator' }).click();
    await page.getByLabel('Indicator', { exact: true }).fill('Decided a working day');
    await page.getByLabel('Unit of measure').fill('cases');
    await page.getByLabel('Values come from').selectOption('formula');
    const formula = page.getByRole('textbox', { name: 'Formula' });
    await formula.fill('decided / (20 *');
    await page
      .locator('#at-source-formula-lack')
      .getByText(/ends too early at character/)
      .waitFor();
    await page.locator('.said-at mark').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'formula-mistake');
    await formula.fill('decyded / 20');
    await page
      .locator('#at-source-formula-lack')
      .getByText(/decyded.*decided/)
      .waitFor();
    await formula.fill('');
    await page.getByText(/Indicators to insert/).click();
    await page.getByLabel('Find an indicator').fill('files dec');
    await page.getByRole('button', { name: 'Insert decided' }).click();
    await formula.pressSequentially(' / 20');
    await page.getByText('This is a formula.').waitFor();
    const preview = page.getByRole('complementary', { name: 'Preview on real data' });
    await preview
      .getByRole('row', { name: said(LAST) })
      .getByRole('cell', { name: '6.55' })
      .waitFor();
    await soundAndNarrow(page);
    await browser.picture(page, 'editor');
    await page.reload();
    await page.getByText(/Here is what you typed until/).waitFor();
    await expect(formula.inputValue()).resolves.toBe('decided / 20');
    await page.getByRole('button', { name: 'Define the indicator' }).click();
    await page.getByRole('heading', { level: 1, name: 'Decided a working day' }).waitFor();
    await page.getByRole('cell', { name: '6.55' }).first().waitFor();
    await leave(visitor);
  });

  it('change a definition: what another person put meanwhile stands beside it and is not overwritten unasked', async () => {
    const visitor = await open('head');
    const { page } = visitor;
    await page.goto('/indicators/decided');
    await page.getByRole('link', { name: 'Change the definition' }).click();
    await page.getByLabel('Target (optional)', { exact: true }).fill('120');
    await done(
      as('lead').put('/v1/indicators/decided', {
        name: 'Files decided',
        unit: 'cases',
        home: 'kh-dpi',
        target: 110,
        validFrom: monthsBack(12),
      }),
    );
    await page.getByRole('heading', { name: 'Somebody changed this indicator meanwhile' }).waitFor();
    const both = page.getByRole('alert');
    await expect(both.innerText()).resolves.toMatch(/120[^]*110/);
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'definition-conflict');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Two bands by the target' }).click();
    await page.getByLabel('Holds from (optional)').fill(BEFORE);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Say why the definition changes.').waitFor();
    await page.getByLabel('Reason', { exact: true }).fill('A new plan');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByRole('heading', { level: 1, name: 'Files decided' }).waitFor();
    const row = page.getByRole('region', { name: 'Values' }).getByRole('row', { name: said(LAST) });
    await row.getByText('reached', { exact: true }).waitFor();
    await leave(visitor);
  });

  it('give a unit a target of its own and take it back, and retire an indicator with a reason', async () => {
    const visitor = await open('head', { viewport: PHONE });
    const { page } = visitor;
    await page.goto('/indicators/on-time');
    await page.getByRole('button', { name: 'Set a target for a unit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Unit', { exact: true }).selectOption('ward-3');
    await dialog.getByLabel('Target', { exact: true }).fill('85');
    await dialog.getByLabel('Reason').fill('A small office');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Ward 3: target 85').waitFor();
    await page.getByRole('button', { name: 'Take back: Ward 3' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('As large as the others now');
    await page.getByRole('dialog').getByRole('button', { name: 'Take back: Ward 3' }).click();
    await page.getByText('No unit has a target of its own.').waitFor();
    await page.goto('/indicators/decided-a-working-day');
    await page.getByRole('button', { name: 'Retire' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Nobody asks for it');
    await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
    await page.getByText('Retired: no figures are collected any more.').waitFor();
    await leave(visitor);
  });

  it('set units beside each other in a funnel, with a table behind it and words where there are no limits', async () => {
    const visitor = await open('head');
    const { page } = visitor;
    await page.goto('/indicators/on-time');
    await page.getByText(/12 units, 1 beyond the outer limits/).waitFor();
    const beside = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Units beside each other' }) });
    await beside.getByText('The numbers as a table').click();
    await expect(beside.getByRole('row', { name: 'Ward 12' }).innerText()).resolves.toMatch(/beyond 99.8 % \(worse\)/);
    await soundAndNarrow(page);
    await browser.picture(page, 'indicator');
    await page.setViewportSize(PHONE);
    await soundAndNarrow(page);
    await browser.picture(page, 'indicator-phone');
    await page.goto('/indicators/decided');
    await page.getByText('At least three units with figures are needed').waitFor();
    await leave(visitor);
  });

  it('stay sound on a phone: library and editor', async () => {
    const visitor = await open('head', { viewport: PHONE });
    const { page } = visitor;
    await page.goto('/indicators');
    await page.getByRole('link', { name: 'Decided on time' }).waitFor();
    await soundAndNarrow(page);
    await browser.picture(page, 'library-phone');
    await page.goto('/indicators/on-time/definition');
    await page
      .getByRole('complementary')
      .getByRole('row', { name: said(LAST) })
      .waitFor();
    await soundAndNarrow(page);
    await browser.picture(page, 'editor-phone');
    await leave(visitor);
  });

  it('stand in a plan beside what is computed from cases', async () => {
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/launch');
    await page.getByLabel('Add an indicator').selectOption({ label: 'Decided on time' });
    const one = page.getByRole('group', { name: 'Decided on time' });
    await one.getByText('Library indicator, in %').waitFor();
    await one.getByLabel(/^Predicted: at least/).fill('95');
    await page.getByLabel('Measured by').selectOption({ label: 'Decided on time' });
    expect(await faultsOf(page)).toEqual([]);
    await leave(visitor);
  });

  it('show no button to whoever may not define, and say so at the address of the editor', async () => {
    const visitor = await open('binh');
    const { page } = visitor;
    await page.goto('/indicators');
    await page.getByRole('link', { name: 'Decided on time' }).click();
    await page.getByRole('heading', { level: 1, name: 'Decided on time' }).waitFor();
    await expect(page.getByRole('link', { name: 'Change the definition' }).count()).resolves.toBe(0);
    await expect(page.getByRole('button', { name: 'Retire' }).count()).resolves.toBe(0);
    await expect(page.getByRole('button', { name: 'Set a target for a unit' }).count()).resolves.toBe(0);
    await page.goto('/new-indicator');
    await page.getByText('Indicators are defined by heads of unit').waitFor();
    await leave(visitor);
  });

  it('can be defined with the keyboard alone', async () => {
    const visitor = await open('head');
    const { page } = visitor;
    await page.goto('/indicators');
    await page.getByRole('link', { name: 'Define an indicator' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New indicator' }).waitFor();
    const focused = () => page.evaluate<string>('document.activeElement.id');
    const tabTo = async (id: string) => {
      for (let at = 0; at < 80 && (await focused()) !== id; at += 1) await page.keyboard.press('Tab');
      expect(await focused()).toBe(id);
    };
    await tabTo('at-name');
    await page.keyboard.type('Calls answered');
    await tabTo('at-source');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown');
    await tabTo('at-source-formula');
    await page.keyboard.type('decided * 2');
    await page.getByText('This is a formula.').waitFor();
    await tabTo('at-validFrom');
    await page.keyboard.type('2020');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Calls answered' }).waitFor();
    await leave(visitor);
  });
});
