import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { outboxActivities } from '../../../src/activities/outbox.activities';
import type { Channel, DocumentKind, DocumentOf } from '../../../src/activities/ports';
import { reminderActivities } from '../../../src/activities/reminders.activities';
import type { OfficeSettings, Person } from '../../../src/domain/organisation/organisation.schema';
import type { DueItem } from '../../../src/domain/reminders/due';
import type { RetryPlan } from '../../../src/domain/reminders/backoff';
import { prepareCollections } from '../../../src/store/collections';
import { connect } from '../../../src/store/connection';
import { cycleCollections } from '../../../src/store/cycles';
import { createOrganisation, organisationCollections } from '../../../src/store/organisation';
import { createOutbox } from '../../../src/store/outbox';
import { createReminders, reminderCollections } from '../../../src/store/reminders';
import { servers } from '../support/servers';

/** An office on a database of its own. */
export type TestOffice = Awaited<ReturnType<typeof openOffice>>;

export async function openOffice() {
  const connection = await connect(servers().mongoUri(`reminders_${randomUUID().slice(0, 8)}`));
  await prepareCollections(connection, [...organisationCollections, ...cycleCollections, ...reminderCollections]);
  const organisation = createOrganisation(connection);
  const put = async <K extends DocumentKind>(kind: K, value: DocumentOf[K]): Promise<void> => {
    const edited = await organisation.put(kind, value, { by: 'test' });
    if (!edited.ok) throw new Error(JSON.stringify(edited));
  };
  const reminders = createReminders(connection);
  const outbox = createOutbox(connection);
  return {
    connection,
    organisation,
    reminders,
    outbox,
    unit: (id: string, office: OfficeSettings) => put('unit', { id, name: `Sở ${id}`, office }),
    policy: (id: string, steps: DocumentOf['reminderPolicy']['steps']) =>
      put('reminderPolicy', { id, name: id, steps }),
    person: (id: string, more: Partial<Person> = {}) =>
      put('person', { id, name: `Ông ${id}`, unit: 'office', roles: ['reviewer'], language: 'vi', ...more }),
    owe: (...dues: readonly DueItem[]) => owe(connection, dues),
    activities: (channels: readonly Channel[] = [], retries?: RetryPlan) => {
      const deps = { organisation, reminders, outbox, channels, clock: { now: () => new Date().toISOString() } };
      return { ...reminderActivities(deps), ...outboxActivities({ ...deps, ...(retries && { retries }) }) };
    },
    inboxOf: (person: string) => reminders.inbox(person, undefined, 1000),
    close: async () => {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

/** Open cycles that owe these, one each. */
async function owe(connection: Connection, dues: readonly DueItem[]): Promise<void> {
  const cycles = connection.collection<{ _id: string }>('cycles');
  const documents = dues.map((due) => ({ _id: due.stream, open: true, unit: due.unit, dues: [due] }));
  await cycles.deleteMany({ _id: { $in: documents.map(({ _id }) => _id) } });
  await cycles.insertMany(documents);
}

export const review = (no: number, more: Partial<DueItem> = {}): DueItem => ({
  key: `office~licence~${no}/review`,
  kind: 'review',
  stream: `office~licence~${no}`,
  unit: 'office',
  procedure: 'licence',
  title: `Rút ngắn cấp phép ${no}`,
  persons: ['an'],
  openedAt: new Date(Date.now() - 86_400_000).toISOString(),
  dueAt: new Date().toISOString(),
  ...more,
});

/** Waits until the answer is a good one; the test's own time limit ends it. */
export async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
