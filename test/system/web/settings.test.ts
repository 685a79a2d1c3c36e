import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { STANDARD_POLICY } from '../../../src/domain/reminders/policy';
import { httpCollectSource } from '../../../src/sources/http/collect';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';
const POLICY = '/v1/reminder-policies/standard';
const { id: _id, ...STANDARD } = STANDARD_POLICY;

describePages('the pages of settings', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let source: Server;
  let host: string;
  let officer: string;
  let lead: string;

  beforeAll(async () => {
    const rows = [
      { ky: '2026-01', v: 5 },
      { ky: '2026-02', v: 7 },
      { ky: 'spring', v: 1 },
    ];
    source = createServer((_request, response) => void response.end(JSON.stringify({ data: rows })));
    await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(source.address() as AddressInfo).port}`;
    const collectSource = httpCollectSource({ env: { KAIRYO_COLLECT_ALLOW: host } });
    stage = await openStage('web-settings', undefined, { collectSource });
    ({ api, browser } = stage);
    const definition = { ...IndicatorDefinition.parse({ name: 'Late' }), home: 'kh-dpi' };
    const edit = { id: 'late', validFrom: '0001-01-01', by: 'head' };
    await stage.run.stores.indicators.define(edit, definition, { references: [] });
    await api.admin.put(POLICY, STANDARD);
    officer = await tokenOf(api.admin, 'binh');
    lead = await tokenOf(api.admin, 'lead');
  });
  afterAll(async () => {
    for await (const { scheduleId } of stage?.run.client.schedule.list() ?? [])
      await stage?.run.client.schedule.getHandle(scheduleId).delete();
    await stage?.close();
    source.closeAllConnections();
    source.close();
  });

  it('show reminder policies as lines of time, and what an edited one would do on real working days', async () => {
    const { page, complaints, close } = await browser.visit(ADMIN);
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Reminder policies' }).click();
    await page.getByText('3 working days before: whoever owes it').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'policies');
    await page.getByRole('link', { name: STANDARD.name }).click();
    await page.getByLabel('Who owes it').selectOption('binh');
    await page.getByLabel('Due on').fill('2027-09-06');
    const table = page.getByRole('region', { name: /Made-up task/ });
    // Three working days before Monday 6 September 2027, over the days off of National Day.
    await table.getByText('Mon, 30 Aug 2027').waitFor();
    await page.getByRole('group', { name: 'Step 2' }).getByLabel('Working days').fill('');
    await page.getByText('Step 2: give a number of working days from 1 to 260.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('group', { name: 'Step 2' }).getByLabel('Working days').fill('2');
    await table.getByText('Tue, 31 Aug 2027').waitFor();
    await page.getByRole('button', { name: 'Remove step 7' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Remove step 7' }).click();
    await browser.picture(page, 'policy');
    await page.getByRole('button', { name: 'Save the policy' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('Earlier versions').click();
    await page.getByRole('heading', { name: 'Version 1' }).waitFor();
    expect((await api.admin.get(POLICY)).body).toMatchObject({ version: 2, steps: { length: 6 } });
    expect(complaints).toEqual([]);
    await close();
  });

  it('show both when two edit a policy at once, and let the second one choose', async () => {
    const { page, complaints, close } = await browser.visit(ADMIN, { viewport: PHONE });
    await page.goto('/settings/reminders/standard');
    await page.getByLabel('Name').fill('Mine');
    await page.getByText('Not saved yet.').waitFor();
    await api.admin.put(POLICY, { ...STANDARD, name: 'Theirs' });
    await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
    await page.getByRole('button', { name: 'Save the policy' }).click();
    await page.getByRole('heading', { name: 'Somebody changed this meanwhile' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'policy-conflict-phone');
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Saved.').waitFor();
    expect((await api.admin.get(POLICY)).body).toMatchObject({ name: 'Mine' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('make a source, try it, ask it, and show what the run brought and which row was wrong', async () => {
    const { page, complaints, close } = await browser.visit(ADMIN);
    await page.goto('/settings/sources');
    await page.getByText('No source yet.').waitFor();
    await page.getByRole('button', { name: 'New source' }).click();
    await page.getByLabel('Identifier').fill('portal');
    await page.getByLabel('Name', { exact: true }).fill('Portal');
    await page.getByLabel('Unit', { exact: true }).selectOption('kh-dpi');
    await page.getByLabel('Address').fill(`http://${host}/figures?token=secret`);
    await page.getByLabel('The source stands inside').check();
    await page.getByLabel('Where the list of rows is').fill('data');
    await page.getByLabel('Period', { exact: true }).fill('ky');
    await page.getByLabel('Always this indicator').selectOption('late');
    await page.getByLabel('Value', { exact: true }).fill('v');
    await page.getByRole('button', { name: 'Save the source' }).click();
    await page.getByText('no user, password or key in the address').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'source-new');
    await page.getByLabel('Address').fill(`http://${host}/figures`);
    await page.getByRole('button', { name: 'Save the source' }).click();
    await page.getByRole('heading', { level: 1, name: 'Portal' }).waitFor();
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('Figures it would bring: 2').waitFor();
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.getByText('3 rows: 2 new').waitFor();
    await page.getByRole('listitem').getByText('Rows left out: 1').click();
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'source');
    await page.goto('/settings/sources');
    await page.getByText(/Last: .*, done · Next: /).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('edit and remove a source on a phone, with the question first', async () => {
    const { page, complaints, close } = await browser.visit(ADMIN, { viewport: PHONE });
    await page.goto('/settings/sources/portal');
    await page.getByLabel('Ask on schedule').uncheck();
    await page.getByText('Trying and asking use what is saved. Save first.').waitFor();
    await page.reload();
    await page.getByText('Here is what you typed until', { exact: false }).waitFor();
    expect(await page.getByLabel('Ask on schedule').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Save the source' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'source-phone');
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The portal is closed');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No source yet.').waitFor();
    await page.goto('/settings/sources/portal');
    await page.getByText('There is no such source.').waitFor();
    await page.locator('summary').click();
    await page.getByText('Removed, because: The portal is closed').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('import a file of cases: columns are named, rows checked, mistakes shown, and the good ones stored', async () => {
    const { page, complaints, close } = await browser.visit(lead);
    await page.goto('/settings/procedures');
    await page.getByRole('link', { name: 'Business licence' }).click();
    const cases = Array.from({ length: 40 }, (_, i) => `L${i};${(i % 28) + 1}/3/2026;${(i % 28) + 1}/4/2026;web`);
    const file = {
      name: 'cases.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        ['Mã hồ sơ;Ngày tiếp nhận;Ngày trả;Hình thức', ...cases, 'X1;31/2/2026;;web', 'X2;yesterday;;web'].join('\r\n'),
      ),
    };
    await page.getByLabel('File of cases').setInputFiles(file);
    await page.getByRole('region', { name: 'First rows of the file' }).waitFor();
    expect(await page.getByLabel('Number of the case').inputValue()).toBe('Mã hồ sơ');
    expect(await page.getByLabel('Received').inputValue()).toBe('Ngày tiếp nhận');
    await page.getByLabel('Received').selectOption('');
    await page.getByText('Choose the column for: Received.').waitFor();
    await page.getByLabel('Received').selectOption('Ngày tiếp nhận');
    expect(await faultsOf(page)).toEqual([]);
    await browser.picture(page, 'cases-columns');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('Checked, nothing stored yet: 40 new cases').waitFor();
    await page.getByText('are left out: 2').first().waitFor();
    await browser.picture(page, 'cases-checked');
    await page.getByRole('button', { name: 'Import what is in order' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Imported: 40 new cases').waitFor();
    await page.getByText('The cases are stored.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await page.getByText('Imported: 40 new cases').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('say what a workbook is missing, and edit a procedure on a phone', async () => {
    const { page, complaints, close } = await browser.visit(lead, { viewport: PHONE });
    await page.goto('/settings/procedures/licence');
    const workbook = {
      name: 'cases.xlsx',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\u0003\u0004\u0000\u0000'),
    };
    await page.getByLabel('File of cases').setInputFiles(workbook);
    await page.getByText('In a spreadsheet choose “Save as”').waitFor();
    await page.getByLabel('Limit in working days').fill('12');
    await page.getByLabel('The clock stands still').fill('Asked');
    await page.getByText('Line 1 of').waitFor();
    await page.getByLabel('The clock stands still').fill('Asked → Answered');
    await page.getByRole('button', { name: 'Save the procedure' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'procedure-phone');
    expect((await api.admin.get('/v1/procedures/licence')).body).toMatchObject({
      limitWorkingDays: 12,
      mapping: { waiting: [{ from: 'Asked', to: 'Answered' }] },
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('show an officer no button that would be refused, and say who may', async () => {
    const { page, complaints, close } = await browser.visit(officer);
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Procedures' }).waitFor();
    expect(await page.getByRole('link', { name: /Sources|Undelivered/ }).count()).toBe(0);
    await page.goto('/settings/reminders/standard');
    await page.getByText('on the due date: whoever owes it').first().waitFor();
    expect(await page.getByRole('button', { name: /Save|Remove/ }).count()).toBe(0);
    await page.goto('/settings/sources');
    await page.getByText('Sources are set up by an administrator.').waitFor();
    expect(await page.getByRole('button', { name: 'New source' }).count()).toBe(0);
    await page.goto('/settings/procedures/licence');
    await page.getByText('Cases of this procedure are imported by').waitFor();
    await page.goto('/settings/undelivered');
    await page.getByText('Only administrators and auditors see this list.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('say that every message was delivered, and which were not and why', async () => {
    const { page, complaints, close } = await browser.visit(ADMIN, { viewport: PHONE });
    await page.goto('/settings/undelivered');
    await page.getByText('Every message was delivered.').waitFor();
    const { reminders, outbox } = stage?.run.stores ?? {};
    const at = new Date().toISOString();
    const deliveries = [{ channel: 'email', address: 'binh@nowhere.example' }];
    const message = { key: `${at}~kh~binh`, person: 'binh', language: 'vi', subject: 'Two things', body: '' } as const;
    await reminders?.record([{ ...message, items: [], reminders: [], createdAt: at, deliveries }]);
    await outbox?.failed(message.key, 'email', at, '550 no such mailbox', undefined);
    await page.reload();
    await page.getByText('given up; attempts: 1').waitFor();
    await page.getByText('550 no such mailbox').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await browser.picture(page, 'undelivered-phone');
    await page.getByRole('button', { name: 'Try again to' }).click();
    await page.getByText('the channel email is not configured').waitFor();
    await page.getByText(/attempts: 2; again/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
