import { MalformedFile } from '../domain/cases/importFailure';
import { CASE_FIELDS } from '../domain/cases/importCase';
import type { Mapping } from '../domain/organisation/organisation.schema';
import { cleanText } from './source';

const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter that stands most often in the first line outside quotes; undefined while the line may not be complete.
 * A line `sep=;`, as spreadsheets write it, says it outright.
 */
export function delimiterOf(head: string, complete: boolean): Delimiter | undefined {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) return mostFrequent(counts);
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return complete ? mostFrequent(counts) : undefined;
}

function mostFrequent(counts: ReadonlyMap<string, number>): Delimiter {
  return DELIMITERS.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best), ',');
}

/** Positions of the columns in a row; -1 where there is none. `fields` follows CASE_FIELDS. */
export type Columns = {
  readonly count: number;
  readonly caseId: number;
  readonly activity: number;
  readonly time: number;
  readonly fields: readonly number[];
  readonly names: { readonly caseId: string; readonly activity: string; readonly time: string };
  readonly fieldNames: readonly (string | undefined)[];
};

/**
 * Finds the mapped columns. Attributes of the case are found with or without `case:` before their name, as tables made
 * from XES write it. Without a time column, and with one for the date of receipt, each row is a whole case.
 * @throws MalformedFile COLUMN_MISSING naming every column that is needed and not there.
 */
export function columnsOf(header: readonly string[], mapping: Mapping): Columns {
  const found = header.map(cleanText);
  const names = { caseId: mapping.case ?? 'case:concept:name', ...stepNames(mapping) };
  const exact = (name: string): number => found.indexOf(cleanText(name));
  const single = isSingle(mapping) && exact(names.time) < 0;
  const fields = CASE_FIELDS.flatMap((field) => mapping[field] ?? []);
  const structure = single ? [names.caseId] : [names.caseId, names.activity, names.time];
  const missing = [
    ...structure.filter((name) => exact(name) < 0),
    ...fields.filter((name) => attributeColumn(found, name) < 0),
  ];
  if (missing.length > 0) throw new MalformedFile('COLUMN_MISSING', { detail: missingWords(missing, found) });
  return {
    count: header.length,
    caseId: exact(names.caseId),
    activity: single ? -1 : exact(names.activity),
    time: single ? -1 : exact(names.time),
    fields: CASE_FIELDS.map((field) => attributeColumn(found, mapping[field])),
    names,
    fieldNames: CASE_FIELDS.map((field) => mapping[field]),
  };
}

const stepNames = (mapping: Mapping) => ({
  activity: mapping.activity ?? 'concept:name',
  time: mapping.timestamp ?? 'time:timestamp',
});

/** Whether a mapping allows rows without steps. */
const isSingle = ({ received, activity, timestamp }: Mapping): boolean =>
  received !== undefined && activity === undefined && timestamp === undefined;

function attributeColumn(found: readonly string[], name: string | undefined): number {
  if (name === undefined) return -1;
  const wanted = cleanText(name);
  const exact = found.indexOf(wanted);
  return exact >= 0 ? exact : found.indexOf(wanted.startsWith('case:') ? wanted.slice(5) : `case:${wanted}`);
}

function missingWords(missing: readonly string[], names: readonly string[]): string {
  return `${missing.map((name) => `"${name}"`).join(', ')} (found: ${names.map((name) => `"${name}"`).join(', ')})`;
}
