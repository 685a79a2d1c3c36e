import type { StoredIndicator } from '../../activities/indicators.ports';
import { MalformedFile } from '../../domain/cases/importFailure';
import { readEntry } from '../../domain/indicators/csvEntries';
import type { ObservationTable, ReadEntry } from '../../domain/indicators/csvEntries';
import type { Judged } from '../../domain/indicators/entry';
import { ObservationEntry } from '../../domain/indicators/observation.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { parsed } from '../http/fieldErrors';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import type { FieldError } from '../problems/problem';
import { judgeAll, wordsOf } from './observationsRecord';
import type { ObservationRefusal } from '../../domain/indicators/observationRules';

/** A mistake in a row, by row as a spreadsheet numbers it. `message` in the language of the caller. */
export type RowError = {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
};
export type JudgedRow = { readonly row: number; readonly judged: Exclude<Judged, { readonly outcome: 'refused' }> };
export type JudgedTable = { readonly rows: readonly JudgedRow[]; readonly errors: readonly RowError[] };

type Entry = { readonly row: number; readonly indicator: string; readonly entry: ObservationEntry };

/** @throws ProblemError when the table as a whole cannot be read */
export async function tableFrom(context: Context): Promise<ObservationTable> {
  const { deps, stream, language } = context;
  if (stream === undefined) throw new Error('the route takes a stream');
  try {
    const read = await deps.readObservationTable(stream.bytes);
    if (!read.ok) throw problemOf(read.refusal);
    return read.table;
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    throw new ProblemError('TABLE_CANNOT_BE_READ', { params: { reason: inWords(error.words, language) } });
  }
}

/** Judges every row of a table. `fixed`: the indicator of all rows; without it each row names its own. */
export async function judgedTable(
  table: ObservationTable,
  fixed: StoredIndicator | undefined,
  context: Context,
): Promise<JudgedTable> {
  const { language } = context;
  const errors: RowError[] = table.refused.map((one) => errorOf(one.row, one, language));
  const entries: Entry[] = [];
  for (const row of table.rows) {
    const read = readEntry(row, table.decimalComma);
    const checked = checkedEntry(read, fixed?.id, language);
    errors.push(...checked.errors);
    if (checked.entry !== undefined) entries.push(checked.entry);
  }
  const stored = fixed === undefined ? await context.deps.indicators.many(namesOf(entries)) : [fixed];
  const byId = new Map(stored.map((one) => [one.id, one]));
  const strangers = entries.filter(({ indicator }) => !byId.has(indicator));
  errors.push(...strangers.map(({ row, indicator }) => errorOf(row, unknownIndicator(indicator), language)));
  const groups = stored.map((one) => ({ stored: one, of: entries.filter(({ indicator }) => indicator === one.id) }));
  const asked = groups.filter(({ of }) => of.length > 0);
  const given = asked.map(({ stored: one, of }) => ({
    stored: one,
    entries: of.map(({ entry }) => entry),
    kind: 'imported' as const,
  }));
  const judged = await judgeAll(given, context);
  const rows: JudgedRow[] = [];
  asked.forEach(({ of }, group) =>
    of.forEach(({ row }, index) => {
      const one = judged[group]?.judged[index];
      if (one === undefined) return;
      if (one.outcome !== 'refused') rows.push({ row, judged: one });
      else errors.push(...one.refusals.map((refusal) => errorOf(row, withRow(refusal, of), language)));
    }),
  );
  return { rows: rows.sort((a, b) => a.row - b.row), errors: errors.sort((a, b) => a.row - b.row) };
}

const namesOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.map(({ indicator }) => indicator)),
];
const unknownIndicator = (id: string): ObservationRefusal => ({
  code: 'UNKNOWN_INDICATOR',
  field: 'indicator',
  params: { id },
});

/** The row as the schema of entries takes it; what could not be read is said once. */
function checkedEntry(
  { row, indicator = '', entry, refusals }: ReadEntry,
  fixed: string | undefined,
  language: Language,
): { readonly entry?: Entry; readonly errors: readonly RowError[] } {
  const unread = refusals.map((refusal) => errorOf(row, refusal, language));
  const own = fixed ?? indicator;
  const stranger =
    own === '' || (fixed !== undefined && indicator !== '' && indicator !== fixed)
      ? [errorOf(row, unknownIndicator(indicator === '' ? '-' : indicator), language)]
      : [];
  if (unread.length + stranger.length > 0) return { errors: [...unread, ...stranger] };
  const result = parsed(ObservationEntry, entry, 'body');
  if (result.ok) return { entry: { row, indicator: own, entry: result.value }, errors: [] };
  return {
    errors: result
      .errors(language)
      .map(({ field, rule, message }) => ({ row, field: plain(field), code: rule, message })),
  };
}

const plain = (field: string): string => field.replace(/^\//, '').split('/')[0] ?? '';

const errorOf = (row: number, refusal: ObservationRefusal, language: Language): RowError => ({
  row,
  field: plain(refusal.field ?? ''),
  code: refusal.code,
  message: wordsOf(refusal, language),
});

/** Of two rows for one period the second names the first as the spreadsheet counts it. */
function withRow(refusal: ObservationRefusal, entries: readonly Entry[]): ObservationRefusal {
  const first = /^\/items\/(\d+)$/.exec(String(refusal.params?.['first'] ?? ''))?.[1];
  const row = first === undefined ? undefined : entries[Number(first)]?.row;
  return row === undefined ? refusal : { ...refusal, params: { ...refusal.params, first: `#${row}` } };
}

/** Nothing was recorded: each mistake with its row. The sentences were made in the language of the caller. */
export const tableRefused = (errors: readonly RowError[]): ProblemError =>
  new ProblemError('OBSERVATIONS_REFUSED', {
    params: { count: errors.length },
    errors: (): readonly FieldError[] =>
      errors.map(({ row, field, code, message }) => ({
        in: 'body',
        field: field === '' ? `/rows/${row}` : `/rows/${row}/${field}`,
        rule: code,
        message,
      })),
  });
