import type { Connection, mongo } from 'mongoose';
import type { Inbox, InboxMessage, OutgoingMessage, Reminders } from '../activities/ports';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './duplicateKey';
import { createCycleReader } from './cycles';
import { openIdeaDues } from './ideas';
import { openEvaluationDues } from './evaluationDues';
import { openReviewDues } from './reviews';
import { openTrainingDues } from './trainings';

type DeliveryDoc = {
  readonly channel: string;
  readonly address: string;
  readonly state: 'pending' | 'delivered' | 'gave-up';
  readonly attempts: number;
  readonly firstAttemptAt?: string;
  readonly nextAttemptAt?: string;
  readonly deliveredAt?: string;
  readonly lastError?: string;
};

/**
 * A message, the reminders it carries and how far its deliveries are: one document, so that one write stores all of it
 * or nothing, without a transaction. The unique index over the elements of `reminders` lets no reminder into a second
 * message, whatever crashes, is retried or runs twice at once.
 */
export type MessageDoc = Omit<OutgoingMessage, 'key' | 'deliveries'> & {
  readonly _id: string;
  readonly deliveries: readonly DeliveryDoc[];
  readonly readAt?: string;
};

export const MESSAGES = 'messages';

export const reminderCollections: readonly CollectionSpec[] = [
  {
    name: MESSAGES,
    indexes: [
      { keys: { reminders: 1 }, options: { unique: true, sparse: true } },
      { keys: { person: 1, _id: -1 } },
      { keys: { 'items.stream': 1 } },
      { keys: { 'deliveries.nextAttemptAt': 1 }, options: { sparse: true } },
      { keys: { 'deliveries.state': 1, _id: -1 } },
    ],
  },
];

const KEYS_A_QUERY = 1000;
const MESSAGES_A_WRITE = 500;

export function createReminders(connection: Connection): Reminders & Inbox {
  const messages = connection.collection<MessageDoc>(MESSAGES);
  const cycles = createCycleReader(connection);
  return {
    openDues: async (units) => [
      ...(await cycles.openDues(units)),
      ...(await openReviewDues(connection, units)),
      ...(await openEvaluationDues(connection, units)),
      ...(await openIdeaDues(connection, units)),
      ...(await openTrainingDues(connection, units)),
    ],
    async recorded(keys) {
      const found = new Set<string>();
      for (const some of chunks(keys, KEYS_A_QUERY)) {
        const carriers = messages.find({ reminders: { $in: [...some] } }, { projection: { reminders: 1 } });
        for await (const { reminders } of carriers) for (const key of reminders) found.add(key);
      }
      return found;
    },
    async record(outgoing) {
      let leftOut = 0;
      for (const some of chunks(outgoing, MESSAGES_A_WRITE)) leftOut += await insert(some.map(documentOf));
      return { leftOut };
    },
    async inbox(person, after, limit) {
      const older = after === undefined ? {} : { _id: { $lt: after } };
      const found = await messages
        .find({ person, ...older })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray();
      return found.map(inboxOf);
    },
    async markRead(person, key, at) {
      const marked = await messages.updateOne(
        { _id: key, person, readAt: { $exists: false } },
        { $set: { readAt: at } },
      );
      return marked.matchedCount > 0 || (await messages.countDocuments({ _id: key, person }, { limit: 1 })) > 0;
    },
  };

  /** Answers how many were refused because they, or a reminder of theirs, are there already. */
  async function insert(documents: MessageDoc[]): Promise<number> {
    try {
      await messages.insertMany(documents, { ordered: false });
      return 0;
    } catch (error) {
      const refused = writeErrorsOf(error);
      if (refused.length === 0 || !refused.every(isDuplicateKey)) throw error;
      return refused.length;
    }
  }
}

/** Messages that stand or fall with what else is written in the transaction. */
export async function recordMessages(
  connection: Connection,
  outgoing: readonly OutgoingMessage[],
  session: mongo.ClientSession,
): Promise<void> {
  if (outgoing.length > 0)
    await connection.collection<MessageDoc>(MESSAGES).insertMany(outgoing.map(documentOf), { session });
}

function writeErrorsOf(error: unknown): readonly { readonly code?: unknown }[] {
  if (typeof error !== 'object' || error === null || !('writeErrors' in error)) return [];
  const errors: unknown = error.writeErrors;
  return (Array.isArray(errors) ? errors : [errors]) as readonly { readonly code?: unknown }[];
}

function documentOf({ key, deliveries, ...message }: OutgoingMessage): MessageDoc {
  const pending = { state: 'pending', attempts: 0, nextAttemptAt: message.createdAt } as const;
  return { _id: key, ...message, deliveries: deliveries.map((delivery) => ({ ...delivery, ...pending })) };
}

function inboxOf(document: MessageDoc): InboxMessage {
  const { readAt } = document;
  return { ...messageOf(document), ...(readAt === undefined ? {} : { readAt }) };
}

export function messageOf({ _id, person, language, subject, body, items, createdAt }: MessageDoc): InboxMessage {
  return { key: _id, person, language, subject, body, items, createdAt };
}

function chunks<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}
