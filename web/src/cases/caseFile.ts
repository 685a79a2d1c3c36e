import type { Mapping } from '../../../src/domain/organisation/organisation.schema';
import { folded } from '../../../src/domain/shared/folded';
import { cellsOf } from '../organisation/peopleFile';

/** Bytes of a file that are looked at before it is sent. */
const HEAD_BYTES = 64 * 1024;
const ROWS_SHOWN = 5;

/** What a file is, by its beginning. `other`: no file of cases, such as a workbook. */
export type CaseFile =
  | { readonly kind: 'xes' }
  | { readonly kind: 'other' }
  | { readonly kind: 'csv'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

export const isPacked = (file: File): boolean => file.name.toLowerCase().endsWith('.gz');

export async function lookAt(file: File): Promise<CaseFile> {
  const text = await headOf(file).catch(() => undefined);
  if (text === undefined || text.includes('\u0000')) return { kind: 'other' };
  if (/^\s*</.test(text)) return { kind: 'xes' };
  const whole = !isPacked(file) && file.size <= HEAD_BYTES;
  const lines = whole ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  const cells = cellsOf(lines.replace(/^sep=[;,\t]\r?\n/, '')) ?? cellsOf(lines.slice(0, lines.indexOf('\n') + 1));
  const [header, ...rows] = cells ?? [];
  if (header === undefined || header.length < 2) return { kind: 'other' };
  return { kind: 'csv', header: header.map((name) => name.trim()), rows: rows.slice(0, ROWS_SHOWN) };
}

async function headOf(file: File): Promise<string> {
  const reader = (isPacked(file) ? file.stream().pipeThrough(unpacking()) : file.stream()).getReader();
  let bytes = new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes = new Uint8Array([...bytes, ...value]);
    if (bytes.length >= HEAD_BYTES) break;
  }
  await reader.cancel();
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes.slice(0, HEAD_BYTES));
}

const unpacking = () => new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>;

/** Columns that a mapping can name, in the order in which they are asked for. */
export const COLUMNS = [
  ...(['case', 'activity', 'timestamp', 'received', 'decided', 'due', 'unit', 'channel', 'group'] as const),
] as const;
export type Column = (typeof COLUMNS)[number];
/** `single`: a row is a whole case; `steps`: a row is one step of a case. */
export type RowsAre = 'single' | 'steps';

const KNOWN: Readonly<Record<Column, readonly string[]>> = {
  case: ['case:concept:name', 'case id', 'caseid', 'case', 'ma ho so', 'so ho so', 'ho so', 'mahoso', 'id', '受付番号'],
  activity: ['concept:name', 'activity', 'hoat dong', 'buoc', 'cong viec', 'step', '作業'],
  timestamp: ['time:timestamp', 'timestamp', 'thoi diem', 'thoi gian', 'time', '日時'],
  received: [
    'received',
    'received at',
    'startdate',
    'start date',
    'tiep nhan',
    'ngay tiep nhan',
    'ngay nhan',
    '受付日',
  ],
  decided: [
    'decided',
    'decided at',
    'enddate',
    'end date',
    'giai quyet',
    'ngay giai quyet',
    'ngay tra',
    'tra ket qua',
    'ngay tra ket qua',
    '決定日',
  ],
  due: ['due', 'due at', 'deadline', 'han', 'han tra', 'ngay hen tra', 'han giai quyet', '期限'],
  unit: ['unit', 'don vi', 'co quan', 'department', '部署'],
  channel: ['channel', 'kenh', 'hinh thuc', 'hinh thuc nop', '経路'],
  group: ['group', 'nhom', 'loai', 'linh vuc', 'type', '区分'],
};

const plain = (name: string): string =>
  folded(name.replace(/^case:(?!concept)/, ''))
    .replace(/[_\-.\s]+/g, ' ')
    .trim();

/** The column that is probably meant, by its name. */
const guessed = (column: Column, header: readonly string[]): string | undefined =>
  header.find((name) => KNOWN[column].includes(name)) ?? header.find((name) => KNOWN[column].includes(plain(name)));

/**
 * How the columns of a file are read: as the procedure says where the file has these columns, else by their names. What
 * the procedure says beside the columns (waiting, time zone) stays.
 */
export function proposed(file: CaseFile & { kind: 'csv' }, known: Mapping): { mapping: Mapping; rows: RowsAre } {
  const { header } = file;
  const chosen = (column: Column): string | undefined => {
    const stated = known[column];
    return stated !== undefined && header.includes(stated) ? stated : guessed(column, header);
  };
  const names = Object.fromEntries(COLUMNS.map((column) => [column, chosen(column)]));
  const rows: RowsAre = names['activity'] !== undefined && names['timestamp'] !== undefined ? 'steps' : 'single';
  const { dateFormat, timeZone, waiting } = known;
  const format = dateFormat ?? formatOf(file, [names['timestamp'], names['received'], names['decided']]);
  const rest = { dateFormat: format, timeZone, waiting };
  return { mapping: tidied({ ...names, ...rest }, rows), rows };
}

/** Only what is said, and only what rows of this kind have. */
export function tidied(mapping: Partial<Record<keyof Mapping, unknown>>, rows: RowsAre): Mapping {
  const left = Object.entries(mapping).filter(
    ([name, value]) =>
      value !== undefined && value !== '' && !(rows === 'single' && (name === 'activity' || name === 'timestamp')),
  );
  return Object.fromEntries(left);
}

/** Ways in which dates are written; the first one is ISO 8601, which needs no word. */
export const DATE_FORMATS = ['', 'd/M/yyyy', 'd/M/yyyy H:mm', 'd/M/yyyy H:mm:ss', 'yyyy/M/d', 'yyyy/M/d H:mm'] as const;
const SHAPES: readonly RegExp[] = [
  /^\d{4}-\d\d-\d\d/,
  /^\d{1,2}\/\d{1,2}\/\d{4}$/,
  /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d$/,
  /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d$/,
  /^\d{4}\/\d{1,2}\/\d{1,2}$/,
  /^\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d\d$/,
];

function formatOf({ header, rows }: CaseFile & { kind: 'csv' }, columns: readonly (string | undefined)[]) {
  const at = columns.flatMap((name) => (name === undefined ? [] : [header.indexOf(name)]));
  const sample = rows.flatMap((row) => at.map((i) => (row[i] ?? '').trim())).find((cell) => cell !== '') ?? '';
  return DATE_FORMATS[SHAPES.findIndex((shape) => shape.test(sample))];
}

/** What a table of this kind cannot do without, and what is not chosen yet. */
export const stillMissing = (mapping: Mapping, rows: RowsAre): readonly Column[] =>
  (rows === 'steps' ? (['case', 'activity', 'timestamp'] as const) : (['case', 'received'] as const)).filter(
    (column) => mapping[column] === undefined,
  );
