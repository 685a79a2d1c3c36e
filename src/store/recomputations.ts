import type { Connection } from 'mongoose';
import type { PlannedIndicator, Recomputation, Recomputations } from '../activities/indicators.ports';
import type { CollectionSpec } from './collections';

/** `plan`: the indicators in the order in which they are computed; not shown. */
type RecomputationDocument = Omit<Recomputation, 'id'> & { readonly _id: string };
type PlanDocument = {
  readonly _id: string;
  readonly indicators: readonly PlannedIndicator[];
  readonly watch?: readonly string[];
};

export const recomputationCollections: readonly CollectionSpec[] = [
  { name: 'recomputations', indexes: [{ keys: { startedAt: -1, _id: -1 } }] },
  { name: 'recomputationPlans', indexes: [] },
];

/** Recomputations with their progress in `recomputations`, what each of them has to do in `recomputationPlans`. */
export function createRecomputations(connection: Connection): Recomputations {
  const recomputations = connection.collection<RecomputationDocument>('recomputations');
  const plans = connection.collection<PlanDocument>('recomputationPlans');
  return {
    async get(id) {
      const found = await recomputations.findOne({ _id: id });
      return found === null ? undefined : recomputationOf(found);
    },
    async list(limit) {
      const found = recomputations.find({}).sort({ startedAt: -1, _id: -1 }).limit(limit);
      return (await found.toArray()).map(recomputationOf);
    },
    async save({ id, ...recomputation }) {
      await recomputations.replaceOne({ _id: id }, recomputation, { upsert: true });
    },
    async plan(id, indicators) {
      await plans.updateOne({ _id: id }, { $setOnInsert: { indicators } }, { upsert: true });
    },
    async planned(id) {
      return (await plans.findOne({ _id: id }))?.indicators;
    },
    async toWatch(id, indicators) {
      await plans.updateOne({ _id: id }, { $addToSet: { watch: { $each: [...indicators] } } });
    },
    async watching(id) {
      return (await plans.findOne({ _id: id }))?.watch ?? [];
    },
    async discard(id) {
      await plans.deleteOne({ _id: id });
    },
  };
}

const recomputationOf = ({ _id, ...rest }: RecomputationDocument): Recomputation => ({ id: _id, ...rest });
