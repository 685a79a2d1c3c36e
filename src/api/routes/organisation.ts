import { mayChangeReach, mayGiveRoles } from '../../domain/access/policy';
import type { Route } from '../http/route';
import { problemOf } from '../problems/problem';
import { documentRoutes } from './documents';
import * as examples from './examples';
import {
  CalendarInput,
  CalendarView,
  PersonInput,
  PersonView,
  ProcedureInput,
  ProcedureView,
  ReminderPolicyInput,
  ReminderPolicyView,
  UnitInput,
  UnitView,
} from './views';

const units = documentRoutes({
  kind: 'unit',
  path: '/v1/units',
  param: 'unit',
  tag: 'Organisation',
  names: { one: 'unit', many: 'units' },
  input: UnitInput,
  view: UnitView,
  example: examples.unit,
  documents: ({ deps }) => deps.organisation.units,
  read: 'unit.read',
  edit: 'unit.edit',
  readAt: ({ id }) => ({ unit: id }),
  allowEdit: async ({ before, after }, { allow }) => {
    if (before !== undefined) await allow('unit.edit', { unit: before.id });
    if (before !== undefined && before.parent === after?.parent) return;
    const under = after ?? before;
    await allow('unit.edit', under?.parent === undefined ? {} : { unit: under.parent });
  },
  usedBy: async (id, { deps }) => {
    const rows = await deps.cycles.list({ units: [id], limit: 3 });
    return rows.map((row) => `cycle ${row.id}`);
  },
});

const people = documentRoutes({
  kind: 'person',
  path: '/v1/people',
  param: 'person',
  tag: 'Organisation',
  names: { one: 'person', many: 'people' },
  input: PersonInput,
  view: PersonView,
  example: examples.person,
  documents: ({ deps }) => deps.organisation.people,
  read: 'person.read',
  edit: 'person.edit',
  readAt: ({ id, unit }, { person }) => ({ unit, relations: id === person.id ? ['self'] : [] }),
  allowEdit: async ({ before, after }, { allow, standing }) => {
    if (before !== undefined) await allow('person.edit', { unit: before.unit });
    if (after !== undefined) await allow('person.edit', { unit: after.unit });
    const roles = mayGiveRoles(standing, before?.roles ?? [], after?.roles ?? []);
    if (!roles.ok) throw problemOf(roles.refusal);
    if (before === undefined || after === undefined) return;
    const reach = mayChangeReach(standing, before, after);
    if (!reach.ok) throw problemOf(reach.refusal);
  },
});

const procedures = documentRoutes({
  kind: 'procedure',
  path: '/v1/procedures',
  param: 'procedure',
  tag: 'Procedures',
  names: { one: 'procedure', many: 'procedures' },
  input: ProcedureInput,
  view: ProcedureView,
  example: examples.procedure,
  documents: ({ deps }) => deps.organisation.procedures,
  read: 'procedure.read',
  edit: 'procedure.edit',
  readAt: ({ unit }) => ({ unit }),
  allowEdit: async ({ before, after }, { allow }) => {
    if (before !== undefined) await allow('procedure.edit', { unit: before.unit });
    if (after !== undefined) await allow('procedure.edit', { unit: after.unit });
    if (before === undefined && after === undefined) await allow('procedure.edit');
  },
  usedBy: async (id, { deps }) => {
    const rows = await deps.cycles.list({ procedure: id, limit: 3 });
    for await (const _one of deps.cases.stream(id, {})) return [...rows.map((row) => `cycle ${row.id}`), 'its cases'];
    return rows.map((row) => `cycle ${row.id}`);
  },
});

const calendars = documentRoutes({
  kind: 'calendar',
  path: '/v1/calendars',
  param: 'calendar',
  tag: 'Calendars',
  names: { one: 'calendar', many: 'calendars' },
  input: CalendarInput,
  view: CalendarView,
  example: examples.calendar,
  documents: ({ deps }) => deps.organisation.calendars,
  read: 'calendar.read',
  edit: 'calendar.edit',
  readAt: () => ({}),
  allowEdit: (_change, { allow }) => allow('calendar.edit'),
  usedBy: async () => [],
});

const reminderPolicies = documentRoutes({
  kind: 'reminderPolicy',
  path: '/v1/reminder-policies',
  param: 'policy',
  tag: 'Reminders',
  names: { one: 'reminder policy', many: 'reminder policies' },
  input: ReminderPolicyInput,
  view: ReminderPolicyView,
  example: examples.reminderPolicy,
  documents: ({ deps }) => deps.organisation.reminderPolicies,
  read: 'reminderPolicy.read',
  edit: 'reminderPolicy.edit',
  readAt: () => ({}),
  allowEdit: (_change, { allow }) => allow('reminderPolicy.edit'),
  usedBy: async () => [],
});

export const organisationRoutes: readonly Route[] = [
  ...units,
  ...people,
  ...procedures,
  ...calendars,
  ...reminderPolicies,
];
