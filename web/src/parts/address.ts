import { useSearchParams } from 'wouter';

/** What a page shows lives in its address, so that a link shows the same: its parameters, and how to set one (empty: take it out). */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const clear = (names: readonly string[]) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const name of names) next.delete(name);
        return next;
      },
      { replace: true },
    );
  return [search, set, clear] as const;
}

/** A text as it is searched: without accents and capitals. */
export { folded as searched } from '../../../src/domain/shared/folded';
