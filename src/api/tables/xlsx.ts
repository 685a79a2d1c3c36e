import writeXlsxFile from 'write-excel-file/node';
import type { Cell, Table } from './table';

const WIDTH = 16;
/** Most characters a cell may hold (ECMA-376 limits of Excel). */
const CELL_LENGTH = 32_767;
/** Signs that XML 1.0 has no place for. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** An Excel workbook with one sheet. Texts are stored as texts: no cell is a formula. */
export async function xlsxOf({ name, columns, rows }: Table, titles: readonly string[]): Promise<Buffer> {
  const head = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }));
  return writeXlsxFile([head, ...rows.map((row) => row.map(cellOf))], {
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ width = WIDTH }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  return cell === undefined ? null : { value: cell.replace(NO_XML, '').slice(0, CELL_LENGTH), type: String };
}
