import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type mongoose from 'mongoose';
import { sha256 } from '../../../src/activities/cycle.activities';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import type { EvaluationEvent } from '../../../src/domain/evaluations/events';
import { evolve } from '../../../src/domain/evaluations/evolve';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import { verifyChain } from '../../../src/domain/shared/chain';
import { connect } from '../../../src/store/connection';
import { prepareCollections } from '../../../src/store/collections';
import { COLLECTIONS } from '../../../src/worker/collections';
import { servers } from '../support/servers';
import { AT, BINH, MANY, opening, writing } from './writer';

jest.setTimeout(300_000);
let uri: string;
let connection: mongoose.Connection;

beforeAll(async () => {
  uri = servers().mongoUri(`killed_${randomBytes(6).toString('hex')}`);
  connection = await connect(uri);
  await prepareCollections(connection, COLLECTIONS);
});
afterAll(() => connection?.close());

/** `killed`, or the number of writes that it takes. */
async function writer(what: 'open' | 'correct', last: number): Promise<string> {
  const program = [join(__dirname, 'writerProcess.cjs'), uri, what, `${last}`];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error('the writer failed');
  return said.trim();
}

const counted = (name: string, filter: object): Promise<number> => connection.collection(name).countDocuments(filter);

/** The chain is whole and the projection is what the events come to. Answers how many there are. */
async function sound(id: string): Promise<number> {
  const { evaluations } = writing(connection);
  const events = await evaluations.read(id, 0, 1000);
  const links = (async function* () {
    yield* events;
  })();
  expect((await verifyChain<EvaluationEvent>(links, sha256)).valid).toBe(true);
  const stored = await evaluations.get(id);
  const recomputed = events.reduce<Evaluation | undefined>((one, { event }) => evolve(one, event), undefined);
  expect([stored?.version, stored?.evaluation]).toEqual([events.length, recomputed]);
  return events.length;
}

test('an opening killed between its writes has opened everybody or nobody, and the next try completes it', async () => {
  const opened = () => counted('evaluations', { periodId: 's~v~2026-03' });
  // A killed transaction keeps its rows for a minute: not every write is tried.
  expect(await writer('open', 2)).toBe('killed');
  expect([await opened(), await counted('evaluation_events', {})]).toEqual([0, 0]);
  expect(await writer('open', 3)).toBe('killed');
  expect(await opened()).toBe(MANY);
  await writing(connection).open();
  expect([await opened(), await counted('evaluation_events', {})]).toEqual([MANY, MANY]);
  await sound('s~v~2026-03~p0');
});

test('a correction killed between its writes is there whole, its message included, or not at all', async () => {
  const { evaluations, correct } = writing(connection);
  await evaluations.openMany([opening('binh')], { at: AT, by: 'kairyo', commandId: 'open' });
  const ratings = { 'general/ethics': 18, 'general/discipline': 9 };
  const before: readonly (readonly [string, EvaluationCommand])[] = [
    ['manager', { type: 'AssignWork', item: 'w', title: 'Báo cáo', coefficient: 2, quantity: 1, due: '2026-03-20' }],
    ['manager', { type: 'Rate', ratings }],
    ['approver', { type: 'Approve' }],
  ];
  for (const [i, [by, command]] of before.entries())
    expect(await evaluations.command(BINH, { command, by: { id: by }, commandId: `c${i}` })).toMatchObject({
      ok: true,
    });
  const publish = { type: 'PublishResult', total: 27, class: 'not-completed' } as const;
  await evaluations.command(BINH, { command: publish, by: { id: 'kairyo' }, commandId: 'publish' });
  const first = await sound(BINH);
  const told = () => counted('messages', { person: 'binh' });

  let last = 3;
  while ((await writer('correct', last)) === 'killed') {
    const events = await sound(BINH);
    expect([events, await told()]).toEqual(events === first ? [first, 0] : [first + 2, 1]);
    if (events > first) break;
    last++;
  }
  expect(last).toBeGreaterThanOrEqual(4);
  expect(await correct()).toMatchObject({ ok: true, version: first + 2 });
  expect([await sound(BINH), await told()]).toEqual([first + 2, 1]);
});
