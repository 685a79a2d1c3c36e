import { CsvError, parse } from 'csv-parse';
import { MalformedFile } from '../domain/cases/importFailure';
import { COLUMN_NAMES, ENTRY_COLUMNS } from '../domain/indicators/csvEntries';
import type { EntryColumn, ObservationTable, RowRefusal, TableRow } from '../domain/indicators/csvEntries';
import type { ObservationCode } from '../domain/indicators/observationRefusals';
import { refuse } from '../domain/shared/result';
import type { Refusal } from '../domain/shared/result';
import { delimiterOf } from './csvHeader';
import type { Delimiter } from './csvHeader';
import { DEFAULT_LIMITS } from './limits';
import type { ReadLimits } from './limits';
import { cleanText } from './source';
import { utf8 } from './text';
import { unpacked } from './unpack';

/** Rows of one table: all of them are recorded in one transaction. */
export const MAX_TABLE_ROWS = 20_000;
const MAX_BYTES = 10 * 1024 ** 2;
export const TABLE_LIMITS: ReadLimits = { ...DEFAULT_LIMITS, maxBytes: MAX_BYTES, ratioFromBytes: 1024 ** 2 };

export type TableRead =
  | { readonly ok: true; readonly table: ObservationTable }
  | { readonly ok: false; readonly refusal: Refusal<ObservationCode> };

/**
 * A table of figures: UTF-8 (with or without a mark) or UTF-16, `,` `;` or tab, column names in Vietnamese or English, plain
 * or gzipped, small enough for memory.
 *
 * @throws MalformedFile when the bytes are no text or no table
 */
export async function readObservationTable(bytes: AsyncIterable<Uint8Array>): Promise<TableRead> {
  const chunks: Buffer[] = [];
  for await (const chunk of utf8(unpacked(bytes, TABLE_LIMITS))) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const stated = /^sep=([;,\t])(?:\r\n|\n|\r)/.exec(text);
  const delimiter = (stated?.[1] as Delimiter | undefined) ?? delimiterOf(text, true) ?? ',';
  return tableOf(recordsOf(text.slice(stated?.[0].length ?? 0), delimiter), delimiter, stated === null ? 0 : 1);
}

type Records = AsyncIterable<readonly string[]>;

/** Rows are counted as a spreadsheet shows them: empty ones too, quoted line breaks not. */
async function tableOf(records: Records, delimiter: Delimiter, before: number): Promise<TableRead> {
  let columns: readonly (EntryColumn | undefined)[] | undefined;
  const rows: TableRow[] = [];
  const refused: RowRefusal[] = [];
  let row = before;
  for await (const record of records) {
    row += 1;
    if (record.every((cell) => cell.trim() === '')) continue;
    if (columns === undefined) {
      const found = columnsOf(record);
      if (!found.ok) return found;
      columns = found.columns;
    } else if (record.slice(columns.length).some((cell) => cell.trim() !== ''))
      refused.push({ row, code: 'CELL_COUNT', field: '', params: { cells: record.length, header: columns.length } });
    else if (rows.length >= MAX_TABLE_ROWS) return refuse('TOO_MANY_ROWS', { params: { limit: MAX_TABLE_ROWS } });
    else rows.push({ row, cells: cellsOf(record, columns) });
  }
  if (columns === undefined) throw new MalformedFile('FILE_EMPTY');
  const known = columns.filter((column) => column !== undefined);
  return { ok: true, table: { columns: known, decimalComma: delimiter !== ',', rows, refused } };
}

type Columns =
  | { readonly ok: true; readonly columns: readonly (EntryColumn | undefined)[] }
  | { readonly ok: false; readonly refusal: Refusal<ObservationCode> };

/** A column with a name that nobody knows (notes of the office's own) is passed over. */
function columnsOf(header: readonly string[]): Columns {
  const names = header.map((cell) => cleanText(cell).toLowerCase());
  const columns = names.map((name) => ENTRY_COLUMNS.find((c) => COLUMN_NAMES[c].some((known) => known === name)));
  const twice = columns.find((column, i) => column !== undefined && columns.indexOf(column) !== i);
  if (twice !== undefined) return refuse('COLUMN_GIVEN_TWICE', { field: '/rows/1', params: { column: twice } });
  const has = (column: EntryColumn): boolean => columns.includes(column);
  const missing = [
    ...(has('period') ? [] : ['period']),
    ...(has('value') || has('numerator') || has('status') ? [] : ['value']),
  ];
  if (missing.length === 0) return { ok: true, columns };
  return refuse('COLUMNS_MISSING', {
    field: '/rows/1',
    params: { columns: missing, found: names.slice(0, 20).map((n) => n.slice(0, 40)) },
  });
}

function cellsOf(record: readonly string[], columns: readonly (EntryColumn | undefined)[]): TableRow['cells'] {
  const cells = columns.flatMap((column, i): readonly (readonly [EntryColumn, string])[] => {
    const text = cleanText(record[i] ?? '');
    return column === undefined || text === '' ? [] : [[column, text]];
  });
  return Object.fromEntries(cells);
}

const PIECE = 64 * 1024;

async function* recordsOf(text: string, delimiter: Delimiter): Records {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: TABLE_LIMITS.maxTokenCharacters,
  });
  const feed = async (): Promise<void> => {
    for (let at = 0; at < text.length && !parser.destroyed; at += PIECE)
      if (!parser.write(text.slice(at, at + PIECE))) await drained(parser);
    parser.end();
  };
  void feed();
  try {
    for await (const record of parser) yield record as string[];
  } catch (error) {
    if (error instanceof CsvError) throw new MalformedFile('CSV_BROKEN', { detail: error.message });
    throw error;
  }
}

const drained = (parser: NodeJS.EventEmitter): Promise<void> =>
  new Promise((resolve) => {
    parser.once('drain', resolve).once('close', resolve);
  });
