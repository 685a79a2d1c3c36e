import type { Collection, Connection, mongo } from 'mongoose';
import type { Cases, ImportCounts } from '../activities/ports';
import type { ReadCase } from '../domain/cases/case';
import { documentOf, type CaseDocument, type HistoryDocument } from './caseDocuments';
import { moveCases } from './caseFigures';
import { countsOf, KNOWN, planOf, seenBefore, type Known, type Planned } from './casePlan';
import { ifDuplicate } from './duplicateKey';
import { inTransaction } from './transaction';

/** Another writer of the same cases is rare (a second attempt of the same import); it is met by looking again. */
const ATTEMPTS = 8;

/**
 * `store` and `compare` of the port: docs/adr on imports has the rules of newer, older and repeated. New cases are
 * inserted as they are; a replacement and the history it leaves are one transaction.
 */
export function caseWriter(
  connection: Connection,
  cases: Collection<CaseDocument>,
  history: Collection<HistoryDocument>,
): Pick<Cases, 'store' | 'compare'> {
  async function plan(documents: readonly CaseDocument[]): Promise<readonly Planned[]> {
    const ids = documents.map(({ _id }) => _id);
    const known = await cases.find({ _id: { $in: ids } }, { projection: KNOWN, batchSize: ids.length + 1 }).toArray();
    const byId = new Map(known.map((state) => [state._id, state]));
    return lookUpOlder(documents.map((document) => planOf(document, byId.get(document._id))));
  }

  async function lookUpOlder(planned: readonly Planned[]): Promise<readonly Planned[]> {
    const keys = planned.filter(({ outcome }) => outcome === 'older').map(({ document }) => document._id);
    if (keys.length === 0) return planned;
    const states = await history.find({ caseKey: { $in: keys } }, { projection: { ...KNOWN, caseKey: 1 } }).toArray();
    const byCase = new Map<string, Known[]>(keys.map((key) => [key, []]));
    for (const state of states) byCase.get(state.caseKey)?.push(state);
    return planned.map((item) =>
      item.outcome === 'older' ? seenBefore(item, byCase.get(item.document._id) ?? []) : item,
    );
  }

  /** Answers false when another writer was faster: then nothing is wrong, but it has to be planned again. */
  async function write(planned: readonly Planned[]): Promise<boolean> {
    const written = planned.filter((item) => item.write);
    const added = written.filter(({ outcome }) => outcome === 'added').map(({ document }) => document);
    const replaced = written.filter(({ outcome }) => outcome === 'updated');
    const late = written.filter(({ outcome }) => outcome === 'older').map(({ document }) => lateState(document));
    if (added.length > 0) await cases.insertMany(added, { ordered: false });
    if (replaced.length + late.length === 0) return true;
    return inTransaction(connection, (session) => replace(replaced, late, session));
  }

  async function replace(
    replaced: readonly Planned[],
    late: readonly HistoryDocument[],
    session: mongo.ClientSession,
  ): Promise<boolean> {
    const ids = replaced.map(({ document }) => document._id);
    const current = ids.length === 0 ? [] : await cases.find({ _id: { $in: ids } }, { session }).toArray();
    const kept = [...current.map(replacedState), ...late];
    await history.insertMany(kept, { session, ordered: false });
    if (replaced.length === 0) return true;
    const result = await cases.bulkWrite(replaced.map(replacementOf), { session, ordered: false });
    if (result.matchedCount === replaced.length) return true;
    await session.abortTransaction();
    return false;
  }

  async function store(
    procedure: string,
    importId: string,
    batch: readonly ReadCase[],
    importStartedAt?: string,
  ): Promise<ImportCounts> {
    const startedAt = importStartedAt === undefined ? Date.now() : Date.parse(importStartedAt);
    const documents = batch.map((read) => documentOf(read, { procedure, importId, startedAt }));
    for (let attempt = 1; ; attempt += 1) {
      const planned = await plan(documents);
      if (await write(planned).catch(ifDuplicate(false))) return told(procedure, countsOf(planned));
      if (attempt >= ATTEMPTS) throw new Error(`cases of ${procedure} are being written by another import; try again`);
    }
  }

  /** Also for what an earlier attempt of the same import wrote: it may have died before it told. */
  async function told(procedure: string, counts: ImportCounts): Promise<ImportCounts> {
    if (counts.added + counts.updated > 0) await moveCases(connection, procedure, new Date().toISOString());
    return counts;
  }

  async function compare(
    procedure: string,
    batch: readonly ReadCase[],
    importStartedAt?: string,
  ): Promise<ImportCounts> {
    const startedAt = importStartedAt === undefined ? Date.now() : Date.parse(importStartedAt);
    return countsOf(await plan(batch.map((read) => documentOf(read, { procedure, importId: '', startedAt }))));
  }

  return { store, compare };
}

/** Replaces exactly the state that was planned for. */
function replacementOf({ document: { _id, ...replacement }, known }: Planned) {
  return { replaceOne: { filter: { _id, version: known?.version, contentHash: known?.contentHash }, replacement } };
}

function replacedState(document: CaseDocument): HistoryDocument {
  return { ...document, _id: `${document._id}@${document.version}`, caseKey: document._id };
}

function lateState(document: CaseDocument): HistoryDocument {
  return { ...document, _id: `${document._id}!${document.contentHash}`, caseKey: document._id, importedAs: 'older' };
}
