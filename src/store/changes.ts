import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { CHANGES_KEPT_MS, keyAt } from '../activities/changes.ports';
import type { Changes, NotedChange } from '../activities/changes.ports';
import type { CollectionSpec } from './collections';

type ChangeDoc = Omit<NotedChange, 'key'> & { readonly _id: string; readonly expiresAt: Date };

export const changeCollections: readonly CollectionSpec[] = [
  { name: 'changes', indexes: [{ keys: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } }] },
];

/** Changes in a collection that every process writes and every API process polls: it works without change streams. */
export function createChanges(connection: Connection, now: () => number = Date.now): Changes {
  const changes = connection.collection<ChangeDoc>('changes');
  return {
    async note(noted) {
      if (noted.length === 0) return;
      const at = now();
      const expiresAt = new Date(at + CHANGES_KEPT_MS);
      const documents = noted.map((one, i) => ({ ...one, _id: keyOf(at, i), expiresAt }));
      await changes.insertMany(documents, { ordered: false, writeConcern: { w: 1 } }).catch(() => undefined);
    },
    async since(ms, limit) {
      const found = await changes
        .find({ _id: { $gte: keyAt(ms) } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, expiresAt: _expiresAt, ...change }) => ({ ...change, key: _id }));
    },
  };
}

const keyOf = (at: number, i: number): string =>
  `${keyAt(at)}-${String(i).padStart(4, '0')}${randomBytes(6).toString('hex')}`;
