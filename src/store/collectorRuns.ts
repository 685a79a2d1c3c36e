import type { Connection } from 'mongoose';
import type { CollectRun, CollectRuns } from '../activities/collect.ports';
import type { CollectionSpec } from './collections';

type Row = CollectRun & { readonly _id: string; readonly place: string };

export const collectorRunCollections: readonly CollectionSpec[] = [
  {
    name: 'collector_runs',
    indexes: [{ keys: { collector: 1, place: -1 } }, { keys: { collector: 1, status: 1, place: 1 } }],
  },
];

/** Runs under `<collector>/<run>`; `place` is their place in the list. */
export function createCollectorRuns(connection: Connection): CollectRuns {
  const runs = connection.collection<Row>('collector_runs');
  return {
    async get(collector, id) {
      const row = await runs.findOne({ _id: `${collector}/${id}` });
      return row === null ? undefined : runOf(row);
    },
    async save(run) {
      const _id = `${run.collector}/${run.id}`;
      const row = { ...(JSON.parse(JSON.stringify(run)) as CollectRun), place: placeOf(run) };
      await runs.replaceOne({ _id }, row, { upsert: true });
    },
    async failuresUpTo(run, limit) {
      const { collector } = run;
      const place = placeOf(run);
      const [success] = await runs
        .find({ collector, status: 'done', place: { $lt: place } })
        .sort({ place: -1 })
        .limit(1)
        .toArray();
      const since = success === undefined ? {} : { $gt: success.place };
      const failed = { collector, status: 'failed', place: { $lte: place, ...since } } as const;
      return (await runs.find(failed).sort({ place: 1 }).limit(limit).toArray()).map(runOf);
    },
    async list(collector, after, limit) {
      const before = after === undefined ? {} : { place: { $lt: after } };
      const found = await runs
        .find({ collector, ...before })
        .sort({ place: -1 })
        .limit(limit)
        .toArray();
      return found.map(runOf);
    },
  };
}

const placeOf = ({ startedAt, id }: CollectRun): string => `${startedAt} ${id}`;
const runOf = ({ _id, place: _place, ...run }: Row): CollectRun => run;
