import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { DatedDocuments } from '../../../src/activities/dated.ports';
import { prepareCollections } from '../../../src/store/collections';
import { connect } from '../../../src/store/connection';
import { createDatedDocuments, datedCollections } from '../../../src/store/datedDocuments';
import { servers } from '../support/servers';

type Thing = { readonly unit: string; readonly name: string; readonly note?: string | undefined };
let connection: Connection;
let things: DatedDocuments<Thing>;

beforeAll(async () => {
  connection = await connect(servers().mongoUri(`dated_${process.pid}`));
  await prepareCollections(connection, datedCollections('things', ['unit']));
  things = createDatedDocuments<Thing>(connection, 'things', { pointers: { unit: ({ unit }) => [unit] } });
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const edit = (id: string, validFrom: string, more: { expected?: number; reason?: string } = {}) => ({
  ...{ id, validFrom, by: 'an' },
  ...more,
});

it('keeps every version, and answers with all of them, oldest first', async () => {
  await things.put(edit('a', '0001-01-01'), { unit: 'land', name: 'one', note: undefined });
  const second = await things.put(edit('a', '2026-07-01', { reason: 'renamed' }), { unit: 'land', name: 'two' });
  expect(second).toMatchObject({ ok: true, created: false, changed: true, stored: { id: 'a', version: 2 } });
  expect(await things.get('a')).toMatchObject({
    version: 2,
    versions: [
      { version: 1, validFrom: '0001-01-01', by: 'an', value: { unit: 'land', name: 'one' } },
      { version: 2, validFrom: '2026-07-01', reason: 'renamed', value: { name: 'two' } },
    ],
  });
  expect((await things.get('a'))?.versions[0]?.value).not.toHaveProperty('note');
});

it('stores nothing when what holds from that day is put again', async () => {
  const put = () => things.put(edit('b', '2026-01-01'), { unit: 'land', name: 'same' });
  expect(await put()).toMatchObject({ created: true, changed: true });
  expect(await put()).toMatchObject({ created: false, changed: false, stored: { version: 1 } });
  const later = await things.put(edit('b', '2026-03-01'), { unit: 'land', name: 'same' });
  expect(later).toMatchObject({ changed: false });
});

it('refuses an edit of a version that is not the last one any more', async () => {
  await things.put(edit('c', '2026-01-01', { expected: 0 }), { unit: 'land', name: 'one' });
  const again = await things.put(edit('c', '2026-01-01', { expected: 0 }), { unit: 'land', name: 'two' });
  expect(again).toEqual({ ok: false, conflict: 'version' });
});

it('takes edits that come at once one after the other', async () => {
  const names = Array.from({ length: 8 }, (_, i) => `name ${i}`);
  await Promise.all(names.map((name) => things.put(edit('d', '2026-01-01'), { unit: 'land', name })));
  const stored = await things.get('d');
  expect(stored?.versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(stored?.versions.map(({ value }) => value.name))).toEqual(new Set(names));
});

it('finds what any version pointed at, and lists by id', async () => {
  await things.put(edit('e', '2026-01-01'), { unit: 'health', name: 'one' });
  await things.put(edit('e', '2026-02-01'), { unit: 'roads', name: 'one' });
  const found = await things.pointingAt('unit', ['health']);
  expect(found.map(({ id, version }) => [id, version])).toEqual([['e', 2]]);
  expect((await things.list('b', 2)).map(({ id }) => id)).toEqual(['c', 'd']);
  const all: string[] = [];
  for await (const { id } of things.all()) all.push(id);
  expect(all).toEqual(['a', 'b', 'c', 'd', 'e']);
});
