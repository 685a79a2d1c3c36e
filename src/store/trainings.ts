import type { Connection } from 'mongoose';
import type { Courses, NeedQuery, NeedRow, Trainings, TrainingSettingsStore } from '../activities/trainings.ports';
import type { DueItem, TrainingDueKind } from '../domain/reminders/due';
import { duesOf } from '../domain/training/dues';
import type { TrainingEvent } from '../domain/training/events';
import type { Need } from '../domain/training/state';
import type { Course, TrainingSettings } from '../domain/training/training.schema';
import type { CollectionSpec } from './collections';
import { createDatedDocuments, datedCollections } from './datedDocuments';
import { isDuplicateKey } from './duplicateKey';
import { createEventLog, eventId, eventLogCollection } from './eventLog';
import { inTransaction } from './transaction';

type Due = DueItem<TrainingDueKind>;
/** The projection, with what lists look for. */
type NeedDoc = {
  readonly _id: string;
  readonly version: number;
  readonly person: string;
  readonly unit: string;
  readonly status: string;
  readonly openedAt: string;
  readonly about: readonly string[];
  readonly criterion?: string;
  readonly need: Need;
  readonly dues: readonly Due[];
};

const EVENTS = 'training_events';
const NEEDS = 'training_needs';
const COURSES = 'courses';
const SETTINGS = 'training_settings';
const DUES_SHOWN = 500;

export const trainingCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: NEEDS,
    indexes: [
      { keys: { unit: 1, openedAt: -1, _id: -1 } },
      { keys: { person: 1, openedAt: -1 } },
      { keys: { about: 1, openedAt: -1 } },
      { keys: { criterion: 1 } },
      { keys: { 'dues.unit': 1 } },
      { keys: { 'dues.persons': 1 } },
    ],
  },
  ...datedCollections(COURSES),
  ...datedCollections(SETTINGS),
];

/** Needs for training with their history. */
export function createTrainings(connection: Connection): Trainings {
  const { read, has } = createEventLog<TrainingEvent>(connection, EVENTS);
  const events = connection.collection<{ readonly _id: string }>(EVENTS);
  const needs = connection.collection<NeedDoc>(NEEDS);
  return {
    read,
    has,
    append: ({ recorded, need }) =>
      inTransaction(connection, async (session) => {
        const rows = recorded.map((link) => ({ _id: eventId(link.stream, link.sequence), ...link }));
        await events.insertMany(rows, { session });
        const { _id, ...row } = projected(recorded.at(-1)?.sequence ?? 0, need);
        await needs.replaceOne({ _id }, row, { session, upsert: true });
        return true;
      }).catch((error: unknown) => {
        if (isDuplicateKey(error)) return false;
        throw error;
      }),
    async get(id) {
      const found = await needs.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    many: async (ids) => (await needs.find({ _id: { $in: [...ids] } }).toArray()).map(rowOf),
    async list(query) {
      const found = await needs.find(filterOf(query)).sort({ openedAt: -1, _id: -1 }).limit(query.limit).toArray();
      return found.map(rowOf);
    },
    async duesAbout(persons) {
      const filter = { 'dues.persons': { $in: [...persons] } };
      const found = needs
        .find(filter, { projection: { dues: 1 } })
        .sort({ openedAt: 1 })
        .limit(DUES_SHOWN);
      return (await found.toArray()).flatMap(({ dues }) => dues);
    },
  };
}

export const createCourses = (connection: Connection): Courses => createDatedDocuments<Course>(connection, COURSES);
/** One document: `training`. */
export const createTrainingSettings = (connection: Connection): TrainingSettingsStore =>
  createDatedDocuments<TrainingSettings>(connection, SETTINGS);

/** What is owed to trainings of these units. */
export async function openTrainingDues(connection: Connection, units: readonly string[]): Promise<readonly Due[]> {
  const needs = connection.collection<NeedDoc>(NEEDS);
  const found = await needs.find({ 'dues.unit': { $in: [...units] } }, { projection: { dues: 1 } }).toArray();
  return found.flatMap(({ dues }) => dues);
}

function projected(version: number, need: Need): NeedDoc {
  const { id: _id, person, unit, status, opened, manager, plan, source } = need;
  const mentor = plan?.way.kind === 'mentor' ? plan.way.mentor : undefined;
  const about = [person, manager, plan?.owner, mentor].filter((one) => one !== undefined);
  const criterion = source === undefined ? {} : { criterion: criterionKey(source.scheme, source.criterion) };
  return {
    ...{ _id, version, person, unit, status, openedAt: opened.at, about: [...new Set(about)] },
    ...criterion,
    ...{ need, dues: duesOf(need) },
  };
}
export const criterionKey = (scheme: string, criterion: string): string => `${scheme} ${criterion}`;

/** `after` is the place of the last row seen: `<openedAt> <id>`, newest first. */
function filterOf(query: NeedQuery): Record<string, unknown> {
  const { persons, units, about, status, statuses, criterion, after } = query;
  const gap = after?.indexOf(' ') ?? -1;
  const [openedAt, id] = [after?.slice(0, gap), after?.slice(gap + 1)];
  return {
    ...(persons !== undefined && { person: { $in: [...persons] } }),
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(about !== undefined && { about: { $in: [...about] } }),
    ...(statuses !== undefined && { status: { $in: [...statuses] } }),
    ...(status !== undefined && { status }),
    ...(criterion !== undefined && { criterion }),
    ...(openedAt !== undefined && { $or: [{ openedAt: { $lt: openedAt } }, { openedAt, _id: { $lt: id } }] }),
  };
}

const rowOf = ({ _id, version, need }: NeedDoc): NeedRow => ({ id: _id, version, need });
