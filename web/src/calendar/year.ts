import type { Calendar, CalendarInput } from '../../../src/domain/calendar/calendar.schema';

export type SpecialDay = CalendarInput['days'][number];
export type DayLook = 'week-off' | 'week-work' | 'off' | 'work' | 'half';
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

export const daysOfMonth = (year: number, month: number): readonly string[] => {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return Array.from({ length: count }, (_one, i) => `${year}-${two(month)}-${two(i + 1)}`);
};

export const lookOf = ({ week }: Calendar, special: SpecialDay | undefined, date: string): DayLook =>
  special?.kind ?? (week[WEEK[weekdayOf(date)] ?? 'sun'].length > 0 ? 'week-work' : 'week-off');

/** Half days are working days, as the engine counts them. */
export const isWorked = (look: DayLook): boolean => look !== 'week-off' && look !== 'off';

export const moved = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The calendar with some days set anew; `null`: as the week says. */
export function withChanges(calendar: Calendar, changes: ReadonlyMap<string, SpecialDay | null>): Calendar {
  const kept = calendar.days.filter(({ date }) => !changes.has(date));
  const set = [...changes.values()].filter((day) => day !== null);
  return { ...calendar, days: [...kept, ...set].sort((a, b) => a.date.localeCompare(b.date)) };
}
