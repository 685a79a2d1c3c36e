import { createHash } from 'node:crypto';
import type { CycleEvent } from '../../../src/domain/cycle/events';
import { evolve } from '../../../src/domain/cycle/evolve';
import type { Cycle } from '../../../src/domain/cycle/state';
import { canonicalJson } from '../../../src/domain/shared/canonicalJson';
import { verifyChain } from '../../../src/domain/shared/chain';
import type { Recorded } from '../../../src/activities/ports';
import type { Stores } from '../../../src/worker/stores';

type Events = readonly Recorded<CycleEvent>[];
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What must hold of a stream at every moment: no gap, a valid chain, a projection that is the replay of the events. */
export async function streamViolations({ events, cycles }: Stores, id: string): Promise<readonly string[]> {
  const [row, links] = [await cycles.get(id), await events.read(id)];
  const chain = await verifyChain(inOrder(links), digest);
  const replayed = links.reduce<Cycle | undefined>((cycle, { event }) => evolve(cycle, event), undefined);
  return [
    ...(chain.valid ? [] : [`${id}: chain broken at ${chain.brokenAt} (${chain.reason})`]),
    ...(row?.version === links.length ? [] : [`${id}: version ${row?.version} with ${links.length} events`]),
    ...(canonicalJson(row?.cycle) === canonicalJson(replayed) ? [] : [`${id}: the projection is not its replay`]),
    ...splitCommands(links).map((command) => `${id}: ${command} was carried out twice`),
  ];
}

async function* inOrder(links: Events): AsyncGenerator<Events[number]> {
  yield* links;
}

/** Commands whose events do not stand together: they were carried out more than once. */
function splitCommands(links: Events): readonly string[] {
  const changes = links.filter(({ commandId }, i) => links[i - 1]?.commandId !== commandId);
  const ids = changes.map(({ commandId }) => commandId);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

/** How often each type of event stands in a stream; those of `expected` must stand there exactly as often. */
export async function countViolations(
  { events }: Stores,
  id: string,
  expected: Partial<Record<CycleEvent['type'], number>>,
): Promise<readonly string[]> {
  const links = await events.read(id);
  return Object.entries(expected).flatMap(([type, times]) => {
    const found = links.filter(({ event }) => event.type === type).length;
    return found === times ? [] : [`${id}: ${type} ${found} times, not ${times}`];
  });
}

/** Keys of the reminders that were told about a stream, as often as they were told. */
export async function remindersOf({ connection }: Stores, stream: string): Promise<readonly string[]> {
  const messages = connection.collection<{ reminders: string[] }>('messages');
  const found = await messages.find({ 'items.stream': stream }).toArray();
  return found.flatMap(({ reminders }) => reminders.filter((key) => key.startsWith(`${stream}/`))).sort();
}

/** Everything in the database at the end: every stream whole, no reminder in two messages. */
export async function databaseViolations(stores: Stores): Promise<readonly string[]> {
  const cycles = await stores.connection.collection<{ _id: string }>('cycles').find({}).toArray();
  const streams = await Promise.all(cycles.map(({ _id }) => streamViolations(stores, _id)));
  const messages = await stores.connection.collection<{ reminders: string[] }>('messages').find({}).toArray();
  const keys = messages.flatMap(({ reminders }) => reminders);
  const unlisted = (await stores.connection.collection('events').distinct('stream')).length - cycles.length;
  return [
    ...streams.flat(),
    ...(new Set(keys).size === keys.length ? [] : ['a reminder stands in two messages']),
    ...(unlisted === 0 ? [] : [`${unlisted} streams have no cycle`]),
  ];
}
