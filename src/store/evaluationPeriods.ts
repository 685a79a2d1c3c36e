import type { Connection } from 'mongoose';
import type { EvaluationPeriods, PeriodQuery, PeriodRow } from '../activities/evaluationPeriods.ports';
import type { PeriodEvent } from '../domain/evaluationPeriods/events';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import type { CollectionSpec } from './collections';
import { ofPeriod } from '../domain/webhooks/events';
import { createEventLog, eventLogCollection, moveForward } from './eventLog';
import { createWebhookFeed } from './webhooks';

type PeriodDoc = {
  readonly _id: string;
  readonly version: number;
  readonly unit: string;
  readonly scheme: string;
  readonly period: string;
  readonly phase: string;
  readonly openedAt: string;
  readonly state: EvaluationPeriod;
};

const EVENTS = 'evaluation_period_events';
const PERIODS = 'evaluation_periods';

export const evaluationPeriodCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: PERIODS,
    indexes: [
      { keys: { unit: 1, openedAt: -1, _id: -1 } },
      { keys: { scheme: 1, period: -1 } },
      { keys: { phase: 1 } },
    ],
  },
];

/** Periods of evaluation with their history. */
export function createEvaluationPeriods(connection: Connection): EvaluationPeriods {
  const { insert, ...log } = createEventLog<PeriodEvent>(connection, EVENTS);
  const feed = createWebhookFeed(connection);
  const periods = connection.collection<PeriodDoc>(PERIODS);
  return {
    ...log,
    async append(recorded, period) {
      await insert(recorded);
      await feed(ofPeriod(recorded));
      const version = recorded.at(-1)?.sequence;
      if (version !== undefined) await moveForward<PeriodDoc>(connection, PERIODS, projected(version, period));
    },
    async get(id) {
      const found = await periods.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    async list(query) {
      const found = await periods.find(filterOf(query)).sort({ openedAt: -1, _id: -1 }).limit(query.limit).toArray();
      return found.map(rowOf);
    },
  };
}

function projected(version: number, state: EvaluationPeriod): PeriodDoc {
  const { id: _id, unit, scheme, period, phase, openedAt } = state;
  return { _id, version, unit, scheme: scheme.id, period, phase, openedAt, state };
}

/** `after` is the place of the last row seen: `<openedAt> <id>`, newest first. */
function filterOf({ units, scheme, period, phase, after }: PeriodQuery): Record<string, unknown> {
  const gap = after?.indexOf(' ') ?? -1;
  const [openedAt, id] = [after?.slice(0, gap), after?.slice(gap + 1)];
  return {
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(scheme !== undefined && { scheme }),
    ...(period !== undefined && { period }),
    ...(phase !== undefined && { phase }),
    ...(openedAt !== undefined && { $or: [{ openedAt: { $lt: openedAt } }, { openedAt, _id: { $lt: id } }] }),
  };
}

const rowOf = ({ _id, version, state }: PeriodDoc): PeriodRow => ({ id: _id, version, period: state });
