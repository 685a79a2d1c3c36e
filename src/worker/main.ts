import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { calendarOf } from '../activities/officeCalendar';
import { temporalCollectors } from '../api/temporalCollectors';
import { temporalImports } from '../api/temporalImports';
import { activityDeps } from './activityDeps';
import { settingsFrom } from './settings';
import { ensureStandingWorkflows } from './standing';
import { openStores } from './stores';
import { startWorkers } from './workers';

/** The worker process: prints `kairyo worker ready` and works until it is told to stop. */
async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const { mongoUri, temporalAddress, namespace, searchable } = settingsFrom(process.env);
  const [stores, connection, native] = await Promise.all([
    openStores(mongoUri),
    Connection.connect({ address: temporalAddress }),
    NativeConnection.connect({ address: temporalAddress }),
  ]);
  const client = new Client({ connection, namespace });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const deps = activityDeps({ stores, client, env: process.env, say, searchable });
  const workers = await startWorkers({ connection: native, namespace, deps });
  await ensureStandingWorkflows(client, stores.organisation);
  // An upload whose request died before its workflow was started goes on now; a second start is refused by its id.
  for (const id of await stores.imports.running()) await temporalImports(client).start(id);
  // A collector whose request died before its schedule was made, or whose office moved to another time zone.
  for (const collector of await stores.collectors.all()) {
    const { timeZone } = await calendarOf(stores.organisation, { unit: collector.unit, procedure: '' });
    await temporalCollectors(client).schedule(collector, timeZone);
  }
  process.stdout.write('kairyo worker ready\n');

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void workers.stop());
  await workers.ended;
  await Promise.allSettled([connection.close(), native.close(), stores.connection.close()]);
}

main().catch((error: unknown) => {
  process.stderr.write(`kairyo worker: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
