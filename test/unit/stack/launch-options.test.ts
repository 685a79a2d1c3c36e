import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheFolder, dataFolder } from '../../../src/stack/folders';
import { adminToken, apiPort, turnLog } from '../../../src/stack/launch-options';
import { freePort, nextFreePort, serverPort } from '../../../src/stack/ports';
import { screen } from '../../../src/stack/screen';

let data: string;
let taken: Server[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'kairyo-data-'));
  taken = [];
});
afterEach(() => {
  for (const server of taken) server.close();
  rmSync(data, { recursive: true, force: true });
});

async function take(port: number, host = '127.0.0.1'): Promise<void> {
  const server = createServer().listen(port, host);
  taken.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
}

describe('ports', () => {
  it('of the servers stay the same over starts', async () => {
    const all = async (): Promise<number[]> => [
      await serverPort(data, 'temporal'),
      await serverPort(data, 'temporalUi'),
      await serverPort(data, 'mongo'),
    ];
    const first = await all();
    expect(await all()).toEqual(first);
    expect(new Set(first).size).toBe(3);
  });

  it('of the servers move away from one that is taken meanwhile', async () => {
    const mongo = await serverPort(data, 'mongo');
    await take(mongo);
    expect(await serverPort(data, 'mongo')).not.toBe(mongo);
  });

  it('are the next free ones above a taken one', async () => {
    const port = await freePort();
    await take(port);
    expect(await nextFreePort(port)).toBeGreaterThan(port);
  });

  it.each(['127.0.0.1', '0.0.0.0'])(
    'of the API that are asked for and taken on %s are refused by name',
    async (host) => {
      const port = await freePort();
      await take(port, host);
      const asked = apiPort({ env: { PORT: String(port) }, say: () => undefined });
      await expect(asked).rejects.toThrow(`Port ${port} is taken by another program`);
    },
  );

  it.each(['x', '0', '70000'])('of the API such as %s are refused', async (port) => {
    await expect(apiPort({ env: { PORT: port }, say: () => undefined })).rejects.toThrow('is not a port');
  });
});

describe("the administrator's token", () => {
  it('is the one that is given', () => {
    expect(adminToken({ KAIRYO_ADMIN_TOKEN: 'given' }, data)).toBe('given');
    expect(existsSync(join(data, 'admin-token'))).toBe(false);
  });

  it('is made once, kept, and readable by its owner alone', () => {
    const token = adminToken({}, data);
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(adminToken({}, data)).toBe(token);
    expect(statSync(join(data, 'admin-token')).mode & 0o777).toBe(0o600);
  });
});

describe('folders', () => {
  it('of the cache follow KAIRYO_CACHE, then the custom of the system', () => {
    const on = (platform: NodeJS.Platform, env: Record<string, string> = {}): string =>
      cacheFolder({ env, platform }, '/home/an');
    expect(on('linux', { KAIRYO_CACHE: '/c', XDG_CACHE_HOME: '/x' })).toBe('/c');
    expect(on('linux', { XDG_CACHE_HOME: '/x' })).toBe('/x/kairyo');
    expect(on('linux')).toBe('/home/an/.cache/kairyo');
    expect(on('darwin')).toBe('/home/an/Library/Caches/kairyo');
  });

  it('of the data stand in the project unless KAIRYO_DATA names one', () => {
    expect(dataFolder({}, '/srv/kairyo')).toBe('/srv/kairyo/data');
    expect(dataFolder({ KAIRYO_DATA: '/var/kairyo' }, '/srv/kairyo')).toBe('/var/kairyo');
  });
});

describe('a log', () => {
  it('makes way for a new one when it is large', () => {
    const log = join(data, 'api.log');
    writeFileSync(log, 'x');
    turnLog(log);
    expect(readFileSync(log, 'utf8')).toBe('x');
    truncateSync(log, 30_000_000);
    turnLog(log);
    expect([existsSync(log), existsSync(`${log}.1`)]).toEqual([false, true]);
  });
});

describe('the start screen', () => {
  const facts = {
    ...{ port: 3000, temporalAddress: '127.0.0.1:7233', temporalPage: 'http://127.0.0.1:8233', temporalWhy: 'on PATH' },
    ...{ mongoUri: 'mongodb://an:secret@db/kairyo', mongoWhy: 'a surrogate', token: 'abc', data: '/d', seconds: 3 },
  };

  it('tells address, documentation, servers and why, token, data and how to stop', () => {
    const text = screen(facts);
    for (const part of [
      'http://127.0.0.1:3000/docs',
      'http://127.0.0.1:8233',
      'on PATH',
      'a surrogate',
      'abc',
      '/d',
      'Ctrl-C',
    ])
      expect(text).toContain(part);
  });

  it("does not show the database's password", () => {
    expect(screen(facts)).not.toContain('secret');
  });
});
