import type { Calendar } from './calendar.schema';
import { WEEKDAYS, dayNumber, minutesOf, weekdayOf, type DayNumber } from './civil';
import { Zone } from './zone';

/** Working hours of a day in minutes since local midnight, in order: `[[450, 690], [810, 1020]]`. */
export type Hours = readonly (readonly [number, number])[];

/** A calendar indexed once, so that counting days costs two binary searches however far apart they are. */
export type CompiledCalendar = {
  readonly zone: Zone;
  readonly hoursOf: (day: DayNumber) => Hours;
  /** Working days in [1970-01-01, day); negative before. Monotone: the n-th working day is found by bisection. */
  readonly workedBefore: (day: DayNumber) => number;
  readonly perWeek: number;
};

const compiled = new WeakMap<Calendar, CompiledCalendar>();

/** The index of a calendar; made at the first call for this object. Calendar data is never changed in place. */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  const known = compiled.get(calendar);
  if (known !== undefined) return known;
  const made = compile(calendar);
  compiled.set(calendar, made);
  return made;
}

function compile(calendar: Calendar): CompiledCalendar {
  const week = WEEKDAYS.map((name) =>
    calendar.week[name].map(([from, to]) => [minutesOf(from), minutesOf(to)] as const),
  );
  const typical = week.find((hours) => hours.length > 0) ?? [];
  const exceptions = new Map<DayNumber, Hours>(
    calendar.days.map((day) => {
      const number = dayNumber(day.date);
      const usual = week[weekdayOf(number)] ?? [];
      return [number, hoursOfException(day, usual.length > 0 ? usual : typical)];
    }),
  );
  return {
    zone: Zone.named(calendar.timeZone),
    hoursOf: (day) => exceptions.get(day) ?? week[weekdayOf(day)] ?? [],
    workedBefore: countBefore(week, exceptions),
    perWeek: week.filter((hours) => hours.length > 0).length,
  };
}

/** A worked day off keeps the hours of an ordinary day; a half day without hours is the first half of one. */
function hoursOfException(day: Calendar['days'][number], usual: Hours): Hours {
  if (day.kind === 'off') return [];
  if (day.hours !== undefined && day.hours.length > 0)
    return day.hours.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const);
  return day.kind === 'work' ? usual : firstHalf(usual);
}

function firstHalf(usual: Hours): Hours {
  const [first] = usual;
  if (first === undefined) return [];
  return usual.length > 1 ? [first] : [[first[0], (first[0] + first[1]) / 2]];
}

function countBefore(week: readonly Hours[], exceptions: ReadonlyMap<DayNumber, Hours>): (day: DayNumber) => number {
  const worked = week.map((hours) => (hours.length > 0 ? 1 : 0));
  const perWeek = worked.reduce<number>((sum, n) => sum + n, 0);
  const partial = worked.map((_, weekday) => worked.slice(0, weekday).reduce<number>((sum, n) => sum + n, 0));
  const byWeek = (day: DayNumber): number => Math.floor((day + 3) / 7) * perWeek + (partial[weekdayOf(day)] ?? 0);
  const origin = byWeek(0);
  const days = [...exceptions.keys()].sort((a, b) => a - b);
  const changes = days.map((day) => Math.sign(exceptions.get(day)?.length ?? 0) - (worked[weekdayOf(day)] ?? 0));
  const sums = prefixSums(changes);
  const changesBefore = (day: DayNumber): number => sums[lowerBound(days, day)] ?? 0;
  const atOrigin = changesBefore(0);
  return (day) => byWeek(day) - origin + changesBefore(day) - atOrigin;
}

function prefixSums(values: readonly number[]): readonly number[] {
  let sum = 0;
  return [0, ...values.map((value) => (sum += value))];
}

/** Index of the first element that is not below `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
