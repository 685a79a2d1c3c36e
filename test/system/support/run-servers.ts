import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MongoProgram } from '../../../src/stack/find-mongo';
import { mongoUri, startMongo } from '../../../src/stack/mongo-server';
import { freePort, LOOPBACK } from '../../../src/stack/ports';
import type { ServerProcess } from '../../../src/stack/server-process';
import { startTemporal } from '../../../src/stack/temporal-server';

/** The programs the test run found; they travel from the global setup to the test files as JSON. */
export type Programs = {
  readonly temporal: string;
  readonly mongo: MongoProgram;
  readonly timeSkipping?: string;
};

/** A server that a test may kill and start again on the same data and port. */
export type KillableServer = {
  readonly port: number;
  pid(): number;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again on the same data and port; answers when it is ready. */
  start(): Promise<void>;
};
export type OwnServers = {
  readonly temporal: KillableServer & { readonly address: string };
  readonly mongo: KillableServer & { uri(database: string): string };
  readonly folder: string;
  /** Stops both and removes their data. */
  close(): Promise<void>;
};

const CACHE_MEGABYTES = 512;

export async function runServers(programs: Programs, root = tmpdir()): Promise<OwnServers> {
  const folder = mkdtempSync(join(root, 'kairyo-servers-'));
  const [temporal, mongo] = await Promise.all([runTemporal(programs, folder), runMongo(programs, folder)]);
  return {
    temporal: { ...temporal, address: `${LOOPBACK}:${temporal.port}` },
    mongo: { ...mongo, uri: (database) => mongoUri(mongo.port, database) },
    folder,
    close: async () => {
      await Promise.all([temporal.stop(), mongo.stop()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function runTemporal(programs: Programs, folder: string): Promise<KillableServer> {
  const options = { database: join(folder, 'temporal.db'), log: join(folder, 'temporal.log') };
  return killable((port) => startTemporal({ ...options, port, program: programs.temporal }));
}

function runMongo(programs: Programs, folder: string): Promise<KillableServer> {
  const options = { folder: join(folder, 'mongo'), log: join(folder, 'mongo.log') };
  return killable((port) => startMongo({ ...options, port, found: programs.mongo, cacheMegabytes: CACHE_MEGABYTES }));
}

/** A free port may be taken by somebody else before the server has it: then another one is tried. */
const PORTS_TO_TRY = 3;

async function killable(starting: (port: number) => Promise<ServerProcess>): Promise<KillableServer> {
  const first = await firstStart(starting);
  const { port } = first;
  let { server } = first;
  return {
    port,
    pid: () => server.pid,
    kill: () => server.kill(),
    stop: () => server.stop(),
    start: async () => {
      server = await starting(port);
    },
  };
}

async function firstStart(
  starting: (port: number) => Promise<ServerProcess>,
  left = PORTS_TO_TRY,
): Promise<{ port: number; server: ServerProcess }> {
  const port = await freePort();
  try {
    return { port, server: await starting(port) };
  } catch (error) {
    if (left <= 1) throw error;
    return firstStart(starting, left - 1);
  }
}
