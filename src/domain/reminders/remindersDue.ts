import { localDateOf } from '../calendar/zone';
import { workingDaysBetween } from '../calendar/workingDays';
import type { Person } from '../organisation/organisation.schema';
import type { Language } from '../shared/language';
import type { Instant } from '../shared/time';
import { asWritten, termsIn } from '../terms/inTerms';
import type { DueItem } from './due';
import { firedReminders, type FiredReminder, type RemindersInput } from './fired';
import { dueDayOf } from './policy';
import type { ItemFacts, Part, Standing, Wording } from './words';
import { ENGLISH } from './words.en';
import { JAPANESE } from './words.ja';
import { VIETNAMESE } from './words.vi';

/** One message a person with everything that became due, and the reminders it carries. */
export type ReminderMessage = {
  /** `<instant of the round>~<office>~<person>`; sorts by time. */
  readonly key: string;
  readonly person: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly items: readonly {
    readonly due: string;
    readonly step: string;
    readonly stream: string;
    readonly title: string;
  }[];
  /** Keys of the reminders; each of them is carried by one message only. */
  readonly reminders: readonly string[];
  readonly createdAt: Instant;
};

/** Items a body spells out; the rest is counted. All of them are in `items`. */
const ITEMS_SPELT_OUT = 30;
const WORDINGS = { vi: VIETNAMESE, en: ENGLISH, ja: JAPANESE } as const satisfies Record<Language, Wording>;

/** What is to be said now: everything whose moment has come and that is not recorded. See `firedReminders` for when and to whom. */
export function remindersDue(
  input: RemindersInput & { readonly recorded: ReadonlySet<string> },
): readonly ReminderMessage[] {
  return composeMessages(
    input,
    firedReminders(input).filter(({ key }) => !input.recorded.has(key)),
  );
}

export function composeMessages(input: RemindersInput, fired: readonly FiredReminder[]): readonly ReminderMessage[] {
  const names = new Map(input.people.map((person) => [person.id, person]));
  const told = groupBy(fired, ({ due }) => due.key);
  return [...groupBy(fired, ({ person }) => person)].map(([person, reminders]) => {
    const items = [...groupBy(reminders, ({ due }) => due.key).values()]
      .map((ofItem) => itemOf(ofItem, { input, names, told }))
      .sort((a, b) => (a.facts.dueAt < b.facts.dueAt ? -1 : a.facts.dueAt > b.facts.dueAt ? 1 : 0));
    return messageOf(input, { id: person, known: names.get(person) }, { items, reminders });
  });
}

type Item = { readonly due: string; readonly step: string; readonly facts: ItemFacts };
type Context = {
  readonly input: RemindersInput;
  readonly names: ReadonlyMap<string, Person>;
  /** Due key → everyone told about it in this round. */
  readonly told: ReadonlyMap<string, readonly FiredReminder[]>;
};

function messageOf(
  { office, at, terms }: RemindersInput,
  reader: { readonly id: string; readonly known: Person | undefined },
  { items, reminders }: { readonly items: readonly Item[]; readonly reminders: readonly FiredReminder[] },
): ReminderMessage {
  const language = reader.known?.language ?? 'vi';
  const words = WORDINGS[language];
  const facts = items.map((item) => factsAsWritten(item.facts));
  const inTerms = termsIn(language, terms?.[language]);
  const names = { reader: asWritten(reader.known?.name ?? reader.id), office: asWritten(office.name) };
  return {
    key: `${at}~${office.id}~${reader.id}`,
    person: reader.id,
    language,
    subject: oneLine(inTerms(words.subject(facts))),
    body: inTerms(bodyOf(words, facts, names)),
    items: items.map(({ due, step, facts: { stream, title } }) => ({ due, step, stream, title })),
    reminders: reminders.map(({ key }) => key),
    createdAt: at,
  };
}

/** No term of the office is put into what people wrote. */
function factsAsWritten({ part, ...facts }: ItemFacts): ItemFacts {
  const written = Object.entries(part).map(([name, text]) => [name, name === 'kind' ? text : asWritten(text)]);
  return {
    ...facts,
    title: asWritten(facts.title),
    procedure: asWritten(facts.procedure),
    stream: asWritten(facts.stream),
    part: Object.fromEntries(written) as Part,
    others: facts.others.map(asWritten),
  };
}

function bodyOf(words: Wording, facts: readonly ItemFacts[], names: { reader: string; office: string }): string {
  const spelt = facts.slice(0, ITEMS_SPELT_OUT).map((item, i) => `${i + 1}. ${words.item(item).join('\n   ')}`);
  const more = facts.length > ITEMS_SPELT_OUT ? [words.more(facts.length - ITEMS_SPELT_OUT)] : [];
  return [words.greeting(names.reader), ...spelt, ...more, words.closing(names.office)].join('\n\n');
}

/** `ofItem`: the reminders of one reader about one item, of which the last is the most urgent. */
function itemOf(ofItem: readonly FiredReminder[], { input, names, told }: Context): Item {
  const [first] = ofItem;
  const last = ofItem.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('an item has at least one reminder');
  const { due, person } = first;
  const nameOf = (id: string): string => names.get(id)?.name ?? id;
  const others = new Set((told.get(due.key) ?? []).map((other) => other.person).filter((id) => id !== person));
  const facts: ItemFacts = {
    kind: due.kind,
    title: oneLine(due.titles?.[names.get(person)?.language ?? 'vi'] ?? due.title),
    procedure: due.procedure,
    stream: due.stream,
    dueAt: due.dueAt,
    timeZone: input.calendar.timeZone,
    standing: standingOf(due, input),
    part: partOf(ofItem, nameOf),
    others: [...others].map(nameOf),
  };
  return { due: due.key, step: last.step, facts };
}

function partOf(ofItem: readonly FiredReminder[], nameOf: (id: string) => string): Part {
  const nearest = ofItem.reduce((a, b) => (b.level < a.level ? b : a));
  const away = nearest.inPlaceOf === nearest.person ? undefined : nameOf(nearest.inPlaceOf);
  if (nearest.level > 0) {
    const owners = nearest.due.persons.map(nameOf).join(', ');
    return { kind: 'superior', owners, ...(away === undefined ? {} : { inPlaceOf: away }) };
  }
  return away === undefined ? { kind: 'owner' } : { kind: 'stand-in', inPlaceOf: away };
}

function standingOf(due: DueItem, { calendar, at }: RemindersInput): Standing {
  const today = localDateOf(at, calendar.timeZone);
  const dueDay = dueDayOf(due, calendar.timeZone);
  if (at > due.dueAt) return { kind: 'late', workingDays: workingDaysBetween(calendar, dueDay, today) };
  return dueDay === today
    ? { kind: 'today' }
    : { kind: 'left', workingDays: workingDaysBetween(calendar, today, dueDay) };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
