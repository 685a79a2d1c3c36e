import type { Calendar } from './calendar.schema';
import { compileCalendar, type CompiledCalendar } from './compile';
import { dayNumber, yearOfDay, type DayNumber } from './civil';
import { workedBetween } from './workingDays';

/** [from, to) in epoch milliseconds. */
export type Interval = readonly [number, number];

export type WorkingTime = {
  /** Time on the wall, ms: to − from. */
  readonly grossMs: number;
  /** Working hours within it during which the clock ran, ms. */
  readonly netMs: number;
  /**
   * Working days within it, counted as due dates are (the first day does not count, the last one does), less those the
   * office waited: (day asked, day answered].
   */
  readonly workingDays: number;
};

/** Intervals in order, clipped to a range; overlapping and touching ones merged; empty and reversed ones dropped. */
export function mergeIntervals(intervals: readonly Interval[], range: Interval): readonly Interval[] {
  const merged: [number, number][] = [];
  const clipped = intervals.map(([a, b]) => [Math.max(a, range[0]), Math.min(b, range[1])] as const);
  for (const [from, to] of clipped.filter(([a, b]) => a < b).sort((x, y) => x[0] - y[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/**
 * Time a case took on the office's clock. `waiting`: intervals during which the clock stood still for the applicant;
 * they may overlap, touch, or stick out. All of it in epoch ms; `to` before `from` counts as nothing.
 */
export function netWorkingTime(calendar: Calendar, span: Interval, waiting: readonly Interval[] = []): WorkingTime {
  const [from, to] = span;
  if (to <= from) return { grossMs: 0, netMs: 0, workingDays: 0 };
  const index = compileCalendar(calendar);
  const worked = workedMsBefore(index);
  const days = ([a, b]: Interval): number => workedBetween(index, index.zone.dayOf(a), index.zone.dayOf(b));
  let netMs = worked(to) - worked(from);
  let workingDays = days(span);
  if (waiting.length > 0) {
    for (const pause of mergeIntervals(waiting, span)) {
      netMs -= worked(pause[1]) - worked(pause[0]);
      workingDays -= days(pause);
    }
  }
  return { grossMs: to - from, netMs, workingDays };
}

type WorkedMs = (ms: number) => number;
/** A day's working hours in epoch ms, and the working ms from the origin up to its midnight. */
type DayClock = { readonly before: number; readonly hours: readonly Interval[] };

const ORIGIN_YEAR = 2020;
const clocks = new WeakMap<CompiledCalendar, WorkedMs>();

/** Working ms since the origin (any year would do: differences count) as a function of time; every day is worked out once. */
function workedMsBefore(index: CompiledCalendar): WorkedMs {
  const known = clocks.get(index);
  if (known !== undefined) return known;
  const days = new Map<DayNumber, DayClock>();
  const years = new Map<number, number>();
  const clock: WorkedMs = (ms) => {
    const number = index.zone.dayOf(ms);
    if (!days.has(number)) addYear(index, yearOfDay(number), { days, years });
    const day = days.get(number) ?? { before: 0, hours: [] };
    let sum = day.before;
    for (const [from, to] of day.hours) if (ms > from) sum += Math.min(ms, to) - from;
    return sum;
  };
  clocks.set(index, clock);
  return clock;
}

type Clocks = { readonly days: Map<DayNumber, DayClock>; readonly years: Map<number, number> };

/** Works out the days of a year, after the totals of the years between it and the origin. */
function addYear(index: CompiledCalendar, year: number, { days, years }: Clocks): void {
  const total = (y: number): number => {
    const sum = years.get(y) ?? daysOf(index, y).reduce((ms, [, hours]) => ms + length(hours), 0);
    years.set(y, sum);
    return sum;
  };
  let before = 0;
  for (let y = ORIGIN_YEAR; y < year; y += 1) before += total(y);
  for (let y = year; y < ORIGIN_YEAR; y += 1) before -= total(y);
  for (const [day, hours] of daysOf(index, year)) {
    days.set(day, { before, hours });
    before += length(hours);
  }
}

const length = (hours: readonly Interval[]): number => hours.reduce((ms, [from, to]) => ms + to - from, 0);

/** Every day of a year with its working hours. On the days the clocks change they are as long as they really were. */
function daysOf(
  { hoursOf, zone }: CompiledCalendar,
  year: number,
): readonly (readonly [DayNumber, readonly Interval[]])[] {
  const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  const count = dayNumber(`${String(year + 1).padStart(4, '0')}-01-01`) - first;
  return Array.from({ length: count }, (_, i) => [
    first + i,
    hoursOf(first + i).map(([from, to]) => [zone.msAt(first + i, from), zone.msAt(first + i, to)]),
  ]);
}
