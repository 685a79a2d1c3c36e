import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import type { Person } from '../../../src/domain/organisation/organisation.schema';
import type { DueItem } from '../../../src/domain/reminders/due';
import type { RemindersInput } from '../../../src/domain/reminders/fired';

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: `Name of ${id}`,
  unit: 'office',
  roles: ['reviewer'],
  language: 'en',
  ...more,
});

/** Due on Friday 21 August 2026 at 17:00 in Vietnam; opened two weeks before. The Saturday after it is worked. */
export const due = (more: Partial<DueItem> = {}): DueItem => ({
  key: 'office~licence~1/review',
  kind: 'review',
  stream: 'office~licence~1',
  unit: 'office',
  procedure: 'licence',
  title: 'Faster licences',
  persons: ['an'],
  openedAt: '2026-08-07T01:00:00.000Z',
  dueAt: '2026-08-21T10:00:00.000Z',
  ...more,
});

/** an → binh (superior; deputy: dung) → chi (head). */
export const PEOPLE: readonly Person[] = [
  person('an', { manager: 'binh' }),
  person('binh', { manager: 'chi', deputy: 'dung' }),
  person('chi'),
  person('dung'),
];

export const world = (more: Partial<RemindersInput> = {}): RemindersInput => ({
  office: { id: 'office', name: 'The Office' },
  policies: [],
  dues: [due()],
  calendar: VIETNAM,
  people: PEOPLE,
  at: '2026-08-21T01:00:00.000Z',
  ...more,
});
