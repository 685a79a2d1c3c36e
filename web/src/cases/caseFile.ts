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

const LATIN: Readonly<Record<Column, string>> = {
  case: 'case:concept:name, case id, caseid, case, ma ho so, ma so ho so, so ho so, so bien nhan, ho so, mahoso, id',
  activity: 'concept:name, activity, hoat dong, buoc, buoc thuc hien, buoc xu ly, cong doan, cong viec, step',
  timestamp: 'time:timestamp, timestamp, thoi diem, thoi diem thuc hien, thoi gian, ngay gio, ngay thuc hien, time',
  received:
    'received, received at, startdate, start date, tiep nhan, ngay tiep nhan, thoi diem tiep nhan, ngay nhan, ngay nop',
  decided:
    'decided, decided at, enddate, end date, giai quyet, ngay giai quyet, ngay tra, tra ket qua, ngay tra ket qua, ' +
    'ngay co ket qua, ngay hoan thanh, ngay ket thuc',
  due: 'due, due at, deadline, han, han tra, ngay hen tra, ngay hen, han xu ly, han giai quyet',
  unit: 'unit, don vi, co quan, department',
  channel: 'channel, kenh, kenh tiep nhan, hinh thuc, hinh thuc nop',
  group: 'group, nhom, loai, loai ho so, linh vuc, type',
};
const JAPANESE: Readonly<Record<Column, string>> = {
  ...{ case: '受付番号', activity: '作業', timestamp: '日時', received: '受付日', decided: '決定日', due: '期限' },
  ...{ unit: '部署', channel: '経路', group: '区分' },
};
const namesOf = (column: Column): readonly string[] => [...LATIN[column].split(', '), JAPANESE[column]];

const plain = (name: string): string =>
  folded(name.replace(/^case:(?!concept)/, ''))
    .replace(/[_\-.\s]+/g, ' ')
    .trim();

/** The column that is probably meant, by its name. */
const guessed = (column: Column, header: readonly string[]): string | undefined =>
  header.find((name) => namesOf(column).includes(name)) ?? header.find((name) => namesOf(column).includes(plain(name)));

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
  const named = names['activity'] !== undefined && names['timestamp'] !== undefined;
  const rows: RowsAre = named || repeats(file, names['case']) ? 'steps' : 'single';
  const { dateFormat, timeZone, waiting } = known;
  const format = dateFormat ?? formatOf(file, [names['timestamp'], names['received'], names['decided']]);
  const rest = { dateFormat: format, timeZone, waiting };
  return { mapping: tidied({ ...names, ...rest }, rows), rows };
}

/** A case that stands in several of the first rows: each row is one of its steps. */
function repeats({ header, rows }: CaseFile & { kind: 'csv' }, name: string | undefined): boolean {
  if (name === undefined) return false;
  const ids = rows.map((row) => row[header.indexOf(name)] ?? '').filter((id) => id !== '');
  return new Set(ids).size < ids.length;
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
