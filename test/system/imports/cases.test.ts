import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseFact, ReadCase } from '../../../src/domain/cases/case';
import { servers } from '../support/servers';
import { storesAt, type Stores } from './support';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const day = (number: number): number => START + number * DAY_MS;
const EARLY = '2026-06-01T00:00:00.000Z';
const LATE = '2026-06-02T00:00:00.000Z';

/** A case received on day 0 with a step on each of the days. */
function read(id: string, days: readonly number[], more: Partial<ReadCase> = {}): ReadCase {
  const steps = days.map((number) => ({ activity: `on day ${number}`, at: new Date(day(number)).toISOString() }));
  return { id, row: 1, receivedAt: day(0), decidedAt: day(days.at(-1) ?? 0), steps, ...more };
}

describe('stored cases', () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await storesAt(servers().mongoUri(`imports_cases_${process.pid}`));
  });
  afterAll(() => stores.connection.close());

  it('are added once, and unchanged from then on', async () => {
    const batch = [read('A', [0, 5]), read('B', [0, 6], { unit: 'x', waiting: [[day(1), day(2)]] })];
    expect(await stores.cases.compare('once', batch)).toEqual({ added: 2, updated: 0, unchanged: 0, older: 0 });
    expect(await stores.cases.store('once', 'i1', batch)).toEqual({ added: 2, updated: 0, unchanged: 0, older: 0 });
    expect(await stores.cases.store('once', 'i2', batch)).toEqual({ added: 0, updated: 0, unchanged: 2, older: 0 });
    expect(await stores.cases.caseHistory('once', 'A')).toEqual([]);
  });

  it('are counted as what they were when the same import comes again', async () => {
    await stores.cases.store('again', 'i1', [read('A', [0]), read('B', [0]), read('Z', [0, 9])], EARLY);
    const batch = [read('A', [0, 1]), read('B', [0]), read('C', [0]), read('Z', [0, 5])];
    const counts = { added: 1, updated: 1, unchanged: 1, older: 1 };
    expect(await stores.cases.store('again', 'i2', batch, LATE)).toEqual(counts);
    expect(await stores.cases.store('again', 'i2', batch, LATE)).toEqual(counts);
    const third = { added: 0, updated: 0, unchanged: 4, older: 0 };
    expect(await stores.cases.store('again', 'i3', batch, LATE)).toEqual(third);
  });

  it('keep their older state when a newer one comes', async () => {
    await stores.cases.store('newer', 'i1', [read('A', [0, 1])], EARLY);
    await stores.cases.store('newer', 'i2', [read('A', [0, 1, 2], { channel: 'Internet' })], LATE);
    expect(await stores.cases.caseById('newer', 'A')).toMatchObject({
      version: 2,
      importId: 'i2',
      channel: 'Internet',
    });
    const history = await stores.cases.caseHistory('newer', 'A');
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ version: 1, importId: 'i1', decidedAt: day(1), steps: [{}, {}] });
  });

  it('are streamed as imports had brought them by an instant', async () => {
    await stores.cases.store('then', 'i1', [read('A', [0, 1]), read('B', [0, 2])], EARLY);
    await stores.cases.store('then', 'i2', [read('A', [0, 1, 9]), read('C', [0, 3])], LATE);
    const decided = async (knownAt?: string) => {
      const range = knownAt === undefined ? {} : { knownAt: Date.parse(knownAt) };
      const found: string[] = [];
      for await (const { id, decidedAt } of stores.cases.stream('then', range)) found.push(`${id} ${decidedAt}`);
      return found.sort();
    };
    expect(await decided(EARLY)).toEqual([`A ${day(1)}`, `B ${day(2)}`]);
    expect(await decided(LATE)).toEqual([`A ${day(9)}`, `B ${day(2)}`, `C ${day(3)}`]);
    expect(await decided(LATE)).toEqual(await decided());
    expect(await decided('2026-05-01T00:00:00.000Z')).toEqual([]);
  });

  it('are not replaced by a state whose last step is older: that goes into their history', async () => {
    await stores.cases.store('older', 'new', [read('A', [0, 5])], EARLY);
    const counts = await stores.cases.store('older', 'old', [read('A', [0, 3])], LATE);
    expect(counts).toEqual({ added: 0, updated: 0, unchanged: 0, older: 1 });
    expect(await stores.cases.caseById('older', 'A')).toMatchObject({ version: 1, decidedAt: day(5) });
    expect(await stores.cases.caseHistory('older', 'A')).toMatchObject([{ decidedAt: day(3), importId: 'old' }]);
  });

  it('of two equally recent states have that of the later import, in whichever order the two are stored', async () => {
    const early = [read('A', [0, 5], { unit: 'early' })];
    const late = [read('A', [0, 5], { unit: 'late' })];
    await stores.cases.store('tie1', 'early', early, EARLY);
    await stores.cases.store('tie1', 'late', late, LATE);
    await stores.cases.store('tie2', 'late', late, LATE);
    await stores.cases.store('tie2', 'early', early, EARLY);
    for (const procedure of ['tie1', 'tie2'])
      expect(await stores.cases.caseById(procedure, 'A')).toMatchObject({ unit: 'late' });
  });

  it('are not held for ever by a step dated after the import, which can only be a slip', async () => {
    await stores.cases.store('slip', 'wrong', [read('A', [0, 40_000])], EARLY);
    await stores.cases.store('slip', 'right', [read('A', [0, 4])], LATE);
    expect(await stores.cases.caseById('slip', 'A')).toMatchObject({ importId: 'right', decidedAt: day(4) });
  });

  it('are the same when two attempts of one import write them at once', async () => {
    const batch = Array.from({ length: 500 }, (_, i) => read(`case-${i}`, [0, i % 30]));
    await stores.cases.store('race', 'first', batch.slice(0, 250), EARLY);
    const newer = batch.map((one) => ({ ...one, unit: 'x' }));
    const counts = await Promise.all([1, 2, 3].map(() => stores.cases.store('race', 'second', newer, LATE)));
    for (const count of counts) expect(count).toEqual({ added: 250, updated: 250, unchanged: 0, older: 0 });
    expect(await stores.connection.collection('caseHistory').countDocuments({ procedure: 'race' })).toBe(250);
  });

  it('are streamed by the day they were received, by group, without their steps', async () => {
    const batch = Array.from({ length: 25 }, (_, i) =>
      read(`case-${i}`, [i], { receivedAt: day(i), channel: i % 2 === 0 ? 'Internet' : 'Desk' }),
    );
    await stores.cases.store('stream', 'i1', batch);
    const found: CaseFact[] = [];
    const selection = { channel: ['Internet', 'Post'] };
    for await (const fact of stores.cases.stream('stream', { from: day(4), to: day(10) }, selection)) found.push(fact);
    expect(found.map(({ id }) => id).sort()).toEqual(['case-4', 'case-6', 'case-8']);
    expect(found.find(({ id }) => id === 'case-4')).toEqual({
      id: 'case-4',
      receivedAt: day(4),
      decidedAt: day(4),
      channel: 'Internet',
      repeats: 0,
    });
  });

  it('are listed page by page in the order of their ids', async () => {
    await stores.cases.store(
      'pages',
      'i1',
      ['c', 'a', 'd', 'b'].map((id) => read(id, [0])),
    );
    const first = await stores.cases.list('pages', { limit: 3 });
    const second = await stores.cases.list('pages', { after: 'c', limit: 3 });
    expect([first, second].map((page) => page.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['d']]);
  });
});
