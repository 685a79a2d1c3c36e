/** Signs with which a spreadsheet takes a cell for a formula (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

export type Cell = string | number | undefined;

/** A text is never read as a formula: an apostrophe stands before it. A number is a number. */
export function cellOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark so that spreadsheets read Vietnamese letters. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
