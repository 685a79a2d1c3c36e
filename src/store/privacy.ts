import type { Connection, mongo } from 'mongoose';
import type { Privacy, Removal, Removed } from '../activities/privacy.ports';
import type { Retention } from '../domain/privacy/retention.schema';
import type { CollectionSpec } from './collections';
import { createDatedDocuments, datedCollections } from './datedDocuments';
import { PLACES } from './personalData';
import type { Place } from './personalData';

type Row = Readonly<Record<string, unknown>>;
type RemovedDoc = Removed & { readonly _id: string };

const RETENTION_DOCUMENTS = 'retention';
const REMOVALS = 'removed_people';
export const privacyCollections: readonly CollectionSpec[] = [
  ...datedCollections(RETENTION_DOCUMENTS),
  { name: REMOVALS, indexes: [] },
];

const CURRENT: Place = { collection: 'people', persons: ['_id'], goes: false };
/** What stands instead of the name of somebody who was removed, in every version. */
export const NAMELESS = '—';

export function createPrivacy(connection: Connection): Privacy {
  const rows = (name: string) => connection.collection<mongo.Document>(name);
  const removals = connection.collection<RemovedDoc>(REMOVALS);
  const about = ({ persons }: Place, person: string): mongo.Filter<mongo.Document> => ({
    $or: persons.map((field) => ({ [field]: person })),
  });
  const removal = async (person: string): Promise<Removed | undefined> => {
    const found = await removals.findOne({ _id: person });
    if (found === null) return undefined;
    const { _id, ...removed } = found;
    return removed;
  };

  async function nameless(person: string): Promise<void> {
    const without = {
      $set: { 'value.name': NAMELESS, 'value.roles': [], 'value.absences': [] },
      $unset: { 'value.email': '', 'value.deputy': '' },
    };
    await rows('people_history').updateMany({ document: person }, without);
    await rows('people').updateMany(about(CURRENT, person), without);
  }

  return {
    retention: createDatedDocuments<Retention>(connection, RETENTION_DOCUMENTS),
    removal,
    async expire(kind, before) {
      let gone = 0;
      for (const { collection, kept } of PLACES)
        if (kept?.as === kind)
          gone += (await rows(collection).deleteMany({ [kept.since]: { $lt: before } })).deletedCount;
      return gone;
    },
    about: async function* (person) {
      for (const place of PLACES)
        for await (const row of rows(place.collection).find(about(place, person)))
          yield { from: place.collection, item: shown(row, place.secret ?? []) };
    },
    async forget(asked: Removal): Promise<Removed> {
      const before = await removal(asked.person);
      const deleted: Record<string, number> = { ...before?.deleted };
      await nameless(asked.person);
      for (const place of PLACES.filter(({ goes }) => goes)) {
        const { deletedCount } = await rows(place.collection).deleteMany(about(place, asked.person));
        deleted[place.collection] = (deleted[place.collection] ?? 0) + deletedCount;
      }
      const removed: Removed = { ...(before ?? asked), deleted };
      await removals.replaceOne({ _id: asked.person }, removed, { upsert: true });
      return removed;
    },
  };
}

const shown = (row: Row, secret: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !secret.includes(name) && name !== 'removeAt'));
