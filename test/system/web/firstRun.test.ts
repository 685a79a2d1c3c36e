import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporalImports } from '../../../src/api/temporalImports';
import { seedExample } from '../../../src/worker/seed';
import { ensureShipped } from '../../../src/worker/shipped';
import { documentChanged } from '../../../src/worker/standing';
import type { Engine } from '../support/engine';
import { faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

const ADMIN = 'administrator-for-tests';
const now = (): string => new Date().toISOString();

/** The made-up province, as `npm start` puts it into an empty store. */
async function theExample({ stores, client }: Engine): Promise<void> {
  await ensureShipped(stores.organisation);
  const deps = { importCommands: temporalImports(client), onChanged: documentChanged(client, now), now };
  await seedExample({ ...stores, ...deps });
}

/** A register as an office might keep it: days as dd/mm/yyyy, semicolons, one row that is wrong. */
function register(): Buffer {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10).split('-').reverse().join('/');
  const rows = Array.from({ length: 240 }, (_none, i) => {
    const received = Date.UTC(2026, 0, 5) + i * 86_400_000;
    return `GP-${i};${day(received)};${day(received + (4 + (i % 9)) * 86_400_000)}`;
  });
  return Buffer.from(['ma ho so;ngay tiep nhan;ngay tra', ...rows, 'GP-x;32/13/2026;'].join('\n'));
}

async function accept(visitor: Visitor): Promise<void> {
  expect(await faultsOf(visitor.page)).toEqual([]);
  expect(await visitor.page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
}

/** From the sign-in that explains itself, by the token of the start screen, to the guide. */
async function arrive(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('heading', { name: 'This is the first start' }).waitFor();
  await accept(visitor);
  await page.getByLabel('Access token').fill(ADMIN);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: 'Open the first-run guide' }).click();
  await page.getByRole('heading', { name: 'What shall we begin with?' }).waitFor();
}

async function launch({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Launch the cycle' }).click();
  await page.getByRole('heading', { name: 'What happens next' }).waitFor();
  await page.getByText('The cycle is launched.').waitFor();
}

describePages('a newcomer on a fresh start', () => {
  describe('with the made-up data', () => {
    let stage: Stage | undefined;
    let browser: Stage['browser'];
    beforeAll(async () => {
      stage = await openStage('web-first', theExample);
      ({ browser } = stage);
    });
    afterAll(() => stage?.close());

    it('comes by phone to a launched cycle, and reads who approves it', async () => {
      const visitor = await browser.visit(undefined, { viewport: PHONE });
      const { page } = visitor;
      await arrive(visitor);
      await page.getByText('Who else is here').click();
      await page.getByText(/Lê Văn Quang: head of unit/).waitFor();
      await accept(visitor);
      await page.getByRole('button', { name: 'The made-up data' }).click();
      await page.getByText(/1,243 cases, received from Jan 2025 to Dec 2025/).waitFor();
      await accept(visitor);
      await browser.picture(page, 'found-phone');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('Nothing is missing: the plan can be approved.').waitFor();
      await accept(visitor);
      await launch(visitor);
      await page.getByText(/It may be approved by: .*Lê Văn Quang/).waitFor();
      await accept(visitor);
      await browser.picture(page, 'launched-phone');
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });
  });

  describe('with a file of their own', () => {
    let stage: Stage | undefined;
    let browser: Stage['browser'];
    beforeAll(async () => {
      stage = await openStage('web-own', ({ stores }) => ensureShipped(stores.organisation));
      ({ browser } = stage);
    });
    afterAll(() => stage?.close());

    it('names the office and the procedure, imports, sees what is in it, leaves, and launches later', async () => {
      const visitor = await browser.visit(undefined);
      const { page } = visitor;
      await arrive(visitor);
      await page.getByRole('button', { name: 'My own file' }).click();
      await page.getByLabel('Name of the procedure').fill('Cấp giấy phép xây dựng');
      await page.getByLabel('Name of your office').fill('Sở Xây dựng');
      await page.getByLabel(/Limit in working days/).fill('5');
      await accept(visitor);
      await page.getByRole('button', { name: 'Make the procedure' }).click();
      await page
        .getByLabel('File of cases')
        .setInputFiles({ name: 'so.csv', mimeType: 'text/csv', buffer: register() });
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByText('Checked, nothing stored yet: 240 new cases').waitFor();
      await page.getByText(/32\/13\/2026/).waitFor();
      await accept(visitor);
      await browser.picture(page, 'own-file');
      await page.getByRole('button', { name: 'Import what is in order' }).click();
      await page.getByRole('button', { name: 'Go on with these cases' }).click();
      await page.getByText(/240 cases, received from Jan 2026 to Sept? 2026/).waitFor();
      await page.getByRole('radio', { name: /Time to decision \(median\)/ }).waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Problem').waitFor();
      await page.getByText('Still missing: 2').waitFor();
      await page.getByRole('textbox', { name: 'Causes 1' }).fill('Hồ sơ đi qua ba bàn trước khi ký');
      await accept(visitor);
      await page.goto('/');
      await page.getByRole('link', { name: 'Continue the first-run guide' }).click();
      await page.getByRole('textbox', { name: 'Causes 1' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Causes 1' }).inputValue()).toBe(
        'Hồ sơ đi qua ba bàn trước khi ký',
      );
      await launch(visitor);
      await page.getByText(/The plan is not complete yet/).waitFor();
      await accept(visitor);
      await browser.picture(page, 'own-launched');
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });
  });
});
