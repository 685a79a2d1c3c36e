import { standingOf } from '../auth/bearer';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { hubOf } from '../live/hub';
import { eventStream } from '../live/stream';
import type { ApiDeps } from '../ports';
import { ProblemError } from '../problems/problem';
import { actingFor } from './standing';

/** A person with many pages open in several browsers; a program that opens without end is stopped. */
const STREAMS_A_PERSON = 12;
const STREAMS_IN_ALL = 5_000;
const WAIT_SECONDS = 30;

export const live = route({
  method: 'get',
  path: '/v1/live',
  id: 'listenLive',
  tag: 'Access',
  summary: 'Hear of changes as they happen (server-sent events)',
  description:
    '`text/event-stream`, for as long as the connection lasts. `event: changed` carries ' +
    '`{"kind":"cycle|indicator|survey|message|period|document","id":"…","version":n}`: that it changed, not what changed; ' +
    'the id of a document is `person/lan`, that of a period `<unit>/<period>`. Only about what you may read. With ' +
    '`Last-Event-ID` it continues where the connection broke, up to ten minutes back; `event: missed` means that more ' +
    'happened than can be told: read again. The same change may be told twice. A comment comes every 15 seconds.',
  action: 'signed-in',
  responses: { 200: { description: 'Events', binary: true } },
  problems: ['TOO_MANY_REQUESTS'],
  handle: async (_input, context) => {
    const { deps, person, at, lastEventId } = context;
    const leave = enter(deps, person.id);
    try {
      const standing = await actingFor(context);
      const hearing = { hub: hubOf(deps), standing, standingNow: () => standingNow(context), lastEventId };
      const bytes = eventStream({ ...hearing, now: Date.parse(at) });
      bytes.once('close', leave);
      return { status: 200, bytes, headers: HEADERS };
    } catch (error) {
      leave();
      throw error;
    }
  },
});

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};

/** Signed out, away, of another role since: it counts from the next heartbeat on. */
async function standingNow(context: Context) {
  const person = await context.signInAgain();
  return actingFor({ ...context, person, standing: standingOf(person), at: context.deps.now() });
}

const open = new WeakMap<ApiDeps, Map<string, number>>();

/** Counts the person in, and answers how to count them out once. @throws ProblemError TOO_MANY_REQUESTS */
function enter(deps: ApiDeps, person: string): () => void {
  const counts = open.get(deps) ?? new Map<string, number>();
  open.set(deps, counts);
  const mine = counts.get(person) ?? 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (mine >= STREAMS_A_PERSON || all >= STREAMS_IN_ALL)
    throw new ProblemError('TOO_MANY_REQUESTS', {
      params: { seconds: WAIT_SECONDS },
      headers: { 'Retry-After': `${WAIT_SECONDS}` },
    });
  counts.set(person, mine + 1);
  return () => {
    const left = (counts.get(person) ?? 1) - 1;
    if (left > 0) counts.set(person, left);
    else counts.delete(person);
  };
}
