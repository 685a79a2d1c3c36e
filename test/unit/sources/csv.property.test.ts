import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { inPieces, readWith } from './support';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');

/** Anything a person can type into a cell, except blanks around it, which are not kept. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((value) => value.replaceAll('\0', '').trim().normalize('NFC'))
  .filter((value) => value !== '');
const awkward = fc.constantFrom('a;b', 'a,b', 'a\tb', 'say "x"', '"', 'a\nb', 'a\r\nb', '__proto__', 'sep=;', '=1+1');
const cell = fc.oneof(text, awkward);

/** Cases whose steps have times of their own, so that their order does not depend on the order of the rows. */
const cases = fc.uniqueArray(
  fc.record({
    id: cell,
    unit: fc.oneof(fc.constant(''), cell),
    steps: fc.uniqueArray(fc.record({ activity: cell, day: fc.integer({ min: 0, max: 999 }) }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ day }) => day,
    }),
  }),
  { minLength: 1, maxLength: 8, selector: ({ id }) => id },
);
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean(),
  bom: fc.boolean(),
  lastLineEnd: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 64 }),
  order: fc.array(fc.nat(), { minLength: 50, maxLength: 50 }),
});
type Case = {
  readonly id: string;
  readonly unit: string;
  readonly steps: readonly { activity: string; day: number }[];
};

describe('any cases, written as a table in any dialect and any order of rows', () => {
  it('are the same cases when read', async () => {
    await fc.assert(
      fc.asyncProperty(cases, dialect, async (written, style) => {
        const { cases: found, errors } = await readWith('text/csv', inPieces(tableOf(written, style), style.pieces), {
          case: 'case',
          activity: 'activity',
          timestamp: 'time',
          unit: 'unit',
        });
        expect(errors).toEqual([]);
        expect([...found.values()].map(({ row: _row, ...rest }) => rest).sort(byId)).toEqual(
          written.map(expected).sort(byId),
        );
      }),
      { numRuns: 300 },
    );
  });
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const at = (day: number): number => START + day * DAY_MS;

function expected({ id, unit, steps }: Case) {
  const sorted = [...steps].sort((a, b) => a.day - b.day);
  return {
    id,
    receivedAt: at(sorted[0]?.day ?? NaN),
    decidedAt: at(sorted.at(-1)?.day ?? NaN),
    ...(unit !== '' && { unit }),
    steps: sorted.map(({ activity, day }) => ({ activity, at: new Date(at(day)).toISOString() })),
  };
}

function tableOf(
  written: readonly Case[],
  style: {
    delimiter: string;
    lineEnd: string;
    quoteAll: boolean;
    bom: boolean;
    lastLineEnd: boolean;
    order: readonly number[];
  },
): string {
  const rows = written.flatMap(({ id, unit, steps }) =>
    steps.map(({ activity, day }) => [id, activity, new Date(at(day)).toISOString(), unit]),
  );
  const shuffled = rows.map((row, i) => ({ row, key: style.order[i] ?? i })).sort((a, b) => a.key - b.key);
  const lines = [['case', 'activity', 'time', 'unit'], ...shuffled.map(({ row }) => row)].map((row) =>
    row.map((value) => quoted(value, style.quoteAll)).join(style.delimiter),
  );
  return `${style.bom ? '\uFEFF' : ''}${lines.join(style.lineEnd)}${style.lastLineEnd ? style.lineEnd : ''}`;
}

function quoted(value: string, always: boolean): string {
  return always || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
