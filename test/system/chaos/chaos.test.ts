import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ownServers } from '../support/servers';
import { chaos } from './chaos';
import { openSite, type Site } from './site';

const LIMIT_MS = 300_000;
let site: Site;
beforeAll(async () => {
  site = await openSite(await ownServers(), join(__dirname, 'workerProcess.cjs'));
}, LIMIT_MS);
afterAll(() => site.close(), LIMIT_MS);

it(
  'loses nothing, doubles nothing and misses no reminder when worker, Temporal and database are killed midway',
  async () => {
    const said: string[] = [];
    const result = await chaos(site, { rounds: 1, seed: 7, say: (line) => said.push(line) });
    expect(result).toMatchObject({ kills: 3, violations: [] });
    expect(said).toHaveLength(3);
    expect(result.midway).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
