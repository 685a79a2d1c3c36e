import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Staging } from '../../../src/sources/staging';
import { readWith } from './support';

const CASES = 3_000;
const STEPS = 25;
const valuesOf = (i: number, step: number) => [`${i}`, step < 9 ? 'a' : 'b', '', '', '', ''];

describe('rows of many cases, scattered over a file that is larger than the buffers', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kairyo-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are put together by case, in the order of their rows, and no file can be found meanwhile or afterwards', () => {
    const staging = new Staging(folder);
    const activity = `bước ${'x'.repeat(600)}`;
    for (let step = 0; step < STEPS; step += 1)
      for (let i = 0; i < CASES; i += 1)
        staging.add(`case-${i}`, { row: step * CASES + i, at: step, activity, values: valuesOf(i, step) });
    expect(readdirSync(folder)).toEqual([]);
    const found = [...staging.batches(100)].flat();
    expect(found).toHaveLength(CASES);
    for (const { id, rows } of found) {
      const i = Number(id.slice(5));
      expect(rows.map(({ row, at }) => [row, at])).toEqual(Array.from({ length: STEPS }, (_, s) => [s * CASES + i, s]));
      expect(rows[0]?.activity).toBe(activity);
      expect(rows[8]?.values).toEqual(valuesOf(i, 8));
      expect(rows[9]?.values).toEqual(valuesOf(i, 9));
    }
    staging.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leave no file behind when reading breaks off', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `case-${i % 7},${'x'.repeat(290)}${i},2026-01-01`).join('\n');
    const broken = Buffer.from(`case:concept:name,concept:name,time:timestamp\n${rows}\n"`);
    const bytes = (async function* () {
      for (let start = 0; start < broken.length; start += 65_536) yield broken.subarray(start, start + 65_536);
    })();
    await expect(readWith('text/csv', bytes, {}, { folder })).rejects.toMatchObject({ code: 'CSV_BROKEN' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
