import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellOf, csvOf } from '../../../web/src/parts/csv';

describe('a table as CSV', () => {
  it('has no text that a spreadsheet would carry out', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(cellOf(text)).toMatch(/^"?'/);
    expect(cellOf(-1)).toBe('-1');
  });

  it('is read back as it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read: unknown = parse(csvOf(rows), {
          bom: true,
          relax_column_count: true,
          record_delimiter: '\r\n',
        });
        const safe = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
        expect(read).toEqual(safe);
      }),
    );
  });
});
