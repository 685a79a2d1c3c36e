import type { Connection, mongo } from 'mongoose';
import type {
  Deputies,
  DocumentKind,
  DocumentOf,
  Edited,
  Organisation,
  OrganisationEditor,
  Versioned,
} from '../activities/ports';
import type { Calendar } from '../domain/calendar/calendar.schema';
import type { PlanTemplate } from '../domain/cycle/planTemplate.schema';
import type { Person, Procedure, Unit } from '../domain/organisation/organisation.schema';
import { checkRemoval } from '../domain/organisation/rules';
import type { ReminderPolicy } from '../domain/reminders/policy.schema';
import type { Terms } from '../domain/terms/terms.schema';
import type { CollectionSpec } from './collections';
import { createDocuments, documentCollections } from './documents';
import type { DocumentStore } from './documents';
import { refusalOf, usersOf } from './organisation.rules';
import { inTransaction } from './transaction';

const NAMES = {
  unit: 'units',
  person: 'people',
  procedure: 'procedures',
  calendar: 'calendars',
  reminderPolicy: 'reminder_policies',
  planTemplate: 'plan_templates',
  terms: 'terms',
} as const satisfies Record<DocumentKind, string>;
const GUARD = 'organisation_guard';

export const organisationCollections: readonly CollectionSpec[] = [
  ...Object.values(NAMES).flatMap((name) =>
    documentCollections(name, name === 'people' ? ['deputy', 'manager', 'unit'] : []),
  ),
  { name: GUARD, indexes: [] },
];

export type OrganisationStores = { readonly [K in DocumentKind]: DocumentStore<DocumentOf[K]> };

/** Units, people, procedures, calendars and reminder policies, with the edits that keep them true to each other. */
export function createOrganisation(
  connection: Connection,
  now: () => string = () => new Date().toISOString(),
): Organisation & OrganisationEditor & Deputies {
  const stores: OrganisationStores = {
    unit: createDocuments<Unit>(connection, NAMES.unit, now),
    person: createDocuments<Person>(connection, NAMES.person, now),
    procedure: createDocuments<Procedure>(connection, NAMES.procedure, now),
    calendar: createDocuments<Calendar>(connection, NAMES.calendar, now),
    reminderPolicy: createDocuments<ReminderPolicy>(connection, NAMES.reminderPolicy, now),
    planTemplate: createDocuments<PlanTemplate>(connection, NAMES.planTemplate, now),
    terms: createDocuments<Terms>(connection, NAMES.terms, now),
  };
  return {
    units: stores.unit,
    people: stores.person,
    procedures: stores.procedure,
    calendars: stores.calendar,
    reminderPolicies: stores.reminderPolicy,
    planTemplates: stores.planTemplate,
    terms: stores.terms,
    termsOf: (units) => termsOf(stores.terms, units),
    allUnits: () => stores.unit.find({}),
    peopleById: (ids) => stores.person.find({ _id: { $in: [...ids] } }),
    peopleWithDeputy: (id) => stores.person.find({ 'value.deputy': id }),
    peopleInUnits: (units) => stores.person.find({ 'value.unit': { $in: [...units] } }),
    peopleWithSuperiors: (ids) => withSuperiors(stores.person, ids),
    ...editor(connection, stores),
  };
}

function editor(connection: Connection, stores: OrganisationStores): OrganisationEditor {
  return {
    put<K extends DocumentKind>(kind: K, value: DocumentOf[K], { by, expected }: { by: string; expected?: number }) {
      return alone(connection, async (session): Promise<Edited<DocumentOf[K]>> => {
        const refusal = await refusalOf(kind, value, stores, session);
        if (refusal !== undefined) return { ok: false, refusal };
        const store: DocumentStore<DocumentOf[K]> = stores[kind];
        const written = await store.write(session, value, by, expected);
        return written === 'conflict' ? { ok: false, conflict: 'version' } : { ok: true, ...written };
      });
    },
    remove(kind, id, { by, expected, usedBy = [] }) {
      return alone(connection, async (session) => {
        const refusal = checkRemoval(kind, id, [...(await usersOf(kind, id, stores, session)), ...usedBy]);
        if (refusal !== undefined) return { ok: false, refusal };
        const removed = await stores[kind].remove(session, id, by, expected);
        return removed === 'conflict' ? { ok: false, conflict: 'version' } : removed;
      });
    },
  };
}

/** Edits one after the other, also across processes: two of them together could make a circle that neither makes alone. */
const alone = <T>(connection: Connection, work: (session: mongo.ClientSession) => Promise<T>): Promise<T> =>
  inTransaction(connection, async (session) => {
    const guard = connection.collection<{ _id: string; edits: number }>(GUARD);
    await guard.updateOne({ _id: 'edits' }, { $inc: { edits: 1 } }, { upsert: true, session });
    return work(session);
  });

async function termsOf(
  terms: DocumentStore<Terms>,
  units: readonly { readonly id: string }[],
): Promise<readonly Terms[]> {
  const found = await terms.find({ _id: { $in: units.map(({ id }) => id) } });
  return units.flatMap(({ id }) => found.find((one) => one.id === id) ?? []);
}

/** The people, whoever stands in for them, and all their superiors. */
async function withSuperiors(people: DocumentStore<Person>, ids: readonly string[]): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const level = await people.find({ _id: { $in: wanted } });
    for (const person of level) found.set(person.id, person);
    const above = level.flatMap(({ manager, deputy }) => [manager, deputy]);
    wanted = [...new Set(above.filter((id): id is string => id !== undefined && !found.has(id)))];
    if (level.length === 0) break;
  }
  return [...found.values()];
}

/**
 * Puts what ships with the product where it is missing, and renews what nobody edited since; an office's own edit is
 * never overwritten.
 */
export async function ensureDocument<K extends DocumentKind>(
  organisation: OrganisationEditor,
  kind: K,
  value: DocumentOf[K],
  present: Versioned<DocumentOf[K]> | undefined,
): Promise<void> {
  if (present !== undefined && present.updatedBy !== SHIPPED) return;
  const edited = await organisation.put(kind, value, { by: SHIPPED, expected: present?.version ?? 0 });
  if (!edited.ok && 'refusal' in edited) throw new Error(`${kind} ${value.id} cannot be put: ${edited.refusal.code}`);
}

/** Who wrote what came with the product. */
export const SHIPPED = 'kairyo';
