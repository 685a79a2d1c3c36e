export type Cell = string | number | undefined;

/** Signs with which spreadsheets take a cell for a formula (OWASP: CSV Injection), in full width too, behind what is not seen. */
const FORMULA = /^[\s\p{C}]*[=+\-@\t\r\n|%＝＋－＠]/u;
/**
 * Where `;` parts cells, as on a Vietnamese desktop, a formula may begin inside a text of ours, and after a line break or a
 * tab too. A minus before a blank or a number is none.
 */
const FORMULA_WITHIN = /([;\t\r\n][\s\p{C}"]*)(?=[=@＝＠]|[+\-＋－][^\s\d.,])/gu;

/** A text that a spreadsheet would compute gets an apostrophe before it; a number is a number. */
export function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const within = cell.replace(FORMULA_WITHIN, "$1'");
  const safe = FORMULA.test(cell) ? `'${within}` : within;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark, so that spreadsheets read Vietnamese letters. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
