import { z } from 'zod';
import { beyondKnownYears, endOfWorkingDay } from '../../domain/calendar/workingDays';
import { instantAt, localDateOf } from '../../domain/calendar/zone';
import { duesOf } from '../../domain/cycle/dues';
import { officeOf } from '../../domain/organisation/offices';
import { DUE_KINDS, type DueItem } from '../../domain/reminders/due';
import type { FiredReminder } from '../../domain/reminders/fired';
import { foreseen, type ForeseenInput } from '../../domain/reminders/foreseen';
import { dueDayOf, stepName } from '../../domain/reminders/policy';
import { ReminderPolicy } from '../../domain/reminders/policy.schema';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import type { Context } from '../http/route';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { Day } from './query';

const Item = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('cycle'), cycle: z.string().min(1).max(500) })
    .strict()
    .describe('Everything that is owed in a cycle now'),
  z
    .object({
      type: z.literal('made'),
      person: Id.describe('Who would owe it; their office reminds'),
      due: Day,
      opened: Day.optional().describe('Day it becomes owed; default is today'),
    })
    .strict()
    .describe('Something made up, to try the policy on'),
]);
type Item = z.output<typeof Item>;
const Body = z.object({ steps: ReminderPolicy.shape.steps, item: Item }).strict();

const Somebody = z.object({ id: Id, name: z.string() });
const Reminder = z.object({
  step: z.number().int().min(0).describe('Place of the step in `steps`, from 0'),
  person: Somebody.describe('Who is told'),
  inPlaceOf: Somebody.optional().describe('The absent person in whose place'),
  level: z.number().int().min(0).describe('0: owes it; 1: their superior …'),
  email: z.boolean().describe('Besides the inbox, an e-mail goes out'),
});
const ItemView = z.object({
  kind: z.enum(DUE_KINDS),
  persons: z.array(Somebody),
  dueDay: IsoDate,
  openedDay: IsoDate,
  rounds: z
    .array(z.object({ at: IsoInstant, day: IsoDate, reminders: z.array(Reminder) }))
    .describe('Rounds of the office that would say something new, in order'),
  unsent: z.array(z.number().int().min(0)).describe('Steps whose day is before the item is opened: never sent'),
});
const PreviewView = z.object({
  office: Somebody,
  calendar: Somebody,
  timeZone: z.string(),
  items: z.array(ItemView),
  beyondKnownYears: z.literal(true).optional().describe('The holidays of one of these years are not all known'),
});

const example = {
  office: { id: 'kh-dpi', name: 'Sở Kế hoạch và Đầu tư' },
  calendar: { id: 'vn', name: 'Việt Nam' },
  timeZone: 'Asia/Ho_Chi_Minh',
  items: [
    {
      kind: 'review',
      persons: [{ id: 'binh', name: 'Bình' }],
      dueDay: '2026-08-27',
      openedDay: '2026-08-20',
      rounds: [
        {
          at: '2026-08-24T01:00:00.000Z',
          day: '2026-08-24',
          reminders: [{ step: 0, person: { id: 'binh', name: 'Bình' }, level: 0, email: true }],
        },
      ],
      unsent: [],
    },
  ],
};

export const reminderPreview = route({
  method: 'post',
  path: '/v1/reminder-policies/{policy}/preview',
  id: 'previewReminderPolicy',
  tag: 'Reminders',
  summary: 'Who would be told what on which day by a policy, before it is put',
  description:
    "Holds the office's own rounds one after the other, by its calendar and by people, superiors, deputies and absences as " +
    'they are now, as if the item stayed owed for ever. Stores and sends nothing.',
  action: 'reminderPolicy.edit',
  params: z.object({ policy: Id }),
  body: Body,
  bodyExample: { steps: [{ workingDays: -3 }], item: { type: 'made', person: 'binh', due: '2026-08-27' } },
  responses: { 200: { description: 'The rounds to come', schema: PreviewView, example } },
  problems: ['NOT_FOUND', 'UNKNOWN_PERSON', 'UNKNOWN_UNIT', 'CALENDAR_CANNOT_COUNT'],
  handle: async ({ body: { steps, item } }, context) => {
    await context.allow('reminderPolicy.edit');
    const { organisation, calendarOf } = context.deps;
    const unit = await unitOf(item, context);
    const office = officeOf(await organisation.allUnits(), unit);
    if (office === undefined) throw new ProblemError('UNKNOWN_UNIT', { field: '/item', params: { id: unit } });
    const calendar = await calendarOf({ unit, procedure: '' });
    const dues = await duesFor(item, unit, context);
    const people = await organisation.peopleWithSuperiors([...new Set(dues.flatMap(({ persons }) => persons))]);
    const rounds = office.office.rounds;
    const mail = context.deps.mail !== undefined;
    const items = dues.map((due) => itemView({ steps, due, people, calendar, office, rounds }, mail));
    const days = items.flatMap(({ dueDay, rounds: held }) => [dueDay, ...held.map(({ day }) => day)]);
    const unsure = days.some((day) => beyondKnownYears(calendar, day));
    const { id, name, timeZone } = calendar;
    const body = { office: { id: office.id, name: office.name }, calendar: { id, name }, timeZone, items };
    return { status: 200, body: { ...body, ...(unsure && { beyondKnownYears: true }) } };
  },
});

/** `mail`: the office can send e-mail. */
function itemView(input: ForeseenInput, mail: boolean): z.input<typeof ItemView> {
  const { steps, due, calendar, people } = input;
  const { rounds, unsent } = counted(calendar.id, () => foreseen(input));
  const known = new Map(people.map((person) => [person.id, person]));
  const named = (id: string) => ({ id, name: known.get(id)?.name ?? id });
  const dayOf = (at: string): string => localDateOf(at, calendar.timeZone);
  const reminder = ({ step: told, person, inPlaceOf, level }: FiredReminder) => ({
    step: steps.findIndex((step) => stepName(step) === told),
    person: named(person),
    ...(inPlaceOf !== person && { inPlaceOf: named(inPlaceOf) }),
    level,
    email: mail && known.get(person)?.email !== undefined,
  });
  return {
    kind: due.kind,
    persons: due.persons.map(named),
    dueDay: dueDayOf(due, calendar.timeZone),
    openedDay: dayOf(due.openedAt),
    rounds: rounds.map(({ at, reminders }) => ({ at, day: dayOf(at), reminders: reminders.map(reminder) })),
    unsent: [...unsent],
  };
}

async function unitOf(item: Item, { deps, allow }: Context): Promise<string> {
  if (item.type === 'made') {
    const person = (await deps.organisation.people.get(item.person))?.value;
    if (person !== undefined) return person.unit;
    throw new ProblemError('UNKNOWN_PERSON', { field: '/item/person', params: { id: item.person } });
  }
  const row = await deps.cycles.get(item.cycle);
  if (row === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'cycle', id: item.cycle } });
  await allow('cycle.read', { unit: row.cycle.unit });
  return row.cycle.unit;
}

async function duesFor(item: Item, unit: string, context: Context): Promise<readonly DueItem[]> {
  const { deps, at } = context;
  if (item.type === 'cycle') {
    const row = await deps.cycles.get(item.cycle);
    if (row === undefined) return [];
    const calendar = await deps.calendarOf(row.cycle);
    return duesOf(row.cycle, (day) => endOfWorkingDay(calendar, day));
  }
  const calendar = await deps.calendarOf({ unit, procedure: '' });
  const { timeZone } = calendar;
  const { person, due, opened = localDateOf(at, timeZone) } = item;
  const made = { key: 'made', stream: 'made', unit, procedure: '', title: '' };
  const dueAt = counted(calendar.id, () => endOfWorkingDay(calendar, due));
  return [{ ...made, kind: 'review', persons: [person], openedAt: instantAt(opened, '00:00', timeZone), dueAt }];
}

function counted<T>(calendar: string, count: () => T): T {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ProblemError('CALENDAR_CANNOT_COUNT', { params: { calendar, reason: error.message } });
  }
}
