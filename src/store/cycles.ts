import type { Connection } from 'mongoose';
import type { CycleQuery, CycleReader, CycleRow, EventStore } from '../activities/ports';
import type { CycleEvent } from '../domain/cycle/events';
import { dueOf } from '../domain/cycle/decide';
import { searchedText } from '../domain/cycle/line';
import { readPlace } from '../domain/cycle/placeInList';
import type { Cycle } from '../domain/cycle/state';
import type { DueItem } from '../domain/reminders/due';
import type { CollectionSpec } from './collections';
import { createEventLog, eventLogCollection, moveForward } from './eventLog';

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
  /** What is searched, folded. */
  readonly text: string;
  readonly cycle: Cycle;
  readonly dues: readonly DueItem[];
};

const EVENTS = 'events';
const CYCLES = 'cycles';

export const cycleCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: CYCLES,
    indexes: [
      { keys: { unit: 1, launchedAt: -1, _id: -1 } },
      { keys: { launchedAt: -1, _id: -1 } },
      { keys: { procedure: 1, unit: 1, no: -1 } },
      { keys: { open: 1, unit: 1 } },
      { keys: { 'cycle.lead': 1, open: 1 } },
      { keys: { 'cycle.authors': 1, open: 1 } },
      { keys: { 'dues.persons': 1 } },
      { keys: { 'cycle.plan.indicators.indicator': 1, launchedAt: -1, _id: -1 } },
      { keys: { open: 1, phase: 1, unit: 1 } },
    ],
  },
];

export function createEventStore(connection: Connection): EventStore {
  const { insert, ...log } = createEventLog<CycleEvent>(connection, EVENTS);
  return {
    ...log,
    async appendCycle(recorded, cycle, dues) {
      await insert(recorded);
      const version = recorded.at(-1)?.sequence;
      if (version !== undefined) await moveForward<CycleDoc>(connection, CYCLES, projected(version, cycle, dues));
    },
  };
}

function projected(version: number, cycle: Cycle, dues: readonly DueItem[]): CycleDoc {
  const { id: _id, unit, procedure, no, phase, launchedAt } = cycle;
  const due = dueOf(cycle)?.at;
  const open = phase !== 'closed';
  const text = searchedText(cycle);
  return { _id, version, unit, procedure, no, phase, open, launchedAt, text, cycle, dues, ...(due && { dueAt: due }) };
}

const rowOf = ({ _id, version, cycle, dueAt }: CycleDoc): CycleRow => ({
  id: _id,
  version,
  cycle,
  ...(dueAt === undefined ? {} : { dueAt }),
});

export function createCycleReader(
  connection: Connection,
): CycleReader & { openDues(units: readonly string[]): Promise<readonly DueItem[]> } {
  const cycles = connection.collection<CycleDoc>(CYCLES);
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
