import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { aProcedure, launched, tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
const at = (id: string) => `/cycles/${encodeURIComponent(id)}`;

describePages('the pages of cycles', () => {
  let stage: Stage | undefined;
  let run: Stage['run'];
  let api: Stage['api'];
  let browser: Stage['browser'];
  const tokens: Record<string, string> = {};
  const as = (person: string) => api.as(tokens[person] ?? '');
  const open = (person: string, options = {}) => browser.visit(tokens[person], options);
  const leave = async ({ complaints, close }: Visitor) => {
    await close();
    expect(complaints).toEqual([]);
  };

  /** A cycle of its own procedure, and commands carried out on it. */
  async function aCycle(procedure: string, plan: object, ...commands: readonly (readonly [string, object])[]) {
    await aProcedure(run, procedure);
    const id = await launched(as('lead'), procedure, plan);
    for (const [person, command] of commands) await carriedOut(id, person, command);
    return id;
  }
  async function carriedOut(id: string, person: string, command: object): Promise<void> {
    const answer = await as(person).post(`/v1${at(id)}/commands`, command);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
  const approved = ['head', { type: 'ApprovePlan' }] as const;
  const reviewed = (person: string) =>
    [person, { type: 'RecordReview', predictionCompared: 'As was said', learning: ['Forms matter'] }] as const;
  const toAct = [
    ...[approved, ['lead', { type: 'EndDoEarly', reason: 'Enough seen' }] as const],
    ...[reviewed('chi'), reviewed('dung')],
  ];

  beforeAll(async () => {
    stage = await openStage('cycles');
    ({ run, api, browser } = stage);
    for (const person of ['head', 'lead', 'chi', 'dung', 'binh']) tokens[person] = await tokenOf(api.admin, person);
  });
  afterAll(() => stage?.close());

  it('find cycles on the server, without accents, and keep the search in the address', async () => {
    await aCycle('permit', { problem: 'Cấp phép xây dựng chậm' });
    await aCycle('stamp', {}, approved);
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/cycles');
    await page.getByText('2 cycles').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('cap phep');
    await page.getByText('1 cycles').waitFor();
    await page.getByRole('link', { name: 'Quicker permit' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('cap phep');
    await page.reload();
    await page.getByText('1 cycles').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
    await page.getByLabel('Phase').selectOption('do');
    await page.getByRole('link', { name: 'Quicker stamp' }).waitFor();
    await page.getByText('1 cycles').waitFor();
    await page.getByText('More filters').click();
    await page.getByLabel('Overdue only').check();
    await page.getByText('No cycle fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByText('1 cycles').waitFor();
    await page.getByRole('button', { name: 'Board' }).click();
    await page.getByRole('heading', { name: 'Do 1' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await leave(visitor);
  });

  it('draw the series as a ramp that the keyboard walks, with a table behind', async () => {
    const first = await aCycle('seal', {}, ...toAct);
    await carriedOut(first, 'lead', { type: 'ExpandChange', reason: 'It worked', scope: 'All counters' });
    const next = first.replace(/1$/, '2');
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto(at(next));
    const ramp = page.getByRole('region', { name: 'The series, step by step' });
    await ramp.getByText('this cycle').waitFor();
    expect(await ramp.getByRole('listitem').count()).toBe(2);
    await browser.picture(page, 'series');
    await page.getByText('Show the series as a table').click();
    await page.getByRole('cell', { name: 'Expanded' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await ramp.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${at(first)}`);
    await leave(visitor);
  });

  it('put cycles side by side, say what differs in words, and give it as a file', async () => {
    const one = await aCycle('extract', { problem: '=1+1' }, ['lead', { type: 'WithdrawPlan', reason: 'Merged' }]);
    const other = await aCycle('deed', { problem: 'Deeds take a month' });
    const visitor = await open('lead');
    const { page } = visitor;
    await page.goto('/history');
    await page.getByLabel('Compare “Quicker extract”').check();
    await page.getByLabel('Compare “Quicker deed”').check();
    await page.reload();
    await page.getByRole('link', { name: 'Compare (2)' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare cycles' }).waitFor();
    await page.getByRole('row', { name: /Problem.*differs.*=1\+1.*Deeds take a month/s }).waitFor();
    await page.getByRole('row', { name: /Aim.*the same/s }).waitFor();
    expect(new URL(page.url()).searchParams.getAll('cycle')).toEqual([one, other]);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Only what differs').check();
    await page.getByRole('row', { name: /Aim.*the same/s }).waitFor({ state: 'detached' });
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    expect(await readFile(await (await arriving).path(), 'utf8')).toContain("'=1+1");
    const workbook = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as Excel' }).click();
    expect((await readFile(await (await workbook).path())).subarray(0, 2).toString()).toBe('PK');
    await browser.picture(page, 'compare');
    await leave(visitor);
  });

  it('let the deputy of an absent head approve, say for whom, and record both', async () => {
    const id = await aCycle('note', {});
    const { stores } = run;
    const head = (await stores.organisation.people.get('head'))?.value;
    if (head === undefined) throw new Error('no head');
    const absences = [{ from: day(-1), to: day(3) }];
    await stores.organisation.put(
      'person',
      { ...head, name: 'Trần Thị B', deputy: 'binh', absences },
      { by: 'administrator' },
    );
    const visitor = await open('binh');
    const { page } = visitor;
    await page.getByText('in place of Trần Thị B').first().waitFor();
    await page.goto(at(id));
    await page.getByRole('button', { name: 'Approve the plan (for Trần Thị B)' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('You do this in place of Trần Thị B').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Approve the plan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('binh in place of Trần Thị B').waitFor();
    await stores.organisation.put('person', { ...head, absences: [] }, { by: 'administrator' });
    await leave(visitor);
  });

  it('show what happens to whoever looks on, take back what can be, filter it, and say that the record is whole', async () => {
    const id = await aCycle('badge', {}, approved);
    const visitor = await open('lead');
    const other = await open('head');
    const { page } = visitor;
    await page.goto(at(id));
    await other.page.goto(at(id));
    await page.getByText('More actions').click();
    await page.getByRole('button', { name: 'Pause' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Waiting for forms');
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await other.page.getByText('Cycle paused').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    await other.page.getByText('Cycle resumed').waitFor();
    await page.getByLabel('Kind').selectOption('plan');
    await page.getByText('Cycle resumed').waitFor({ state: 'detached' });
    await page.getByText('Plan approved').waitFor();
    await page.getByRole('button', { name: 'Check the record' }).click();
    await page.getByText('The record is whole: 4 events').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await leave(other);
    await leave(visitor);
  });

  it('show a decision that is due to the lead and to the head', async () => {
    const id = await aCycle('form', {}, ...toAct);
    for (const person of ['lead', 'head']) {
      const visitor = await open(person);
      await visitor.page.getByRole('link', { name: /Decide: Decide on the change: Quicker form/ }).click();
      await visitor.page.waitForURL(`**${at(id)}`);
      await leave(visitor);
    }
  });

  it('fit a phone', async () => {
    const visitor = await open('lead', { viewport: PHONE });
    const { page } = visitor;
    const { body } = await as('lead').get('/v1/cycles?q=seal');
    const { items } = body as { items: { id: string }[] };
    const pair = items.map(({ id }) => `cycle=${encodeURIComponent(id)}`).join('&');
    for (const path of [
      '/cycles',
      '/cycles?view=board',
      at(items[0]?.id ?? ''),
      `/history/compare?${pair}`,
      '/history',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('Loading …').first().waitFor({ state: 'detached' });
      await browser.picture(page, `phone${path.slice(0, 20).replaceAll(/\W+/g, '-')}`);
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(BEYOND_THE_EDGE)]).toEqual([path, 0]);
    }
    await leave(visitor);
  });
});
