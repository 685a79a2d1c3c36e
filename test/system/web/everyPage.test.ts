import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PAGES } from '../../../src/api/pages/web';
import { eventually } from '../support/eventually';
import { furnished, OUTSIDE, readerOf, SHOWN } from './addresses';
import type { Things } from './addresses';
import { DESKTOP, faultsOf, PHONE } from './browser';
import type { Visitor } from './browser';
import { tokenOf } from './office';
import { beyondTheEdge, cutWhenSpaced, faultsByKeyboard, faultsOfFrame, tooSmall } from './reach';
import { describePages, openStage } from './stage';
import type { Stage } from './stage';

/** A wide window at 200 % and at 400 %, and a phone. */
const NARROWER = [{ width: 640, height: 400 }, PHONE, { width: 320, height: 256 }];
/** Schemes that a reader may ask of the browser. */
const SCHEMES = { dark: { colorScheme: 'dark' }, forced: { colorScheme: null, forcedColors: 'active' } } as const;
const MINUTES = 60_000;
type Look = (page: Page, address: string) => Promise<readonly string[]>;

describePages('every page', () => {
  let stage: Stage | undefined;
  let browser: Stage['browser'];
  let things: Things;
  let tokens: Record<ReturnType<typeof readerOf>, string>;

  beforeAll(async () => {
    stage = await openStage('web-every');
    ({ browser } = stage);
    const { admin } = stage.api;
    const [head, lead] = [await tokenOf(admin, 'head'), await tokenOf(admin, 'lead')];
    tokens = { administrator: 'administrator-for-tests', head, lead };
    things = await furnished(stage);
  }, 2 * MINUTES);
  afterAll(async () => {
    for await (const { scheduleId } of stage?.run.client.schedule.list() ?? [])
      await stage?.run.client.schedule.getHandle(scheduleId).delete();
    await stage?.close();
  });

  /** Opens the page, and waits until nothing is being loaded any more. */
  async function opened(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await eventually(async () => expect(await page.locator('.waiting').count()).toBe(0));
  }
  async function visited(visitor: Visitor, addresses: readonly string[], look: Look): Promise<readonly string[]> {
    const found: string[] = [];
    for (const address of addresses) {
      await opened(visitor.page, address);
      for (const fault of await look(visitor.page, address)) found.push(`${address}: ${fault}`);
    }
    await visitor.close();
    return [...found, ...visitor.complaints];
  }
  /** Every page, each kind of reader and a stranger at the same time; what was found, by address. */
  async function walk({ language = 'en', ...options }: { language?: string; viewport: typeof DESKTOP }, look: Look) {
    const inside = Object.values(SHOWN).flatMap((shown) => shown(things));
    const found: (readonly string[])[] = await Promise.all(
      ([...Object.entries(tokens), ['stranger', undefined]] as const).map(async ([reader, token]) => {
        const visitor = await browser.visit(token, options);
        if (token === undefined) await opened(visitor.page, '/');
        await visitor.page.evaluate(`localStorage['kairyo.language'] = '${language}'`);
        const addresses =
          token === undefined
            ? Object.values(OUTSIDE).flat()
            : inside.filter((address) => readerOf(address) === reader);
        return visited(visitor, addresses, look);
      }),
    );
    return found.flat();
  }

  it('is walked below: an address that is added is added here', () => {
    expect([...Object.keys(SHOWN), ...Object.keys(OUTSIDE)].sort()).toEqual(['/', ...PAGES].sort());
  });

  it.each(['vi', 'en', 'ja'])(
    'has in %s no fault that axe finds, nothing beyond the edge at any width, and headings, title and language that are right',
    async (language) => {
      const found = await walk({ language, viewport: DESKTOP }, async (page, address) => {
        const lang = await page.evaluate<string>('document.documentElement.lang');
        const faults = [...(await faultsOf(page)), ...(await faultsOfFrame(page)), ...(await beyondTheEdge(page))];
        if (lang !== language) faults.push(`the language is said to be ${lang}`);
        for (const viewport of NARROWER) {
          await page.setViewportSize(viewport);
          faults.push(...(await beyondTheEdge(page)));
          if (viewport === PHONE && language === 'vi') await browser.picture(page, nameOf(`phone${address}`));
        }
        await page.setViewportSize(DESKTOP);
        return faults;
      });
      expect(found).toEqual([]);
    },
    3 * MINUTES,
  );

  it(
    'has on a phone, in light, dark and the colours of its reader, no fault that axe finds',
    async () => {
      const found = await walk({ language: 'vi', viewport: PHONE }, async (page, address) => {
        const faults = [...(await faultsOf(page))];
        for (const [scheme, media] of Object.entries(SCHEMES)) {
          await page.emulateMedia(media);
          faults.push(...(await faultsOf(page)).map((fault) => `${scheme}: ${fault}`));
          await browser.picture(page, nameOf(`${scheme}${address}`));
        }
        await page.emulateMedia({ colorScheme: null, forcedColors: null });
        return faults;
      });
      expect(found).toEqual([]);
    },
    3 * MINUTES,
  );

  it.each([
    ['wide', DESKTOP],
    ['twice as large', { width: 640, height: 400 }],
  ] as const)(
    'is gone through with Tab, the focus always in sight: %s',
    async (_name, viewport) => {
      expect(await walk({ viewport }, faultsByKeyboard)).toEqual([]);
    },
    3 * MINUTES,
  );

  it.each(['vi', 'en'])(
    'has in %s controls that a finger hits, and bears text that its reader spaces',
    async (language) => {
      const found = await walk({ language, viewport: PHONE }, async (page) => {
        const small = await tooSmall(page);
        const cut = await cutWhenSpaced(page);
        return [...small, ...cut, ...(await beyondTheEdge(page)).map((fault) => `spaced: ${fault}`)];
      });
      expect(found).toEqual([]);
    },
    3 * MINUTES,
  );
});

const nameOf = (text: string): string => text.replaceAll(/\W+/g, '-');
