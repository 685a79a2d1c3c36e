import { beforeAll, afterAll, expect, jest, test } from '@jest/globals';
import type mongoose from 'mongoose';
import { evaluationBook } from '../../../src/activities/evaluationBook';
import type { EvaluationOpening, Evaluations } from '../../../src/activities/evaluations.ports';
import { sha256 } from '../../../src/activities/cycle.activities';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import type { EvaluationEvent } from '../../../src/domain/evaluations/events';
import { evolve } from '../../../src/domain/evaluations/evolve';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import { verifyChain } from '../../../src/domain/shared/chain';
import { createAccessLog } from '../../../src/store/accessLog';
import { createEvaluationStore, evaluationCollections } from '../../../src/store/evaluations';
import { createPosts, postCollections } from '../../../src/store/posts';
import { accessLogCollections } from '../../../src/store/accessLog';
import { definition, work } from '../../unit/evaluations/support';
import { freshDatabase } from '../api/support';

jest.setTimeout(120_000);

let connection: mongoose.Connection;
const AT = '2026-03-20T02:00:00.000Z';
const PERIOD = 's~u~2026-03';
const OPENING = { at: AT, by: 'kairyo', commandId: 'open' };

/** A process of its own: its own queue of commands. */
const aProcess = (): Evaluations =>
  evaluationBook({
    store: createEvaluationStore(connection),
    calendarOf: async () => VIETNAM,
    schemeInForce: async () => ({ version: 1, definition }),
    scored: () => ({}),
    newPlace: async () => undefined,
    news: async () => [],
    now: () => AT,
  });

const row = (person: string): EvaluationOpening => ({
  ...{ periodId: PERIOD, person, period: '2026-03', scheme: { id: 's', version: 1 } },
  rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 },
  ...{ unit: 'u', agency: 'u', position: 'officer', duties: 'officer', kind: 'civil-servant', leader: false },
  ...{ manager: 'manager', approver: 'approver', workingShare: 1 },
  segments: [{ unit: 'u', from: '2026-03-01', to: '2026-03-31' }],
});
const idOf = (person: string): string => `${PERIOD}~${person}`;
const order = (item: string, commandId = item) => ({ command: work(item, 1), by: { id: 'manager' }, commandId });

/** The stream whole, its chain sound, and the projection what it comes to. */
async function sound(evaluations: Evaluations, id: string): Promise<Evaluation> {
  const events = await evaluations.read(id);
  const links = (async function* () {
    yield* events;
  })();
  expect((await verifyChain<EvaluationEvent>(links, sha256)).valid).toBe(true);
  const stored = await evaluations.get(id);
  const recomputed = events.reduce<Evaluation | undefined>((one, { event }) => evolve(one, event), undefined);
  expect([stored?.version, stored?.evaluation]).toEqual([events.length, recomputed]);
  if (recomputed === undefined) throw new Error(`${id} has no events`);
  return recomputed;
}

beforeAll(async () => {
  connection = await freshDatabase([...evaluationCollections, ...postCollections, ...accessLogCollections]);
});
afterAll(() => connection.close());

test('fifty commands at once by two processes lose nothing', async () => {
  const [one, other] = [aProcess(), aProcess()];
  await one.openMany([row('busy')], OPENING);
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? one : other).command(idOf('busy'), order(`w${i}`))),
  );
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
  expect((await sound(one, idOf('busy'))).items).toHaveLength(50);
});

test('the same command again changes nothing', async () => {
  const evaluations = aProcess();
  await evaluations.openMany([row('again')], OPENING);
  const first = await evaluations.command(idOf('again'), order('w', 'c1'));
  const second = await evaluations.command(idOf('again'), order('w', 'c1'));
  expect(second).toEqual(first);
  expect(await evaluations.read(idOf('again'))).toHaveLength(2);
});

test('a version seen that is not the present one is refused', async () => {
  const evaluations = aProcess();
  await evaluations.openMany([row('seen')], OPENING);
  await evaluations.command(idOf('seen'), order('w'));
  const stale = await evaluations.command(idOf('seen'), { ...order('v'), expected: 1 });
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'CHANGED_MEANWHILE' } });
});

test('a write that breaks off between projection and events leaves nothing', async () => {
  const evaluations = aProcess();
  await evaluations.openMany([row('broken')], OPENING);
  const store = createEvaluationStore(connection);
  const before = await store.get(idOf('broken'));
  const [link] = await store.read(idOf('broken'));
  if (before === undefined || link === undefined) throw new Error('not opened');
  // The second event cannot be stored: a key that the database refuses, after the projection was written.
  const impossible = { ...link, sequence: 2, event: { ...link.event, ['x'.repeat(17 * 1024 * 1024)]: 1 } };
  await expect(store.append([impossible], { ...before.evaluation, unit: 'elsewhere' })).rejects.toThrow();
  expect((await sound(evaluations, idOf('broken'))).unit).toBe('u');
});

test('a period of a thousand people is opened in batches, once, and read back in order', async () => {
  const evaluations = aProcess();
  const rows = Array.from({ length: 1000 }, (_, i) => ({
    ...row(`p${String(i).padStart(5, '0')}`),
    periodId: 's~v~2026-03',
  }));
  let opened = 0;
  for (let i = 0; i < rows.length; i += 200) opened += await evaluations.openMany(rows.slice(i, i + 200), OPENING);
  for (let i = 0; i < rows.length; i += 200) opened += await evaluations.openMany(rows.slice(i, i + 200), OPENING);
  expect(opened).toBe(1000);
  const read: string[] = [];
  for await (const { evaluation } of evaluations.ofPeriod('s~v~2026-03')) read.push(evaluation.person);
  expect(read).toEqual(rows.map(({ person }) => person));
  expect(await evaluations.counts('s~v~2026-03')).toEqual({ collecting: 1000 });
  await sound(evaluations, 's~v~2026-03~p00999');
});

test('a list goes on behind the last one seen', async () => {
  const evaluations = aProcess();
  const query = { period: 's~v~2026-03', manager: 'manager', limit: 3 };
  const first = await evaluations.list(query);
  const last = first.at(-1);
  if (last === undefined) throw new Error('nothing listed');
  const next = await evaluations.list({ ...query, after: `${last.evaluation.period} ${last.id}` });
  expect([...first, ...next].map(({ evaluation }) => evaluation.person)).toEqual([
    'p00000',
    'p00001',
    'p00002',
    'p00003',
    'p00004',
    'p00005',
  ]);
});

test('posts keep their versions, and an edit of what somebody else changed is refused', async () => {
  const posts = createPosts(connection);
  const post = { from: '2026-01-01', unit: 'u', position: 'officer', kind: 'civil-servant', leader: false };
  const put = (position: string, expected?: number) =>
    posts.put({ person: 'binh', posts: [{ ...post, position }], by: 'head', at: AT, expected });
  expect(await put('officer', 0)).toMatchObject({ version: 1 });
  expect(await put('officer')).toMatchObject({ version: 1 });
  expect(await put('expert', 1)).toMatchObject({ version: 2 });
  expect(await put('officer', 1)).toBe('conflict');
  expect(await posts.peopleIn(['u'])).toEqual(['binh']);
});

test('who looked at an evaluation is kept, newest first', async () => {
  const log = createAccessLog(connection);
  const look = (at: string) => ({ person: 'binh', evaluation: idOf('binh'), by: 'manager', at, what: 'one' });
  await log.record([look('2026-03-01T00:00:00.000Z'), look('2026-03-02T00:00:00.000Z')]);
  const [newest, ...rest] = await log.of('binh', { limit: 10 });
  expect([newest?.at, rest.length]).toEqual(['2026-03-02T00:00:00.000Z', 1]);
});
