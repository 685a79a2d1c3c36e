import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Access, AccessLog } from '../activities/evaluations.ports';
import type { CollectionSpec } from './collections';

type AccessDoc = Access & { readonly _id: string };
const ACCESSES = 'access_log';

export const accessLogCollections: readonly CollectionSpec[] = [
  { name: ACCESSES, indexes: [{ keys: { person: 1, _id: -1 } }, { keys: { at: 1 } }] },
];

/** Who looked at whose evaluation; nothing in it is ever changed. */
export function createAccessLog(connection: Connection): AccessLog {
  const accesses = connection.collection<AccessDoc>(ACCESSES);
  return {
    async record(looks) {
      if (looks.length === 0) return;
      await accesses.insertMany(looks.map((one) => ({ _id: `${one.at} ${randomUUID()}`, ...one })));
    },
    async of(person, { after, limit }) {
      const found = accesses.find({ person, ...(after !== undefined && { _id: { $lt: after } }) });
      const docs = await found.sort({ _id: -1 }).limit(limit).toArray();
      return docs.map(({ _id: id, ...access }) => ({ id, ...access }));
    },
  };
}
