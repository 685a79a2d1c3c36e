import type { Connection, mongo } from 'mongoose';
import type { IdeaAppend, IdeaPointsSettings, IdeaQuery, IdeaRow, Ideas } from '../activities/ideas.ports';
import type { Cycle } from '../domain/cycle/state';
import { duesOf } from '../domain/ideas/dues';
import { evidenceOf } from '../domain/ideas/evidence';
import type { CycleEvidence } from '../domain/ideas/evidence';
import type { IdeaEvent } from '../domain/ideas/events';
import type { IdeaPoints } from '../domain/ideas/idea.schema';
import { contributorsOf } from '../domain/ideas/state';
import type { Idea } from '../domain/ideas/state';
import type { DueItem, IdeaDueKind } from '../domain/reminders/due';
import type { CollectionSpec } from './collections';
import { createDatedDocuments, datedCollections } from './datedDocuments';
import { isDuplicateKey } from './duplicateKey';
import { createEventLog, eventLogCollection } from './eventLog';
import { inTransaction } from './transaction';

type Due = DueItem<IdeaDueKind>;
/** The projection, with what lists look for. */
type IdeaDoc = {
  readonly _id: string;
  readonly version: number;
  readonly unit: string;
  readonly status: string;
  readonly proposedAt: string;
  readonly people: readonly string[];
  readonly cycles: readonly string[];
  readonly idea: Idea;
  readonly dues: readonly Due[];
};
type CycleDoc = { readonly _id: string; readonly cycle: Cycle };

const EVENTS = 'idea_events';
const IDEAS = 'ideas';
const SETTINGS = 'idea_points';
/** Cycles that follow one another are followed so far. */
const HOPS = 8;
const DUES_SHOWN = 500;

export const ideaCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: IDEAS,
    indexes: [
      { keys: { unit: 1, proposedAt: -1, _id: -1 } },
      { keys: { people: 1, proposedAt: -1 } },
      { keys: { cycles: 1 } },
      { keys: { 'dues.unit': 1 } },
      { keys: { 'dues.persons': 1 } },
    ],
  },
  ...datedCollections(SETTINGS),
];

/** Ideas with their history. */
export function createIdeas(connection: Connection): Ideas {
  const { read, has } = createEventLog<IdeaEvent>(connection, EVENTS);
  const ideas = connection.collection<IdeaDoc>(IDEAS);
  return {
    read,
    has,
    append: (changes) =>
      inTransaction(connection, async (session) => {
        for (const change of changes) await write(connection, change, session);
        return true;
      }).catch((error: unknown) => {
        if (isDuplicateKey(error)) return false;
        throw error;
      }),
    async get(id) {
      const found = await ideas.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    async list(query) {
      const found = await ideas.find(filterOf(query)).sort({ proposedAt: -1, _id: -1 }).limit(query.limit).toArray();
      return found.map(rowOf);
    },
    async duesAbout(persons) {
      const filter = { 'dues.persons': { $in: [...persons] } };
      const found = ideas
        .find(filter, { projection: { dues: 1 } })
        .sort({ proposedAt: 1 })
        .limit(DUES_SHOWN);
      return (await found.toArray()).flatMap(({ dues }) => dues);
    },
    ideaOfCycle: async (cycle) => (await ideas.findOne({ cycles: cycle }, { projection: { _id: 1 } }))?._id,
    evidenceOf: (cycles) => evidenceIn(connection, cycles),
  };
}

/** How many points there are for what, from a day on. One document: `points`. */
export const createIdeaPoints = (connection: Connection): IdeaPointsSettings =>
  createDatedDocuments<IdeaPoints>(connection, SETTINGS);

/** What is owed to ideas of these units. */
export async function openIdeaDues(connection: Connection, units: readonly string[]): Promise<readonly Due[]> {
  const ideas = connection.collection<IdeaDoc>(IDEAS);
  const found = await ideas.find({ 'dues.unit': { $in: [...units] } }, { projection: { dues: 1 } }).toArray();
  return found.flatMap(({ dues }) => dues);
}

async function write(connection: Connection, { recorded, idea }: IdeaAppend, session: mongo.ClientSession) {
  const last = recorded.at(-1);
  if (last === undefined) return;
  const events = connection.collection<{ readonly _id: string }>(EVENTS);
  const rows = recorded.map((link) => ({ _id: `${link.stream}#${String(link.sequence).padStart(8, '0')}`, ...link }));
  await events.insertMany(rows, { session });
  const { _id, ...row } = projected(last.sequence, idea);
  await connection.collection<IdeaDoc>(IDEAS).replaceOne({ _id }, row, { session, upsert: true });
}

/** Follows decisions to the cycles that came of them, all of one step in one query. */
async function evidenceIn(connection: Connection, cycles: readonly string[]) {
  const known = new Map<string, CycleEvidence>();
  const collection = connection.collection<CycleDoc>('cycles');
  let ids = [...new Set(cycles)];
  for (let hop = 0; hop < HOPS && ids.length > 0; hop += 1) {
    const found = await collection.find({ _id: { $in: ids } }, { projection: { cycle: 1 } }).toArray();
    for (const { _id, cycle } of found) known.set(_id, evidenceOf(cycle));
    ids = found.flatMap(({ _id }) => known.get(_id)?.next ?? []).filter((id) => !known.has(id));
  }
  return new Map([...new Set(cycles)].map((id) => [id, lineFrom(id, known)]));
}

function lineFrom(first: string, known: ReadonlyMap<string, CycleEvidence>): readonly CycleEvidence[] {
  const line = new Map<string, CycleEvidence>();
  for (let at = known.get(first); at !== undefined && !line.has(at.cycle); at = known.get(at.next ?? ''))
    line.set(at.cycle, at);
  return [...line.values()];
}

function projected(version: number, idea: Idea): IdeaDoc {
  const { id: _id, unit, status, proposedAt, proposedBy } = idea;
  const people = [...new Set([proposedBy, ...contributorsOf(idea).map(({ person }) => person)])];
  const cycles = [...idea.cycles.map(({ cycle }) => cycle), ...idea.spread.map(({ evidence }) => evidence)];
  return { _id, version, unit, status, proposedAt, people, cycles, idea, dues: duesOf(idea) };
}

/** `after` is the place of the last row seen: `<proposedAt> <id>`, newest first. */
function filterOf({ units, status, person, after }: IdeaQuery): Record<string, unknown> {
  const gap = after?.indexOf(' ') ?? -1;
  const [proposedAt, id] = [after?.slice(0, gap), after?.slice(gap + 1)];
  return {
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(status !== undefined && { status }),
    ...(person !== undefined && { people: person }),
    ...(proposedAt !== undefined && { $or: [{ proposedAt: { $lt: proposedAt } }, { proposedAt, _id: { $lt: id } }] }),
  };
}

const rowOf = ({ _id, version, idea }: IdeaDoc): IdeaRow => ({ id: _id, version, idea });
