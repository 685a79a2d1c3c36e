import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProgrammeFigures, programmeFigureCollections } from '../../../src/store/programmeFigures';
import { freshDatabase } from '../api/support';

const UNITS = [
  { id: 'kh', name: 'Khánh Hòa' },
  { id: 'dpi', name: 'DPI', parent: 'kh' },
];
let connection: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  connection = await freshDatabase(programmeFigureCollections);
});
afterAll(() => connection.close());

describe("a programme's books", () => {
  it('are summed over units below and the months of a longer period, as they were known', async () => {
    const books = createProgrammeFigures(connection, async () => UNITS);
    const spent = { programme: 'p1', figure: 'spent', by: 'a' };
    const record = (unit: string, period: string, amount: number, version: number, recordedAt: string) =>
      books.record({ ...spent, unit, period, amount, version, recordedAt });
    await record('kh', '2026-01', 0.1, 1, '2026-02-01T00:00:00.000Z');
    await record('dpi', '2026-02', 0.2, 1, '2026-03-01T00:00:00.000Z');
    await record('dpi', '2026-02', 0.5, 2, '2026-04-01T00:00:00.000Z');
    expect(await record('dpi', '2026-02', 0.9, 2, '2026-04-02T00:00:00.000Z')).toBe(false);
    const source = { type: 'programme', programme: 'p1', figure: 'spent' } as const;
    const ask = { source, unit: 'kh', period: '2026-Q1' };
    expect(await books.figure(ask)).toMatchObject({ value: 0.6, n: 2 });
    expect(await books.figure({ ...ask, period: '2026' })).toMatchObject({ value: 0.6 });
    expect(await books.figure({ ...ask, knownAt: '2026-03-15T00:00:00.000Z' })).toMatchObject({ value: 0.3 });
    expect(await books.figure({ ...ask, unit: 'dpi' })).toMatchObject({ value: 0.5, n: 1 });
    expect((await books.figure({ ...ask, period: '2025' })).value).toBeUndefined();
  });
});
