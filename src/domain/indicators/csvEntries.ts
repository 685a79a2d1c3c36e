import type { Refusal } from '../shared/result';
import { OBSERVATION_STATUSES } from './observation.schema';
import type { ObservationStatus } from './observation.schema';
import type { ObservationCode } from './observationRefusals';
import { isPeriod } from './period';

/** Columns of a table of figures, by every name they may have, in small letters. */
export const COLUMN_NAMES = {
  indicator: ['indicator', 'chỉ số', 'mã chỉ số', 'chỉ tiêu'],
  unit: ['unit', 'đơn vị', 'mã đơn vị'],
  period: ['period', 'kỳ', 'kỳ báo cáo'],
  value: ['value', 'giá trị', 'số liệu'],
  numerator: ['numerator', 'tử số'],
  denominator: ['denominator', 'mẫu số'],
  n: ['n', 'cỡ mẫu', 'số lượng'],
  status: ['status', 'trạng thái'],
  reason: ['reason', 'lý do', 'lí do'],
  source: ['source', 'nguồn'],
  evidence: ['evidence', 'minh chứng'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EntryColumn = keyof typeof COLUMN_NAMES;
export const ENTRY_COLUMNS = Object.keys(COLUMN_NAMES) as readonly EntryColumn[];

/** A row of a table by its columns. `row`: as a spreadsheet numbers it. Empty cells are not there. */
export type TableRow = { readonly row: number; readonly cells: Readonly<Partial<Record<EntryColumn, string>>> };
export type RowRefusal = Refusal<ObservationCode> & { readonly row: number };

/** A table as it was read: rows, and those that could not be read. `decimalComma`: commas do not separate its columns. */
export type ObservationTable = {
  readonly columns: readonly EntryColumn[];
  readonly decimalComma: boolean;
  readonly rows: readonly TableRow[];
  readonly refused: readonly RowRefusal[];
};

export type ReadObservationTable = (
  bytes: AsyncIterable<Uint8Array>,
) => Promise<
  | { readonly ok: true; readonly table: ObservationTable }
  | { readonly ok: false; readonly refusal: Refusal<ObservationCode> }
>;

/** An entry as the schema will see it: a member that could not be read is missing, and named in `refusals`. */
export type ReadEntry = {
  readonly row: number;
  readonly indicator?: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly refusals: readonly RowRefusal[];
};

const STATUS_WORDS = {
  'bình thường': 'normal',
  'chính thức': 'normal',
  thiếu: 'missing',
  'ước tính': 'estimated',
  'tạm tính': 'provisional',
  'không áp dụng': 'not-applicable',
} as const satisfies Readonly<Record<string, ObservationStatus>>;

const NUMBER = /^[+-]?(?:\d{1,40}(?:\.\d{1,40})?|\.\d{1,40})(?:e[+-]?\d{1,3})?$/i;

/** Reads the cells of a row: numbers, period and status in the forms that offices write. */
export function readEntry({ row, cells }: TableRow, decimalComma: boolean): ReadEntry {
  const refusals: RowRefusal[] = [];
  const refuse = (code: ObservationCode, field: EntryColumn, params: Readonly<Record<string, string>>): undefined => {
    refusals.push({ row, code, field, params });
  };
  const numberIn = (field: EntryColumn): number | undefined => {
    const text = cells[field];
    if (text === undefined) return undefined;
    const plain = decimalComma ? text.replace(',', '.') : text;
    return NUMBER.test(plain) && Number.isFinite(Number(plain))
      ? Number(plain)
      : refuse('NUMBER_UNREADABLE', field, { value: shown(text) });
  };
  const period = cells.period === undefined ? undefined : periodFrom(cells.period);
  if (period === undefined) refuse('PERIOD_UNREADABLE', 'period', { value: shown(cells.period ?? '') });
  const status = cells.status === undefined ? undefined : statusFrom(cells.status);
  if (cells.status !== undefined && status === undefined)
    refuse('STATUS_UNREADABLE', 'status', { value: shown(cells.status), known: OBSERVATION_STATUSES.join(', ') });
  const evidence = cells.evidence?.split(/[\s|]+/).filter((id) => id !== '');
  const entry = {
    unit: cells.unit,
    period,
    value: numberIn('value'),
    numerator: numberIn('numerator'),
    denominator: numberIn('denominator'),
    n: numberIn('n'),
    status,
    reason: cells.reason,
    source: cells.source,
    evidence,
  };
  const given = Object.entries(entry).filter(([, value]) => value !== undefined);
  return { row, ...(cells.indicator && { indicator: cells.indicator }), entry: Object.fromEntries(given), refusals };
}

/** `2026-03`, `3/2026`, `2026-Q1`, `Q1/2026`, `Quý I/2026` and `2026`. */
export function periodFrom(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/^(THÁNG|NĂM|KỲ)\s+/, '');
  if (isPeriod(plain)) return plain;
  const month = /^(\d{1,2})[/-](\d{4})$/.exec(plain) ?? /^(?=\d{4}[/-])(?:(\d{4})[/-](\d{1,2}))$/.exec(plain);
  if (month !== null) {
    const [year = '', inYear = ''] =
      month[1]?.length === 4 ? [month[1], month[2] ?? ''] : [month[2] ?? '', month[1] ?? ''];
    return checked(`${year}-${inYear.padStart(2, '0')}`);
  }
  const quarter = /^(?:Q|QUÝ\s*)(IV|I{1,3}|[1-4])[/\s-]+(\d{4})$/.exec(plain);
  if (quarter === null) return undefined;
  const no = ROMAN[quarter[1] ?? ''] ?? quarter[1];
  return checked(`${quarter[2] ?? ''}-Q${no ?? ''}`);
}
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' };
const checked = (text: string): string | undefined => (isPeriod(text) ? text : undefined);

function statusFrom(text: string): ObservationStatus | undefined {
  const plain = text.toLowerCase();
  const vietnamese = Object.entries(STATUS_WORDS).find(([word]) => word === plain)?.[1];
  return vietnamese ?? OBSERVATION_STATUSES.find((status) => status === plain.replace(/[\s_]+/g, '-'));
}

/** How much of a cell is shown. */
const SHOWN_CHARACTERS = 60;
export function shown(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, ' ').trim();
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS)}…` : plain;
}
