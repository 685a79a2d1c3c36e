import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PAGES } from '../../../src/api/pages/web';
import { eventually } from '../support/eventually';
import { DESKTOP, faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { aProcedure, launched, tokenOf } from './office';
import { cutWhenSpaced, faultsByKeyboard, faultsOfFrame, tooSmall } from './reach';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

/** What stands behind the addresses that name a thing. */
type Things = { readonly cycle: string; readonly checked: string; readonly indicator: string; readonly survey: string };
/** Each address of the pages as somebody signed in opens it; an address that is not here fails. */
const SHOWN: Readonly<Record<string, (things: Things) => readonly string[]>> = {
  '/': () => ['/'],
  '/cycles': () => ['/cycles', '/cycles?view=board'],
  '/cycles/:id': ({ cycle, checked }) => [`/cycles/${cycle}`, `/cycles/${checked}`],
  '/cycles/:id/plan': ({ cycle }) => [`/cycles/${cycle}/plan`],
  '/launch': () => ['/launch'],
  '/history': () => ['/history'],
  '/history/compare': ({ cycle, checked }) => [`/history/compare?cycle=${cycle}&cycle=${checked}`],
  '/indicators': () => ['/indicators'],
  '/indicators/:id': ({ indicator }) => [`/indicators/${indicator}`],
  '/indicators/:id/definition': ({ indicator }) => [`/indicators/${indicator}/definition`],
  '/new-indicator': () => ['/new-indicator'],
  '/messages': () => ['/messages'],
  '/help': () => ['/help'],
  '/first-run': () => ['/first-run'],
  '/settings': () => ['/settings'],
  '/settings/account': () => ['/settings/account'],
  '/settings/units': () => ['/settings/units'],
  '/settings/calendars': () => ['/settings/calendars'],
  '/settings/terms': () => ['/settings/terms'],
  '/settings/templates': () => ['/settings/templates'],
  '/settings/tokens': () => ['/settings/tokens'],
  '/settings/reminders': () => ['/settings/reminders'],
  '/settings/reminders/:id': () => [],
  '/settings/sources': () => ['/settings/sources'],
  '/settings/sources/:id': () => [],
  '/settings/procedures': () => ['/settings/procedures'],
  '/settings/procedures/:id': () => ['/settings/procedures/licence'],
  '/settings/undelivered': () => ['/settings/undelivered'],
  '/surveys': () => ['/surveys'],
  '/surveys/:id': ({ survey }) => [`/surveys/${survey}`],
  '/surveys/:id/edit': ({ survey }) => [`/surveys/${survey}/edit`],
  '/new-survey': () => ['/new-survey'],
};
/** What is read by people who are not signed in. */
const OUTSIDE: readonly string[] = ['/sign-in', '/welcome', '/reset'];
const MINUTES = 60_000;

describePages('every page', () => {
  let stage: Stage | undefined;
  let api: Stage['api'];
  let browser: Stage['browser'];
  let things: Things;
  let lead: string;

  beforeAll(async () => {
    stage = await openStage('web-every');
    ({ api, browser } = stage);
    lead = await tokenOf(api.admin, 'lead');
    const head = api.as(await tokenOf(api.admin, 'head'));
    const cycle = await launched(api.as(lead), 'licence');
    await aProcedure(stage.run, 'permit');
    const checked = await launched(api.as(lead), 'permit');
    await head.post(`/v1/cycles/${checked}/commands`, { type: 'ApprovePlan' });
    await head.post(`/v1/cycles/${checked}/commands`, { type: 'EndDoEarly', reason: 'Enough seen' });
    await head.put('/v1/indicators/speed', { name: 'Days to a licence', unit: 'days', target: 5 });
    for (const [at, value] of [12, 14, 13, 11, 12, 15, 9, 8, 7, 8, 6, 7].entries())
      await head.post('/v1/indicators/speed/observations', {
        period: `2025-${String(at + 1).padStart(2, '0')}`,
        value,
      });
    const survey = await head.post('/v1/surveys', {
      ...{ title: 'How was it?', belongsTo: { procedure: 'licence' }, opens: { at: '2026-01-01T00:00:00Z' } },
      ...{ questions: [{ key: 'overall', type: 'scale', text: 'Overall' }], closes: { at: '2099-01-01T00:00:00Z' } },
    });
    expect(survey.status).toBe(201);
    things = { cycle, checked, indicator: 'speed', survey: (survey.body as { id: string }).id };
  });
  afterAll(() => stage?.close());

  /** Nothing is being loaded any more. */
  const settled = (page: Page) => eventually(async () => expect(await page.locator('.waiting').count()).toBe(0));
  const inside = () => Object.values(SHOWN).flatMap((shown) => shown(things));
  async function opened({ page }: Visitor, address: string): Promise<void> {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  }
  /** Every page, for somebody signed in and for a stranger; what was found, by address. */
  async function walk(options: object, look: (visitor: Visitor, address: string) => Promise<readonly string[]>) {
    const found: string[] = [];
    const within = await browser.visit(lead, options);
    const without = await browser.visit(undefined, options);
    for (const [visitor, addresses] of [
      [within, inside()],
      [without, OUTSIDE],
    ] as const) {
      for (const address of addresses) {
        await opened(visitor, address);
        for (const fault of await look(visitor, address)) found.push(`${address}: ${fault}`);
      }
      found.push(...visitor.complaints);
      await visitor.close();
    }
    return found;
  }
  const inLanguage = async ({ page }: Visitor, language: string): Promise<void> => {
    await page.evaluate(`localStorage['kairyo.language'] = '${language}'`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  };

  it('is walked below: an address that is added is added here', () => {
    expect([...Object.keys(SHOWN), ...OUTSIDE].sort()).toEqual(['/', ...PAGES].sort());
  });

  it.each([
    ['vi', 'wide', { viewport: DESKTOP }],
    ['ja', 'phone', { viewport: PHONE, hasTouch: true }],
    ['vi', 'four times as large', { viewport: { width: 320, height: 256 } }],
    ['en', 'twice as large', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
    ['vi', 'dark', { viewport: PHONE, colorScheme: 'dark' }],
    ['vi', 'with colours of the reader', { viewport: DESKTOP, forcedColors: 'active' }],
  ] as const)(
    'has in %s, %s, no fault that axe finds, nothing beyond the edge, and headings, title and language that are right',
    async (language, name, options) => {
      const found = await walk(options, async (visitor, address) => {
        const { page } = visitor;
        await inLanguage(visitor, language);
        await browser.picture(page, `${name}-${language}${address.replaceAll(/\W+/g, '-')}`.replaceAll(' ', '-'));
        const lang = await page.evaluate<string>('document.documentElement.lang');
        const wide = await page.evaluate<number>(BEYOND_THE_EDGE);
        return [
          ...(await faultsOf(page)),
          ...(await faultsOfFrame(page)),
          ...(lang === language ? [] : [`the language is said to be ${lang}`]),
          ...(wide > 0 ? [`${wide} px beyond the edge`] : []),
        ];
      });
      expect(found).toEqual([]);
    },
    5 * MINUTES,
  );

  it.each([
    ['wide', { viewport: DESKTOP }],
    ['phone', { viewport: PHONE }],
  ] as const)(
    'is gone through with Tab, the focus always in sight: %s',
    async (_name, options) => {
      expect(await walk(options, ({ page }) => faultsByKeyboard(page))).toEqual([]);
    },
    5 * MINUTES,
  );

  it(
    'has controls that a finger hits, and bears text that its reader spaces',
    async () => {
      const found = await walk({ viewport: PHONE }, async ({ page }) => {
        const small = await tooSmall(page);
        const cut = await cutWhenSpaced(page);
        const wide = await page.evaluate<number>(BEYOND_THE_EDGE);
        return [...small, ...cut, ...(wide > 0 ? [`${wide} px beyond the edge when spaced`] : [])];
      });
      expect(found).toEqual([]);
    },
    5 * MINUTES,
  );
});
