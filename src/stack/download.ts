import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PROBE_DEADLINE_MS } from './reachable';
import type { Say } from './say';

const TELL_EVERY_MS = 5_000;

/** Fetches JSON; throws when the answer is not 200 or does not come in time. */
export async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PROBE_DEADLINE_MS) });
  if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  return answer.json();
}

/**
 * Fetches a file. Gives up when `stallMs` pass without a byte; tells how far it is every few seconds.
 */
export async function download(url: string, file: string, say: Say, stallMs = PROBE_DEADLINE_MS): Promise<void> {
  const stall = new AbortController();
  let timer = setTimeout(() => stall.abort(new Error('the download stalled')), stallMs);
  let bytes = 0;
  const ticker = setInterval(() => say(`downloading: ${Math.round(bytes / 1e6)} MB so far`), TELL_EVERY_MS);
  try {
    const answer = await fetch(url, { signal: stall.signal });
    if (!answer.ok || answer.body === null) throw new Error(`${new URL(url).host} answered ${answer.status}`);
    const source = Readable.fromWeb(answer.body);
    source.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      clearTimeout(timer);
      timer = setTimeout(() => stall.abort(new Error('the download stalled')), stallMs);
    });
    await pipeline(source, createWriteStream(file), { signal: stall.signal });
  } finally {
    clearTimeout(timer);
    clearInterval(ticker);
  }
}
