import type { Collection, Connection } from 'mongoose';
import type { Closings } from '../activities/indicators.ports';
import type { Closing } from '../domain/indicators/facts';
import type { CollectionSpec } from './collections';
import { ifDuplicate } from './duplicateKey';

const NAME = 'period_closings';

export const closingCollections: readonly CollectionSpec[] = [
  { name: NAME, indexes: [{ keys: { unit: 1, period: 1, no: 1 }, options: { unique: true } }] },
];

/** A row each time a period is closed; `no` counts them. */
type Row = Closing & { readonly _id: string; readonly no: number };

export function createClosings(connection: Connection): Closings {
  const rows = connection.collection(NAME) as unknown as Collection<Row>;
  return {
    async of(units) {
      const found = await rows
        .find({ unit: { $in: [...units] } })
        .sort({ closedAt: 1, _id: 1 })
        .toArray();
      return found.map(({ _id, no: _no, ...closing }) => closing);
    },
    async close(closing) {
      const { unit, period } = closing;
      const [last] = await rows.find({ unit, period }).sort({ no: -1 }).limit(1).toArray();
      if (last !== undefined && last.reopenedAt === undefined) return false;
      const no = (last?.no ?? 0) + 1;
      const row = { ...(JSON.parse(JSON.stringify(closing)) as Closing), _id: `${unit}|${period}|${no}`, no };
      return rows.insertOne(row).then(() => true, ifDuplicate(false));
    },
    async reopen({ unit, period }, { at, by, reason }) {
      const open = { unit, period, reopenedAt: { $exists: false } };
      const result = await rows.updateOne(open, { $set: { reopenedAt: at, reopenedBy: by, reason } });
      return result.matchedCount === 1;
    },
  };
}
