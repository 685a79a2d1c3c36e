import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { ROUTES } from '../../../src/api/routes/table';
import { csvCell, csvOf } from '../../../src/domain/shared/csv';
import { FIELD_WORDS } from '../../../src/api/tables/fieldWords';
import { headingOf } from '../../../src/api/tables/headings';
import { isList } from '../../../src/api/tables/lists';
import { tableOfItems } from '../../../src/api/tables/ofItems';
import { formatAsked, tableAnswer } from '../../../src/api/tables/table';
import { xlsxOf } from '../../../src/api/tables/xlsx';

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '=HYPERLINK("http://x","y")',
  '＝1',
  '|calc',
  '\u200b=1',
  '\u0000=1',
  '\u202e-cmd',
];

describe('a table as CSV', () => {
  it.each(HOSTILE)('takes %j for a text', (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it.each([
    ['lan;=1+1', "lan;'=1+1"],
    ['lan; "=1+1', 'lan; "\'=1+1'],
    ['lan\n@SUM(A1)', "lan\n'@SUM(A1)"],
    ['lan;-cmd|x', "lan;'-cmd|x"],
    ['1; -2,5; +3\n- một gạch', '1; -2,5; +3\n- một gạch'],
  ])('where “;” parts cells, takes %j for a text', (text, expected) => {
    expect(parse(csvOf([['x', text]]), { bom: true, recordDelimiter: '\r\n' })).toEqual([['x', expected]]);
  });

  it('leaves numbers numbers, negative ones too, and what is missing empty', () => {
    expect([csvCell(-3.5), csvCell(0), csvCell(undefined), csvCell(Number.NaN)]).toEqual(['-3.5', '0', '', '']);
  });

  it('gives back every text that was no formula', () => {
    const begins = /[;\t\r\n][\s\p{C}"]*[=@＝＠+\-＋－]/u;
    const cell = fc
      .string({ unit: 'binary' })
      .map((text) => `a${text.replaceAll('\u0000', '')}`)
      .filter((text) => !begins.test(text));
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

  it('holds days and instants as dates, these on the clock of the office', async () => {
    const rows = [['2026-08-21', '2026-08-21T02:30:00.000Z', '2026-08']];
    const columns = ['a', 'b', 'c'].map((title) => ({ title: { vi: title, en: title, ja: title } }));
    const files = unzipSync(await xlsxOf({ name: 'x', columns, rows, timeZone: 'Asia/Ho_Chi_Minh' }, ['a', 'b', 'c']));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<v>46255</v>');
    expect(sheet).toContain('<v>46255.39583333333</v>');
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
    const { columns, rows } = tableOfItems('t', items, { language: 'en', headings: 'fields' });
    expect(columns.map(({ title }) => title.en)).toEqual(['id', 'name', 'roles', 'days.plan', 'on', 'n']);
    expect(rows).toEqual([
      ['a', 'Name', 'x; y', 3, 'true', undefined],
      ['b', undefined, undefined, undefined, undefined, 0],
    ]);
  });
});

/** Names of the single values of a list's items, one level deep. */
function fieldsOf(schema: z.ZodType, inner = false): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return fieldsOf(schema.unwrap() as z.ZodType, inner);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => fieldsOf(one as z.ZodType, inner));
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap((one) => fieldsOf(one as z.ZodType, inner));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, value]) => [
    name,
    ...(inner ? [] : fieldsOf(value as z.ZodType, true)),
  ]);
}

describe('headings of a list', () => {
  it('are words in the language of the reader, those of inner values after those of the outer', () => {
    expect(headingOf('days.plan')).toEqual({ vi: 'Số ngày: Kế hoạch', en: 'Days: Plan', ja: '日数：計画' });
    expect(headingOf('firstAttemptAt').en).toBe('First attempt at');
    expect(tableOfItems('t', [{ closedAt: 'x' }], { language: 'ja' }).columns[0]?.title.ja).toBe('終了日時');
  });

  it('are there for every field of every list', () => {
    const lists = ROUTES.filter(isList).flatMap(({ responses }) => responses[200]?.schema ?? []);
    const fields = lists.flatMap((page) => {
      const items =
        page instanceof z.ZodObject ? (page.shape as Readonly<Record<string, unknown>>)['items'] : undefined;
      return items instanceof z.ZodArray ? fieldsOf(items.element as z.ZodType) : [];
    });
    expect(new Set(fields).size).toBeGreaterThan(100);
    expect([...new Set(fields)].filter((name) => !Object.hasOwn(FIELD_WORDS, name))).toEqual([]);
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
