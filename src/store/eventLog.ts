import type { Connection, mongo } from 'mongoose';
import type { Recorded } from '../activities/ports';
import type { CollectionSpec } from './collections';
import { ifDuplicate, isDuplicateKey } from './duplicateKey';

type EventDoc<Event> = Recorded<Event> & { readonly _id: string };

export const eventLogCollection = (name: string): CollectionSpec => ({
  name,
  indexes: [{ keys: { stream: 1, sequence: 1 }, options: { unique: true } }, { keys: { stream: 1, commandId: 1 } }],
});

export const eventId = (stream: string, sequence: number): string => `${stream}#${String(sequence).padStart(8, '0')}`;

/** Streams of events in one collection. */
export function createEventLog<Event>(connection: Connection, name: string) {
  const events = connection.collection(name) as unknown as mongo.Collection<EventDoc<Event>>;

  /** An event that is there already must be the same one: two writers of a stream are a fault, never a merge. */
  async function insertOnce(link: Recorded<Event>): Promise<void> {
    const _id = eventId(link.stream, link.sequence);
    try {
      await events.insertOne({ _id, ...link });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const there = await events.findOne({ _id } as mongo.Filter<EventDoc<Event>>);
      if (there?.hash !== link.hash) throw new Error(`${_id} is stored with another content`, { cause: error });
    }
  }

  return {
    /** One after the other. Safe to repeat: what is there already, equal, is left as it is. */
    insert: async (recorded: readonly Recorded<Event>[]): Promise<void> => {
      for (const link of recorded) await insertOnce(link);
    },
    read: async (stream: string, afterSequence = 0, limit = 1000): Promise<readonly Recorded<Event>[]> => {
      const filter = { stream, sequence: { $gt: afterSequence } } as mongo.Filter<EventDoc<Event>>;
      const found = await events.find(filter).sort({ sequence: 1 }).limit(limit).toArray();
      return found.map(({ _id, ...link }) => link as unknown as Recorded<Event>);
    },
    has: async (stream: string, commandId: string): Promise<boolean> => {
      const filter = { stream, commandId } as mongo.Filter<EventDoc<Event>>;
      return (await events.countDocuments(filter, { limit: 1 })) > 0;
    },
  };
}

type Projection = { readonly _id: string; readonly version: number };

/** Moves a projection forward only: an attempt that was overtaken changes nothing. */
export async function moveForward<Row extends Projection>(
  connection: Connection,
  name: string,
  projected: Row,
): Promise<void> {
  const rows = connection.collection<Projection>(name);
  const { _id, ...row } = projected;
  const moved = await rows.replaceOne({ _id, version: { $lt: row.version } }, row);
  if (moved.matchedCount === 0) await rows.insertOne(projected).then(() => undefined, ifDuplicate(undefined));
}
