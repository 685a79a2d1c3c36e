import type { Connection } from 'mongoose';
import type { WatchFinding, WatchFindings, WatchKey } from '../activities/indicators.ports';
import type { CollectionSpec } from './collections';

type FindingDocument = WatchFinding & { readonly _id: string };

export const watchFindingCollections: readonly CollectionSpec[] = [
  { name: 'watch_findings', indexes: [{ keys: { indicator: 1, unit: 1, foundAt: -1 } }] },
];

const FINDINGS_SHOWN = 1_000;
/** One episode, one key: however often it is looked at, it is found once. */
const keyOf = ({ indicator, unit, kind, since }: WatchKey): string => [indicator, unit, kind, since].join('|');

export function createWatchFindings(connection: Connection): WatchFindings {
  const findings = connection.collection<FindingDocument>('watch_findings');
  return {
    async find({ indicator, units }) {
      const found = findings
        .find({ indicator, ...(units !== undefined && { unit: { $in: [...units] } }) }, { projection: { _id: 0 } })
        .sort({ foundAt: -1, _id: -1 })
        .limit(FINDINGS_SHOWN);
      return found.toArray();
    },
    async open(finding) {
      await findings.updateOne({ _id: keyOf(finding) }, { $setOnInsert: finding }, { upsert: true });
    },
    async note(key, change) {
      await findings.updateOne({ _id: keyOf(key) }, { $set: change });
    },
  };
}
