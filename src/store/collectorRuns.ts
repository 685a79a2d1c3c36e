import type { Connection } from 'mongoose';
import type { CollectRun, CollectRuns } from '../activities/collect.ports';
import type { CollectionSpec } from './collections';

type Row = CollectRun & { readonly _id: string; readonly place: string };

export const collectorRunCollections: readonly CollectionSpec[] = [
  { name: 'collector_runs', indexes: [{ keys: { collector: 1, place: -1 } }] },
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
      const row = { ...(JSON.parse(JSON.stringify(run)) as CollectRun), place: `${run.startedAt} ${run.id}` };
      await runs.replaceOne({ _id }, row, { upsert: true });
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

const runOf = ({ _id, place: _place, ...run }: Row): CollectRun => run;
