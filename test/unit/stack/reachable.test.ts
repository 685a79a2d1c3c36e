import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DayMark, PROBE_DEADLINE_MS, reach } from '../../../src/stack/reachable';

describe('a download that cannot be reached', () => {
  let cache: string;
  let server: Server;
  let asked: number;
  let url: string;
  beforeEach(async () => {
    cache = mkdtempSync(join(tmpdir(), 'kairyo-reach-'));
    asked = 0;
    server = createServer(() => (asked += 1)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
  });
  afterEach(() => {
    server.close();
    rmSync(cache, { recursive: true, force: true });
  });

  it('is given up within its deadline, under 5 seconds, when the host accepts but never answers', async () => {
    expect(PROBE_DEADLINE_MS).toBeLessThan(5_000);
    const { host } = new URL(url);
    const why = `${host} cannot be reached: no answer within 4 s`;
    expect(await reach(url, { cache })).toEqual({ reachable: false, why });
  });

  it('is not asked again the same day', async () => {
    await reach(url, { cache });
    expect(asked).toBe(1);
    const again = await reach(url, { cache });
    expect('why' in again && again.why).toContain('not tried again today');
    expect(asked).toBe(1);
  });

  it('is asked again the next day', () => {
    let day = '2026-03-01';
    const mark = new DayMark(cache, 'host', () => day);
    mark.write('refused');
    expect(mark.read()).toBe('refused');
    day = '2026-03-02';
    expect(mark.read()).toBeUndefined();
  });

  it('is told from one that answers, whatever it answers', async () => {
    server.removeAllListeners('connection');
    server.on('connection', (socket) => socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n'));
    expect(await reach(url, { cache })).toEqual({ reachable: true });
  });
});
