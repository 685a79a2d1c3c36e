import { addWorkingDays } from '../calendar/workingDays';
import { addIsoDuration } from '../calendar/duration';
import type { OfficeSettings } from '../organisation/organisation.schema';
import type { Instant } from '../shared/time';
import type { DueItem } from './due';
import { firedReminders, type FiredReminder, type RemindersInput } from './fired';
import { dueDayOf, stepName, stepsReached, type ReminderStep } from './policy';
import { nextRoundAt } from './rounds';

export type ForeseenInput = Omit<RemindersInput, 'dues' | 'at' | 'policies' | 'defaultPolicy'> & {
  readonly steps: readonly ReminderStep[];
  readonly due: DueItem;
  readonly rounds: OfficeSettings['rounds'];
};

/** One round of the office, and what it would say for the first time. */
export type ForeseenRound = { readonly at: Instant; readonly reminders: readonly FiredReminder[] };
export type Foreseen = {
  readonly rounds: readonly ForeseenRound[];
  /** Places of steps that are never sent: their day is before the item was opened. */
  readonly unsent: readonly number[];
};

/** Two a day over the longest a policy can reach, before and after. */
const MOST_ROUNDS = 2000;
/** A policy that is not stored yet; the item names it. */
const POLICY = '~foreseen';

/**
 * The rounds that would tell somebody something if the item stayed owed for ever, by the people and the calendar as they
 * are now: the office's own rounds, held one after the other. Demonstrations' rounds of seconds are taken as the default
 * times of day.
 */
export function foreseen({ steps, due: owed, rounds: settings, ...office }: ForeseenInput): Foreseen {
  const { calendar } = office;
  const due = { ...owed, policy: POLICY };
  const policy = { id: POLICY, name: POLICY, steps: [...steps] };
  const times = settings?.at === undefined ? {} : { at: settings.at };
  const end = lastMoment(steps, due, calendar);
  const told = new Set<string>();
  const rounds: ForeseenRound[] = [];
  let at: Instant = new Date(Date.parse(due.openedAt) - 1).toISOString();
  for (let held = 0; held < MOST_ROUNDS; held += 1) {
    const next = nextRoundAt(calendar, times, at);
    if (next <= at) break;
    at = next;
    const fired = firedReminders({ ...office, policies: [policy], dues: [due], at });
    const reminders = fired.filter(({ key }) => !told.has(key));
    for (const { key } of reminders) told.add(key);
    if (reminders.length > 0) rounds.push({ at, reminders });
    if (at > end) break;
  }
  const reached = new Set(stepsReached(policy, due, calendar, at).map(stepName));
  const unsent = steps.flatMap((step, place) => (reached.has(stepName(step)) ? [] : [place]));
  return { rounds, unsent };
}

/** When the last step has come: the end of its day, or of the opening. */
function lastMoment(steps: readonly ReminderStep[], due: DueItem, calendar: RemindersInput['calendar']): Instant {
  const dueDay = dueDayOf(due, calendar.timeZone);
  const moments = steps.map(({ workingDays, duration }) => {
    if (duration !== undefined) return addIsoDuration(due.dueAt, duration, calendar.timeZone);
    if (workingDays === undefined) return due.openedAt;
    return `${workingDays === 0 ? dueDay : addWorkingDays(calendar, dueDay, workingDays)}T23:59:59.999Z`;
  });
  const last = moments.reduce((a, b) => (a > b ? a : b), due.openedAt);
  return addIsoDuration(last, 'P1D', calendar.timeZone);
}
