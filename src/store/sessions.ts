import type { Connection } from 'mongoose';
import type { Session, Sessions } from '../activities/accounts.ports';
import type { CollectionSpec } from './collections';

type SessionDoc = Omit<Session, 'hash'> & { readonly _id: string; readonly removeAt: Date };

export const sessionCollections: readonly CollectionSpec[] = [
  {
    name: 'sessions',
    indexes: [{ keys: { person: 1, createdAt: -1 } }, { keys: { removeAt: 1 }, options: { expireAfterSeconds: 0 } }],
  },
];

/** Sessions under the hash of what the cookie has, so that one look-up by a unique key is the comparison. */
export function createSessions(connection: Connection): Sessions {
  const sessions = connection.collection<SessionDoc>('sessions');
  return {
    async add({ hash, ...session }, expiresAt) {
      await sessions.insertOne({ _id: hash, ...session, removeAt: new Date(expiresAt) });
    },
    async byHash(hash) {
      const found = await sessions.findOne({ _id: hash });
      return found === null ? undefined : sessionOf(found);
    },
    async seen(hash, at) {
      await sessions.updateOne({ _id: hash }, { $set: { lastSeenAt: at } });
    },
    ofPerson: async (person) =>
      (await sessions.find({ person }).sort({ createdAt: -1 }).limit(1_000).toArray()).map(sessionOf),
    async end(hash) {
      await sessions.deleteOne({ _id: hash });
    },
    endById: async (person, id) => (await sessions.deleteOne({ person, id })).deletedCount === 1,
    async endAll(person) {
      await sessions.deleteMany({ person });
    },
  };
}

const sessionOf = ({ _id, removeAt: _removeAt, ...session }: SessionDoc): Session => ({ hash: _id, ...session });
