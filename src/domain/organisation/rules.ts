import { placeOf } from '../access/place';
import type { Refusal } from '../shared/result';
import { ADMINISTRATOR, DEFAULT_CALENDAR, DEFAULT_REMINDER_POLICY, NO_UNIT } from './defaults';
import type { Person, Procedure, Unit } from './organisation.schema';
import type { OrganisationCode } from './refusals';

type Refused = Refusal<OrganisationCode> | undefined;
/** Whether a document of that kind and id is there. */
export type Known = {
  readonly units: readonly Pick<Unit, 'id' | 'parent'>[];
  readonly calendars: ReadonlySet<string>;
  readonly reminderPolicies: ReadonlySet<string>;
};
/** `superiors`: the manager-to-be, their manager, and so on; empty when the manager is unknown. */
export type KnownPeople = {
  readonly unit: boolean;
  readonly superiors: readonly string[];
  readonly deputy: boolean;
};

/** The first rule that a unit would break beside the other documents. */
export function checkUnit(unit: Unit, known: Known): Refused {
  const { parent, office } = unit;
  const above = parent === undefined ? [] : placeOf(known.units, parent);
  if (parent !== undefined && parent !== unit.id && above.length === 0)
    return unknown('UNKNOWN_UNIT', '/parent', parent);
  if (parent === unit.id || above.includes(unit.id)) return circle('UNITS_FORM_A_CIRCLE', '/parent', unit.id, above);
  return checkCalendar(office?.calendar, '/office/calendar', known) ?? checkPolicy(office?.reminderPolicy, known);
}

export function checkPerson(person: Person, known: KnownPeople): Refused {
  const { id, unit, manager, deputy, roles } = person;
  if (!known.unit && !(id === ADMINISTRATOR && unit === NO_UNIT)) return unknown('UNKNOWN_UNIT', '/unit', unit);
  if (manager === id || known.superiors.includes(id))
    return circle('MANAGERS_FORM_A_CIRCLE', '/manager', id, known.superiors);
  if (manager !== undefined && known.superiors.length === 0) return unknown('UNKNOWN_PERSON', '/manager', manager);
  if (deputy === id) return { code: 'OWN_DEPUTY', field: '/deputy' };
  if (deputy !== undefined && !known.deputy) return unknown('UNKNOWN_PERSON', '/deputy', deputy);
  if (id === ADMINISTRATOR && !roles.includes('administrator')) return { code: 'ADMINISTRATOR_STAYS', field: '/roles' };
  return undefined;
}

export function checkProcedure(procedure: Procedure, known: Known): Refused {
  const { unit, calendar } = procedure;
  if (!known.units.some(({ id }) => id === unit)) return unknown('UNKNOWN_UNIT', '/unit', unit);
  return checkCalendar(calendar, '/calendar', known);
}

/** May the document go? `usedBy` names what still points at it, e.g. `unit sxd`. */
export function checkRemoval(kind: string, id: string, usedBy: readonly string[]): Refused {
  const shipped = { calendar: DEFAULT_CALENDAR, reminderPolicy: DEFAULT_REMINDER_POLICY, person: ADMINISTRATOR };
  if (Object.entries(shipped).some(([k, name]) => k === kind && name === id))
    return { code: 'SHIPPED_STAYS', params: { id } };
  return usedBy.length === 0 ? undefined : { code: 'STILL_NEEDED', params: { id, by: usedBy.slice(0, 20) } };
}

function checkCalendar(calendar: string | undefined, field: string, known: Known): Refused {
  if (calendar === undefined || known.calendars.has(calendar)) return undefined;
  return unknown('UNKNOWN_CALENDAR', field, calendar);
}

function checkPolicy(policy: string | undefined, known: Known): Refused {
  if (policy === undefined || known.reminderPolicies.has(policy)) return undefined;
  return unknown('UNKNOWN_REMINDER_POLICY', '/office/reminderPolicy', policy);
}

const unknown = (code: OrganisationCode, field: string, id: string): Refused => ({ code, field, params: { id } });

/** `above` runs from the new parent (or manager) upwards; the circle is shown from the thing itself back to itself. */
function circle(code: OrganisationCode, field: string, id: string, above: readonly string[]): Refused {
  const until = above.indexOf(id);
  const names = [id, ...(until < 0 ? [] : above.slice(0, until)), id];
  return { code, field, params: { circle: names.join(' → ') } };
}
