import type { Calendar } from '../calendar/calendar.schema';
import { localDateOf } from '../calendar/zone';
import { DEFAULT_REMINDER_POLICY } from '../organisation/defaults';
import type { Person } from '../organisation/organisation.schema';
import type { Instant } from '../shared/time';
import type { OwnTerms } from '../terms/inTerms';
import type { DueItem } from './due';
import { STANDARD_POLICY, stepName, stepsReached } from './policy';
import type { ReminderPolicy } from './policy.schema';
import { recipientsOf, type Recipient } from './recipients';

export type RemindersInput = {
  /** The office that reminds: its unit's id and name. */
  readonly office: { readonly id: string; readonly name: string };
  readonly policies: readonly ReminderPolicy[];
  /** Policy of items that name none, or one that is gone. */
  readonly defaultPolicy?: string;
  readonly dues: readonly DueItem[];
  /** The office's calendar in the office's time zone. */
  readonly calendar: Calendar;
  /** Whoever owes something, with superiors and deputies. */
  readonly people: readonly Person[];
  readonly at: Instant;
  /** What the office calls things otherwise than they ship. */
  readonly terms?: OwnTerms;
};

/** A reminder whose moment has come, recorded or not. */
export type FiredReminder = Recipient & {
  /** `<due key>@<due instant>/<step>/<person>` */
  readonly key: string;
  readonly due: DueItem;
  readonly step: string;
  readonly owner: string;
};

export const reminderKey = (due: DueItem, step: string, person: string): string =>
  `${due.key}@${due.dueAt}/${step}/${person}`;

/**
 * Every reminder whose moment has come by `at`, as the world is now: calendar, due dates, absences, superiors. Nothing
 * is planned ahead, so that a change of any of them takes effect by itself. Keys are unique; paused items are silent.
 */
export function firedReminders(input: RemindersInput): readonly FiredReminder[] {
  const people = new Map(input.people.map((person) => [person.id, person]));
  const day = localDateOf(input.at, input.calendar.timeZone);
  const policyOf = policyChooser(input);
  const fired = new Map<string, FiredReminder>();
  for (const due of input.dues.filter(({ paused }) => paused !== true)) {
    for (const step of stepsReached(policyOf(due), due, input.calendar, input.at)) {
      const name = stepName(step);
      for (const owner of due.persons) {
        for (const recipient of recipientsOf(people, owner, { level: step.level, day })) {
          const key = reminderKey(due, name, recipient.person);
          if (!fired.has(key)) fired.set(key, { ...recipient, key, due, step: name, owner });
        }
      }
    }
  }
  return [...fired.values()];
}

function policyChooser({ policies, defaultPolicy }: RemindersInput): (due: DueItem) => ReminderPolicy {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const fallback =
    byId.get(defaultPolicy ?? DEFAULT_REMINDER_POLICY) ?? byId.get(DEFAULT_REMINDER_POLICY) ?? STANDARD_POLICY;
  return ({ policy }) => byId.get(policy ?? '') ?? fallback;
}
