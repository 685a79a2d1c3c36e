import { useState } from 'react';

const MOST = 50;
/** Keystrokes so close together are one change. */
const ONE_CHANGE_MS = 1000;
type Past<T> = { readonly values: readonly T[]; readonly at: number };

/** What a form held before each change, so that the last one can be taken back, and the one before. */
export function useUndoing<T>() {
  const [past, setPast] = useState<Past<T>>({ values: [], at: 0 });
  /** Before a change: what there is now. `apart`: never one with the change before. */
  const keep = (value: T, apart = false) => {
    const at = Date.now();
    setPast(({ values, at: before }) => {
      const same = !apart && values.length > 0 && at - before < ONE_CHANGE_MS;
      return { values: same ? values : [...values, value].slice(-MOST), at };
    });
  };
  /** What there was before the last change, which is then forgotten. */
  const take = (): T | undefined => {
    setPast(({ values }) => ({ values: values.slice(0, -1), at: 0 }));
    return past.values.at(-1);
  };
  return { keep, take, count: past.values.length };
}
