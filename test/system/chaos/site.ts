import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { temporalCycles } from '../../../src/api/temporalCycles';
import { temporalImports } from '../../../src/api/temporalImports';
import { sleep } from '../../../src/stack/say';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { anOffice, BY } from '../support/office';
import type { OwnServers } from '../support/run-servers';
import { watchWorker } from './workerProcess';

export const VICTIMS = ['worker', 'temporal', 'database'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Reminders come every second or so around the due date, so that every round of the office has something to say. */
export const STEPS = [
  { duration: '-PT3S', level: 0 },
  { duration: '-PT2S', level: 0 },
  { duration: '-PT1S', level: 0 },
  { duration: 'PT0S', level: 0 },
  { duration: 'PT1S', level: 0 },
  { duration: 'PT2S', level: 1 },
] as const;

/** Own servers, a worker process, and this process in the place of the API: whatever dies is started again on the same data. */
export type Site = {
  readonly stores: Stores;
  readonly client: Client;
  readonly commands: ReturnType<typeof temporalCycles>;
  readonly imports: ReturnType<typeof temporalImports>;
  readonly kill: (victim: Victim) => Promise<void>;
  readonly restart: (victim: Victim) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `worker`: path of the program that is the worker process. */
export async function openSite(servers: OwnServers, worker: string): Promise<Site> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const mongoUri = servers.mongo.uri('chaos');
  const stores = await openStores(mongoUri);
  await anOffice(stores, { rounds: { everySeconds: 1 } });
  await stores.organisation.put('reminderPolicy', { id: 'every-second', name: 'every second', steps: [...STEPS] }, BY);
  const connection = await Connection.connect({ address: servers.temporal.address });
  const client = new Client({ connection });
  const watched = watchWorker(worker, { MONGODB_URI: mongoUri, TEMPORAL_ADDRESS: servers.temporal.address });
  await watched.ready();
  return {
    stores,
    client,
    commands: temporalCycles({ ...stores, client, searchable: true }),
    imports: temporalImports(client),
    kill: (victim) =>
      victim === 'worker' ? watched.kill() : victim === 'temporal' ? servers.temporal.kill() : servers.mongo.kill(),
    restart: async (victim) => {
      if (victim === 'temporal') await servers.temporal.start();
      if (victim === 'database') await servers.mongo.start();
    },
    close: async () => {
      await watched.stop();
      await Promise.all([connection.close(), stores.connection.close()]);
      await servers.close();
    },
  };
}

const LONGEST_OUTAGE_MS = 240_000;

/** Asks until there is an answer, as a client with an idempotency key does: an answer that got lost is asked for again. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + LONGEST_OUTAGE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(200);
    }
  }
}

/** Waits until the answer is a good one; answers the last one when the time is up. */
export async function settled<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + LONGEST_OUTAGE_MS;
  for (;;) {
    const answer = await insist(ask);
    if (good(answer) || Date.now() > end) return answer;
    await sleep(200);
  }
}
