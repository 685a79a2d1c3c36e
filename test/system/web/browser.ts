import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import axe from 'axe-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MANIFEST = path.resolve(__dirname, '../../../dist/web/manifest.json');

/** The Chromium of this machine: `CHROMIUM`, else where distributions put it. */
const chromiumHere = (): string | undefined =>
  [process.env['CHROMIUM'], ...PLACES].find((place) => place !== undefined && existsSync(place));

/** Why the pages cannot be tried here; `undefined`: they can. */
export function notHere(): string | undefined {
  if (chromiumHere() === undefined) return 'no Chromium on this machine (set CHROMIUM): the pages are not tried';
  return existsSync(MANIFEST) ? undefined : 'the pages are not built (npm run build:web): they are not tried';
}

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export type Visitor = {
  readonly page: Page;
  /** What the browser complained about: scripts that failed, what the policy refused, requests to elsewhere. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** The browser says of every refusal of the API, a lost connection included, that something was not loaded. */
const NO_FAULT = /^Failed to load resource: |^Blocked script execution in 'about:srcdoc'/;
const IN_ENGLISH = "localStorage['kairyo.language'] ??= 'en'";

/** One browser for a file of tests; every visitor has a profile of their own. */
export async function openBrowser(base: string) {
  const browser: Browser = await chromium.launch({ executablePath: chromiumHere() ?? '', args: ['--no-sandbox'] });
  const pictures = await mkdtemp(path.join(tmpdir(), 'kairyo-pages-'));
  const visit = async (token: string | undefined, options: BrowserContextOptions = {}): Promise<Visitor> => {
    const context = await browser.newContext({
      ...{ baseURL: base, locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh', viewport: DESKTOP, reducedMotion: 'reduce' },
      ...options,
    });
    await context.addInitScript({ content: IN_ENGLISH });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const said = message.text();
      if (message.type() === 'error' && !NO_FAULT.test(said)) complaints.push(`${page.url()}: ${said}`);
      else if (/Content Security Policy|Refused to/i.test(said)) complaints.push(said);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(base) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    if (token !== undefined) await signIn(page, token);
    return { page, complaints, close: () => context.close() };
  };
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  return { visit, picture, pictures, close: () => browser.close() };
}
export type Opened = Awaited<ReturnType<typeof openBrowser>>;

export async function signIn(page: Page, token: string): Promise<void> {
  await page.goto('/');
  const field = page.getByLabel('Access token');
  const other = page.getByRole('button', { name: /access token/ });
  await field.or(other).waitFor();
  // At the first start the token is the way that is open already.
  if (await other.isVisible()) await Promise.race([other.click().catch(() => undefined), field.waitFor()]);
  await field.fill(token);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Today$|for surveys only/ }).waitFor();
}

/** What axe finds on the page as it is shown: rule and element. Nothing is left out but what is no rule of WCAG 2.2 A and AA. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Through the debugger's channel: the page's own policy lets no such script in.
  await page.evaluate(axe.source);
  return page.evaluate<
    readonly string[]
  >(`axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
}
