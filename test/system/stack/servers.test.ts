import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { engineOf, startMongo } from '../../../src/stack/mongo-server';
import { freePort } from '../../../src/stack/ports';
import { connect } from '../../../src/store/connection';
import { ownServers, programs, servers } from '../support/servers';

describe('the servers of a test run', () => {
  it('answer: MongoDB takes a transaction, Temporal serves the namespace with the search attributes', async () => {
    const mongo = await connect(servers().mongoUri('stack'));
    await mongo.createCollection('notes');
    await mongo.transaction(async (session) => {
      await mongo.collection('notes').insertOne({ text: 'a' }, { session });
    });
    expect(await mongo.collection('notes').countDocuments()).toBe(1);
    await mongo.close();

    const temporal = await Connection.connect({ address: servers().temporalAddress });
    const attributes = await temporal.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(attributes.customAttributes)).toEqual(
      expect.arrayContaining(['KairyoUnit', 'KairyoProcedure', 'KairyoPhase', 'KairyoDueAt']),
    );
    await temporal.close();
  });

  it('are not taken for ready when another program has their port', async () => {
    const { mongo } = programs();
    const folder = mkdtempSync(join(process.env['KAIRYO_TEST_FOLDER'] ?? tmpdir(), 'taken-'));
    const log = join(folder, 'log');
    const port = Number(new URL(servers().mongoUri('x')).port);
    const starting = startMongo({ found: mongo, folder: join(folder, 'mongo'), port, cacheMegabytes: 256, log });
    await expect(starting).rejects.toThrow(/ended .* before it was ready/);
  });

  it('of mongod become a primary, on a new folder and on a folder whose port has changed', async () => {
    const folder = mkdtempSync(join(process.env['KAIRYO_TEST_FOLDER'] ?? tmpdir(), 'mongod-'));
    const found = { kind: 'program', engine: 'mongod', program: join(__dirname, 'fixtures', 'mongod.mjs') } as const;
    for (let start = 0; start < 2; start += 1) {
      const started = await startMongo({
        ...{ found: { ...found, args: [], env: {}, surrogate: false, why: '' }, folder: join(folder, 'mongo') },
        ...{ port: await freePort(), cacheMegabytes: 256, log: join(folder, 'log') },
      });
      await started.stop();
    }
    expect(engineOf(join(folder, 'mongo'))).toBe('mongod');
  });

  it('of one test alone keep what was acknowledged when they are killed and started again', async () => {
    const own = await ownServers();
    try {
      const before = await connect(own.mongo.uri('own'));
      await before.collection('notes').insertOne({ text: 'kept' });
      await before.close();
      await Promise.all([own.mongo.kill(), own.temporal.kill()]);
      await Promise.all([own.mongo.start(), own.temporal.start()]);
      const after = await connect(own.mongo.uri('own'));
      expect(await after.collection('notes').countDocuments({ text: 'kept' })).toBe(1);
      await after.close();
    } finally {
      await own.close();
    }
  });
});
