import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { findMongo } from '../src/stack/find-mongo';
import { findTemporal } from '../src/stack/find-temporal';
import { cacheFolder } from '../src/stack/folders';
import { mongoUri, startMongo } from '../src/stack/mongo-server';
import { freePort, LOOPBACK } from '../src/stack/ports';
import { startTemporal } from '../src/stack/temporal-server';
import { activityDeps } from '../src/worker/activityDeps';
import { openStores } from '../src/worker/stores';
import type { Stores } from '../src/worker/stores';
import { startWorkers } from '../src/worker/workers';

export type BenchEngine = { readonly stores: Stores; readonly client: Client; readonly names: string };

/** Servers of its own in a temporary folder, fetched as `npm start` fetches them. */
export async function startServers(folder: string) {
  const { TEMPORAL_ADDRESS: _t, MONGODB_URI: _m, ...env } = process.env;
  const { platform, arch } = process;
  const at = { env, platform, arch, cache: cacheFolder({ env, platform }), say: () => undefined };
  const [temporal, mongo] = [(await findTemporal(at)).taken, (await findMongo(at)).taken];
  if (temporal.kind !== 'program' || mongo.kind !== 'program') throw new Error('the benchmark needs own servers');
  const [temporalPort, mongoPort] = [await freePort(), await freePort()];
  const database = join(folder, 'temporal.db');
  const log = (name: string): string => join(folder, `${name}.log`);
  return {
    temporal: await startTemporal({ program: temporal.program, database, port: temporalPort, log: log('temporal') }),
    mongo: await startMongo({
      found: mongo,
      folder: join(folder, 'mongo'),
      port: mongoPort,
      cacheMegabytes: 512,
      log: log('mongo'),
    }),
    address: `${LOOPBACK}:${temporalPort}`,
    uri: mongoUri(mongoPort, 'bench'),
    names: `${temporal.why}; ${mongo.why}`,
  };
}

/** Runs the work against the engine with its workers in this process, and cleans up. */
export async function withEngine(work: (engine: BenchEngine) => Promise<void>): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const folder = mkdtempSync(join(tmpdir(), 'kairyo-bench-'));
  const servers = await startServers(folder);
  try {
    const stores = await openStores(servers.uri);
    const [connection, native] = await Promise.all([
      Connection.connect({ address: servers.address }),
      NativeConnection.connect({ address: servers.address }),
    ]);
    const client = new Client({ connection });
    const deps = activityDeps({ stores, client, env: {}, say: () => undefined });
    const workers = await startWorkers({ connection: native, namespace: 'default', deps });
    await work({ stores, client, names: servers.names }).finally(() => workers.stop());
    await Promise.all([connection.close(), native.close(), stores.connection.close()]);
  } finally {
    await Promise.all([servers.temporal.stop(), servers.mongo.stop()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
