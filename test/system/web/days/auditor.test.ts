import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PAGES } from '../../../../src/api/pages/web';
import { eventually } from '../../support/eventually';
import { aProcedure, launched } from '../office';
import { describePages } from '../stage';
import { aDay, joins, onCycle } from './steps';
import type { Day } from './steps';

/** What an auditor does for themselves: their own session, account, tokens, data, training and the help; and what is open to everybody. */
const OWN =
  /^\/(settings\/account|settings\/tokens|settings\/privacy|training|messages|help|sign-in|welcome|reset|first-run)$/;
/** What only shows, takes away as a file, or asks for another view. */
const HARMLESS =
  /^(Reviews$|Review plans$|Programmes$|Packs$|Public dashboard$|Schema$|Export|Excel|CSV|PDF|Compare|Print|Check the record|Tiếng Việt|English|日本語|Sign out|Clear|Previous|Next|Filter|Show|Less|More|Earlier|Later|Copy|\d|[‹›<>▸▾])/i;
const DEEDS = `[...document.querySelectorAll('main button, main a.button, main input[type=file], main [role=button]')]
  .filter((one) => one.checkVisibility() && !one.disabled && one.closest('search, details.filters, [role=treegrid], [role=tablist], [role=radiogroup]') === null)
  .map((one) => one.getAttribute('aria-label') ?? one.textContent.trim())`;

describePages('an auditor', () => {
  let day: Day;
  let id: string;
  beforeAll(async () => {
    day = await aDay('web-auditor');
    await joins(day, 'an', 'auditor');
    await aProcedure(day.run, 'permit');
    id = await launched(await day.as('lead'), 'permit');
    const head = await day.as('head');
    await head.put('/v1/indicators/speed', { name: 'Days', unit: 'days' });
    await head.post('/v1/indicators/speed/observations', { period: '2026-03', value: 4 });
  });
  afterAll(() => day?.close());

  it('reads every page and finds no button on any that changes something', async () => {
    const { page, complaints, close } = await day.comes('an');
    const written: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') written.push(`${request.method()} ${request.url()}`);
    });
    const addresses = ['/', ...PAGES.filter((one) => !OWN.test(one))].flatMap((one) => {
      if (one.startsWith('/cycles/:id')) return [one.replace('/cycles/:id', onCycle(id))];
      if (one.startsWith('/indicators/:id')) return [one.replace(':id', 'speed')];
      return one.includes(':') ? [] : [one];
    });
    const found: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await eventually(async () => expect([address, await page.locator('.waiting').count()]).toEqual([address, 0]));
      const deeds = await page.evaluate<readonly string[]>(DEEDS);
      found.push(...deeds.filter((name) => !HARMLESS.test(name)).map((name) => `${address}: ${name}`));
    }
    expect(found).toEqual([]);
    expect(written).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
