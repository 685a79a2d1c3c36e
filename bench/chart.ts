import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const LONG_MS = 50;
const LIMIT_MS = 120_000;
const AT_ONCE = 100;
const ID = 'bench-chart';
const MOVES = 200;
type Asked = { readonly base: string; readonly token: string; readonly points: number };

/** Months up to the one before this, oldest first. */
function monthsBack(count: number): readonly string[] {
  const now = new Date();
  const month = (back: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15));
  return Array.from({ length: count }, (_none, at) =>
    month(count - at)
      .toISOString()
      .slice(0, 7),
  );
}

/** An indicator with so many months of figures; returns the first. */
async function manyMonths({ base, token, points }: Asked): Promise<string> {
  const sent = async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${base}/v1/indicators/${ID}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const months = monthsBack(points);
  const [first = ''] = months;
  await sent('PUT', '', { name: 'Bench', unit: 'days', home: 'province', direction: 'lower' });
  for (let from = 0; from < points; from += AT_ONCE) {
    const value = (at: number) => 20 + ((at * 7919) % 13) - at / 100;
    const of = (period: string, at: number) => ({ unit: 'province', period, value: value(from + at) });
    await sent('POST', '/observations', { items: months.slice(from, from + AT_ONCE).map(of) });
  }
  return first;
}

/** Opens a control chart of so many points, moves over it, and reports how long it took to be there and its frames. */
export async function charted(asked: Asked): Promise<void> {
  if (!existsSync(CHROMIUM)) return;
  const { base, token, points } = asked;
  const from = await manyMonths(asked);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page.setDefaultTimeout(LIMIT_MS);
    await page.request.post(`${base}/v1/session`, { data: { token } });
    const drawn = page.locator('svg.chart .dot, svg.chart .flag');
    // Twice: what counts is the chart, not the first loading of the script.
    await page.goto(`${base}/indicators/${ID}?unit=province&from=${from}`);
    await drawn.nth(points - 1).waitFor();
    const began = performance.now();
    await page.reload();
    await drawn.nth(points - 1).waitFor();
    const ms = performance.now() - began;
    const { frames, long, longest } = await moved(page);
    console.log(
      `a chart of ${points} points: opened and drawn after ${Math.round(ms)} ms; moving over it ${frames} frames, ` +
        `${long} over ${LONG_MS} ms, the longest ${Math.round(longest)} ms`,
    );
  } finally {
    await browser.close();
  }
}

const RECORD = `(() => {
  const took = [];
  let before = performance.now();
  window.benchFrames = took;
  const frame = (now) => { took.push(now - before); before = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
})()`;

async function moved(page: Page): Promise<{ frames: number; long: number; longest: number }> {
  const chart = page.locator('svg.chart').first();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart is not shown');
  await page.evaluate(RECORD);
  for (let at = 0; at < MOVES; at += 1)
    await page.mouse.move(box.x + (box.width * at) / MOVES, box.y + box.height * (0.3 + 0.4 * ((at % 10) / 10)));
  const took = await page.evaluate<number[]>('window.benchFrames');
  return { frames: took.length, long: took.filter((ms) => ms > LONG_MS).length, longest: Math.max(...took) };
}
