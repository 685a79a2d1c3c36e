import type { Calendar } from '../calendar/calendar.schema';
import { nextWorkingDay } from '../calendar/workingDays';
import { findAggregation } from '../cases/aggregations/catalogue';
import type { Grain } from '../cases/periods';
import type { DraftPlan } from '../cycle/cycle.schema';
import type { SeriesPoint } from '../cycle/verdict';
import type { IndicatorDefinition } from '../indicators/indicator.schema';
import { endOf, firstDayOf, periodOfDay, periodsBetween, shifted, type Period } from '../indicators/period';
import type { IndicatorValue } from '../indicators/value';
import type { LocalDate } from '../shared/time';
import { LEAST_VALUES } from './evidence';
import type { Window, Windows } from './windows';

/** Before the change as many periods are read as after it, and at least a year of months: a short past is a poor yardstick. */
const LEAST_BEFORE = 12;
const MOST_PERIODS = 120;

export type PeriodWindows = { readonly before: readonly Period[]; readonly after: readonly Period[] };

/** The periods of a grain that lie wholly in the window. */
export function wholePeriods({ from, to }: Window, grain: Grain): readonly Period[] {
  const first = periodOfDay(from, grain);
  const start = firstDayOf(first) === from ? first : shifted(first, 1);
  return periodsBetween(start, shifted(periodOfDay(to, grain), -1)).slice(-MOST_PERIODS);
}

/**
 * Whole periods before and after a change, by the check's windows. Without a baseline in the plan the periods directly before
 * the change are taken: as many as after it, at least twelve.
 */
export function periodWindows(windows: Windows, grain: Grain, plan: Pick<DraftPlan, 'baseline'>): PeriodWindows {
  const after = wholePeriods(windows.after, grain);
  if (plan.baseline !== undefined) return { before: wholePeriods(windows.before, grain), after };
  const last = shifted(periodOfDay(windows.after.from, grain), -1);
  const count = Math.max(LEAST_BEFORE, after.length);
  return { before: periodsBetween(shifted(last, 1 - count), last), after };
}

/** The days of periods in a row; `undefined` for none. */
export function daysOfPeriods(periods: readonly Period[]): Window | undefined {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: firstDayOf(first), to: endOf(last) };
}

/** A value that is a measurement: what was carried over from an earlier period says nothing new. */
export function pointOf(value: IndicatorValue): SeriesPoint | undefined {
  if (value.state !== 'value' || value.stoodIn?.by === 'carry-forward') return undefined;
  const { period, numerator, denominator, n, definitionVersion } = value;
  return {
    period,
    value: value.value,
    ...(numerator === undefined || denominator === undefined ? {} : { numerator, denominator }),
    ...(n === undefined ? {} : { n }),
    ...(definitionVersion === undefined ? {} : { definitionVersion }),
  };
}

/**
 * A share of cases is a count of a whole: its value and number of cases give both back, so that shares of periods add up as
 * all numerators by all denominators. Other points stay as they are.
 */
export function counted(point: SeriesPoint, { source }: Pick<IndicatorDefinition, 'source'>): SeriesPoint {
  const { value, n = 0, numerator } = point;
  if (numerator !== undefined || source.type !== 'cases' || n < 1) return point;
  if (findAggregation(source.aggregation)?.nature !== 'share') return point;
  const successes = Math.round(value * n);
  return Math.abs(successes - value * n) < 1e-6 ? { ...point, numerator: successes, denominator: n } : point;
}

/**
 * First working day on which a verdict can be expected, when every period from now on has its value. `undefined`: enough
 * are there, or it is the time before the change that has too few.
 */
export function seriesPossibleFrom(
  counts: { readonly before: number; readonly after: number },
  { after }: PeriodWindows,
  { windows, grain, calendar }: { readonly windows: Windows; readonly grain: Grain; readonly calendar: Calendar },
): LocalDate | undefined {
  if (counts.before < LEAST_VALUES || counts.after >= LEAST_VALUES) return undefined;
  const [first] = wholePeriods(
    { from: windows.after.from, to: endOf(shifted(periodOfDay(windows.after.from, grain), 1)) },
    grain,
  );
  const seen = after.at(-1) ?? (first === undefined ? undefined : shifted(first, -1));
  if (seen === undefined) return undefined;
  return nextWorkingDay(calendar, endOf(shifted(seen, LEAST_VALUES - counts.after)));
}
