import type { Cell } from '../../../src/domain/shared/csv';
import { save } from '../parts/download';

/** Most characters that a cell may hold (ECMA-376 limits of Excel), and signs that XML 1.0 has no place for. */
const CELL_LENGTH = 32_767;
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const WIDTH = 36;

/** Gives the reader an Excel workbook with one sheet. Texts are texts: no cell is a formula. Its writer is fetched only now. */
export async function saveWorkbook(name: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  const { default: write } = await import('write-excel-file/browser');
  const cells = rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0)));
  const columns = (rows[0] ?? []).map(() => ({ width: WIDTH }));
  save(name, await write(cells, { columns, stickyRowsCount: 1 }).toBlob());
}

function cellOf(cell: Cell, head: boolean) {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  const value = cell.replace(NO_XML, '').slice(0, CELL_LENGTH);
  return { value, type: String, wrap: true, ...(head && { fontWeight: 'bold' as const }) };
}
