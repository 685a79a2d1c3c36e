import type { Connection, mongo } from 'mongoose';
import type { CaseFigure, KeptCaseFigures, KeptCaseSeries } from '../activities/indicators.ports';
import type { Period } from '../domain/indicators/period';
import type { CollectionSpec } from './collections';
import { inTransaction } from './transaction';

type RevisionDocument = { readonly _id: string; readonly revision: number; readonly movedAt: string };
type StateDocument = KeptCaseSeries & { readonly _id: string };
type FigureDocument = CaseFigure & { readonly _id: string; readonly series: string; readonly version: number };
type Given = Omit<CaseFigure, 'recordedAt'>;

export const CASE_REVISIONS = 'caseRevisions';
export const caseFigureCollections: readonly CollectionSpec[] = [
  { name: 'caseSeries', indexes: [] },
  { name: 'caseFigures', indexes: [{ keys: { series: 1, period: 1, version: 1 } }] },
];

/** Moves the revision of a procedure's cases. */
export async function moveCases(connection: Connection, procedure: string, at: string): Promise<void> {
  await connection
    .collection<RevisionDocument>(CASE_REVISIONS)
    .updateOne({ _id: procedure }, { $inc: { revision: 1 }, $set: { movedAt: at } }, { upsert: true });
}

/** Series over cases: their states in `caseSeries`, every version of every period in `caseFigures`. */
export function createCaseFigures(connection: Connection): KeptCaseFigures {
  const revisions = connection.collection<RevisionDocument>(CASE_REVISIONS);
  const states = connection.collection<StateDocument>('caseSeries');
  const figures = connection.collection<FigureDocument>('caseFigures');

  async function versionsOf(series: readonly string[], periods?: readonly Period[], session?: mongo.ClientSession) {
    const selected = { series: { $in: [...series] }, ...(periods !== undefined && { period: { $in: [...periods] } }) };
    const found = figures.find(selected, session === undefined ? {} : { session });
    return found.sort({ series: 1, period: 1, version: 1 }).toArray();
  }

  return {
    async revision(procedure) {
      const found = await revisions.findOne({ _id: procedure });
      return found === null ? { revision: 0 } : { revision: found.revision, movedAt: found.movedAt };
    },
    moved: (procedure, at) => moveCases(connection, procedure, at),
    async states(series) {
      const found = await states.find({ _id: { $in: [...series] } }).toArray();
      return new Map(found.map(({ _id, ...state }) => [_id, state]));
    },
    async versions(series, periods) {
      const all = new Map<string, CaseFigure[]>(series.map((one) => [one, []]));
      for (const { _id, series: of, version: _version, ...figure } of await versionsOf(series, periods))
        all.get(of)?.push(figure);
      return all;
    },
    record: (series, state, given) =>
      inTransaction(connection, async (session) => {
        const known = await states.findOne({ _id: series }, { session });
        if (known !== null && known.revision > state.revision) return false;
        const firstRecordedAt = known?.firstRecordedAt ?? state.recordedAt;
        await states.replaceOne({ _id: series }, { ...state, firstRecordedAt }, { session, upsert: true });
        const news = newVersions(series, await versionsOf([series], undefined, session), given);
        const documents = news.map((figure) => ({ ...figure, recordedAt: state.recordedAt }));
        if (documents.length > 0) await figures.insertMany(documents, { session });
        return true;
      }),
  };
}

/** A version for each period that differs from its last one, an empty one for periods that are gone. */
function newVersions(series: string, known: readonly FigureDocument[], given: readonly Given[]) {
  const last = new Map(known.map((figure) => [figure.period, figure]));
  const named = new Set(given.map(({ period }) => period));
  const gone = [...last.values()].filter(({ period, n }) => !named.has(period) && n > 0);
  return [...given, ...gone.map(({ period }): Given => ({ period, n: 0 }))].flatMap((figure) => {
    const before = last.get(figure.period);
    if (before !== undefined && before.n === figure.n && before.value === figure.value) return [];
    const version = (before?.version ?? 0) + 1;
    return [{ _id: `${series}~${figure.period}~${version}`, series, version, ...figure }];
  });
}
