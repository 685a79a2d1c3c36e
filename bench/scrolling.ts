import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const LONG_MS = 50;
const LIMIT_MS = 300_000;
type Frames = { readonly frames: number; readonly long: number; readonly longest: number; readonly seconds: number };
type Asked = { readonly base: string; readonly token: string; readonly count: number };

/** Scrolls half a window a frame until the last line is there, and reports how long the frames took. */
export async function scrolled({ base, token, count }: Asked): Promise<void> {
  if (!existsSync(CHROMIUM)) return console.log('no Chromium here: the pages are not measured');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page.setDefaultTimeout(LIMIT_MS);
    await page.request.post(`${base}/v1/session`, { data: { token } });
    await page.goto(`${base}/cycles?unit=province`);
    await page.locator('.rows [role=listitem]').first().waitFor();
    const { frames, long, longest, seconds } = await page.evaluate<Frames>(scrollThrough(count));
    console.log(
      `${count} lines scrolled through in ${seconds.toFixed(1)} s: ${frames} frames, ${long} over ${LONG_MS} ms, ` +
        `the longest ${Math.round(longest)} ms`,
    );
  } finally {
    await browser.close();
  }
}

const scrollThrough = (count: number): string => `new Promise((resolve) => {
  const took = [];
  const began = performance.now();
  let before = began;
  const frame = (now) => {
    took.push(now - before);
    before = now;
    const last = [...document.querySelectorAll('.rows [role=listitem]')].at(-1);
    if (Number(last?.getAttribute('aria-posinset')) >= ${count} || now - began > ${LIMIT_MS})
      return resolve({ frames: took.length, long: took.filter((ms) => ms > ${LONG_MS}).length,
        longest: Math.max(...took), seconds: (now - began) / 1000 });
    scrollBy(0, innerHeight / 2);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;
