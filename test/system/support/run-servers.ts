import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MongoProgram } from '../../../src/stack/find-mongo';
import { mongoUri, startMongo } from '../../../src/stack/mongo-server';
import { freePort, LOOPBACK } from '../../../src/stack/ports';
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

async function runTemporal(programs: Programs, folder: string): Promise<KillableServer> {
  const options = { database: join(folder, 'temporal.db'), log: join(folder, 'temporal.log'), port: await freePort() };
  return killable(options.port, () => startTemporal({ ...options, program: programs.temporal }));
}

async function runMongo(programs: Programs, folder: string): Promise<KillableServer> {
  const options = { folder: join(folder, 'mongo'), log: join(folder, 'mongo.log'), port: await freePort() };
  return killable(options.port, () =>
    startMongo({ ...options, found: programs.mongo, cacheMegabytes: CACHE_MEGABYTES }),
  );
}

type Process = Awaited<ReturnType<typeof startTemporal>>;

async function killable(port: number, starting: () => Promise<Process>): Promise<KillableServer> {
  let server = await starting();
  return {
    port,
    pid: () => server.pid,
    kill: () => server.kill(),
    stop: () => server.stop(),
    start: async () => {
      server = await starting();
    },
  };
}
