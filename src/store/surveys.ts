import type { Connection } from 'mongoose';
import type { Recorded } from '../activities/ports';
import type { SurveyRow, Surveys } from '../activities/surveys.ports';
import type { SurveyEvent } from '../domain/survey/events';
import type { Survey } from '../domain/survey/state';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './cycles';
import { answerCollections, createSurveyAnswers } from './surveyAnswers';
import { filterOf } from './surveyQuery';

type EventDoc = Recorded<SurveyEvent> & { readonly _id: string };
/** The projection, with what lists look for. */
export type SurveyDoc = {
  readonly _id: string;
  readonly version: number;
  readonly unit: string;
  readonly cycle?: string;
  readonly procedure?: string;
  readonly series?: string;
  readonly phase: string;
  readonly createdAt: string;
  readonly survey: Survey;
};

export const surveyCollections: readonly CollectionSpec[] = [
  {
    name: 'survey_events',
    indexes: [{ keys: { stream: 1, sequence: 1 }, options: { unique: true } }, { keys: { stream: 1, commandId: 1 } }],
  },
  {
    name: 'surveys',
    indexes: [
      { keys: { unit: 1, createdAt: -1, _id: -1 } },
      { keys: { cycle: 1, createdAt: -1 } },
      { keys: { procedure: 1, createdAt: -1 } },
      { keys: { series: 1 } },
    ],
  },
  ...answerCollections,
];

const eventId = (stream: string, sequence: number): string => `${stream}#${String(sequence).padStart(8, '0')}`;

/** Surveys, their history, links and answers. */
export function createSurveys(connection: Connection): Surveys {
  const events = connection.collection<EventDoc>('survey_events');
  const surveys = connection.collection<SurveyDoc>('surveys');
  return {
    ...createSurveyAnswers(connection),
    async append(recorded, survey) {
      for (const link of recorded) await insertOnce({ _id: eventId(link.stream, link.sequence), ...link });
      const version = recorded.at(-1)?.sequence;
      if (version !== undefined) await project(version, survey);
    },
    async read(stream, afterSequence = 0, limit = 1000) {
      const filter = { stream, sequence: { $gt: afterSequence } };
      const found = await events.find(filter).sort({ sequence: 1 }).limit(limit).toArray();
      return found.map(({ _id, ...link }) => link);
    },
    async has(stream, commandId) {
      return (await events.countDocuments({ stream, commandId }, { limit: 1 })) > 0;
    },
    async get(id) {
      const found = await surveys.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    async list(query) {
      const found = await surveys.find(filterOf(query)).sort({ createdAt: -1, _id: -1 }).limit(query.limit).toArray();
      return found.map(rowOf);
    },
    async scheduledOf(cycle) {
      const found = await surveys.find({ cycle, phase: 'scheduled' }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    async ofSeries(series) {
      const filter = { $or: [{ series }, { _id: series }] };
      return (await surveys.find(filter, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
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
  async function project(version: number, survey: Survey): Promise<void> {
    const row = projected(version, survey);
    const moved = await surveys.replaceOne({ _id: survey.id, version: { $lt: version } }, row);
    if (moved.matchedCount > 0) return;
    try {
      await surveys.insertOne({ _id: survey.id, ...row });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

function projected(version: number, survey: Survey): Omit<SurveyDoc, '_id'> {
  const { unit, phase, createdAt, procedure } = survey;
  const { belongsTo, series } = survey.definition;
  return {
    version,
    unit,
    phase,
    createdAt,
    survey,
    ...('cycle' in belongsTo && { cycle: belongsTo.cycle }),
    ...(procedure !== undefined && { procedure }),
    ...(series !== undefined && { series }),
  };
}

const rowOf = ({ _id, version, survey }: SurveyDoc): SurveyRow => ({ id: _id, version, survey });
