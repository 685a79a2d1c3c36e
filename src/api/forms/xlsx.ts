import writeXlsxFile from 'write-excel-file/node';
import { textCell, valueCell } from '../tables/xlsx';
import type { Block, OfficialForm } from './blocks';

type Cells = ReturnType<typeof valueCell>[];
const COLUMN = 14;
const FIRST_COLUMN = 40;

/** The form as a workbook with one sheet: numbers are numbers, and no text is a formula. */
export async function formXlsx(form: OfficialForm): Promise<Buffer> {
  const across = Math.max(...form.blocks.map(widthOf));
  const rows = form.blocks.flatMap((block) => [...rowsOf(block, across), []]);
  return writeXlsxFile(rows, {
    sheet: form.file.slice(0, 31),
    columns: Array.from({ length: across }, (_none, i) => ({ width: i === 0 ? FIRST_COLUMN : COLUMN })),
  }).toBuffer();
}

const widthOf = (block: Block): number => ('columns' in block ? block.columns.length : 1);

function rowsOf(block: Block, across: number): Cells[] {
  switch (block.type) {
    case 'abreast':
      return abreast(block.columns, across);
    case 'title':
    case 'heading':
      return [[textCell(block.text, { bold: true })]];
    case 'text':
      return [[textCell(block.text, { bold: block.bold === true })]];
    case 'table':
      return [
        block.columns.map(({ title }) => textCell(title, { bold: true, wrap: true })),
        ...block.rows.map((row) => row.map((cell) => valueCell(cell))),
      ];
  }
}

/** Columns of lines share the width of the sheet. */
function abreast(columns: Extract<Block, { type: 'abreast' }>['columns'], across: number): Cells[] {
  const step = Math.max(1, Math.floor(across / columns.length));
  const lines = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: lines }, (_none, line) => {
    const row: Cells = [];
    for (const [i, column] of columns.entries()) {
      const cell = column[line];
      row[i * step] = cell === undefined ? null : textCell(cell.text, { bold: cell.bold === true });
    }
    return Array.from(row, (cell) => cell ?? null);
  });
}
