import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { CHANGES_KEPT_MS, timeOfKey } from '../../activities/changes.ports';
import type { NotedChange } from '../../activities/changes.ports';
import type { Standing } from '../../domain/access/policy';
import { mayHear } from '../../domain/live/change';
import { ProblemError } from '../problems/problem';
import { OVERLAP_MS } from './hub';
import type { Hub } from './hub';

export const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it comes back. */
const RETRY_MS = 2_000;
/** What lies unread beyond this many bytes belongs to somebody who does not read any more. */
const MOST_UNREAD_BYTES = 256 * 1024;

export type Hearing = {
  readonly hub: Hub;
  readonly standing: Standing;
  /** Who the person is now. @throws when they are not signed in any more */
  readonly standingNow: () => Promise<Standing>;
  /** Id of the last event that this browser saw. */
  readonly lastEventId: string | undefined;
  readonly now: number;
};

/**
 * A stream of server-sent events (text/event-stream) about what changes and this person may read. What was noted in the
 * last seconds before is told again: a page that was read just then misses nothing. Ends when the person has signed out.
 */
export function eventStream(hearing: Hearing): Readable {
  const { hub, lastEventId = '', now } = hearing;
  const out = new PassThrough();
  let { standing } = hearing;
  const write = (text: string): void => {
    if (out.readableLength > MOST_UNREAD_BYTES) out.destroy();
    else if (out.writable) out.write(text);
  };
  write(`retry: ${RETRY_MS}\n: open\n\n`);
  const from = resumeFrom(lastEventId, now);
  if (from === undefined) write(MISSED);
  const listener = {
    tell: (changes: readonly NotedChange[], units: Parameters<typeof mayHear>[2]) =>
      write(eventsOf(changes.filter((change) => mayHear(standing, change, units)))),
    missed: () => write(MISSED),
  };
  const heartbeat = setInterval(() => {
    write(': still here\n\n');
    hearing.standingNow().then(
      (present) => (standing = present),
      (error: unknown) => (error instanceof ProblemError ? out.end() : undefined),
    );
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const joined = hub.join(listener, from ?? now - OVERLAP_MS);
  joined.catch(() => out.destroy());
  out.once('close', () => {
    clearInterval(heartbeat);
    void joined.then((leave) => leave()).catch(() => undefined);
  });
  return out;
}

const MISSED = 'event: missed\ndata: {}\n\n';

/** From when on it is told; `undefined`: that is too long ago, changes were forgotten since. */
function resumeFrom(lastEventId: string, now: number): number | undefined {
  if (lastEventId === '') return now - OVERLAP_MS;
  const seen = timeOfKey(lastEventId);
  return seen === undefined || seen < now - CHANGES_KEPT_MS + OVERLAP_MS ? undefined : seen - OVERLAP_MS;
}

/** Of several changes of one thing the last is told. */
export function eventsOf(changes: readonly NotedChange[]): string {
  const last = new Map<string, NotedChange>();
  for (const change of changes) {
    const thing = `${change.kind} ${change.id}`;
    last.delete(thing);
    last.set(thing, change);
  }
  return [...last.values()].map(eventOf).join('');
}

function eventOf({ key, kind, id, version }: NotedChange): string {
  const data = JSON.stringify({ kind, id, ...(version !== undefined && { version }) });
  return `id: ${key}\nevent: changed\ndata: ${data}\n\n`;
}
