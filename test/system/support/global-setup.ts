import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongo } from '../../../src/stack/find-mongo';
import { findTemporal, findTimeSkippingServer } from '../../../src/stack/find-temporal';
import { cacheFolder } from '../../../src/stack/folders';
import { messageOf, type Surroundings } from '../../../src/stack/say';
import { signal } from '../../../src/stack/server-process';
import { runServers, type OwnServers, type Programs } from './run-servers';
import { STARTED_VARIABLE, type Started } from './servers';

type Running = { readonly servers: OwnServers; readonly folder: string };
declare global {
  var kairyoTestServers: Running | undefined;
}

/** Finds and starts one Temporal and one MongoDB for the whole run, in a temporary folder, on free ports. */
export default async function globalSetup(): Promise<void> {
  const programs = await findPrograms();
  const folder = mkdtempSync(join(process.env['KAIRYO_TEST_FOLDER'] ?? tmpdir(), 'kairyo-test-'));
  process.env['KAIRYO_TEST_FOLDER'] = folder;
  const servers = await runServers(programs, folder);
  const started: Started = {
    programs,
    temporalAddress: servers.temporal.address,
    mongoPort: servers.mongo.port,
  };
  process.env[STARTED_VARIABLE] = JSON.stringify(started);
  globalThis.kairyoTestServers = { servers, folder };
  endWithThisProcess(servers, folder);
}

/** Tests never use a server that somebody else needs: addresses in the environment are left aside. */
export async function findPrograms(): Promise<Programs> {
  const { TEMPORAL_ADDRESS: _t, MONGODB_URI: _m, ...env } = process.env;
  const at: Surroundings = {
    env,
    platform: process.platform,
    arch: process.arch,
    cache: cacheFolder({ env, platform: process.platform }),
    say: process.env['KAIRYO_TEST_QUIET'] ? () => undefined : (line) => process.stderr.write(`  ${line}\n`),
  };
  const [temporal, mongo, timeSkipping] = await Promise.all([
    findTemporal(at),
    findMongo(at),
    findTimeSkippingServer(at).catch((error: unknown) => {
      at.say(messageOf(error));
      return undefined;
    }),
  ]);
  if (temporal.taken.kind !== 'program' || mongo.taken.kind !== 'program') throw new Error('tests need own servers');
  at.say(`Temporal: ${temporal.taken.why}; MongoDB: ${mongo.taken.why}`);
  return { temporal: temporal.taken.program, mongo: mongo.taken, timeSkipping: timeSkipping?.taken };
}

/** However the run ends (Ctrl-C included), no server and no file stays. */
function endWithThisProcess(servers: OwnServers, folder: string): void {
  process.once('exit', () => {
    signal(servers.temporal.pid(), 'SIGKILL');
    signal(servers.mongo.pid(), 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(name, () => process.exit(code));
}
