import type { Connection } from 'mongoose';
import type { CaseReader, Cases, StoredCase } from '../activities/ports';
import type { CaseFact } from '../domain/cases/case';
import type { CaseFilter } from '../domain/cycle/cycle.schema';
import { caseKey, caseOf, factOf, type CaseDocument, type HistoryDocument } from './caseDocuments';
import { CASE_REVISIONS } from './caseFigures';
import { caseWriter } from './caseWriter';
import type { CollectionSpec } from './collections';

export const caseCollections: readonly CollectionSpec[] = [
  {
    name: 'cases',
    indexes: [
      { keys: { procedure: 1, receivedAt: 1 } },
      { keys: { procedure: 1, caseId: 1 }, options: { unique: true } },
    ],
  },
  { name: 'caseHistory', indexes: [{ keys: { caseKey: 1, version: -1 } }] },
  { name: CASE_REVISIONS, indexes: [] },
];

const STREAM_BATCH = 5_000;
/** What an aggregation needs: everything but the steps, which are most of a case. */
const FACTS = {
  _id: 0,
  caseId: 1,
  receivedAt: 1,
  decidedAt: 1,
  dueAt: 1,
  unit: 1,
  channel: 1,
  group: 1,
  waiting: 1,
  repeats: 1,
} as const;

/** The cases of all procedures in `cases`, their earlier states in `caseHistory`. */
export function createCases(connection: Connection): Cases & CaseReader {
  const cases = connection.collection<CaseDocument>('cases');
  const history = connection.collection<HistoryDocument>('caseHistory');

  /** Cases that were replaced later, in the last state that an import had brought by then. */
  async function* replacedSince(
    knownAt: number,
    { procedure, selected }: { readonly procedure: string; readonly selected: Record<string, unknown> },
  ): AsyncIterable<CaseFact> {
    const later = cases.find(
      { procedure, importedAt: { $gt: knownAt }, version: { $gt: 1 } },
      { projection: { _id: 1 } },
    );
    for await (const keys of portionsOf(later)) {
      const states = await history
        .find({ caseKey: { $in: keys }, importedAt: { $lte: knownAt }, importedAs: { $ne: 'older' } })
        .sort({ version: 1 })
        .toArray();
      const last = new Map(states.map((state) => [state.caseKey, state._id]));
      const ids = [...last.values()];
      const found = history.find({ ...selected, _id: { $in: ids } }, { projection: FACTS });
      for await (const document of found) yield factOf(document);
    }
  }

  return {
    ...caseWriter(connection, cases, history),

    async *stream(procedure, range, filter): AsyncIterable<CaseFact> {
      const { knownAt } = range;
      const chosen = {
        ...selection(procedure, range, filter),
        ...(knownAt !== undefined && { importedAt: { $lte: knownAt } }),
      };
      const found = cases.find(chosen, { projection: FACTS, batchSize: STREAM_BATCH });
      for await (const document of found) yield factOf(document);
      if (knownAt !== undefined)
        yield* replacedSince(knownAt, { procedure, selected: selection(procedure, range, filter) });
    },

    async caseById(procedure, id): Promise<StoredCase | undefined> {
      const document = await cases.findOne({ _id: caseKey(procedure, id) });
      return document === null ? undefined : caseOf(document);
    },

    async list(procedure, { after, limit }): Promise<readonly StoredCase[]> {
      const selected = after === undefined ? { procedure } : { procedure, caseId: { $gt: after } };
      return (await cases.find(selected).sort({ caseId: 1 }).limit(limit).toArray()).map(caseOf);
    },

    async caseHistory(procedure, id): Promise<readonly StoredCase[]> {
      const states = await history
        .find({ caseKey: caseKey(procedure, id) })
        .sort({ version: -1, _id: 1 })
        .toArray();
      return states.map(caseOf);
    },
  };
}

function selection(
  procedure: string,
  { from, to }: { readonly from?: number; readonly to?: number },
  filter: CaseFilter = {},
): Record<string, unknown> {
  const receivedAt = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lt: to }) };
  const groups = (['unit', 'channel', 'group'] as const).flatMap((name) => {
    const values = filter[name];
    return values === undefined ? [] : [[name, { $in: values }] as const];
  });
  return { procedure, ...(Object.keys(receivedAt).length > 0 && { receivedAt }), ...Object.fromEntries(groups) };
}

const KEYS_A_LOOK = 1_000;

async function* portionsOf(found: AsyncIterable<{ readonly _id: string }>): AsyncIterable<readonly string[]> {
  let keys: string[] = [];
  for await (const { _id } of found) {
    keys.push(_id);
    if (keys.length < KEYS_A_LOOK) continue;
    yield keys;
    keys = [];
  }
  if (keys.length > 0) yield keys;
}
