/** A row of a table of work: cells by the name of the column. `row`: line of the file, the heading is 1. */
export type WorkCells = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** Columns by what an office may call them. */
const COLUMNS: Readonly<Record<string, string>> = {
  'mã cán bộ': 'person',
  'mã công việc': 'item',
  'tên công việc': 'title',
  'sản phẩm': 'product',
  'nhóm công việc': 'category',
  'hệ số': 'coefficient',
  'số lượng': 'quantity',
  hạn: 'due',
  'mã nguồn': 'from',
  'ngày hoàn thành': 'doneOn',
};

/** Reads a table (RFC 4180; commas, semicolons or tabs) into cells by column; empty cells and empty lines are left out. */
export function workRowsOf(text: string): readonly WorkCells[] {
  const plain = text.replace(/^\uFEFF/, '');
  const heading = plain.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [';', '\t', ','].find((one) => heading.includes(one)) ?? ',';
  const [head = [], ...rows] = cellsOf(plain, delimiter);
  const names = head.map((cell) => COLUMNS[cell.trim().toLowerCase()] ?? cell.trim());
  return rows.flatMap((row, index): readonly WorkCells[] => {
    const cells = row.flatMap((cell, i) => {
      const name = names[i];
      return name === undefined || cell.trim() === '' ? [] : [[name, cell.trim()] as const];
    });
    return cells.length === 0 ? [] : [{ row: index + 2, cells: Object.fromEntries(cells) }];
  });
}

function cellsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    rows.push([...row, cell]);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === delimiter) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
