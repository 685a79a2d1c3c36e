import { addIsoDuration } from '../calendar/duration';
import type { Calendar } from '../calendar/calendar.schema';
import { addWorkingDays, isWorkingDay } from '../calendar/workingDays';
import { localDateOf } from '../calendar/zone';
import { DEFAULT_REMINDER_POLICY } from '../organisation/defaults';
import type { LocalDate } from '../shared/time';
import type { DueItem } from './due';
import type { ReminderPolicy } from './policy.schema';

export type ReminderStep = ReminderPolicy['steps'][number];

/**
 * Shipped default. Whoever owes something hears of it at once. Three working days before leaves time to do the work; the day itself and the day after are the last
 * quiet words to whoever owes it; the superior hears on the third day, when a second missed reminder shows that it is
 * not a slip; the superior's superior after a week, and once more after two, so that nothing falls silent while it is owed.
 */
export const STANDARD_POLICY: ReminderPolicy = {
  id: DEFAULT_REMINDER_POLICY,
  name: 'Nhắc việc tiêu chuẩn',
  steps: [
    { opening: true, level: 0 },
    { workingDays: -3, level: 0 },
    { workingDays: 0, level: 0 },
    { workingDays: 1, level: 0 },
    { workingDays: 3, level: 1 },
    { workingDays: 5, level: 2 },
    { workingDays: 10, level: 2 },
  ],
};

/** What the step is, not where it stands in its policy, so that an edited policy repeats nothing: `-3`, `5^2`, `PT10S`. */
export function stepName({ workingDays, duration, opening, level }: ReminderStep): string {
  const moment = opening === true ? 'opening' : (duration ?? String(workingDays ?? 0));
  return level === 0 ? moment : `${moment}^${level}`;
}

/** The day a due date falls on. Midnight belongs to the day that ends with it. */
export function dueDayOf({ dueAt }: Pick<DueItem, 'dueAt'>, timeZone: string): LocalDate {
  return localDateOf(new Date(Date.parse(dueAt) - 1).toISOString(), timeZone);
}

/**
 * Steps whose moment has come, least urgent first: the opening before all others. Steps in working days come with the beginning of their day (of a due
 * date on a day off, step 0 is the last working day before); those before the day the item was opened are left out.
 */
export function stepsReached(policy: ReminderPolicy, due: DueItem, calendar: Calendar, at: string): ReminderStep[] {
  const dueDay = dueDayOf(due, calendar.timeZone);
  const opened = localDateOf(due.openedAt, calendar.timeZone);
  const today = localDateOf(at, calendar.timeZone);
  const reached = policy.steps.flatMap((step) => {
    if (step.opening === true) return due.openedAt <= at ? [{ step, moment: '' }] : [];
    if (step.duration !== undefined) {
      const moment = addIsoDuration(due.dueAt, step.duration, calendar.timeZone);
      return moment <= at && moment >= due.openedAt ? [{ step, moment }] : [];
    }
    const day = dayOfStep(calendar, dueDay, step.workingDays ?? 0);
    return day <= today && day >= opened ? [{ step, moment: day }] : [];
  });
  return reached
    .sort((a, b) => (a.moment === b.moment ? a.step.level - b.step.level : a.moment < b.moment ? -1 : 1))
    .map(({ step }) => step);
}

function dayOfStep(calendar: Calendar, dueDay: LocalDate, workingDays: number): LocalDate {
  if (workingDays !== 0) return addWorkingDays(calendar, dueDay, workingDays);
  return isWorkingDay(calendar, dueDay) ? dueDay : addWorkingDays(calendar, dueDay, -1);
}
