import type { Language } from '../../domain/shared/language';
import type { Cell } from '../../domain/shared/csv';
import { headingOf } from './headings';
import type { Table } from './table';

/** Headings for people in their language, or for programs: the names of the fields. */
export type Headings = 'words' | 'fields';

/** Columns beyond these belong to things with more inside than a table has room for. */
const MOST_COLUMNS = 100;
type Item = Readonly<Record<string, unknown>>;
type Flat = ReadonlyMap<string, Cell>;

/**
 * Items of a list as a table: a column for each single value, `days.plan` for one inside another; several short values
 * share a cell. Lists of larger things are left out: they have tables of their own.
 */
export function tableOfItems(
  name: string,
  items: readonly unknown[],
  { language, headings = 'words' }: { readonly language: Language; readonly headings?: Headings },
): Table {
  const rows = items.map((item) => flat(item, language));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, MOST_COLUMNS);
  return {
    name,
    columns: names.map((title) => ({
      title: headings === 'words' ? headingOf(title) : { vi: title, en: title, ja: title },
    })),
    rows: rows.map((row) => names.map((column) => row.get(column))),
  };
}

function flat(item: unknown, language: Language): Flat {
  const cells = new Map<string, Cell>();
  for (const [name, value] of Object.entries(isItem(item) ? item : { value: item })) {
    const cell = cellOf(value, language);
    if (cell !== undefined) cells.set(name, cell);
    else if (isItem(value))
      for (const [inner, one] of Object.entries(value)) {
        const below = cellOf(one, language);
        if (below !== undefined) cells.set(`${name}.${inner}`, below);
      }
  }
  return cells;
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown, language: Language): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const cells = value.map((one) => (Array.isArray(one) ? undefined : cellOf(one, language)));
    return value.length > 0 && cells.every((cell) => cell !== undefined) ? cells.join('; ') : undefined;
  }
  return isItem(value) ? wordsIn(value, language) : undefined;
}

/** A text in several languages is read in the reader's. */
function wordsIn(value: Item, language: Language): string | undefined {
  const { vi, en, ja } = value;
  const isText = Object.keys(value).length > 0 && Object.keys(value).every((key) => ['vi', 'en', 'ja'].includes(key));
  const text = isText ? [value[language], en, vi, ja].find((one) => typeof one === 'string') : undefined;
  return text === undefined ? undefined : String(text);
}
