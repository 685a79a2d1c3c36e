import { Readable } from 'node:stream';
import { inWords } from '../../domain/shared/language';
import { csvOf } from '../../domain/shared/csv';
import type { Cell } from '../../domain/shared/csv';
import type { Language, Words } from '../../domain/shared/language';
import type { Answer } from '../http/route';

import { xlsxOf } from './xlsx';

/** A table that people take with them. `name`: of the file, without its ending. */
export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly title: Words; readonly width?: number }[];
  readonly rows: readonly (readonly Cell[])[];
  /** IANA zone in which a workbook shows instants; without it they stay as they are written. */
  readonly timeZone?: string;
};
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<TableFormat, string>;

/** The table as a file to save: headings in the reader's language, texts never read as formulas, numbers as numbers. */
export async function tableAnswer(table: Table, format: TableFormat, language: Language): Promise<Answer> {
  const titles = table.columns.map(({ title }) => inWords(title, language));
  const bytes = format === 'csv' ? Buffer.from(csvOf([titles, ...table.rows]), 'utf8') : await xlsxOf(table, titles);
  const type = format === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES.xlsx;
  return {
    status: 200,
    bytes: Readable.from([bytes]),
    headers: {
      'Content-Type': type,
      'Content-Length': `${bytes.byteLength}`,
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${table.name.replace(/[^\w.-]+/g, '-')}.${format}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  };
}

/** Which file is wanted: by the address (for a link), else by `Accept`; `undefined`: JSON. */
export function formatAsked(
  asked: TableFormat | 'json' | undefined,
  accepts: (types: readonly string[]) => string | undefined,
): TableFormat | undefined {
  if (asked !== undefined) return asked === 'json' ? undefined : asked;
  const type = accepts(['application/json', ...Object.values(MEDIA_TYPES)]);
  return TABLE_FORMATS.find((format) => MEDIA_TYPES[format] === type);
}
