import { heartbeat } from '@temporalio/activity';
import { firedReminders, type RemindersInput } from '../domain/reminders/fired';
import { composeMessages, type ReminderMessage } from '../domain/reminders/remindersDue';
import { missedRoundAt, nextRoundAt } from '../domain/reminders/rounds';
import type { Person } from '../domain/organisation/organisation.schema';
import type { Instant } from '../domain/shared/time';
import type { Channel, Clock, Organisation, Outbox, OutgoingMessage, Reminders } from './ports';
import { allPolicies, loadOffice, type Office } from './reminderOffice';

export type ReminderDeps = {
  readonly organisation: Organisation;
  readonly reminders: Reminders;
  readonly outbox: Outbox;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
};

/** `missed`: the last round was not held at its time, or not at all. */
export type NextRoundInput = { readonly unit: string; readonly now: Instant; readonly missed: boolean };
export type RoundInput = { readonly unit: string; readonly at: Instant };
/** What a round did. `deliveriesDue`: the outbox has something to send. */
export type RoundResult = { readonly messages: number; readonly deliveriesDue: boolean };

export type ReminderActivities = ReturnType<typeof reminderActivities>;

/** Messages stored between two heartbeats. */
const CHUNK = 500;
/** Another round at the same time may have said some of it; then what is left is looked up again. */
const LOOKS = 3;

export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** What an office's day asks the world to do. Both may be repeated at any point. */
export function reminderActivities(deps: ReminderDeps) {
  const { organisation, reminders, outbox, clock } = deps;
  return {
    /** When the office holds its next round; `undefined` when it is no office any more. */
    async nextRound({ unit, now, missed }: NextRoundInput): Promise<Instant | undefined> {
      const office = await loadOffice(organisation, unit);
      if (office === undefined) return undefined;
      return (missed ? missedRoundAt : nextRoundAt)(office.calendar, office.settings.rounds, now);
    },

    /**
     * One round: everything that is due by now, told to each person in one message. An attempt that crashed leaves some
     * messages stored and the others not; the next one finds which reminders are recorded and says the rest.
     */
    async holdRound({ unit, at }: RoundInput): Promise<RoundResult> {
      const office = await loadOffice(organisation, unit);
      const messages = office === undefined ? 0 : await holdIn(office, later(at, clock.now()));
      const next = await outbox.nextAttemptAt();
      return { messages, deliveriesDue: next !== undefined && next <= later(at, clock.now()) };
    },
  };

  /** Answers how many messages were stored. */
  async function holdIn(office: Office, at: Instant): Promise<number> {
    const input = await load(office, at);
    const fired = firedReminders(input);
    let stored = 0;
    for (let look = 0; look < LOOKS; look += 1) {
      const recorded = await reminders.recorded(fired.map(({ key }) => key));
      heartbeat();
      const open = fired.filter(({ key }) => !recorded.has(key));
      const messages = composeMessages(look === 0 ? input : { ...input, at: laterBy(at, look) }, open);
      const leftOut = await store(withDeliveries(messages, input.people));
      stored += messages.length - leftOut;
      if (leftOut === 0) break;
    }
    return stored;
  }

  async function load(office: Office, at: Instant): Promise<RemindersInput> {
    const [policies, dues] = await Promise.all([allPolicies(organisation), reminders.openDues(office.units)]);
    heartbeat();
    const people = await organisation.peopleWithSuperiors([...new Set(dues.flatMap(({ persons }) => persons))]);
    const { id, name, calendar, settings, terms } = office;
    const policy = settings.reminderPolicy;
    return {
      office: { id, name },
      policies,
      dues,
      calendar,
      people,
      at,
      terms,
      ...(policy === undefined ? {} : { defaultPolicy: policy }),
    };
  }

  function withDeliveries(messages: readonly ReminderMessage[], people: readonly Person[]): readonly OutgoingMessage[] {
    const known = new Map(people.map((person) => [person.id, person]));
    const deliveriesOf = (person: Person | undefined): OutgoingMessage['deliveries'] =>
      deps.channels.flatMap((channel) => {
        const address = person === undefined ? undefined : channel.address(person);
        return address === undefined ? [] : [{ channel: channel.key, address }];
      });
    return messages.map((message) => ({ ...message, deliveries: deliveriesOf(known.get(message.person)) }));
  }

  /** Answers how many were left out. */
  async function store(messages: readonly OutgoingMessage[]): Promise<number> {
    let leftOut = 0;
    for (let start = 0; start < messages.length; start += CHUNK) {
      leftOut += (await reminders.record(messages.slice(start, start + CHUNK))).leftOut;
      heartbeat();
    }
    return leftOut;
  }
}

/** A second look has a key of its own: what is left of a message that was left out must not be taken for that message. */
const laterBy = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
