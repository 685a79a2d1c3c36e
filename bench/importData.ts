/** Made cases for measuring imports: the same ones for the same seed, written as a stream, so that size costs no memory. */
export type Made = { readonly cases: number; readonly eventsPerCase: number; readonly seed: number };

const ACTIVITIES = ['Receive', 'Check completeness', 'Ask for documents', 'Inspect site', 'Draft permit', 'Decide'];
const CHANNELS = ['Internet', 'Desk', 'Post', 'E-mail'];
const START_MS = Date.UTC(2025, 0, 1);
const HOUR_MS = 3_600_000;
const CHUNK_CHARACTERS = 64 * 1024;

/** One row a step. Rows stand in the order of the steps, not of the cases: those of one case are as far apart as they can be. */
export function* csvOf(made: Made): Iterable<string> {
  yield* inChunks(csvRows(made));
}

/** One trace a case, as the standard has it. */
export function* xesOf(made: Made): Iterable<string> {
  yield* inChunks(xesParts(made));
}

function* csvRows({ cases, eventsPerCase, seed }: Made): Iterable<string> {
  yield 'case:concept:name,concept:name,time:timestamp,case:channel,org:resource\n';
  for (let step = 0; step < eventsPerCase; step += 1)
    for (let i = 0; i < cases; i += 1)
      yield `HS-${String(i).padStart(8, '0')},${activityOf(step)},${timeOf(i, step, seed)},${channelOf(i, seed)},officer ${i % 97}\n`;
}

function* xesParts({ cases, eventsPerCase, seed }: Made): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016">\n';
  for (let i = 0; i < cases; i += 1) {
    yield `<trace><string key="concept:name" value="HS-${String(i).padStart(8, '0')}"/><string key="channel" value="${channelOf(i, seed)}"/>\n`;
    for (let step = 0; step < eventsPerCase; step += 1)
      yield `<event><string key="concept:name" value="${activityOf(step)}"/><date key="time:timestamp" value="${timeOf(i, step, seed)}"/><string key="org:resource" value="officer ${i % 97}"/></event>\n`;
    yield '</trace>\n';
  }
  yield '</log>\n';
}

function* inChunks(parts: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const activityOf = (step: number): string => ACTIVITIES[step % ACTIVITIES.length] ?? '';
const channelOf = (i: number, seed: number): string => CHANNELS[mixed(i, seed) % CHANNELS.length] ?? '';

function timeOf(i: number, step: number, seed: number): string {
  const hours = (i % 8_760) + step * 24 + (mixed(i * 31 + step, seed) % 24);
  return new Date(START_MS + hours * HOUR_MS + (mixed(i, seed) % 3_600_000)).toISOString();
}

/** A whole number that looks random and depends on the seed and the index alone (the finaliser of MurmurHash3). */
function mixed(index: number, seed: number): number {
  let h = Math.imul(index ^ seed, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
