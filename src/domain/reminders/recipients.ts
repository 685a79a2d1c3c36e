import type { Person } from '../organisation/organisation.schema';
import type { LocalDate } from '../shared/time';

export type People = ReadonlyMap<string, Person>;

/** The person and their superiors, nearest first. A manager who does not exist, or a circle of them, ends the chain. */
export function chainOf(people: People, person: string): readonly string[] {
  const chain = [person];
  for (let at = people.get(person)?.manager; at !== undefined && people.has(at) && !chain.includes(at);) {
    chain.push(at);
    at = people.get(at)?.manager;
  }
  return chain;
}

export function isAbsent(person: Person, day: LocalDate): boolean {
  return person.absences?.some(({ from, to }) => from <= day && day <= to) ?? false;
}

/** The person when there, else the deputy, else the deputy's deputy; `undefined` when the line ends with nobody there. */
function presentFor(people: People, id: string, day: LocalDate): string | undefined {
  const asked = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !asked.has(at); at = people.get(at)?.deputy) {
    const person = people.get(at);
    if (person !== undefined && !isAbsent(person, day)) return at;
    asked.add(at);
  }
  return undefined;
}

/**
 * Who is told in a person's place on a day: the person, their deputy, or where nobody is there the next superior (or
 * that one's deputy). When the whole chain is away it is the person after all: the message waits in their inbox.
 */
export function standInOf(people: People, person: string, day: LocalDate): string {
  for (const candidate of chainOf(people, person)) {
    const present = presentFor(people, candidate, day);
    if (present !== undefined) return present;
  }
  return person;
}

export type Recipient = {
  readonly person: string;
  /** In whose place: the person themself when there. */
  readonly inPlaceOf: string;
  /** 0: owes it; 1: the superior … */
  readonly level: number;
};

/** Everyone a step at `level` tells: whoever owes it and their superiors up to that level; above the head it is the head. */
export function recipientsOf(
  people: People,
  owner: string,
  { level, day }: { level: number; day: LocalDate },
): readonly Recipient[] {
  return chainOf(people, owner)
    .slice(0, level + 1)
    .map((inPlaceOf, at) => ({ person: standInOf(people, inPlaceOf, day), inPlaceOf, level: at }));
}
