import type { Connection, mongo } from 'mongoose';

/** A collection and its indexes, declared beside the store that uses it and made one by one before any traffic. */
export type CollectionSpec = {
  readonly name: string;
  readonly indexes: readonly {
    readonly keys: Readonly<Record<string, 1 | -1>>;
    readonly options?: mongo.CreateIndexesOptions;
  }[];
};

/**
 * Makes collections and indexes that are missing, strictly one after the other: MongoDB-compatible surrogates may hang
 * when a collection is made while others are written. Idempotent.
 */
export async function prepareCollections(connection: Connection, specs: readonly CollectionSpec[]): Promise<void> {
  const db = connection.db;
  if (db === undefined) throw new Error('not connected');
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const { name, indexes } of specs) {
    if (!existing.has(name)) await db.createCollection(name).catch(unlessThere);
    for (const { keys, options } of indexes) await db.collection(name).createIndex(keys, options ?? {});
  }
}

const NAMESPACE_EXISTS = 48;

/** Two processes may prepare at once; whoever comes second finds the collection there. */
function unlessThere(error: unknown): void {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code !== NAMESPACE_EXISTS) throw error;
}
