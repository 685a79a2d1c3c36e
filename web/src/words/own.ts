import { useSyncExternalStore } from 'react';
import type { OwnTerms } from '../../../src/domain/terms/inTerms';

const KEY = 'kairyo.ownTerms';
const NONE: OwnTerms = {};
const listeners = new Set<() => void>();
let held: OwnTerms | undefined;

function kept(): OwnTerms {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as OwnTerms;
  } catch {
    return NONE;
  }
}

/**
 * What the reader's office says instead of the shipped words, as it was known here last: nothing waits for it, and what came
 * since is said as soon as it is known.
 */
export const useOwnTerms = (): OwnTerms =>
  useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => (held ??= kept()),
  );

/** `undefined`: nobody is signed in any more. */
export function keepOwnTerms(words: OwnTerms | undefined): void {
  const text = JSON.stringify(words ?? NONE);
  if (text === JSON.stringify((held ??= kept()))) return;
  held = words ?? NONE;
  if (words === undefined) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, text);
  for (const told of listeners) told();
}
