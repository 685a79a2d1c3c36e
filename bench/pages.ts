/**
 * How the list of many cycles keeps up: `node dist/bench/pages.js [cycles]`.
 *
 * On real servers, over HTTP: how long a page of the list, and a search, take; then in a browser, where there is one: the
 * whole list scrolled through, a little each frame, and how many frames took longer than 50 ms; and a control chart of 500
 * points, how long until it is drawn and its frames while the pointer moves over it.
 */
import type { AddressInfo } from 'node:net';
import { createApp } from '../src/api/app';
import { ensureAdministrator } from '../src/api/auth/administrator';
import { apiDeps } from '../src/worker/apiMain';
import { ensureShipped } from '../src/worker/shipped';
import { charted } from './chart';
import { manyCycles } from './manyCycles';
import { scrolled } from './scrolling';
import { withEngine } from './servers';

const TOKEN = 'administrator-of-the-benchmark-0123456789';
const ASKED = 100;
const POINTS = 500;
const SEARCHES = ['cap phep', 'dang ky kinh doanh', 'lan 9', 'cao tuoi', 'so 7', 'nothing of the kind'];

async function main(count: number): Promise<void> {
  await withEngine(async ({ stores, client, names }) => {
    await manyCycles(stores, count);
    const deps = apiDeps(stores, client, false);
    await ensureShipped(deps.organisation);
    await ensureAdministrator(deps, TOKEN);
    const server = createApp(deps).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    console.log(`${count} cycles; ${names}`);
    try {
      await pages(base);
      await searches(base);
      await scrolled({ base, token: TOKEN, count });
      await charted({ base, token: TOKEN, points: POINTS });
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
}

type Page = { readonly items: readonly unknown[]; readonly next?: string; readonly total?: number };

async function asked(
  base: string,
  query: string,
): Promise<{ readonly page: Page; readonly ms: number; readonly bytes: number }> {
  const began = performance.now();
  const answer = await fetch(`${base}/v1/cycles?unit=province&limit=${ASKED}&${query}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const text = await answer.text();
  const ms = performance.now() - began;
  if (!answer.ok) throw new Error(text);
  return { page: JSON.parse(text) as Page, ms, bytes: text.length };
}

async function pages(base: string): Promise<void> {
  const took: number[] = [];
  let bytes = 0;
  for (let cursor = ''; ;) {
    const { page, ms, bytes: length } = await asked(base, cursor);
    took.push(ms);
    bytes = Math.max(bytes, length);
    if (page.next === undefined) break;
    cursor = `cursor=${encodeURIComponent(page.next)}`;
  }
  console.log(`a page of ${ASKED} lines (${Math.round(bytes / 1024)} KiB), ${took.length} in a row: ${spread(took)}`);
}

async function searches(base: string): Promise<void> {
  const took: number[] = [];
  for (let round = 0; round < 10; round += 1)
    for (const q of SEARCHES) took.push((await asked(base, `q=${encodeURIComponent(q)}`)).ms);
  console.log(`a search, counted, ${took.length} in a row: ${spread(took)}`);
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

main(Number(process.argv[2] ?? 10_000)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
