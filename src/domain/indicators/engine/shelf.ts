import type { Period } from '../period';
import type { Ask } from './computed';

/** One thing for each ask. */
export type Shelved<T> = {
  readonly get: (ask: Ask) => T | undefined;
  readonly put: (ask: Ask, one: T) => void;
  readonly drop: (ask: Ask) => void;
};

/** Where an ask stands within its indicator, but for the period. Ids have no `~`. */
const placeOf = ({ unit, knownAt, counting, bare }: Ask): string =>
  knownAt === undefined && counting !== true && bare !== true
    ? unit
    : `${unit}~${counting === true ? 'c' : ''}${bare === true ? 'b' : ''}${knownAt ?? ''}`;

/** Maps within maps: no text is put together for an ask. */
export function shelved<T>(): Shelved<T> {
  const all = new Map<string, Map<string, Map<Period, T>>>();
  return {
    get: (ask) => all.get(ask.indicator)?.get(placeOf(ask))?.get(ask.period),
    put: (ask, one) => {
      const places = childOf(all, ask.indicator);
      childOf(places, placeOf(ask)).set(ask.period, one);
    },
    drop: (ask) => void all.get(ask.indicator)?.get(placeOf(ask))?.delete(ask.period),
  };
}

function childOf<V>(of: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = of.get(key);
  if (found !== undefined) return found;
  const made = new Map<string, V>();
  of.set(key, made);
  return made;
}
