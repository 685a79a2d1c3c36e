import type { Connection } from 'mongoose';
import type { SurveyRow, Surveys } from '../activities/surveys.ports';
import type { SurveyEvent } from '../domain/survey/events';
import type { Survey } from '../domain/survey/state';
import type { CollectionSpec } from './collections';
import { createEventLog, eventLogCollection, moveForward } from './eventLog';
import { answerCollections, createSurveyAnswers } from './surveyAnswers';
import { filterOf } from './surveyQuery';

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

const EVENTS = 'survey_events';
const SURVEYS = 'surveys';

export const surveyCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: SURVEYS,
    indexes: [
      { keys: { unit: 1, createdAt: -1, _id: -1 } },
      { keys: { cycle: 1, createdAt: -1 } },
      { keys: { procedure: 1, createdAt: -1 } },
      { keys: { series: 1 } },
    ],
  },
  ...answerCollections,
];

/** Surveys, their history, links and answers. */
export function createSurveys(connection: Connection): Surveys {
  const { insert, ...log } = createEventLog<SurveyEvent>(connection, EVENTS);
  const surveys = connection.collection<SurveyDoc>(SURVEYS);
  return {
    ...createSurveyAnswers(connection),
    ...log,
    async append(recorded, survey) {
      await insert(recorded);
      const version = recorded.at(-1)?.sequence;
      if (version !== undefined) await moveForward<SurveyDoc>(connection, SURVEYS, projected(version, survey));
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
}

function projected(version: number, survey: Survey): SurveyDoc {
  const { id: _id, unit, phase, createdAt, procedure } = survey;
  const { belongsTo, series } = survey.definition;
  return {
    _id,
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
