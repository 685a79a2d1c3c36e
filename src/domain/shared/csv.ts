export type Cell = string | number | undefined;

/** Signs with which spreadsheets take a cell for a formula (OWASP: CSV Injection), in full width too. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\n|%＝＋－＠]/u;

/** A text that a spreadsheet would compute gets an apostrophe before it; a number is a number. */
export function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark, so that spreadsheets read Vietnamese letters. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
