import { CsvError, parse } from 'csv-parse/sync';
import type { Person, Unit } from '../../../src/domain/organisation/organisation.schema';
import { ROLES } from '../../../src/domain/organisation/roles';

const COLUMNS = ['id', 'name', 'unit', 'email', 'manager', 'deputy', 'roles', 'language'] as const;
type Column = (typeof COLUMNS)[number];
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export type RowError = {
  readonly code: 'id' | 'twice' | 'name' | 'unit' | 'role' | 'person' | 'email' | 'language';
  readonly value: string;
};
export type ReadRow = { readonly row: number; readonly id: string; readonly name: string } & (
  | { readonly state: 'new' | 'changed' | 'unchanged'; readonly person: Person; readonly version?: number }
  | { readonly state: 'wrong'; readonly errors: readonly RowError[] }
);
/** `unclosed`: a quotation mark is not closed, so that nobody knows where a cell ends. */
export type ReadFile = {
  readonly unclosed?: true;
  readonly missing: readonly string[];
  readonly rows: readonly ReadRow[];
};
type Known = { readonly units: readonly Unit[]; readonly people: readonly (Person & { readonly version?: number })[] };

/**
 * Cells of a CSV text (RFC 4180) by rows; the separator is the one that the first line has most of.
 * `undefined`: a quotation mark is not closed.
 */
export function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', ';', '\t'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  try {
    return parse(text, {
      delimiter,
      bom: true,
      recordDelimiter: ['\r\n', '\n', '\r'],
      relaxColumnCount: true,
      relaxQuotes: true,
      skipRecordsWithEmptyValues: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Without the apostrophe that an export puts before what looks like a formula. */
const plain = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');

/** What a file of people would change: each row new, changed, unchanged, or wrong and why. Columns that are missing stay as they are. */
export function readPeople(text: string, { units, people }: Known): ReadFile {
  const cells = cellsOf(text);
  if (cells === undefined) return { unclosed: true, missing: [], rows: [] };
  const [header = [], ...body] = cells;
  const at = new Map(header.map((name, i) => [plain(name).toLowerCase(), i]));
  const missing = ['id', 'name', 'unit'].filter((name) => !at.has(name));
  if (missing.length > 0) return { missing, rows: [] };
  const lines = body.map((values, i) => {
    const given: Partial<Record<Column, string>> = {};
    for (const column of COLUMNS) if (at.has(column)) given[column] = plain(values[at.get(column) ?? -1]);
    return { row: i + 2, given };
  });
  const ids = lines.map(({ given }) => given.id ?? '');
  const known = new Set([...people.map(({ id }) => id), ...ids]);
  const rows = lines.map(({ row, given }, i): ReadRow => {
    const [id = '', name = ''] = [given.id, given.name];
    const unit = units.find((one) => one.id === given.unit || one.name === given.unit)?.id;
    const errors = errorsOf(given, { unit, known, twice: ids.indexOf(id) !== i });
    if (errors.length > 0 || unit === undefined) return { row, id, name, state: 'wrong', errors };
    const before = people.find((one) => one.id === id);
    const person = merged({ ...given, unit }, before);
    if (before === undefined) return { row, id, name, state: 'new', person };
    const state = same(before, person) ? 'unchanged' : 'changed';
    return { row, id, name, state, person, ...(before.version !== undefined && { version: before.version }) };
  });
  return { missing, rows };
}

const rolesOf = (text: string): readonly string[] => text.split(/[\s|;,]+/).filter((one) => one !== '');

type Found = { readonly unit: string | undefined; readonly known: ReadonlySet<string>; readonly twice: boolean };
function errorsOf(given: Partial<Record<Column, string>>, { unit, known, twice }: Found): readonly RowError[] {
  const errors: RowError[] = [];
  const wrong = (code: RowError['code'], value = '') => errors.push({ code, value });
  const { id = '', name = '', email = '', language = '' } = given;
  if (!ID.test(id)) wrong('id', id);
  else if (twice) wrong('twice', id);
  if (name === '') wrong('name');
  if (unit === undefined) wrong('unit', given.unit);
  if (email !== '' && !EMAIL.test(email)) wrong('email', email);
  if (!['', 'vi', 'en', 'ja'].includes(language)) wrong('language', language);
  for (const role of rolesOf(given.roles ?? '')) if (!(ROLES as readonly string[]).includes(role)) wrong('role', role);
  for (const other of [given.manager ?? '', given.deputy ?? ''])
    if (other !== '' && !known.has(other)) wrong('person', other);
  return errors;
}

function merged(
  given: Partial<Record<Column, string>> & { readonly unit: string },
  before: Person | undefined,
): Person {
  const kept = (column: 'email' | 'manager' | 'deputy') => {
    const value = given[column] ?? before?.[column] ?? '';
    return value === '' ? {} : { [column]: value };
  };
  const roles =
    given.roles === undefined
      ? (before?.roles ?? [])
      : ROLES.filter((role) => rolesOf(given.roles ?? '').includes(role));
  const language = given.language === undefined || given.language === '' ? before?.language : given.language;
  return {
    id: given.id ?? '',
    name: given.name ?? '',
    unit: given.unit,
    roles,
    language: (language ?? 'vi') as Person['language'],
    ...kept('email'),
    ...kept('manager'),
    ...kept('deputy'),
    ...(before?.absences !== undefined && { absences: before.absences }),
  };
}

const same = (a: Person, b: Person): boolean =>
  (['name', 'unit', 'email', 'manager', 'deputy', 'language'] as const).every((field) => a[field] === b[field]) &&
  [...a.roles].sort().join() === [...b.roles].sort().join();

/** Superiors and deputies before those who name them, so that nobody is named who is not there yet. */
export function inOrder(people: readonly Person[]): readonly Person[] {
  const rest = new Map(people.map((person) => [person.id, person]));
  const ordered: Person[] = [];
  const take = (id: string | undefined) => {
    const person = id === undefined ? undefined : rest.get(id);
    if (person === undefined) return;
    rest.delete(person.id);
    take(person.manager);
    take(person.deputy);
    ordered.push(person);
  };
  for (const { id } of people) take(id);
  return ordered;
}
