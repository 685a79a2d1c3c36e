import type { Calendar } from '../calendar/calendar.schema';
import { dateOfDay, dayNumber } from '../calendar/civil';
import { workingDaysBetween } from '../calendar/workingDays';
import type { Person } from '../organisation/organisation.schema';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { LocalDate } from '../shared/time';
import type { Post } from './period.schema';

type Span = { readonly from: LocalDate; readonly to: LocalDate };
/** Where somebody was during the period, in order. */
export type Segment = Span & { readonly unit: string; readonly manager?: string };

/** Somebody who is evaluated: by the last post within the period, with the posts before it. */
export type Member = {
  readonly person: string;
  readonly unit: string;
  readonly position: string;
  readonly duties: string;
  readonly kind: string;
  readonly leader: boolean;
  readonly manager?: string;
  readonly segments: readonly Segment[];
  /** Working days really worked ÷ working days of the period, 0 to 1. */
  readonly workingShare: number;
};

type Definition = Pick<SchemeDefinition, 'group'>;
export type MembershipOf = {
  readonly definition: Definition;
  readonly span: Span;
  readonly calendar: Calendar;
  /** Whether a unit lies in the tree that is evaluated. */
  readonly inTree: (unit: string) => boolean;
  /** The unit and those above it. */
  readonly placeOf: (unit: string) => readonly string[];
};
export type Somebody = Pick<Person, 'id' | 'unit' | 'manager' | 'roles' | 'absences'>;

/** `undefined`: not in the tree at the end of the period (or of their time in it), or the scheme is for others. */
export function memberOf(person: Somebody, posts: readonly Post[], of: MembershipOf): Member | undefined {
  const { span, definition } = of;
  const held = heldIn(posts.length > 0 ? posts : [postOf(person)], span);
  const last = held.at(-1);
  if (last === undefined || !of.inTree(last.post.unit) || !suits(definition.group, last.post, of)) return undefined;
  const { unit, position, duties = position, kind, leader } = last.post;
  const manager = last.post.manager ?? person.manager;
  return {
    ...{ person: person.id, unit, position, duties, kind, leader },
    ...(manager !== undefined && { manager }),
    segments: held.map(({ post, from, to }) => segmentOf(post, { from, to }, person)),
    workingShare: shareOf(held, person.absences ?? [], of),
  };
}

/** The post somebody holds on a day; `undefined`: not yet here, or gone. */
export const postOn = (person: Somebody, posts: readonly Post[], day: LocalDate): Post | undefined =>
  heldIn(posts.length > 0 ? posts : [postOf(person)], { from: day, to: day }).at(-1)?.post;

/** Somebody of whom no posts are known works where the organisation says. */
const postOf = ({ unit, roles, manager }: Somebody): Post => ({
  ...{ from: '0001-01-01', unit, position: roles.includes('head-of-unit') ? 'head-of-unit' : 'officer' },
  ...{ kind: 'civil-servant', leader: roles.includes('head-of-unit') },
  ...(manager !== undefined && { manager }),
});

function segmentOf({ unit, manager: own }: Post, span: Span, person: Somebody): Segment {
  const manager = own ?? person.manager;
  return { unit, ...span, ...(manager !== undefined && { manager }) };
}

type Held = Span & { readonly post: Post };

/** The posts within the span, each until the day before the next one begins. */
function heldIn(posts: readonly Post[], { from, to }: Span): readonly Held[] {
  const inOrder = [...posts].sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.flatMap((post, i): readonly Held[] => {
    const next = inOrder[i + 1];
    const until = earliest(to, post.to ?? to, next === undefined ? to : dayBefore(next.from));
    const since = post.from > from ? post.from : from;
    return since <= until ? [{ post, from: since, to: until }] : [];
  });
}

const earliest = (...days: readonly LocalDate[]): LocalDate => days.reduce((a, b) => (b < a ? b : a));
const dayBefore = (day: LocalDate): LocalDate => dateOfDay(dayNumber(day) - 1);

/** Whether a scheme is for whoever holds this post: all that the group states must hold. */
export function suits(
  group: Definition['group'],
  { kind, position, unit, leader }: Post,
  { placeOf }: Pick<MembershipOf, 'placeOf'>,
): boolean {
  const { kinds, positions, units, leaders } = group;
  return (
    (kinds?.includes(kind) ?? true) &&
    (positions?.includes(position) ?? true) &&
    (units === undefined || placeOf(unit).some((one) => units.includes(one))) &&
    (leaders === undefined || leaders === leader)
  );
}

/** Working days of both ends. */
const workedIn = (calendar: Calendar, { from, to }: Span): number =>
  from > to ? 0 : workingDaysBetween(calendar, dayBefore(from), to);

function shareOf(held: readonly Held[], absences: readonly Span[], { span, calendar }: MembershipOf): number {
  const all = workedIn(calendar, span);
  if (all === 0) return 1;
  const present = held.reduce((sum, one) => sum + workedIn(calendar, one), 0);
  const away = held.reduce((sum, one) => sum + awayIn(one, absences, calendar), 0);
  return Math.max(0, present - away) / all;
}

/** Days of absences that overlap are counted once. */
function awayIn(within: Span, absences: readonly Span[], calendar: Calendar): number {
  let until = dayBefore(within.from);
  let days = 0;
  for (const absence of [...absences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = [absence.from, within.from, dateOfDay(dayNumber(until) + 1)].reduce((a, b) => (b > a ? b : a));
    const to = earliest(absence.to, within.to);
    if (from > to) continue;
    days += workedIn(calendar, { from, to });
    until = to;
  }
  return days;
}
