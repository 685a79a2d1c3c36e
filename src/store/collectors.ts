import type { Connection } from 'mongoose';
import type { Collectors, VersionedCollector } from '../activities/collect.ports';
import type { Versioned } from '../activities/ports';
import type { Collector } from '../domain/collect/collector.schema';
import { canonicalJson } from '../domain/shared/canonicalJson';
import { createDocuments, documentCollections } from './documents';
import { inTransaction } from './transaction';

/** As text: names in a mapping may have dots and dollar signs, which names of fields in the database may not. */
type Row = { readonly id: string; readonly document: string; readonly removedBecause?: string };

export const collectorCollections = documentCollections('collectors');

export function createCollectors(
  connection: Connection,
  now: () => string = () => new Date().toISOString(),
): Collectors {
  const rows = createDocuments<Row>(connection, 'collectors', now);
  return {
    async get(id) {
      const row = await rows.get(id);
      return row === undefined ? undefined : collectorOf(row);
    },
    list: async (after, limit) => (await rows.list(after, limit)).map(collectorOf),
    history: async (id) => (await rows.history(id)).map(collectorOf),
    all: async () => (await rows.find({})).map(({ document }) => JSON.parse(document) as Collector),
    async put(value, by, expected) {
      const put = await rows.put({ id: value.id, document: canonicalJson(value) }, by, expected);
      return put === 'conflict' ? put : collectorOf(put);
    },
    remove: (id, by, { expected, reason }) =>
      inTransaction(connection, async (session) => {
        const before = reason === undefined ? undefined : await rows.get(id);
        if (before === undefined) return rows.remove(session, id, by, expected);
        // The reason is the last version of the history: what is removed is not told there.
        const told = await rows.write(session, { ...before.value, removedBecause: reason }, by, expected);
        return told === 'conflict' ? told : rows.remove(session, id, by);
      }),
  };
}

const collectorOf = ({ value: { document, removedBecause }, ...stored }: Versioned<Row>): VersionedCollector => ({
  ...stored,
  value: JSON.parse(document) as Collector,
  ...(removedBecause !== undefined && { removedBecause }),
});
