import type { Mapping } from '../organisation/organisation.schema';
import type { ReadCase, RowError, Step } from './case';
import { endOf, timeReader, type ReadTime, type TimeReader } from './importTime';
import { waitingIntervals } from './importWaiting';
import { rowError } from './rowErrors';

/** What a mapping can name of a case, in the order in which rows carry it. */
export const CASE_FIELDS = ['received', 'decided', 'due', 'unit', 'channel', 'group'] as const;
export type CaseField = (typeof CASE_FIELDS)[number];
const TEXT_FIELDS = ['unit', 'channel', 'group'] as const;

/** A case document stays well below MongoDB's 16 MB: 10,000 steps × 300 characters × at most 3 bytes. */
export const MAX_STEPS_PER_CASE = 10_000;
export const MAX_TEXT_CHARACTERS = 300;
export const MAX_CASE_ID_CHARACTERS = 200;

/** One row of a case as a source read it; `at` (epoch ms) is missing when the row has no step. `values` follow CASE_FIELDS, '' where there is none. */
export type RawRow = {
  readonly row: number;
  readonly at: number | undefined;
  readonly activity: string;
  readonly values: readonly string[];
};

/** How rows become a case. `steps`: every row is a step; `single`: one row says everything and there are no steps. */
export type CaseRules = {
  readonly rows: 'steps' | 'single';
  /** What the file calls each field; undefined where it has none. */
  readonly names: readonly (string | undefined)[];
  readonly waiting: NonNullable<Mapping['waiting']>;
  readonly readTime: TimeReader;
  readonly timeZone: string;
};

/** The rules of a mapping over the names found in a file. */
export function caseRules(mapping: Mapping, timeZone: string, file: Pick<CaseRules, 'rows' | 'names'>): CaseRules {
  const zone = mapping.timeZone ?? timeZone;
  const format = mapping.dateFormat === undefined ? {} : { dateFormat: mapping.dateFormat };
  return {
    ...file,
    waiting: mapping.waiting ?? [],
    readTime: timeReader({ ...format, timeZone: zone }),
    timeZone: zone,
  };
}

export type Assembled = { readonly case?: ReadCase; readonly errors: readonly RowError[] };
type Problem = { readonly error: RowError };
type Dates = { readonly receivedAt: number; readonly decidedAt?: number; readonly dueAt?: number };

/**
 * A case from its rows, wherever they stood in the file. Steps are sorted by time (rows of the same time keep their
 * order); of a value that differs between rows the latest counts. A date that cannot be read leaves the whole case out:
 * guessing it would make an open case of a decided one.
 */
export function assembleCase(id: string, unordered: readonly RawRow[], rules: CaseRules): Assembled {
  const rows = [...unordered].sort((a, b) => (a.at ?? -Infinity) - (b.at ?? -Infinity) || 0);
  const row = unordered.reduce((least, next) => Math.min(least, next.row), Infinity);
  const steps = stepsOf(rows);
  const errors = rules.rows === 'single' ? differingRows(rows) : [];
  const problem =
    sizeProblem(id, row, rows) ?? (rules.rows === 'steps' && steps.length === 0 ? noEvent(row) : undefined);
  if (problem !== undefined) return { errors: [problem] };
  const values = rules.rows === 'single' ? (rows[0]?.values ?? []) : latestValues(rows);
  const dates = datesOf({ row, values, rows }, rules);
  if ('error' in dates) return { errors: [...errors, dates.error] };
  const texts = textsOf(values);
  const tooLong = TEXT_FIELDS.find((field) => (texts[field]?.length ?? 0) > MAX_TEXT_CHARACTERS);
  if (tooLong !== undefined) return { errors: [...errors, tooLongError(row, nameOf(tooLong, rules))] };
  const waiting = waitingIntervals(steps, rules.waiting, dates.decidedAt);
  return { case: { id, row, ...dates, ...texts, ...(waiting.length > 0 && { waiting }), steps }, errors };
}

function stepsOf(rows: readonly RawRow[]): readonly Step[] {
  return rows.flatMap(({ at, activity }) => (at === undefined ? [] : [{ activity, at: new Date(at).toISOString() }]));
}

function sizeProblem(id: string, row: number, rows: readonly RawRow[]): RowError | undefined {
  if (id.length > MAX_CASE_ID_CHARACTERS)
    return rowError('VALUE_TOO_LONG', { row, field: 'case' }, { limit: MAX_CASE_ID_CHARACTERS });
  if (rows.length > MAX_STEPS_PER_CASE)
    return rowError('TOO_MANY_EVENTS', { row, field: 'case' }, { limit: MAX_STEPS_PER_CASE });
  return rows.some(({ activity }) => activity.length > MAX_TEXT_CHARACTERS) ? tooLongError(row, 'activity') : undefined;
}

const noEvent = (row: number): RowError => rowError('NO_USABLE_EVENT', { row, field: 'time' });
const tooLongError = (row: number, field: string): RowError =>
  rowError('VALUE_TOO_LONG', { row, field }, { limit: MAX_TEXT_CHARACTERS });
const nameOf = (field: CaseField, { names }: CaseRules): string => names[CASE_FIELDS.indexOf(field)] ?? field;

function differingRows(rows: readonly RawRow[]): readonly RowError[] {
  const [first, ...others] = rows;
  return others
    .filter(({ values }) => values.some((value, i) => value !== first?.values[i]))
    .map(({ row }) => rowError('DUPLICATE_CASE', { row, field: 'case' }));
}

function latestValues(rows: readonly RawRow[]): readonly string[] {
  return CASE_FIELDS.map((_field, i) => rows.findLast(({ values }) => (values[i] ?? '') !== '')?.values[i] ?? '');
}

function textsOf(values: readonly string[]): Partial<Record<(typeof TEXT_FIELDS)[number], string>> {
  return Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, values[CASE_FIELDS.indexOf(field)] ?? ''] as const).filter(
      ([, text]) => text !== '',
    ),
  );
}

/** Received and decided are the first and the last step unless the mapping names them; a named decision that is empty means: open. */
function datesOf(
  { row, values, rows }: { row: number; values: readonly string[]; rows: readonly RawRow[] },
  rules: CaseRules,
): Dates | Problem {
  const received = dateOf('received', row, values, rules);
  const decided = dateOf('decided', row, values, rules);
  const due = dateOf('due', row, values, rules);
  for (const date of [received, decided, due]) if (date !== undefined && 'error' in date) return date;
  const times = rows.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const receivedAt = msOf(received) ?? (isNamed('received', rules) ? undefined : times[0]);
  if (receivedAt === undefined)
    return { error: rowError('RECEIVED_MISSING', { row, field: nameOf('received', rules) }) };
  const decidedAt = msOf(decided) ?? (isNamed('decided', rules) ? undefined : times.at(-1));
  return {
    receivedAt,
    ...(decidedAt !== undefined && { decidedAt }),
    ...(due !== undefined && 'ms' in due && { dueAt: endOf(due, rules.timeZone) }),
  };
}

const isNamed = (field: CaseField, { names }: CaseRules): boolean => names[CASE_FIELDS.indexOf(field)] !== undefined;
const msOf = (time: ReadTime | Problem | undefined): number | undefined =>
  time !== undefined && 'ms' in time ? time.ms : undefined;

function dateOf(
  field: CaseField,
  row: number,
  values: readonly string[],
  rules: CaseRules,
): ReadTime | Problem | undefined {
  const text = values[CASE_FIELDS.indexOf(field)] ?? '';
  if (text === '') return undefined;
  return (
    rules.readTime(text) ?? {
      error: rowError('TIME_UNREADABLE', { row, field: nameOf(field, rules) }, { value: text }),
    }
  );
}
