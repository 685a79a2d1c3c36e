import { jsonFault } from '../shared/jsonPosition';
import type { Refusal } from '../shared/result';
import type { CollectorMapping } from './collector.schema';
import { collectFailure } from './failures';
import type { CollectFailure } from './failures';
import { valueAt } from './paths';
import { readRows } from './rows';
import type { Reading } from './rows';

export type Read =
  { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly failure: CollectFailure };

const failed = (...given: Parameters<typeof collectFailure>): Read => ({
  ok: false,
  failure: collectFailure(...given),
});

/** Rows of a JSON text. An object where no list is named is the one row. */
export function readJson(text: string, mapping: CollectorMapping): Read {
  let document: unknown;
  try {
    document = JSON.parse(text) as unknown;
  } catch {
    const { line, column, reason } = jsonFault(text);
    return failed('COLLECT_NOT_JSON', { detail: `${line}:${column} ${reason}` });
  }
  const { items: path = '' } = mapping;
  const found = valueAt(document, path);
  const shownPath = JSON.stringify(path);
  if (found === undefined) return failed('COLLECT_PATH_NOT_FOUND', { detail: shownPath });
  const single = path === '' && typeof found === 'object' && found !== null && !Array.isArray(found);
  if (!single && !Array.isArray(found)) return failed('COLLECT_NOT_A_LIST', { detail: shownPath });
  const items = single ? [found] : (found as readonly unknown[]);
  return readRows({ items, first: 1, pick: valueAt }, mapping);
}

/** Rows of a table whose first record is the header; paths of the mapping are names of columns. */
export function readTable(
  header: readonly string[],
  records: readonly (readonly string[])[],
  mapping: CollectorMapping,
): Read {
  const columns = new Map(header.map((name, index) => [tidy(name), index]));
  const { period, unit, indicator, value, numerator, denominator, n, status } = mapping;
  const wanted = [period, unit, indicator, value, numerator, denominator, n, status].flatMap((at) =>
    at !== undefined && 'path' in at ? [at.path] : [],
  );
  const lost = wanted.find((name) => !columns.has(tidy(name)));
  if (lost !== undefined) return failed('COLLECT_PATH_NOT_FOUND', { detail: JSON.stringify(lost) });
  const pick = (record: unknown, name: string): unknown =>
    (record as readonly string[])[columns.get(tidy(name)) ?? -1] ?? '';
  return readRows(
    { items: records, first: 2, pick, refuse: (record) => wrongCells(record as readonly string[], header) },
    mapping,
  );
}

/** A row with other cells than the header has been cut at the wrong places: no cell of it can be trusted. */
function wrongCells(record: readonly string[], header: readonly string[]): Refusal<'CELL_COUNT'> | undefined {
  const empty = record.every((cell) => cell.trim() === '');
  if (empty || record.length === header.length) return undefined;
  return { code: 'CELL_COUNT', params: { cells: record.length, header: header.length } };
}

/** Names are compared as people read them: composed characters, no invisible ends. */
const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .trim();
