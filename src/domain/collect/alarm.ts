import { lineOf } from '../access/place';
import { officeOf, unitsOfOffice } from '../organisation/offices';
import type { Person, Unit } from '../organisation/organisation.schema';
import type { Collector } from './collector.schema';

/** Failed collections, one after the other, before somebody is told. One alone is made up for by the next. */
export const FAILURES_BEFORE_ALARM = 3;

/** Reminders under these keys are recorded once: an outage is told once, and its end once. */
export const alarmKey = (what: 'failing' | 'works', { collector, id }: { collector: string; id: string }): string =>
  ['collect', collector, what, id].join('|');

/**
 * Who is told of a collector: its owner; without one the administrators of its office and of the units above it, and
 * where there are none, all administrators.
 */
export function responsibleFor(
  { owner, unit }: Pick<Collector, 'owner' | 'unit'>,
  people: readonly Person[],
  units: readonly Unit[],
): readonly Person[] {
  const owning = people.filter(({ id }) => id === owner);
  if (owning.length > 0) return owning;
  const administrators = people.filter(({ roles }) => roles.includes('administrator'));
  const office = officeOf(units, unit)?.id ?? unit;
  const near = new Set([...unitsOfOffice(units, office), ...lineOf(units, office).map(({ id }) => id)]);
  const own = administrators.filter((person) => near.has(person.unit));
  return own.length > 0 ? own : administrators;
}
