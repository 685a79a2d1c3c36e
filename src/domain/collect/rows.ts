import { OBSERVATION_STATUSES } from '../indicators/observation.schema';
import type { ObservationStatus } from '../indicators/observation.schema';
import type { Refusal } from '../shared/result';
import type { CollectorMapping } from './collector.schema';
import { collectFailure } from './failures';
import type { CollectFailure } from './failures';
import { readNumber } from './numbers';
import { readPeriod } from './periods';
import type { SourcePeriod } from './periods';
import { collectRowError, shown } from './rowErrors';
import type { CollectRowCode, CollectRowError } from './rowErrors';

/** What one row of the source says, in our words. */
export type SourceRow = {
  readonly row: number;
  readonly indicator: string;
  /** Missing: the indicator's home. */
  readonly unit?: string;
  readonly at: SourcePeriod;
  readonly status?: ObservationStatus;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
};
export type Reading = {
  readonly rows: readonly SourceRow[];
  readonly errors: readonly CollectRowError[];
  /** Rows without any figure: the source has none yet. */
  readonly blank: number;
  readonly total: number;
};
/** Items of the source, the number of the first one, and how a value is found in one. */
export type SourceItems = {
  readonly items: readonly unknown[];
  readonly first: number;
  readonly pick: (item: unknown, path: string) => unknown;
  /** What is wrong with an item as a whole. */
  readonly refuse?: (item: unknown) => Refusal<CollectRowCode> | undefined;
};

/** More rows than this are no answer to a question of figures. */
export const MOST_ROWS = 20_000;
const LONGEST_NAME = 300;
const NUMBERS = ['value', 'numerator', 'denominator'] as const;

/** Reads the rows by the mapping. A path that no row has is a wrong mapping, and nothing is read then. */
export function readRows(
  source: SourceItems,
  mapping: CollectorMapping,
): { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly failure: CollectFailure } {
  const { items, first, pick, refuse } = source;
  if (items.length > MOST_ROWS)
    return { ok: false, failure: collectFailure('COLLECT_TOO_MANY_ROWS', { limit: MOST_ROWS }) };
  const lost = neededPaths(mapping).find(
    (path) => items.length > 0 && !items.some((item) => isThere(pick(item, path))),
  );
  if (lost !== undefined)
    return { ok: false, failure: collectFailure('COLLECT_PATH_NOT_FOUND', { detail: JSON.stringify(lost) }) };
  const read = items.map((item, index) => {
    const refusal = refuse?.(item);
    if (refusal !== undefined) return collectRowError(refusal, first + index);
    return readRow((path) => pick(item, path), mapping, first + index);
  });
  const reading = {
    rows: read.flatMap((one) => ('at' in one ? [one] : [])),
    errors: read.flatMap((one) => ('words' in one ? [one] : [])),
    blank: read.filter((one) => 'blank' in one).length,
    total: items.length,
  };
  return { ok: true, reading };
}

const isThere = (value: unknown): boolean => value !== undefined;
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function neededPaths({ period, unit, indicator, value, numerator, denominator }: CollectorMapping): readonly string[] {
  return [period, unit, indicator, value, numerator, denominator].flatMap((one) =>
    one !== undefined && 'path' in one ? [one.path] : [],
  );
}

type Pick = (path: string) => unknown;
type Blank = { readonly blank: true };

function readRow(pick: Pick, mapping: CollectorMapping, row: number): SourceRow | CollectRowError | Blank {
  const figures = readFigures(pick, mapping, row);
  if ('words' in figures || 'blank' in figures) return figures;
  const indicator = nameAt(pick, mapping.indicator, mapping.indicatorMap);
  if (indicator === undefined) return nothingAt(mapping.indicator, 'indicator', row);
  const unit = mapping.unit === undefined ? undefined : nameAt(pick, mapping.unit, mapping.unitMap);
  if (unit === undefined && mapping.unit !== undefined) return nothingAt(mapping.unit, 'unit', row);
  const given = pick(mapping.period.path);
  if (isBlank(given)) return nothingAt(mapping.period, 'period', row);
  const at = readPeriod(given, mapping.period.format);
  if (at === undefined)
    return collectRowError(
      { code: 'COLLECT_PERIOD_UNREADABLE', field: 'period', params: { value: shown(given) } },
      row,
    );
  return { row, indicator, ...(unit !== undefined && { unit }), at, ...figures };
}

type Figures = Omit<SourceRow, 'row' | 'indicator' | 'unit' | 'at'>;

function readFigures(pick: Pick, mapping: CollectorMapping, row: number): Figures | CollectRowError | Blank {
  const found: { -readonly [K in keyof Figures]: Figures[K] } = {};
  for (const name of NUMBERS) {
    const given = figureAt(pick, mapping[name]);
    if (isBlank(given)) continue;
    const number = readNumber(given, mapping.decimalComma);
    if (number === undefined)
      return collectRowError({ code: 'COLLECT_NUMBER_UNREADABLE', field: name, params: { value: shown(given) } }, row);
    found[name] = number;
  }
  const n = figureAt(pick, mapping.n);
  if (!isBlank(n)) {
    const count = readNumber(n, mapping.decimalComma);
    if (count === undefined || !Number.isInteger(count) || count < 0 || count > 1e12)
      return collectRowError({ code: 'COLLECT_N_UNREADABLE', field: 'n', params: { value: shown(n) } }, row);
    found.n = count;
  }
  const status = figureAt(pick, mapping.status);
  if (!isBlank(status)) {
    const known = statusOf(status, mapping.statusMap);
    if (known === undefined)
      return collectRowError(
        { code: 'COLLECT_STATUS_UNREADABLE', field: 'status', params: { value: shown(status) } },
        row,
      );
    found.status = known;
  }
  return whole(found, row);
}

const figureAt = (pick: Pick, at: { readonly path: string } | undefined): unknown =>
  at === undefined ? undefined : pick(at.path);

/** The rules of an entry: what has a status without value has none; numerator and denominator come together. */
function whole(figures: Figures, row: number): Figures | CollectRowError | Blank {
  const { status, value, numerator, denominator, ...rest } = figures;
  if (status === 'missing' || status === 'not-applicable') return { status, ...rest };
  if (value === undefined && numerator === undefined && denominator === undefined) return { blank: true };
  if ((numerator === undefined) === (denominator === undefined)) return figures;
  const path = numerator === undefined ? 'numerator' : 'denominator';
  return collectRowError({ code: 'COLLECT_FIELD_MISSING', field: path, params: { path } }, row);
}

function statusOf(given: unknown, map: CollectorMapping['statusMap']): ObservationStatus | undefined {
  const text = String(given).trim();
  if (map !== undefined && Object.hasOwn(map, text)) return map[text];
  return OBSERVATION_STATUSES.find((status) => status === text.toLowerCase());
}

type Named = { readonly path: string } | { readonly fixed: string };

/** The source's name of a thing, and ours where the mapping says so. */
function nameAt(pick: Pick, at: Named, map: Readonly<Record<string, string>> = {}): string | undefined {
  if ('fixed' in at) return at.fixed;
  const given = pick(at.path);
  if (isBlank(given) || (typeof given !== 'string' && typeof given !== 'number')) return undefined;
  const text = String(given).trim().slice(0, LONGEST_NAME);
  return Object.hasOwn(map, text) ? map[text] : text;
}

const nothingAt = (at: Named, field: string, row: number): CollectRowError =>
  collectRowError({ code: 'COLLECT_FIELD_MISSING', field, params: { path: 'path' in at ? at.path : field } }, row);
