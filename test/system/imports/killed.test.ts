import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownServers } from '../support/servers';
import type { OwnServers } from '../support/run-servers';
import { allCases, officeAt, storesAt, tableOf, until, type Office, type Stores } from './support';

const CASES = 20_000;
const SEEN_BEFORE = 4_000;
/** A third of the cases seen before have a newer state. */
const newer = tableOf(CASES, (i) => (i % 3 === 0 ? 25 : 20));

describe('an import', () => {
  let own: OwnServers;
  let stores: Stores;
  let office: Office;
  const processes: ChildProcess[] = [];

  const startWorker = async (): Promise<ChildProcess> => {
    const child = spawn(
      process.execPath,
      [join(__dirname, 'workerProcess.cjs'), own.temporal.address, own.mongo.uri('killed')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    processes.push(child);
    await once(child.stdout, 'data');
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };

  beforeAll(async () => {
    own = await ownServers();
    stores = await storesAt(own.mongo.uri('killed'), { permits: {}, licences: {} });
    office = await officeAt(own.temporal.address, stores.imports);
  });
  afterAll(async () => {
    await Promise.all(processes.map(kill));
    await office.close();
    await stores.connection.close();
    await own.close();
  });

  it('whose worker is killed in the middle is completed by the next worker, with the totals of an undisturbed import', async () => {
    const first = await startWorker();
    await office.imported('permits', tableOf(SEEN_BEFORE));
    const id = await office.handIn('permits', newer);
    await until(async () => (await allCases(stores.connection)) > SEEN_BEFORE + 3_000);
    await kill(first);
    const between = await allCases(stores.connection);
    expect(between).toBeLessThan(CASES);
    await startWorker();
    const state = await office.ended(id);
    const updated = Math.ceil(SEEN_BEFORE / 3);
    expect(state).toMatchObject({
      status: 'done',
      cases: { added: CASES - SEEN_BEFORE, updated, unchanged: SEEN_BEFORE - updated, older: 0 },
      errorCount: 0,
    });
    expect(await allCases(stores.connection)).toBe(CASES);
    expect(await stores.connection.collection('caseHistory').countDocuments({})).toBe(updated);
  });

  it('is not disturbed for good when its database is killed in the middle', async () => {
    const before = await allCases(stores.connection);
    const id = await office.handIn('licences', newer);
    await until(async () => (await allCases(stores.connection)) > before + 3_000);
    await own.mongo.kill();
    await own.mongo.start();
    expect(await office.ended(id)).toMatchObject({
      status: 'done',
      cases: { added: CASES, updated: 0, unchanged: 0, older: 0 },
    });
    expect(await allCases(stores.connection)).toBe(before + CASES);
  });
});
