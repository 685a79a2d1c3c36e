import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Identity, Journal, RefusalEvent, SignInEvent } from '../activities/accounts.ports';
import { accountCollections, createAccounts, createAttempts, createOneTimeLinks } from './accounts';
import type { CollectionSpec } from './collections';
import { createSessions, sessionCollections } from './sessions';

/** How long sign-ins and refusals are kept. */
const KEPT_MS = 365 * 24 * 3_600_000;
const HOUR_TEXT = 'yyyy-mm-ddThh'.length;

const journal = (name: string): CollectionSpec => ({
  name,
  indexes: [{ keys: { person: 1, _id: -1 } }, { keys: { removeAt: 1 }, options: { expireAfterSeconds: 0 } }],
});

export const identityCollections: readonly CollectionSpec[] = [
  ...accountCollections,
  ...sessionCollections,
  journal('sign_ins'),
  journal('refusals'),
];

export const createIdentity = (connection: Connection): Identity => ({
  accounts: createAccounts(connection),
  links: createOneTimeLinks(connection),
  sessions: createSessions(connection),
  attempts: createAttempts(connection),
  signIns: createJournal<SignInEvent>(connection, 'sign_ins', signInKey),
  refusals: createJournal<RefusalEvent>(connection, 'refusals', refusalKey),
});

const ownKey = ({ at }: { readonly at: string }): string => `${at}~${randomBytes(6).toString('hex')}`;

/** Nor by trying on while they have to wait. */
const signInKey = (event: SignInEvent): string =>
  event.outcome === 'too-many-attempts' || (event.method === 'oidc' && event.person === undefined)
    ? hourKey(event.at, event.address, event.person ?? '')
    : ownKey(event);

/** A stranger cannot fill the database by being refused: their refusals of an hour are counted in one row. */
function refusalKey(event: RefusalEvent): string {
  return event.person === undefined ? hourKey(event.at, event.address, event.route, event.code) : ownKey(event);
}

function hourKey(at: string, ...parts: readonly string[]): string {
  const who = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${at.slice(0, HOUR_TEXT)}~${who.slice(0, 24)}`;
}

type Event = { readonly at: string; readonly person?: string; readonly count?: number };

function createJournal<T extends Event>(connection: Connection, name: string, keyOf: (event: T) => string): Journal<T> {
  const rows = connection.collection<{ _id: string }>(name);
  return {
    async add(event) {
      const { count, ...rest } = event;
      const removeAt = new Date(Date.parse(event.at) + KEPT_MS);
      const counted = count === undefined ? {} : { $inc: { count } };
      await rows.updateOne({ _id: keyOf(event) }, { $set: { ...rest, removeAt }, ...counted }, { upsert: true });
    },
    async list({ person, after, limit }) {
      const filter = { ...(person !== undefined && { person }), ...(after !== undefined && { _id: { $lt: after } }) };
      const found = await rows.find(filter).sort({ _id: -1 }).limit(limit).toArray();
      return found.map((row) => {
        const { _id: key, removeAt: _removeAt, ...event } = row as { _id: string; removeAt: Date };
        return { ...(event as unknown as T), key };
      });
    },
  };
}
