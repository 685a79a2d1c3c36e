/**
 * How long an office's round takes when many cycles are due on the same morning: `node dist/bench/reminders.js [cycles]`.
 *
 * On real servers (fetched as `npm start` fetches them, in a temporary folder): cycles in Check, each with a reviewer of
 * its own, are stored through the real store; then the office's day begins. Printed is the time from its start until
 * every reviewer has their message, and a second round that must say nothing more.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { activityDeps } from '../src/worker/activityDeps';
import { ensureStandingWorkflows } from '../src/worker/standing';
import { openStores } from '../src/worker/stores';
import type { Stores } from '../src/worker/stores';
import { startWorkers } from '../src/worker/workers';
import { aMorning } from './morning';
import { startServers } from './servers';

const GOAL_SECONDS = 10;
const LIMIT_MS = 120_000;

async function main(cycles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kairyo-bench-'));
  const servers = await startServers(folder);
  try {
    await measure(cycles, servers);
  } finally {
    await Promise.all([servers.temporal.stop(), servers.mongo.stop()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measure(cycles: number, servers: Awaited<ReturnType<typeof startServers>>): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const stores = await openStores(servers.uri);
  const [connection, native] = await Promise.all([
    Connection.connect({ address: servers.address }),
    NativeConnection.connect({ address: servers.address }),
  ]);
  const client = new Client({ connection });
  await aMorning(stores, cycles);
  const deps = activityDeps({ stores, client, env: {}, say: () => undefined });
  const workers = await startWorkers({ connection: native, namespace: 'default', deps });
  console.log(`${cycles} cycles whose review is due, a reviewer each; ${servers.names}`);
  const began = performance.now();
  await ensureStandingWorkflows(client, stores.organisation);
  await untilTold(stores, cycles);
  const seconds = (performance.now() - began) / 1_000;
  console.log(`all reminded after ${seconds.toFixed(2)} s (goal on 2 cores: ${GOAL_SECONDS} s)`);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const messages = await told(stores);
  console.log(`messages after further rounds: ${messages}`);
  if (messages !== cycles || seconds > GOAL_SECONDS) process.exitCode = 1;
  await workers.stop();
  await Promise.all([connection.close(), native.close(), stores.connection.close()]);
}

const told = ({ connection }: Stores): Promise<number> => connection.collection('messages').countDocuments({});

async function untilTold(stores: Stores, cycles: number): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end && (await told(stores)) < cycles) await new Promise((resolve) => setTimeout(resolve, 50));
}

main(Number(process.argv[2] ?? 2_000)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
