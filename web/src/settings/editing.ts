import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { canonicalJson } from '../../../src/domain/shared/canonicalJson';
import { call } from '../api/client';
import { changedMeanwhile } from '../api/queries';
import { putDocument } from '../organisation/documents';
import type { Kind, Stored } from '../organisation/documents';

type Known = { readonly id: string };
/** What is typed, on the version it began with. `theirs`: somebody else saved another one meanwhile. */
type Draft<T> = { readonly value: T; readonly version: number; readonly theirs?: Stored<T> };
type State = { readonly busy: boolean; readonly error: unknown; readonly saved: boolean };
const CALM: State = { busy: false, error: null, saved: false };

/** The document itself, without what the store says about it. */
export function valueOf<T extends Known>(stored: Stored<T>): T {
  const { version: _version, updatedAt: _at, updatedBy: _by, ...value } = stored;
  return value as unknown as T;
}

/** Edits one stored document: nothing typed is lost when somebody else saves, or when saving fails. */
export function useEditing<T extends Known>(kind: Kind, stored: Stored<T>) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft<T>>();
  const [state, setState] = useState(CALM);
  const value = draft?.value ?? valueOf(stored);
  const changed = draft !== undefined && canonicalJson(draft.value) !== canonicalJson(valueOf(stored));
  const change = (next: T) => {
    setState(CALM);
    setDraft((before) => ({ ...(before ?? { version: stored.version }), value: next }));
  };
  const save = async (onto?: number) => {
    setState({ ...CALM, busy: true });
    try {
      const { id, ...body } = value;
      await putDocument(kind, { id, body, version: onto ?? draft?.version ?? stored.version });
      await queries.invalidateQueries({ queryKey: ['documents', kind] });
      await queries.invalidateQueries({ queryKey: ['history', kind, id] });
      setDraft(undefined);
      setState({ ...CALM, saved: true });
    } catch (error) {
      if (changedMeanwhile(error)) {
        const theirs = await call<Stored<T>>('GET', `/v1/${kind}/${encodeURIComponent(value.id)}`).catch(
          () => undefined,
        );
        if (theirs !== undefined) setDraft({ value, version: draft?.version ?? stored.version, theirs });
        setState(theirs === undefined ? { ...CALM, error } : CALM);
      } else setState({ ...CALM, error });
    }
  };
  const takeTheirs = async () => {
    await queries.invalidateQueries({ queryKey: ['documents', kind] });
    setDraft(undefined);
    setState(CALM);
  };
  return { value, changed, change, save, takeTheirs, theirs: draft?.theirs, ...state };
}
