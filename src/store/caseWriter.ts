import type { Collection } from 'mongoose';
import type { Cases, ImportCounts } from '../activities/ports';
import type { ReadCase } from '../domain/cases/case';
import { documentOf, type CaseDocument, type CaseState, type HistoryDocument, type Outcome } from './caseDocuments';

type Known = Pick<CaseState, 'contentHash' | 'lastAt' | 'importId' | 'importedAs' | 'importedAt' | 'version'> & {
  readonly _id: string;
};
type Planned = {
  readonly document: CaseDocument;
  readonly known?: Known;
  readonly outcome: Outcome;
  readonly write: boolean;
};

const KNOWN = { contentHash: 1, lastAt: 1, importId: 1, importedAs: 1, importedAt: 1, version: 1 } as const;
/** Another writer in the same batch is rare (a second attempt of the same import); it is met by looking again. */
const ATTEMPTS = 8;

/** `store` and `compare` of the port: see docs/adr on imports for the rules of newer, older and repeated. */
export function caseWriter(
  cases: Collection<CaseDocument>,
  history: Collection<HistoryDocument>,
): Pick<Cases, 'store' | 'compare'> {
  async function plan(documents: readonly CaseDocument[]): Promise<readonly Planned[]> {
    const ids = documents.map(({ _id }) => _id);
    const known = await cases.find({ _id: { $in: ids } }, { projection: KNOWN, batchSize: ids.length + 1 }).toArray();
    const byId = new Map(known.map((state) => [state._id, state]));
    const planned = documents.map((document) => planOf(document, byId.get(document._id)));
    return lookUpOlder(planned);
  }

  /** A state that is older than the stored one may have been seen before: then it was counted as what it was, or is nothing new. */
  async function lookUpOlder(planned: readonly Planned[]): Promise<readonly Planned[]> {
    const keys = planned.filter(({ outcome }) => outcome === 'older').map(({ document }) => document._id);
    if (keys.length === 0) return planned;
    const states = await history.find({ caseKey: { $in: keys } }, { projection: { ...KNOWN, caseKey: 1 } }).toArray();
    return planned.map((item) => {
      const same = states.filter(
        ({ caseKey, contentHash }) => caseKey === item.document._id && contentHash === item.document.contentHash,
      );
      if (item.outcome !== 'older' || same.length === 0) return item;
      const own = same.find(({ importId }) => importId === item.document.importId);
      return { ...item, outcome: own?.importedAs ?? 'unchanged', write: false };
    });
  }

  async function write(planned: readonly Planned[]): Promise<boolean> {
    await keepStates(planned);
    const changes = planned.filter(({ write: wanted, outcome }) => wanted && outcome !== 'older');
    if (changes.length === 0) return true;
    const result = await cases.bulkWrite(changes.map(changeOf), { ordered: false });
    return result.upsertedCount + result.matchedCount === changes.length;
  }

  /** Before a state is replaced it stands in the history; after a crash in between it stands there once all the same. */
  async function keepStates(planned: readonly Planned[]): Promise<void> {
    const replaced = planned.filter(({ outcome, write: wanted }) => wanted && outcome === 'updated');
    const ids = replaced.map(({ document }) => document._id);
    const current = ids.length === 0 ? [] : await cases.find({ _id: { $in: ids } }).toArray();
    const versions = new Map(replaced.map(({ document, known }) => [document._id, known?.version]));
    const earlier = current
      .filter(({ _id, version }) => versions.get(_id) === version)
      .map((state) => ({ ...state, _id: `${state._id}@${state.version}`, caseKey: state._id }));
    const late = planned
      .filter(({ outcome, write: wanted }) => wanted && outcome === 'older')
      .map(({ document }) => lateState(document));
    const kept = [...earlier, ...late].map(({ _id, ...state }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: state }, upsert: true },
    }));
    if (kept.length > 0) await history.bulkWrite(kept, { ordered: false });
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
      if (await write(planned).catch(unlessTwoWriters)) return countsOf(planned);
      if (attempt >= ATTEMPTS) throw new Error(`cases of ${procedure} are being written by another import; try again`);
    }
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

/** What becomes of one case. Later last step wins; between equally recent states the later import. */
function planOf(document: CaseDocument, known: Known | undefined): Planned {
  if (known === undefined) return { document, outcome: 'added', write: true };
  if (known.contentHash === document.contentHash) {
    const own = known.importId === document.importId;
    return { document, known, outcome: own ? known.importedAs : 'unchanged', write: false };
  }
  if (document.lastAt < known.lastAt || (document.lastAt === known.lastAt && document.importedAt < known.importedAt))
    return { document: { ...document, version: known.version }, known, outcome: 'older', write: true };
  return {
    document: { ...document, importedAs: 'updated', version: known.version + 1 },
    known,
    outcome: 'updated',
    write: true,
  };
}

/** Adds or replaces exactly the state that was planned for; matches nothing when another writer was faster. */
function changeOf({ document: { _id, ...state }, known }: Planned) {
  if (known === undefined) return { updateOne: { filter: { _id }, update: { $setOnInsert: state }, upsert: true } };
  return {
    replaceOne: { filter: { _id, version: known.version, contentHash: known.contentHash }, replacement: state },
  };
}

function lateState(document: CaseDocument): HistoryDocument {
  return { ...document, _id: `${document._id}!${document.contentHash}`, caseKey: document._id, importedAs: 'older' };
}

/** E11000 on an upsert: the other writer's document is there now, the next look sees it. */
function unlessTwoWriters(error: unknown): false {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 11000) return false;
  throw error;
}

function countsOf(planned: readonly Planned[]): ImportCounts {
  const count = (outcome: Outcome): number => planned.filter((item) => item.outcome === outcome).length;
  return { added: count('added'), updated: count('updated'), unchanged: count('unchanged'), older: count('older') };
}
