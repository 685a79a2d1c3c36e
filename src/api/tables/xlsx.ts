import { DateTime } from 'luxon';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from '../../domain/shared/csv';
import type { Table } from './table';

const WIDTH = 16;
/** Most characters a cell may hold (ECMA-376 limits of Excel). */
const CELL_LENGTH = 32_767;
/** Signs that XML 1.0 has no place for. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** An Excel workbook with one sheet. Texts are stored as texts: no cell is a formula. */
export async function xlsxOf({ name, columns, rows, timeZone }: Table, titles: readonly string[]): Promise<Buffer> {
  const head = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }));
  return writeXlsxFile([head, ...rows.map((row) => row.map((cell) => cellOf(cell, timeZone)))], {
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ width = WIDTH }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A day, and an instant on the clock of the office; a workbook knows no time zones. */
function dateOf(text: string, timeZone: string | undefined) {
  if (DAY.test(text)) return { at: DateTime.fromISO(text, { zone: 'utc' }), format: 'yyyy-mm-dd' };
  if (timeZone === undefined || !INSTANT.test(text)) return undefined;
  const at = DateTime.fromISO(text, { zone: timeZone }).setZone('utc', { keepLocalTime: true });
  return { at, format: 'yyyy-mm-dd hh:mm' };
}

/** A text as it is; nothing in it is computed. */
export const textCell = (text: string, { bold = false, wrap = false }: { bold?: boolean; wrap?: boolean } = {}) => ({
  ...{ value: text.replace(NO_XML, '').slice(0, CELL_LENGTH), type: String, wrap },
  ...(bold && { fontWeight: 'bold' as const }),
});

/** A number as a number, a text as a text, of days and instants a date. */
export const valueCell = (cell: Cell) => cellOf(cell, undefined);

function cellOf(cell: Cell, timeZone: string | undefined) {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  if (cell === undefined) return null;
  const date = dateOf(cell, timeZone);
  if (date?.at.isValid === true) return { value: date.at.toJSDate(), type: Date, format: date.format };
  return textCell(cell);
}
