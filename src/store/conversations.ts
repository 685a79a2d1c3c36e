import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Conversation, ConversationNote, Conversations } from '../activities/conversations.ports';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './duplicateKey';
import { CannotOpen, createSealer } from './sealed';
import type { MasterKeys, Sealer, WrappedKey } from './sealed';

type ConversationDoc = Omit<Conversation, 'id'> & { readonly _id: string; readonly key: WrappedKey };
type NoteDoc = {
  readonly _id: string;
  readonly conversation: string;
  readonly person: string;
  readonly with: string;
  readonly by: string;
  readonly at: string;
  readonly sealed: string;
};

const CONVERSATIONS = 'conversations';
const NOTES = 'conversation_notes';

export const conversationCollections: readonly CollectionSpec[] = [
  {
    name: CONVERSATIONS,
    indexes: [{ keys: { person: 1, with: 1 }, options: { unique: true } }, { keys: { with: 1 } }],
  },
  {
    name: NOTES,
    indexes: [
      { keys: { conversation: 1, at: 1 } },
      { keys: { person: 1 } },
      { keys: { with: 1 } },
      { keys: { at: 1 } },
    ],
  },
];

export class NoNotesKey extends Error {}

/** See docs/adr/notes.md. */
export function createConversations(connection: Connection, keys: MasterKeys | undefined): Conversations {
  const conversations = connection.collection<ConversationDoc>(CONVERSATIONS);
  const notes = connection.collection<NoteDoc>(NOTES);
  const sealer = keys === undefined ? undefined : createSealer(keys);
  const demanded = (): Sealer => {
    if (sealer === undefined) throw new NoNotesKey('KAIRYO_NOTES_KEY is not set');
    return sealer;
  };
  const keyOf = async (id: string): Promise<WrappedKey | undefined> =>
    (await conversations.findOne({ _id: id }, { projection: { key: 1 } }))?.key;

  return {
    ready: sealer !== undefined,
    async begin(pair, at) {
      const id = `talk-${randomUUID()}`;
      const begun = { startedAt: at, key: demanded().newKey(id) };
      await conversations
        .updateOne({ ...pair }, { $setOnInsert: { _id: id, ...begun } }, { upsert: true })
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      const found = await conversations.findOne({ ...pair });
      if (found === null) throw new Error('the conversation was deleted while it was begun');
      return conversationOf(found);
    },
    async get(id) {
      const found = await conversations.findOne({ _id: id });
      return found === null ? undefined : conversationOf(found);
    },
    async of(person) {
      const found = conversations.find({ $or: [{ person }, { with: person }] });
      return (await found.sort({ startedAt: -1, _id: 1 }).toArray()).map(conversationOf);
    },
    async notes({ id }) {
      const key = await keyOf(id);
      const found = await notes.find({ conversation: id }).sort({ at: 1, _id: 1 }).toArray();
      return found.map((note) => noteOf(note, key, demanded()));
    },
    async write({ id, person, with: other }, { id: note, by, at, text }) {
      const key = await keyOf(id);
      if (key === undefined) throw new Error(`the conversation ${id} has no key`);
      const sealed = demanded().seal(key, text, boundTo({ conversation: id, _id: note, by }));
      const row = { person, with: other, at, sealed };
      await notes.updateOne({ _id: note, conversation: id, by }, { $setOnInsert: row }, { upsert: true });
    },
    async erase({ id }, note, by) {
      return (await notes.deleteOne({ _id: note, conversation: id, by })).deletedCount === 1;
    },
    async shred({ id }) {
      await conversations.deleteOne({ _id: id });
      await notes.deleteMany({ conversation: id });
    },
    async rewrap() {
      if (keys === undefined) return 0;
      let count = 0;
      for await (const { _id, key } of conversations.find({ 'key.master': { $ne: keys[0].id } })) {
        const renewed = demanded().rewrapped(key, _id);
        if (renewed === undefined) continue;
        await conversations.updateOne({ _id, 'key.wrapped': key.wrapped }, { $set: { key: renewed } });
        count += 1;
      }
      return count;
    },
  };
}

/** A note opens in its own place alone: moved to another conversation, author or id it cannot be read. */
const boundTo = ({ conversation, _id, by }: Pick<NoteDoc, 'conversation' | '_id' | 'by'>): string =>
  `${conversation}/${_id}/${by}`;

function noteOf(note: NoteDoc, key: WrappedKey | undefined, sealer: Sealer): ConversationNote {
  const { _id: id, by, at, sealed } = note;
  if (key === undefined) return { id, by, at, unreadable: true };
  try {
    return { id, by, at, text: sealer.open(key, sealed, boundTo(note)) };
  } catch (error) {
    if (error instanceof CannotOpen) return { id, by, at, unreadable: true };
    throw error;
  }
}

const conversationOf = ({ _id: id, person, with: other, startedAt }: ConversationDoc): Conversation => ({
  ...{ id, person, with: other, startedAt },
});
