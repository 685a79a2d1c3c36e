import type { Grain } from '../cases/periods';
import { refuse, type Refusal } from '../shared/result';
import type { LocalDate } from '../shared/time';
import type { LibraryCode } from './libraryRefusals';
import { grainOf, isFiner, isPeriod, partsOf, periodOfDay, periodsBetween, shifted } from './period';
import type { Period } from './period';

/** More than fifty years of months. */
export const MOST_PERIODS = 600;
const PERIODS_BY_DEFAULT = 12;

type Code = LibraryCode | 'FROM_IS_AFTER_TO';
export type AskedPeriods = {
  /** Days (`2026-01-15`) or periods of any length; a longer one means its first (`from`) or last (`to`) part. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: Grain | undefined;
};

/** The first or the last period of the grain within a day or a period of any length. */
function partOf(text: string, grain: Grain, which: 'first' | 'last'): Period {
  if (!isPeriod(text)) return periodOfDay(text, grain);
  const parts = partsOf(text, grain);
  return (which === 'first' ? parts[0] : parts.at(-1)) ?? text;
}

/**
 * From which period to which: by default the twelve up to the one `today` lies in, of the indicator's own length.
 * `PERIODS_ARE_FINER`, `FROM_IS_AFTER_TO`, `TOO_MANY_PERIODS`.
 */
export function periodsAsked(
  { from, to, by }: AskedPeriods,
  frequency: Grain,
  today: LocalDate,
):
  | { readonly ok: true; readonly from: Period; readonly to: Period }
  | { readonly ok: false; readonly refusal: Refusal<Code> } {
  if (by !== undefined && isFiner(by, frequency))
    return refuse('PERIODS_ARE_FINER', { field: '/by', params: { frequency, asked: by } });
  const grain = by ?? frequency;
  const first = from === undefined ? undefined : partOf(from, grain, 'first');
  const present = periodOfDay(today, grain);
  const last = to === undefined ? laterOf(first ?? present, present) : partOf(to, grain, 'last');
  const start = first ?? shifted(last, 1 - PERIODS_BY_DEFAULT);
  if (start > last) return refuse('FROM_IS_AFTER_TO', { field: '/from', params: { from: start, to: last } });
  const count = periodsBetween(start, last).length;
  if (count > MOST_PERIODS)
    return refuse('TOO_MANY_PERIODS', { field: '/from', params: { count, limit: MOST_PERIODS } });
  return { ok: true, from: start, to: last };
}

/** From one quarter to another quarters are meant, from year to year years: where the indicator has shorter periods. */
export function longerPeriods({ from, to, by }: AskedPeriods, frequency: Grain): Grain | undefined {
  if (by !== undefined || from === undefined || to === undefined || !isPeriod(from) || !isPeriod(to)) return by;
  const grain = grainOf(from);
  return grain === grainOf(to) && isFiner(frequency, grain) ? grain : undefined;
}

const laterOf = (one: Period, other: Period): Period => (one > other ? one : other);

/** One period of an indicator: a day means the one it lies in. `PERIODS_ARE_FINER`. */
export function periodAsked(
  text: string,
  frequency: Grain,
): { readonly ok: true; readonly period: Period } | { readonly ok: false; readonly refusal: Refusal<Code> } {
  if (!isPeriod(text)) return { ok: true, period: periodOfDay(text, frequency) };
  const asked = grainOf(text);
  if (isFiner(asked, frequency)) return refuse('PERIODS_ARE_FINER', { field: '/period', params: { frequency, asked } });
  return { ok: true, period: text };
}
