import type { CaseFigure, KeptCaseFigures, KeptCaseSeries } from './indicators.ports';

type Held = { readonly state: KeptCaseSeries; readonly figures: readonly CaseFigure[] };
/** Some hundred kilobytes at most. */
const MOST_SERIES = 40;

/**
 * Series over cases for definitions that are only tried: read from the store where they are kept, else held in memory, the
 * latest few. Nothing is written. Of the past it knows nothing.
 */
export function triedCaseFigures(kept: KeptCaseFigures): KeptCaseFigures {
  const held = new Map<string, Held>();
  return {
    revision: (procedure) => kept.revision(procedure),
    moved: () => Promise.resolve(),
    async states(series) {
      const own = series.flatMap((key) => {
        const one = held.get(key);
        return one === undefined ? [] : [[key, one.state] as const];
      });
      return new Map([...(await kept.states(series)), ...own]);
    },
    async versions(series, periods) {
      const own = series.flatMap((key) => {
        const figures = held.get(key)?.figures.filter(({ period }) => periods?.includes(period) !== false);
        return figures === undefined ? [] : [[key, figures] as const];
      });
      return new Map([...(await kept.versions(series, periods)), ...own]);
    },
    record(series, state, figures) {
      const { recordedAt } = state;
      held.delete(series);
      held.set(series, {
        state: { ...state, firstRecordedAt: recordedAt },
        figures: figures.map((one) => ({ ...one, recordedAt })),
      });
      for (const key of held.keys()) if (held.size > MOST_SERIES) held.delete(key);
      return Promise.resolve(true);
    },
  };
}
