import type { Mapping } from '../../domain/organisation/organisation.schema';
import { ASKED, COMPLETED, registerCases, type Moment, type Register, type RegisterCase } from './register';

const COLUMNS = ['ma_ho_so', 'buoc', 'thoi_diem', 'kenh', 'loai_hinh', 'han_tra', 'ngay_tra'];
/** Excel takes a file for UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** How the table of a made-up register is read. */
export const REGISTER_MAPPING: Mapping = {
  case: 'ma_ho_so',
  activity: 'buoc',
  timestamp: 'thoi_diem',
  channel: 'kenh',
  group: 'loai_hinh',
  due: 'han_tra',
  decided: 'ngay_tra',
  waiting: [{ from: ASKED, to: COMPLETED }],
  dateFormat: 'dd/MM/yyyy HH:mm',
  timeZone: 'Asia/Ho_Chi_Minh',
  delimiter: ';',
};

/** The register as an office's software writes it: a row a step, `;` between columns, days first. Text in pieces. */
export function* registerCsv(register: Register): Generator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.join(';')}\r\n`;
  for (const one of registerCases(register)) yield rowsOf(one);
}

function rowsOf({ id, channel, group, steps, due, decided }: RegisterCase): string {
  const decidedText = decided === undefined ? '' : textOf(decided);
  return steps
    .map(({ activity, at }) => [id, activity, textOf(at), channel, group, textOf(due), decidedText].join(';'))
    .map((row) => `${row}\r\n`)
    .join('');
}

/** `dd/MM/yyyy HH:mm` */
function textOf({ day, minute }: Moment): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = day.split('-').reverse().join('/');
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
