import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { canonicalJson } from '../../../src/domain/shared/canonicalJson';
import { call } from '../api/client';
import { changedMeanwhile } from '../api/queries';
import { putDocument } from '../organisation/documents';
import type { Kind, Stored } from '../organisation/documents';
import { useDraft } from '../plan/draft';

type Known = { readonly id: string };
/** What is typed, on the version it began with. */
type Draft<T> = { readonly value: T; readonly version: number };
type State = { readonly busy: boolean; readonly error: unknown; readonly saved: boolean };
const CALM: State = { busy: false, error: null, saved: false };

/** The document itself, without what the store says about it. */
export function valueOf<T extends Known>(stored: Stored<T>): T {
  const { version: _version, updatedAt: _at, updatedBy: _by, ...value } = stored;
  return value as unknown as T;
}

/**
 * Edits one stored document: nothing typed is lost when somebody else saves, when saving fails, or with a closed tab. `theirs`:
 * somebody else saved another one meanwhile.
 */
export function useEditing<T extends Known>(kind: Kind, stored: Stored<T>) {
  const queries = useQueryClient();
  const fresh = { value: valueOf(stored), version: stored.version };
  const kept = useDraft<Draft<T>>(`${kind}.${stored.id}`, fresh);
  const draft = kept.typed ? kept.value : undefined;
  const [theirs, setTheirs] = useState<Stored<T>>();
  const [state, setState] = useState(CALM);
  const value = draft?.value ?? fresh.value;
  const changed = draft !== undefined && canonicalJson(draft.value) !== canonicalJson(fresh.value);
  const change = (next: T) => {
    setState(CALM);
    kept.change({ version: draft?.version ?? stored.version, value: next });
  };
  const begin = () => {
    setTheirs(undefined);
    kept.forget(fresh);
  };
  const save = async (onto?: number) => {
    setState({ ...CALM, busy: true });
    try {
      const { id, ...body } = value;
      await putDocument(kind, { id, body, version: onto ?? draft?.version ?? stored.version });
      await queries.invalidateQueries({ queryKey: ['documents', kind] });
      await queries.invalidateQueries({ queryKey: ['history', kind, id] });
      begin();
      setState({ ...CALM, saved: true });
    } catch (error) {
      if (changedMeanwhile(error)) {
        const saved = await call<Stored<T>>('GET', `/v1/${kind}/${encodeURIComponent(value.id)}`).catch(
          () => undefined,
        );
        setTheirs(saved);
        setState(saved === undefined ? { ...CALM, error } : CALM);
      } else setState({ ...CALM, error });
    }
  };
  const takeTheirs = async () => {
    await queries.invalidateQueries({ queryKey: ['documents', kind] });
    begin();
    setState(CALM);
  };
  const restored = { restoredAt: kept.restoredAt, forget: begin };
  return { value, changed, change, save, takeTheirs, theirs, restored, ...state };
}
