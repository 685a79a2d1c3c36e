import type { Connection, mongo } from 'mongoose';
import type { EvaluationQuery, EvaluationRow, EvaluationStore } from '../activities/evaluations.ports';
import type { Recorded } from '../activities/ports';
import type { EvaluationEvent } from '../domain/evaluations/events';
import type { Evaluation } from '../domain/evaluations/state';
import { ofEvaluation } from '../domain/webhooks/events';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './duplicateKey';
import { createEventLog, eventId, eventLogCollection } from './eventLog';
import { recordMessages } from './reminders';
import { inTransaction } from './transaction';
import { createWebhookFeed } from './webhooks';

/** The projection, with what lists look for. */
type EvaluationDoc = {
  readonly _id: string;
  readonly version: number;
  readonly periodId: string;
  readonly person: string;
  readonly period: string;
  readonly unit: string;
  readonly manager?: string;
  readonly approver?: string;
  readonly phase: string;
  readonly class?: string;
  readonly evaluation: Evaluation;
};
type EventDoc = Recorded<EvaluationEvent> & { readonly _id: string };

const EVENTS = 'evaluation_events';
const EVALUATIONS = 'evaluations';
const AT_ONCE = 500;

export const evaluationCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: EVALUATIONS,
    indexes: [
      { keys: { periodId: 1, _id: 1 } },
      { keys: { periodId: 1, phase: 1 } },
      { keys: { person: 1, period: -1, _id: 1 } },
      { keys: { manager: 1, period: -1, _id: 1 } },
      { keys: { approver: 1, period: -1, _id: 1 } },
      { keys: { unit: 1, period: -1, _id: 1 } },
      { keys: { period: -1, _id: 1 } },
    ],
  },
];

class Overtaken extends Error {}

/** Streams of evaluations and what they come to. */
export function createEvaluationStore(connection: Connection): EvaluationStore {
  const { read, has } = createEventLog<EvaluationEvent>(connection, EVENTS);
  const feed = createWebhookFeed(connection);
  const events = connection.collection(EVENTS) as unknown as mongo.Collection<EventDoc>;
  const evaluations = connection.collection<EvaluationDoc>(EVALUATIONS);

  const list = async (query: EvaluationQuery): Promise<readonly EvaluationRow[]> => {
    const found = evaluations.find(filterOf(query)).sort({ period: -1, _id: 1 }).limit(query.limit);
    return (await found.toArray()).map(rowOf);
  };

  return {
    read,
    has,
    list,
    async get(id) {
      const found = await evaluations.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    async counts(periodId) {
      const found = await evaluations
        .aggregate<{ _id: string; count: number }>([
          { $match: { periodId } },
          { $group: { _id: '$phase', count: { $sum: 1 } } },
        ])
        .toArray();
      return Object.fromEntries(found.map(({ _id, count }) => [_id, count]));
    },
    async *ofPeriod(periodId) {
      for (let after = ''; ;) {
        const page = await evaluations
          .find({ periodId, _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(AT_ONCE)
          .toArray();
        yield* page.map(rowOf);
        if (page.length < AT_ONCE) return;
        after = page.at(-1)?._id ?? after;
      }
    },
    async append(recorded, evaluation, messages = []) {
      const [first] = recorded;
      if (first === undefined) return 'stored';
      const seen = first.sequence - 1;
      const doc = projected(seen + recorded.length, evaluation);
      try {
        await inTransaction(connection, async (session) => {
          // The projection is written first: two writers meet on it, before either has written an event.
          const moved = await evaluations.replaceOne({ _id: doc._id, version: seen }, withoutId(doc), { session });
          if (moved.matchedCount === 0) throw new Overtaken();
          await events.insertMany(recorded.map(docOf), { session });
          await feed(ofEvaluation(recorded), session);
          await recordMessages(connection, messages, session);
        });
        return 'stored';
      } catch (error) {
        if (error instanceof Overtaken || isDuplicateKey(error)) return 'conflict';
        throw error;
      }
    },
    async insertMany(opened) {
      const ids = opened.map(({ evaluation }) => evaluation.id);
      return inTransaction(connection, async (session) => {
        const found = await evaluations.find({ _id: { $in: ids } }, { projection: { _id: 1 }, session }).toArray();
        const there = new Set(found.map(({ _id }) => _id));
        const fresh = opened.filter(({ evaluation }) => !there.has(evaluation.id));
        if (fresh.length === 0) return 0;
        await evaluations.insertMany(
          fresh.map(({ evaluation }) => projected(1, evaluation)),
          { session },
        );
        await events.insertMany(
          fresh.map(({ first }) => docOf(first)),
          { session },
        );
        return fresh.length;
      });
    },
  };
}

const docOf = (link: Recorded<EvaluationEvent>): EventDoc => ({ _id: eventId(link.stream, link.sequence), ...link });
const rowOf = ({ _id, version, evaluation }: EvaluationDoc): EvaluationRow => ({ id: _id, version, evaluation });

function withoutId({ _id: _gone, ...row }: EvaluationDoc): Omit<EvaluationDoc, '_id'> {
  return row;
}

function projected(version: number, evaluation: Evaluation): EvaluationDoc {
  const { id: _id, periodId, person, period, unit, manager, approver, phase, published } = evaluation;
  return {
    ...{ _id, version, periodId, person, period, unit, phase },
    ...(manager !== undefined && { manager }),
    ...(approver !== undefined && { approver }),
    ...(published?.class !== undefined && { class: published.class }),
    evaluation,
  };
}

/** `after` is the place of the last row seen: `<period> <id>`. */
function filterOf(query: EvaluationQuery): mongo.Filter<EvaluationDoc> {
  const { period: periodId, units, after, limit: _limit, ...equal } = query;
  const gap = after?.indexOf(' ') ?? -1;
  const [period, id] = [after?.slice(0, gap), after?.slice(gap + 1)];
  return {
    ...equal,
    ...(periodId !== undefined && { periodId }),
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(period !== undefined &&
      id !== undefined && { $or: [{ period: { $lt: period } }, { period, _id: { $gt: id } }] }),
  };
}
