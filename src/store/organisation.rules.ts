import type { mongo } from 'mongoose';
import type { DocumentKind, DocumentOf } from '../activities/ports';
import { DEFAULT_CALENDAR, DEFAULT_REMINDER_POLICY } from '../domain/organisation/defaults';
import type { PlanTemplate } from '../domain/cycle/planTemplate.schema';
import type { Person, Procedure, Unit } from '../domain/organisation/organisation.schema';
import type { OrganisationCode } from '../domain/organisation/refusals';
import { checkPerson, checkProcedure, checkUnit } from '../domain/organisation/rules';
import type { Known } from '../domain/organisation/rules';
import type { Refusal } from '../domain/shared/result';
import type { OrganisationStores } from './organisation';

type Session = mongo.ClientSession;

/** Reads what a document has to agree with, inside the transaction that will write it, and asks the domain's rules. */
export async function refusalOf<K extends DocumentKind>(
  kind: K,
  value: DocumentOf[K],
  stores: OrganisationStores,
  session: Session,
): Promise<Refusal<OrganisationCode> | undefined> {
  if (kind === 'person') return refusalOfPerson(value as Person, stores, session);
  if (kind === 'unit') {
    const unit = value as Unit;
    const { office } = unit;
    const units = await stores.unit.find({}, session);
    return checkUnit(unit, await known(stores, session, units, office?.calendar, office?.reminderPolicy));
  }
  if (kind === 'procedure') {
    const procedure = value as Procedure;
    const units = await stores.unit.find({ _id: procedure.unit }, session);
    return checkProcedure(procedure, await known(stores, session, units, procedure.calendar));
  }
  if (kind === 'terms') return refusalOfUnit(value.id, '/unit', stores, session);
  if (kind === 'planTemplate') return refusalOfUnit((value as PlanTemplate).unit, '/unit', stores, session);
  return undefined;
}

async function refusalOfUnit(id: string | undefined, field: string, { unit }: OrganisationStores, session: Session) {
  const known = id === undefined || (await unit.find({ _id: id }, session)).length > 0;
  return known ? undefined : ({ code: 'UNKNOWN_UNIT', field, params: { id } } as const);
}

async function refusalOfPerson(person: Person, { unit, person: people }: OrganisationStores, session: Session) {
  const { manager, deputy } = person;
  const units = await unit.find({ _id: person.unit }, session);
  const deputies = deputy === undefined ? [] : await people.find({ _id: deputy }, session);
  const superiors: string[] = [];
  for (let at = manager; at !== undefined && !superiors.includes(at);) {
    const [superior] = await people.find({ _id: at }, session);
    if (superior === undefined) break;
    superiors.push(superior.id);
    at = superior.id === person.id ? undefined : superior.manager;
  }
  return checkPerson(person, { unit: units.length > 0, superiors, deputy: deputies.length > 0 });
}

async function known(
  { calendar, reminderPolicy }: OrganisationStores,
  session: Session,
  units: readonly Unit[],
  calendarId = DEFAULT_CALENDAR,
  policyId = DEFAULT_REMINDER_POLICY,
): Promise<Known> {
  const calendars = await calendar.find({ _id: calendarId }, session);
  const policies = await reminderPolicy.find({ _id: policyId }, session);
  return {
    units,
    calendars: new Set(calendars.map(({ id }) => id)),
    reminderPolicies: new Set(policies.map(({ id }) => id)),
  };
}

/** What still points at a document, as `unit sxd`, `person lan` … */
export async function usersOf(
  kind: DocumentKind,
  id: string,
  stores: OrganisationStores,
  session: Session,
): Promise<readonly string[]> {
  const at = async (user: DocumentKind, ...fields: string[]) => {
    const filter = { $or: fields.map((field) => ({ [`value.${field}`]: id })) };
    return (await stores[user].find(filter, session)).map((document) => `${user} ${document.id}`);
  };
  switch (kind) {
    case 'unit':
      return [
        ...(await at('unit', 'parent')),
        ...(await at('person', 'unit')),
        ...(await at('procedure', 'unit')),
        ...(await at('planTemplate', 'unit')),
      ];
    case 'person':
      return at('person', 'manager', 'deputy');
    case 'calendar':
      return [...(await at('unit', 'office.calendar')), ...(await at('procedure', 'calendar'))];
    case 'reminderPolicy':
      return at('unit', 'office.reminderPolicy');
    case 'procedure':
    case 'planTemplate':
    case 'terms':
      return [];
  }
}
