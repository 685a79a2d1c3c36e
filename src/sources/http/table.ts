import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CollectorMapping } from '../../domain/collect/collector.schema';
import { readTable } from '../../domain/collect/documents';
import type { Read } from '../../domain/collect/documents';
import { collectFailure } from '../../domain/collect/failures';
import { MOST_ROWS } from '../../domain/collect/rows';
import { delimiterOf } from '../csvHeader';

const LONGEST_RECORD = 1024 * 1024;
const PIECE = 64 * 1024;

/** Rows of a table (RFC 4180 and its dialects). Read in pieces, so that others get their turn meanwhile. */
export async function readCsv(given: string, mapping: CollectorMapping): Promise<Read> {
  const stated = /^sep=([;,\t])\r?\n/.exec(given);
  const text = stated === null ? given : given.slice(stated[0].length);
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter: mapping.delimiter ?? stated?.[1] ?? delimiterOf(text.slice(0, LONGEST_RECORD), true) ?? ',',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    }),
  );
  const records: string[][] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      records.push(record);
      if (records.length > MOST_ROWS + 1)
        return { ok: false, failure: collectFailure('COLLECT_TOO_MANY_ROWS', { limit: MOST_ROWS }) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, failure: collectFailure('COLLECT_NOT_CSV', { detail: error.code }) };
  }
  const [header = [], ...rows] = records;
  return readTable(header, rows, mapping);
}

function* piecesOf(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}
