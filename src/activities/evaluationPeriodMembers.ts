import { placeOf, withUnitsBelow } from '../domain/access/place';
import { memberOf } from '../domain/evaluationPeriods/membership';
import type { PeriodOpening } from '../domain/evaluationPeriods/period.schema';
import { ratersOf } from '../domain/evaluationPeriods/raters';
import type { NewPlace } from '../domain/evaluations/decide';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import { firstDayOf, lastDayOf } from '../domain/indicators/period';
import { officeOf } from '../domain/organisation/offices';
import type { Person } from '../domain/organisation/organisation.schema';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import type { Going } from './evaluationBook';
import { calendarOf } from './officeCalendar';
import type { Opened, PeriodPosts } from './evaluationPeriods.ports';
import type { Deputies, Organisation } from './ports';

export type MembersDeps = {
  readonly organisation: Organisation & Pick<Deputies, 'peopleInUnits'>;
  readonly periodPosts: PeriodPosts;
};
type Of = { readonly period: Pick<EvaluationPeriod, 'unit' | 'period'>; readonly definition: SchemeDefinition };
type Excluded = readonly PeriodOpening['excluded'][number][];

/** Everybody who is evaluated in a period as posts and absences now are, in the order of their ids; with who rates them. */
export async function membersOf(
  { period, definition }: Of,
  excluded: Excluded,
  deps: MembersDeps,
): Promise<readonly Opened[]> {
  const units = await deps.organisation.allUnits();
  const tree = withUnitsBelow(units, period.unit);
  const [residents, posted] = await Promise.all([
    deps.organisation.peopleInUnits(tree),
    deps.periodPosts.peopleIn(tree),
  ]);
  const known = new Map(residents.map((person) => [person.id, person]));
  const others = await deps.organisation.peopleById(posted.filter((id) => !known.has(id)));
  const people = [...residents, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  const posts = await deps.periodPosts.of(people.map(({ id }) => id));
  const place = (unit: string): readonly string[] => placeOf(units, unit);
  const inTree = new Set(tree);
  const of = {
    definition,
    span: { from: firstDayOf(period.period), to: lastDayOf(period.period) },
    calendar: await calendarOf(deps.organisation, { unit: period.unit, procedure: '' }),
    inTree: (unit: string) => inTree.has(unit),
    placeOf: place,
  };
  const raters = await lookUps(people, place(period.unit), deps);
  const reasons = new Map(excluded.map(({ person, reason }) => [person, reason]));
  return people.flatMap((person): readonly Opened[] => {
    const member = memberOf(person, posts.get(person.id) ?? [], of);
    if (member === undefined) return [];
    const { manager: _stated, ...rest } = member;
    const why = reasons.get(person.id) ?? tooLittle(member.workingShare, definition);
    return [
      {
        ...rest,
        agency: officeOf(units, member.unit)?.id ?? member.unit,
        ...ratersOf(member, definition.raters, { ...raters, placeOf: place }),
        ...(why !== undefined && { excluded: why }),
      },
    ];
  });
}

/** Office and raters of somebody who goes to a unit, by the scheme; `undefined`: there is no such unit. */
export async function newPlaceOf(
  { person, unit, manager, definition: { raters } }: Going,
  organisation: MembersDeps['organisation'],
): Promise<NewPlace | undefined> {
  const units = await organisation.allUnits();
  const office = officeOf(units, unit);
  if (office === undefined) return undefined;
  const placeOfUnit = (one: string): readonly string[] => placeOf(units, one);
  const heads = await organisation.peopleInUnits(placeOfUnit(unit));
  const known = [...heads.map(({ id }) => id), ...(manager === undefined ? [] : [manager])];
  const superiors = await organisation.peopleWithSuperiors(known);
  const going = { person, unit, ...(manager !== undefined && { manager }) };
  return {
    agency: office.id,
    ...ratersOf(going, raters, { ...lookUp([...superiors, ...heads]), placeOf: placeOfUnit }),
  };
}

/** Managers of everybody, and heads of units, those above the tree included. */
async function lookUps(people: readonly Person[], line: readonly string[], { organisation }: MembersDeps) {
  const above = await organisation.peopleInUnits(line.slice(1));
  const superiors = await organisation.peopleWithSuperiors(people.map(({ id }) => id));
  return lookUp([...superiors, ...people, ...above]);
}

function lookUp(people: readonly Person[]) {
  const all = new Map(people.map((person) => [person.id, person]));
  const heads = new Map<string, string[]>();
  for (const { id, unit, roles } of all.values())
    if (roles.includes('head-of-unit')) heads.set(unit, [...(heads.get(unit) ?? []), id]);
  return {
    managerOf: (person: string) => all.get(person)?.manager,
    headsOf: (unit: string) => heads.get(unit) ?? [],
  };
}

/** [A] Whoever really worked less than the scheme's share of the period is not rated in it. */
function tooLittle(share: number, { leastWorkingShare: least }: SchemeDefinition): string | undefined {
  if (share >= least) return undefined;
  const percent = (part: number): string => `${Math.round(part * 100)} %`;
  return `Thời gian làm việc thực tế ${percent(share)}, dưới mức ${percent(least)} của kỳ đánh giá.`;
}
