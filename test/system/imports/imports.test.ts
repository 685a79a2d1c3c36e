import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownServers } from '../support/servers';
import type { OwnServers } from '../support/run-servers';
import {
  activitiesOver,
  allCases,
  officeAt,
  storesAt,
  tableOf,
  until,
  workersAt,
  type Office,
  type Stores,
} from './support';

describe('an import', () => {
  let own: OwnServers;
  let stores: Stores;
  let office: Office;
  let workers: Awaited<ReturnType<typeof workersAt>>;
  beforeAll(async () => {
    own = await ownServers();
    stores = await storesAt(own.mongo.uri('imports'), { plain: {}, unitless: { unit: 'nowhere' } });
    office = await officeAt(own.temporal.address, stores.imports);
    workers = await workersAt(own.temporal.address, activitiesOver(stores));
  });
  afterAll(async () => {
    await workers.stop();
    await office.close();
    await stores.connection.close();
    await own.close();
  });
  const fileOf = (id: string) =>
    stores.connection.collection<{ _id: string }>('importFiles.files').findOne({ _id: id });

  it('stores the cases, names the rows it could not read, and keeps the file', async () => {
    const state = await office.imported('plain', `${tableOf(2_500)}\nX,Receive,someday,`);
    expect(state).toMatchObject({
      status: 'done',
      cases: { added: 2_500, updated: 0, unchanged: 0, older: 0 },
      errorCount: 2,
    });
    expect(state.errors[0]).toMatchObject({ row: 5_002, field: 'time:timestamp', code: 'TIME_UNREADABLE' });
    expect(state.bytesRead).toBe(state.bytes);
    expect(state.finishedAt).toBeDefined();
    expect(await fileOf(state.id)).not.toBeNull();
  });

  it('of the same file changes nothing, gzipped or not', async () => {
    const state = await office.imported('plain', gzipSync(tableOf(2_500)), { gzip: true });
    expect(state).toMatchObject({ status: 'done', cases: { added: 0, updated: 0, unchanged: 2_500, older: 0 } });
    expect(await stores.connection.collection('caseHistory').countDocuments({})).toBe(0);
  });

  it('as a dry run reads everything, stores nothing, and says what would happen', async () => {
    const newer = tableOf(2_600, (i) => (i < 10 ? 25 : 20));
    const state = await office.imported('plain', newer, { dryRun: true });
    expect(state).toMatchObject({ status: 'done', cases: { added: 100, updated: 10, unchanged: 2_490, older: 0 } });
    expect(await allCases(stores.connection)).toBe(2_500);
    expect(await fileOf(state.id)).toBeNull();
  });

  it('of a newer state updates the cases and keeps the older state; an older export changes nothing any more', async () => {
    const newer = await office.imported(
      'plain',
      tableOf(2_600, (i) => (i < 10 ? 25 : 20)),
    );
    expect(newer.cases).toEqual({ added: 100, updated: 10, unchanged: 2_490, older: 0 });
    expect((await stores.cases.caseHistory('plain', 'case-3'))[0]?.decidedAt).toBe(Date.parse('2026-01-20T15:00:00Z'));
    const older = await office.imported(
      'plain',
      tableOf(20, () => 19),
    );
    expect(older.cases).toEqual({ added: 0, updated: 0, unchanged: 0, older: 20 });
    expect((await stores.cases.caseById('plain', 'case-3'))?.decidedAt).toBe(Date.parse('2026-01-25T15:00:00Z'));
  });

  it.each([
    [
      'an XML file that breaks off',
      'application/xes+xml',
      '<log><trace><string key="concept:name" value="N"/>',
      /well-formed/,
    ],
    [
      'a table whose last quote never ends',
      'text/csv',
      `${tableOf(3_000).replaceAll('case-', 'new-')}\n"`,
      /table cannot be read/,
    ],
    ['half a gzip', 'text/csv', gzipSync(tableOf(3_000).replaceAll('case-', 'new-')).subarray(0, -9), /damaged/],
  ] as const)('of %s fails with its reason, and nothing of it is stored', async (_name, contentType, file, reason) => {
    const before = await allCases(stores.connection);
    const state = await office.imported('plain', file, { contentType });
    expect(state.status).toBe('failed');
    expect(state.failure).toMatch(reason);
    expect(state.failureWords?.vi).toBeTruthy();
    expect(await allCases(stores.connection)).toBe(before);
    expect(await fileOf(state.id)).toBeNull();
  });

  it('whose mapping names a column that is not there fails and says which columns are', async () => {
    const state = await office.imported('unitless', tableOf(3));
    expect(state).toMatchObject({
      status: 'failed',
      failure: expect.stringMatching(/"nowhere" \(found: .*"channel"\)/),
    });
  });

  it('that is cancelled ends as cancelled, keeps whole cases only, and the next one completes it', async () => {
    const file = tableOf(100_000).replaceAll('case-', 'cancel-');
    const id = await office.handIn('plain', file);
    await until(async () => (await allCases(stores.connection)) > 3_500);
    await office.cancel(id);
    const state = await office.ended(id);
    expect(state.status).toBe('cancelled');
    expect(await fileOf(id)).toBeNull();
    const kept = (await allCases(stores.connection)) - 2_600;
    expect(kept).toBeLessThan(100_000);
    expect((await office.imported('plain', file)).cases).toEqual({
      added: 100_000 - kept,
      updated: 0,
      unchanged: kept,
      older: 0,
    });
  });
});
