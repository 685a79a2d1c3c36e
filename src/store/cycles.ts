import type { Connection } from 'mongoose';
import type { CycleQuery, CycleReader, CycleRow, EventStore, Recorded } from '../activities/ports';
import type { CycleEvent } from '../domain/cycle/events';
import { dueOf } from '../domain/cycle/decide';
import { readPlace } from '../domain/cycle/placeInList';
import type { Cycle } from '../domain/cycle/state';
import type { DueItem } from '../domain/reminders/due';
import type { CollectionSpec } from './collections';

type EventDoc = Omit<Recorded<CycleEvent>, never> & { readonly _id: string };
/** The projection: one document a cycle, with what people owe it, so that both move in one write. */
type CycleDoc = {
  readonly _id: string;
  readonly version: number;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly phase: string;
  readonly open: boolean;
  readonly launchedAt: string;
  readonly dueAt?: string;
  readonly cycle: Cycle;
  readonly dues: readonly DueItem[];
};

export const cycleCollections: readonly CollectionSpec[] = [
  {
    name: 'events',
    indexes: [{ keys: { stream: 1, sequence: 1 }, options: { unique: true } }, { keys: { stream: 1, commandId: 1 } }],
  },
  {
    name: 'cycles',
    indexes: [
      { keys: { unit: 1, launchedAt: -1, _id: -1 } },
      { keys: { procedure: 1, unit: 1, no: -1 } },
      { keys: { open: 1, unit: 1 } },
      { keys: { 'cycle.lead': 1, open: 1 } },
      { keys: { 'cycle.authors': 1, open: 1 } },
      { keys: { 'dues.persons': 1 } },
      { keys: { open: 1, phase: 1, unit: 1 } },
    ],
  },
];

const DUPLICATE_KEY = 11000;

const eventId = (stream: string, sequence: number): string => `${stream}#${String(sequence).padStart(8, '0')}`;

export function createEventStore(connection: Connection): EventStore {
  const events = connection.collection<EventDoc>('events');
  const cycles = connection.collection<CycleDoc>('cycles');
  return {
    async appendCycle(recorded, cycle, dues) {
      for (const link of recorded) await insertOnce({ _id: eventId(link.stream, link.sequence), ...link });
      const version = recorded.at(-1)?.sequence;
      if (version !== undefined) await project(version, cycle, dues);
    },
    async read(stream, afterSequence = 0, limit = 1000) {
      const found = await events
        .find({ stream, sequence: { $gt: afterSequence } })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, ...link }) => link);
    },
    async has(stream, commandId) {
      return (await events.countDocuments({ stream, commandId }, { limit: 1 })) > 0;
    },
  };

  /** An event that is there already must be the same one: two writers of a stream are a fault, never a merge. */
  async function insertOnce(event: EventDoc): Promise<void> {
    try {
      await events.insertOne(event);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const there = await events.findOne({ _id: event._id });
      if (there?.hash !== event.hash) throw new Error(`${event._id} is stored with another content`, { cause: error });
    }
  }

  /** Moves the projection forward only: an attempt that was overtaken changes nothing. */
  async function project(version: number, cycle: Cycle, dues: readonly DueItem[]): Promise<void> {
    const { id, unit, procedure, no, phase, launchedAt } = cycle;
    const due = dueOf(cycle)?.at;
    const row = {
      version,
      unit,
      procedure,
      no,
      phase,
      open: phase !== 'closed',
      launchedAt,
      cycle,
      dues,
      ...(due === undefined ? {} : { dueAt: due }),
    };
    const moved = await cycles.replaceOne({ _id: id, version: { $lt: version } }, row);
    if (moved.matchedCount > 0) return;
    try {
      await cycles.insertOne({ _id: id, ...row });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;

const rowOf = ({ _id, version, cycle, dueAt }: CycleDoc): CycleRow => ({
  id: _id,
  version,
  cycle,
  ...(dueAt === undefined ? {} : { dueAt }),
});

export function createCycleReader(
  connection: Connection,
): CycleReader & { openDues(units: readonly string[]): Promise<readonly DueItem[]> } {
  const cycles = connection.collection<CycleDoc>('cycles');
  return {
    async get(id) {
      const found = await cycles.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    async list(query) {
      const found = await cycles.find(filterOf(query)).sort({ launchedAt: -1, _id: -1 }).limit(query.limit).toArray();
      return found.map(rowOf);
    },
    async latest(unit, procedure) {
      const [found] = await cycles.find({ procedure, unit }).sort({ no: -1 }).limit(1).toArray();
      return found === undefined ? undefined : rowOf(found);
    },
    async openIds({ units, procedure } = {}) {
      const filter = {
        open: true,
        ...(units === undefined ? {} : { unit: { $in: [...units] } }),
        ...(procedure === undefined ? {} : { procedure }),
      };
      const found = await cycles.find(filter, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    async openDues(units) {
      const found = await cycles.find({ open: true, unit: { $in: [...units] } }, { projection: { dues: 1 } }).toArray();
      return found.flatMap(({ dues }) => dues).filter(({ paused }) => paused !== true);
    },
  };
}

/** `after` is the place of the last row seen: `<launchedAt> <id>`, newest first. */
function filterOf({ units, procedure, phase, from, to, after }: CycleQuery): Record<string, unknown> {
  const { launchedAt, id } = after === undefined ? {} : readPlace(after);
  const launched = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return {
    ...(units === undefined ? {} : { unit: { $in: [...units] } }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(phase === undefined ? {} : { phase }),
    ...(Object.keys(launched).length === 0 ? {} : { launchedAt: launched }),
    ...(launchedAt === undefined
      ? {}
      : { $or: [{ launchedAt: { $lt: launchedAt } }, { launchedAt, _id: { $lt: id } }] }),
  };
}
