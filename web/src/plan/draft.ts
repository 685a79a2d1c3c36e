import { useEffect, useState } from 'react';
import { useSession } from '../api/session';

type Kept<T> = { readonly at: string; readonly value: T };

function readKept<T>(key: string): Kept<T> | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Kept<T>);
  } catch {
    return undefined;
  }
}

/** Of one person: at a shared computer nobody meets what somebody else has typed. */
export const draftKey = (person: string | undefined, name: string): string => `kairyo.draft.${person ?? ''}.${name}`;

/**
 * A form's content that survives a closed laptop: kept in this browser with every change until it is sent or thrown away.
 * `restoredAt`: when the content found here was last typed on; missing when the form began afresh.
 */
export function useDraft<T>(name: string, fresh: T) {
  const { session, last } = useSession();
  const key = draftKey((session ?? last)?.person.id, name);
  const [kept] = useState(() => readKept<T>(key));
  const [value, setValue] = useState<T>(kept?.value ?? fresh);
  const [restoredAt, setRestoredAt] = useState(kept?.at);
  const [typed, setTyped] = useState(kept !== undefined);
  useEffect(() => {
    if (typed) localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), value }));
  }, [key, typed, value]);
  const change = (next: T) => {
    setTyped(true);
    setValue(next);
  };
  const forget = (next: T = fresh) => {
    localStorage.removeItem(key);
    setTyped(false);
    setRestoredAt(undefined);
    setValue(next);
  };
  return { value, change, forget, restoredAt, typed };
}
