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

const ORIGIN_YEAR = 2020;

type WorkedMs = (ms: number) => number;
const clocks = new WeakMap<CompiledCalendar, WorkedMs>();

/** Working ms since 2020 (any year would do) as a function of time; whole years are summed once and kept. */
function workedMsBefore(index: CompiledCalendar): WorkedMs {
  const known = clocks.get(index);
  if (known !== undefined) return known;
  const years = new Map<number, Float64Array>();
  const upTo = new Map<number, number>([[ORIGIN_YEAR, 0]]);
  const yearSums = (year: number): Float64Array => {
    const sums = years.get(year) ?? sumsOfYear(index, year);
    years.set(year, sums);
    return sums;
  };
  const total = (year: number): number => yearSums(year).at(-1) ?? 0;
  const beforeYear = (year: number): number => {
    const sum = upTo.get(year);
    if (sum !== undefined) return sum;
    let at = ORIGIN_YEAR;
    let running = 0;
    for (; at < year; at += 1) upTo.set(at + 1, (running += total(at)));
    for (; at > year; at -= 1) upTo.set(at - 1, (running -= total(at - 1)));
    return running;
  };
  const clock: WorkedMs = (ms) => {
    const day = index.zone.dayOf(ms);
    const year = yearOfDay(day);
    const before = yearSums(year)[day - firstDay(year)] ?? 0;
    return beforeYear(year) + before + workedOnDay(index, day, ms);
  };
  clocks.set(index, clock);
  return clock;
}

const firstDay = (year: number): DayNumber => dayNumber(`${String(year).padStart(4, '0')}-01-01`);

/** Element i: working ms of the first i days of the year; the last element is the whole year. */
function sumsOfYear(index: CompiledCalendar, year: number): Float64Array {
  const first = firstDay(year);
  const sums = new Float64Array(firstDay(year + 1) - first + 1);
  for (let i = 1; i < sums.length; i += 1)
    sums[i] = (sums[i - 1] ?? 0) + workedOnDay(index, first + i - 1, Number.POSITIVE_INFINITY);
  return sums;
}

/** Working ms of a day up to a moment. On the days the clocks change the hours are as long as they really were. */
function workedOnDay({ hoursOf, zone }: CompiledCalendar, day: DayNumber, until: number): number {
  let sum = 0;
  for (const [from, to] of hoursOf(day)) {
    const start = zone.msAt(day, from);
    if (until <= start) break;
    sum += Math.min(until, zone.msAt(day, to)) - start;
  }
  return sum;
}
