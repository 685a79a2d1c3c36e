import type { Connection, mongo } from 'mongoose';
import type { Documents, Versioned } from '../activities/ports';
import { canonicalJson } from '../domain/shared/canonicalJson';
import type { CollectionSpec } from './collections';
import { inTransaction } from './transaction';

/** One row per document; in the history one per version under `<id>@<version>`. A removed one stays, so that versions never repeat. */
type Row = Versioned<unknown> & { readonly _id: string; readonly removed: boolean };
type HistoryRow = Row & { readonly document: string };
type Write<T> = { readonly stored: Versioned<T>; readonly created: boolean; readonly changed: boolean };

export type DocumentStore<T extends { id: string }> = Documents<T> & {
  /** Several at once, in no particular order; the session sees its own writes. */
  find(filter: mongo.Filter<Row>, session?: mongo.ClientSession): Promise<readonly T[]>;
  /** As `put`, inside a transaction of the caller's. */
  write(session: mongo.ClientSession, value: T, by: string, expected?: number): Promise<Write<T> | 'conflict'>;
  remove(session: mongo.ClientSession, id: string, by: string, expected?: number): Promise<boolean | 'conflict'>;
};

/** `searched`: fields of the document by which others look for it. */
export const documentCollections = (name: string, searched: readonly string[] = []): readonly CollectionSpec[] => [
  { name, indexes: searched.map((field) => ({ keys: { [`value.${field}`]: 1 } })) },
  { name: `${name}_history`, indexes: [{ keys: { document: 1, version: 1 }, options: { unique: true } }] },
];

/** Versioned documents in the collections `<name>` (as they are now) and `<name>_history` (every version there was). */
export function createDocuments<T extends { id: string }>(
  connection: Connection,
  name: string,
  now: () => string,
): DocumentStore<T> {
  const current = rows<Row>(connection, name);
  const history = rows<HistoryRow>(connection, `${name}_history`);

  const move = async (session: mongo.ClientSession, row: Row) => {
    const key = `${row._id}@${row.version}`;
    await history.insertOne({ ...row, _id: key, document: row._id }, { session });
    await current.replaceOne({ _id: row._id }, row, { upsert: true, session });
  };
  const at = (id: string, session?: mongo.ClientSession) =>
    current.findOne({ _id: id }, { ...(session && { session }) });

  const store: DocumentStore<T> = {
    async get(id) {
      const row = await at(id);
      return row === null || row.removed ? undefined : versioned<T>(row);
    },
    async list(after, limit) {
      const filter = { removed: false, ...(after !== undefined && { _id: { $gt: after } }) };
      return (await current.find(filter).sort({ _id: 1 }).limit(limit).toArray()).map(versioned<T>);
    },
    async find(filter, session) {
      const all = await current
        .find({ ...filter, removed: false }, { ...(session && { session }) })
        .sort({ _id: 1 })
        .toArray();
      return all.map(({ value }) => value as T);
    },
    async history(id) {
      const all = await history.find({ document: id }).sort({ version: 1 }).toArray();
      return all.filter(({ removed }) => !removed).map(versioned<T>);
    },
    async put(value, by, expected) {
      const written = await inTransaction(connection, (session) => store.write(session, value, by, expected));
      return written === 'conflict' ? written : written.stored;
    },
    async write(session, value, by, expected) {
      const before = await at(value.id, session);
      const version = before === null || before.removed ? 0 : before.version;
      if (expected !== undefined && expected !== version) return 'conflict';
      if (before !== null && version > 0 && canonicalJson(before.value) === canonicalJson(value))
        return { stored: versioned<T>(before), created: false, changed: false };
      const row = rowOf(value.id, value, (before?.version ?? 0) + 1, by, now());
      await move(session, row);
      return { stored: versioned<T>(row), created: version === 0, changed: true };
    },
    async remove(session, id, by, expected) {
      const before = await at(id, session);
      if (before === null || before.removed) return false;
      if (expected !== undefined && expected !== before.version) return 'conflict';
      await move(session, { ...rowOf(id, before.value, before.version + 1, by, now()), removed: true });
      return true;
    },
  };
  return store;
}

const rows = <R extends mongo.Document>(connection: Connection, name: string): mongo.Collection<R> =>
  connection.collection(name) as unknown as mongo.Collection<R>;

/** Through JSON, so that no `undefined` becomes a null in the database. */
const rowOf = (id: string, value: unknown, version: number, by: string, at: string): Row => ({
  _id: id,
  value: JSON.parse(JSON.stringify(value)) as unknown,
  version,
  updatedAt: at,
  updatedBy: by,
  removed: false,
});

const versioned = <T>(row: Row): Versioned<T> => ({
  value: row.value as T,
  version: row.version,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
});
