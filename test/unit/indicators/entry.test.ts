import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MalformedFile } from '../../../src/domain/cases/importFailure';
import { periodFrom, readEntry } from '../../../src/domain/indicators/csvEntries';
import { closedBy } from '../../../src/domain/indicators/entryClosed';
import { fileCheckOf, safeName } from '../../../src/domain/indicators/entryFileTypes';
import { isPeriod } from '../../../src/domain/indicators/period';
import { readObservationTable } from '../../../src/sources/observationsCsv';

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

describe('whatever bytes come as a table', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=cmd()', '"', '2026-01', '1,5', '1e999', '-', 'NaN'));
  const table = fc
    .array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
    .map((rows) => Buffer.from(`period;value;status\n${rows.map((row) => row.join(';')).join('\n')}`));
  it('are read or refused, and numbers are finite', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), table), async (bytes) => {
        const read = await readObservationTable(piecesOf(bytes)).catch((error: unknown) => {
          if (error instanceof MalformedFile) return undefined;
          throw error;
        });
        for (const row of read?.ok === true ? read.table.rows : [])
          for (const value of Object.values(readEntry(row, true).entry))
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 300 },
    ));
});

it.each([
  ['3/2026', '2026-03'],
  ['2026-3', '2026-03'],
  ['Quý IV/2026', '2026-Q4'],
  ['Q1-2026', '2026-Q1'],
  ['năm 2026', '2026'],
])('reads the period %s as %s', (text, period) => {
  expect(periodFrom(text)).toBe(period);
});

it('reads no text as something that is no period', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const period = periodFrom(text);
      return period === undefined || isPeriod(period);
    }),
  );
});

it('gives every file a name without folders and control characters, ending as its type does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const safe = safeName(name, 'application/pdf');
      return !/[\\/\p{Cc}]/u.test(safe) && safe.toLowerCase().endsWith('.pdf');
    }),
  );
});

it('sees the part of an archive wherever the bytes are cut', () => {
  const bytes = Buffer.from('PK\x03\x04........xl/workbook.xml....', 'latin1');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length }), (cut) => {
      const check = fileCheckOf('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      check.take(bytes.subarray(0, cut));
      check.take(bytes.subarray(cut));
      return check.holds();
    }),
  );
});

it('a closed year closes its months; a closed month not the year', () => {
  const closing = { unit: 'top', period: '2026', closedAt: '2027-01-05T00:00:00.000Z', by: 'head' };
  expect(closedBy([closing], ['low', 'top'], '2026-03')).toBe(closing);
  expect(closedBy([{ ...closing, period: '2026-03' }], ['low', 'top'], '2026')).toBeUndefined();
  expect(closedBy([{ ...closing, reopenedAt: closing.closedAt }], ['top'], '2026')).toBeUndefined();
});
