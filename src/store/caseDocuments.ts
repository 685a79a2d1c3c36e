import { createHash } from 'node:crypto';
import type { StoredCase } from '../activities/ports';
import { caseFactOf, type CaseFact, type ReadCase, type Step } from '../domain/cases/case';
import { given } from '../domain/shared/given';
import { canonicalJson } from '../domain/shared/canonicalJson';

/** What an import made of a case. */
export type Outcome = 'added' | 'updated' | 'unchanged' | 'older';

/** A state of a case. Times are epoch ms; steps are [activity, epoch ms]. `lastAt` is its latest time not after the import that brought it. */
export type CaseState = {
  readonly procedure: string;
  readonly caseId: string;
  readonly receivedAt: number;
  readonly decidedAt?: number;
  readonly dueAt?: number;
  readonly unit?: string;
  readonly channel?: string;
  readonly group?: string;
  readonly waiting?: readonly (readonly [number, number])[];
  readonly repeats: number;
  readonly steps: readonly (readonly [string, number])[];
  readonly contentHash: string;
  readonly lastAt: number;
  readonly importId: string;
  readonly importedAs: Outcome;
  /** Epoch ms when the import that brought this state started. */
  readonly importedAt: number;
  readonly version: number;
};
export type CaseDocument = CaseState & { readonly _id: string };
/** `_id` is `<case key>@<version>` for a state that was replaced, `<case key>!<hash>` for one that came too late. */
export type HistoryDocument = CaseState & { readonly _id: string; readonly caseKey: string };

/** `~` stands in no procedure id. */
export const caseKey = (procedure: string, id: string): string => `${procedure}~${id}`;

/** The document of a case that was read, as the first state of it. */
export function documentOf(
  read: ReadCase,
  { procedure, importId, startedAt }: { procedure: string; importId: string; startedAt: number },
): CaseDocument {
  const { id, repeats, ...facts } = caseFactOf(read);
  const steps = read.steps.map(({ activity, at }: Step): readonly [string, number] => [activity, Date.parse(at)]);
  const content = { ...facts, repeats: repeats ?? 0, steps };
  const contentHash = createHash('sha256').update(canonicalJson(content)).digest('base64url');
  return {
    _id: caseKey(procedure, id),
    procedure,
    caseId: id,
    ...content,
    contentHash,
    lastAt: latest([facts.receivedAt, facts.decidedAt ?? facts.receivedAt, ...steps.map(([, at]) => at)], startedAt),
    importId,
    importedAs: 'added',
    importedAt: startedAt,
    version: 1,
  };
}

/** A time after the import itself is a slip of the pen and must not make its state the most recent one for ever. */
function latest(times: readonly number[], limit: number): number {
  return times.reduce((last, time) => (time <= limit && time > last ? time : last), -Infinity);
}

export function factOf({ caseId, ...fact }: Omit<CaseFact, 'id'> & { readonly caseId: string }): CaseFact {
  return { id: caseId, ...fact };
}

export function caseOf(document: CaseState): StoredCase {
  const { receivedAt, decidedAt, dueAt, unit, channel, group, waiting, repeats, version, importId } = document;
  const facts = { receivedAt, decidedAt, dueAt, unit, channel, group, waiting, repeats };
  const steps = document.steps.map(([activity, at]) => ({ activity, at: new Date(at).toISOString() }));
  return { id: document.caseId, receivedAt, ...given(facts), steps, version, importId };
}
