import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPrograms } from '../support/global-setup';
import { runServers } from '../support/run-servers';
import { chaos } from './chaos';
import { openSite } from './site';

const say = (line: string): void => console.log(line);

/** `npm run chaos [-- --rounds 20 --seed 1]`: exit code 1 when anything was lost, doubled or missed. */
export async function main(worker: string, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  const programs = await findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'kairyo-chaos-'));
  const began = Date.now();
  const servers = await runServers(programs, folder);
  const killed = (): void => process.exit(130);
  process.once('SIGINT', killed).once('SIGTERM', killed);
  process.once('exit', () => {
    for (const pid of [servers.temporal.pid(), servers.mongo.pid()]) killQuietly(pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const site = await openSite(servers, worker);
  say(`${rounds} rounds, seed ${seed}: worker, Temporal and database are killed once in each`);
  const { kills, midway, violations } = await chaos(site, { rounds, seed, say });
  await site.close();
  for (const violation of violations) say(`violation: ${violation}`);
  const seconds = Math.round((Date.now() - began) / 1_000);
  say(`${kills} kills, ${midway} actions midway, ${violations.length} violations, ${seconds} s`);
  process.exit(violations.length === 0 ? 0 : 1);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
