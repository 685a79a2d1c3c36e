import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const LONG_MS = 50;
const POINTS = 500;
const MOVES = 200;
type Asked = { readonly base: string; readonly token: string };

/** A run chart of 500 months: how long it takes to draw once its numbers are there, and frames while the pointer crosses it. */
export async function charted({ base, token }: Asked): Promise<void> {
  if (!existsSync(CHROMIUM)) return;
  const body = JSON.stringify({ name: 'Waiting', home: 'province' });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const put = await fetch(`${base}/v1/indicators/waits`, { method: 'PUT', headers, body });
  if (!put.ok) throw new Error(await put.text());
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await page.request.post(`${base}/v1/session`, { data: { token } });
    await page.route('**/v1/indicators/waits/chart?*', (route) => route.fulfill({ json: CHART }));
    await page.goto(`${base}/indicators/waits?unit=province`);
    await page.locator('svg.chart.wide').waitFor();
    const drawn: number[] = [];
    for (const kind of ['p-prime', 'run-chart']) drawn.push(await redrawn(page, kind));
    const { frames, long } = await crossed(page);
    const [slowest] = [...drawn].sort((a, b) => b - a);
    console.log(
      `a chart of ${POINTS} points: asked for and drawn in at most ${Math.round(slowest ?? 0)} ms (of ${drawn.length}); ` +
        `the pointer across it: ${frames} frames, ${long} over ${LONG_MS} ms`,
    );
  } finally {
    await browser.close();
  }
}

const period = (no: number): string => `${1980 + Math.floor(no / 12)}-${String((no % 12) + 1).padStart(2, '0')}`;
const CHART = {
  ...{ indicator: 'waits', unit: 'province', name: 'Waiting', unitOfMeasure: 'days', chart: 'run-chart' },
  ...{ median: 10, missing: [], notes: [], longestRun: 5, crossings: 250 },
  points: Array.from({ length: POINTS }, (_none, no) => ({ period: period(no), value: 10 + 3 * Math.sin(no / 3) })),
};

/** From the choice of another chart until it stands in a painted frame. */
async function redrawn(page: Page, kind: string): Promise<number> {
  const answered = page.waitForResponse('**/v1/indicators/waits/chart?*');
  await page.evaluate(`{
    const old = document.querySelector('svg.chart.wide path.values');
    window.redrawn = new Promise((resolve) => {
      const began = performance.now();
      const look = () => {
        const now = document.querySelector('svg.chart.wide path.values');
        if (now !== null && now !== old) requestAnimationFrame(() => resolve(performance.now() - began));
        else requestAnimationFrame(look);
      };
      look();
    });
  }`);
  await page.getByLabel('Kind of chart').selectOption(kind);
  await answered;
  return page.evaluate<number>('window.redrawn');
}

async function crossed(page: Page): Promise<{ readonly frames: number; readonly long: number }> {
  await page.evaluate(`{
    window.took = [];
    let before = performance.now();
    const frame = (now) => { window.took.push(now - before); before = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  }`);
  const box = await page.locator('svg.chart.wide').boundingBox();
  if (box === null) throw new Error('no chart in sight');
  for (let move = 0; move < MOVES; move += 1)
    await page.mouse.move(box.x + (box.width * move) / MOVES, box.y + box.height / 2);
  return page.evaluate<{ frames: number; long: number }>(
    `({ frames: window.took.length, long: window.took.filter((ms) => ms > ${LONG_MS}).length })`,
  );
}
