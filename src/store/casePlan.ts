import type { ImportCounts } from '../activities/ports';
import type { CaseDocument, CaseState, Outcome } from './caseDocuments';

/** What has to be known of a stored case to decide what becomes of a state that comes in. */
export type Known = Pick<CaseState, 'contentHash' | 'lastAt' | 'importId' | 'importedAs' | 'importedAt' | 'version'> & {
  readonly _id: string;
};
export const KNOWN = { contentHash: 1, lastAt: 1, importId: 1, importedAs: 1, importedAt: 1, version: 1 } as const;

/** What becomes of one case, and whether anything has to be written for it. */
export type Planned = {
  readonly document: CaseDocument;
  readonly known?: Known;
  readonly outcome: Outcome;
  readonly write: boolean;
};

/** The state with the later last step is the newer one; between equally recent states that of the later import. */
export function planOf(document: CaseDocument, known: Known | undefined): Planned {
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

/** An older state that was seen before: counted as what it was to this import, and otherwise nothing new. */
export function seenBefore(planned: Planned, states: readonly Known[]): Planned {
  const same = states.filter(({ contentHash }) => contentHash === planned.document.contentHash);
  if (same.length === 0) return planned;
  const own = same.find(({ importId }) => importId === planned.document.importId);
  return { ...planned, outcome: own?.importedAs ?? 'unchanged', write: false };
}

export function countsOf(planned: readonly Planned[]): ImportCounts {
  const count = (outcome: Outcome): number => planned.filter((item) => item.outcome === outcome).length;
  return { added: count('added'), updated: count('updated'), unchanged: count('unchanged'), older: count('older') };
}
