import type { Connection } from 'mongoose';
import type { Account, Accounts, Attempts, OneTimeLink, OneTimeLinks } from '../activities/accounts.ports';
import type { Failures } from '../domain/accounts/slowdown';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './duplicateKey';

type AccountDoc = Omit<Account, 'person'> & { readonly _id: string };
type LinkDoc = Omit<OneTimeLink, 'hash'> & { readonly _id: string; readonly removeAt: Date };
type AttemptDoc = Failures & { readonly _id: string; readonly removeAt: Date };

const REMOVED_IN_TIME = { keys: { removeAt: 1 }, options: { expireAfterSeconds: 0 } } as const;
const DAY_MS = 24 * 3_600_000;
const MOST_DEVICES = 10;

export const accountCollections: readonly CollectionSpec[] = [
  { name: 'accounts', indexes: [{ keys: { login: 1 }, options: { unique: true } }] },
  { name: 'account_links', indexes: [{ keys: { person: 1 } }, REMOVED_IN_TIME] },
  { name: 'sign_in_attempts', indexes: [REMOVED_IN_TIME] },
];

/** Accounts under the id of their person; sign-in names are unique. */
export function createAccounts(connection: Connection): Accounts {
  const accounts = connection.collection<AccountDoc>('accounts');
  const changed = async (filter: object, change: object): Promise<boolean> =>
    (await accounts.updateOne(filter, change)).modifiedCount === 1;
  return {
    get: async (person) => accountOf(await accounts.findOne({ _id: person })),
    byLogin: async (login) => accountOf(await accounts.findOne({ login })),
    anyPassword: async () =>
      (await accounts.findOne({ passwordHash: { $exists: true } }, { projection: { _id: 1 } })) !== null,
    async ensure(person, login, at) {
      try {
        const fresh = { createdAt: at, knownDevices: [] };
        await accounts.updateOne({ _id: person }, { $set: { login }, $setOnInsert: fresh }, { upsert: true });
        return 'done';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return 'login-taken';
      }
    },
    async setPassword(person, passwordHash, passwordSetAt) {
      if (
        (await accounts.updateOne({ _id: person }, { $set: { passwordHash, passwordSetAt, knownDevices: [] } }))
          .matchedCount === 0
      )
        throw new Error(`${person} has no account`);
    },
    async rehash(person, before, after) {
      await changed({ _id: person, passwordHash: before }, { $set: { passwordHash: after } });
    },
    async setPendingSecret(person, pendingSecret) {
      await changed({ _id: person }, { $set: { pendingSecret } });
    },
    turnOn: (person, secondFactor) =>
      changed(
        { _id: person, pendingSecret: secondFactor.secret, secondFactor: { $exists: false } },
        { $set: { secondFactor }, $unset: { pendingSecret: '' } },
      ),
    async turnOff(person) {
      await changed({ _id: person }, { $unset: { secondFactor: '', pendingSecret: '' } });
    },
    useStep: (person, step) =>
      changed({ _id: person, 'secondFactor.lastStep': { $lt: step } }, { $set: { 'secondFactor.lastStep': step } }),
    useRecoveryCode: (person, hash) =>
      changed({ _id: person, 'secondFactor.recovery': hash }, { $pull: { 'secondFactor.recovery': hash } }),
    async knowDevice(person, hash) {
      await changed(
        { _id: person, knownDevices: { $ne: hash } },
        { $push: { knownDevices: { $each: [hash], $slice: -MOST_DEVICES } } },
      );
    },
    remove: async (person) => (await accounts.deleteOne({ _id: person })).deletedCount === 1,
  };
}

function accountOf(found: AccountDoc | null): Account | undefined {
  if (found === null) return undefined;
  const { _id, ...account } = found;
  return { person: _id, ...account };
}

/** Links under their hash. Removing the row is what makes a link work once. */
export function createOneTimeLinks(connection: Connection): OneTimeLinks {
  const links = connection.collection<LinkDoc>('account_links');
  const linkOf = (found: LinkDoc | null): OneTimeLink | undefined => {
    if (found === null) return undefined;
    const { _id, removeAt: _removeAt, ...link } = found;
    return { hash: _id, ...link };
  };
  const good = (at: string) => ({ expiresAt: { $gt: at } });
  return {
    async add({ hash, ...link }) {
      await links.insertOne({ _id: hash, ...link, removeAt: new Date(link.expiresAt) });
    },
    find: async (hash, purpose, at) => linkOf(await links.findOne({ _id: hash, purpose, ...good(at) })),
    async take(hash, purpose, at) {
      const found = linkOf(await links.findOne({ _id: hash, purpose, ...good(at) }));
      return found !== undefined && (await links.deleteOne({ _id: hash })).deletedCount === 1 ? found : undefined;
    },
    async discard(person) {
      await links.deleteMany({ person });
    },
    ofPerson: async (person, at) =>
      (await links.find({ person, ...good(at) }).toArray()).flatMap((found) => linkOf(found) ?? []),
  };
}

/** Failures under a key, in one place for all processes of the API. */
export function createAttempts(connection: Connection): Attempts {
  const attempts = connection.collection<AttemptDoc>('sign_in_attempts');
  return {
    async get(key) {
      const found = await attempts.findOne({ _id: key });
      return found === null ? undefined : { failures: found.failures, lastAt: found.lastAt };
    },
    async count(key, seen, now) {
      const next = { ...now, removeAt: new Date(Date.parse(now.lastAt) + DAY_MS) };
      if (seen !== undefined)
        return (await attempts.updateOne({ _id: key, ...seen }, { $set: next })).matchedCount === 1;
      try {
        await attempts.insertOne({ _id: key, ...next });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },
    async giveBack(key) {
      await attempts.updateOne({ _id: key, failures: { $gt: 0 } }, { $inc: { failures: -1 } });
    },
    async forget(key) {
      await attempts.deleteOne({ _id: key });
    },
  };
}
