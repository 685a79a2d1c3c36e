import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { csvCell, csvOf } from '../../../src/api/tables/csv';
import { tableOfItems } from '../../../src/api/tables/ofItems';
import { formatAsked, tableAnswer } from '../../../src/api/tables/table';
import { xlsxOf } from '../../../src/api/tables/xlsx';

const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '=HYPERLINK("http://x","y")', '＝1', '|calc'];

describe('a table as CSV', () => {
  it.each(HOSTILE)('takes %j for a text', (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves numbers numbers, negative ones too, and what is missing empty', () => {
    expect([csvCell(-3.5), csvCell(0), csvCell(undefined), csvCell(Number.NaN)]).toEqual(['-3.5', '0', '', '']);
  });

  it('gives back every text that was no formula', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => `a${text.replaceAll('\u0000', '')}`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read = parse(csvOf(rows), { bom: true, recordDelimiter: '\r\n' }) as unknown;
        expect(read).toEqual(rows);
      }),
    );
  });
});

describe('a table as a workbook', () => {
  it('holds texts as texts and numbers as numbers, and no formula', async () => {
    const table = {
      name: 'Sở/1',
      columns: [{ title: { vi: 'a', en: 'a', ja: 'a' } }],
      rows: HOSTILE.map((text) => [text, -2]),
    };
    const files = unzipSync(await xlsxOf(table, ['a', 'b']));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('<v>-2</v>');
  });

  it('takes signs that XML has no place for', async () => {
    const table = { name: 'x', columns: [], rows: [['a\u0000\u0001b\uffff']] };
    expect((await xlsxOf(table, [])).byteLength).toBeGreaterThan(0);
  });
});

describe('items of a list as a table', () => {
  it('has a column for each single value, and leaves larger things out', () => {
    const items = [
      { id: 'a', name: { vi: 'Tên', en: 'Name' }, roles: ['x', 'y'], days: { plan: 3 }, steps: [{ a: 1 }], on: true },
      { id: 'b', n: 0 },
    ];
    const { columns, rows } = tableOfItems('t', items, 'en');
    expect(columns.map(({ title }) => title.en)).toEqual(['id', 'name', 'roles', 'days.plan', 'on', 'n']);
    expect(rows).toEqual([
      ['a', 'Name', 'x; y', 3, 'true', undefined],
      ['b', undefined, undefined, undefined, undefined, 0],
    ]);
  });
});

describe('which file is answered', () => {
  const accepting = (type: string) => (types: readonly string[]) => types.find((one) => one === type);
  it('is the one of the address, else the one that is accepted', () => {
    expect(formatAsked('xlsx', accepting('application/json'))).toBe('xlsx');
    expect(formatAsked('json', accepting('text/csv'))).toBeUndefined();
    expect(formatAsked(undefined, accepting('text/csv'))).toBe('csv');
    expect(formatAsked(undefined, accepting('application/json'))).toBeUndefined();
  });
  it('has headings in the language of the reader and a name that is safe', async () => {
    const table = { name: 'a"\r\nb', columns: [{ title: { vi: 'Đơn vị', en: 'Unit', ja: '部門' } }], rows: [] };
    const { headers } = await tableAnswer(table, 'csv', 'vi');
    expect(headers?.['Content-Disposition']).toBe('attachment; filename="a-b.csv"');
  });
});
