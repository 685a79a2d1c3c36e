import type { Words } from '../shared/language';
import type { RowError } from './case';

type Params = { readonly field: string; readonly value: string; readonly limit: number };

/** Every reason to leave a row or a case out, with the rule and the way out, in both languages. */
const SENTENCES = {
  CASE_ID_MISSING: {
    en: () => 'Every row needs a case id. Fill it in and import the file again.',
    ja: () => 'すべての行に案件番号が必要です。入力して、ファイルを取り込み直してください。',
    vi: () => 'Mỗi dòng phải có mã hồ sơ. Hãy điền mã rồi nhập lại tệp.',
  },
  ACTIVITY_MISSING: {
    en: () => 'Every step needs the name of its activity. Fill it in and import the file again.',
    ja: () => 'すべての工程に活動の名前が必要です。入力して、ファイルを取り込み直してください。',
    vi: () => 'Mỗi bước phải có tên công việc. Hãy điền tên rồi nhập lại tệp.',
  },
  TIME_MISSING: {
    en: () => 'Every step needs the time when it happened. Fill it in and import the file again.',
    ja: () => 'すべての工程に発生日時が必要です。入力して、ファイルを取り込み直してください。',
    vi: () => 'Mỗi bước phải có thời điểm thực hiện. Hãy điền thời điểm rồi nhập lại tệp.',
  },
  TIME_UNREADABLE: {
    en: ({ value }) =>
      `"${value}" cannot be read as a date or time. Write it as ISO 8601 (2026-08-21 08:30) or state the date format in the mapping.`,
    ja: ({ value }) =>
      `「${value}」を日付または日時として読み取れません。ISO 8601（2026-08-21 08:30）で書くか、対応付けで日付の書式を指定してください。`,
    vi: ({ value }) =>
      `Không đọc được "${value}" thành ngày giờ. Ngày này có thể không có thật: hãy sửa trong tệp; nếu cả cột đều lỗi, hãy chọn lại cách ghi ngày.`,
  },
  RECEIVED_MISSING: {
    en: ({ field }) => `A case needs the date it was received, which the mapping takes from "${field}". Fill it in.`,
    ja: ({ field }) => `案件には受付日が必要です。対応付けでは「${field}」から取ります。入力してください。`,
    vi: ({ field }) => `Hồ sơ phải có ngày tiếp nhận, ánh xạ lấy ngày này từ "${field}". Hãy điền ngày.`,
  },
  NO_USABLE_EVENT: {
    en: () => 'A case needs at least one step with an activity and a time. Add one, or leave the case out of the file.',
    ja: () => '案件には活動と日時のある工程が一つ以上必要です。追加するか、その案件をファイルから除いてください。',
    vi: () =>
      'Hồ sơ phải có ít nhất một bước ghi rõ công việc và thời điểm. Hãy thêm bước, hoặc bỏ hồ sơ này khỏi tệp.',
  },
  EVENT_OUTSIDE_TRACE: {
    en: () => 'A step must stand inside a trace, otherwise nobody knows whose it is. Move it into its trace.',
    ja: () =>
      '工程はトレースの中になければなりません。そうでないと、どの案件のものか分かりません。該当するトレースに移してください。',
    vi: () =>
      'Mỗi bước phải nằm trong một vết (trace), nếu không thì không biết của hồ sơ nào. Hãy chuyển vào đúng vết.',
  },
  COLUMN_COUNT: {
    en: ({ value, limit }) =>
      `The row has ${value} cells but the header has ${limit}. Put quotes around cells that contain the delimiter.`,
    ja: ({ value, limit }) =>
      `この行にはセルが ${value} 個ありますが、見出しは ${limit} 個です。区切り文字を含むセルは引用符で囲んでください。`,
    vi: ({ value, limit }) =>
      `Dòng có ${value} ô nhưng tiêu đề có ${limit} ô. Hãy đặt dấu ngoặc kép quanh ô có chứa dấu phân cách.`,
  },
  VALUE_TOO_LONG: {
    en: ({ field, limit }) => `"${field}" may have at most ${limit} characters. Shorten it.`,
    ja: ({ field, limit }) => `「${field}」は ${limit} 文字以内です。短くしてください。`,
    vi: ({ field, limit }) => `"${field}" được có nhiều nhất ${limit} ký tự. Hãy rút ngắn lại.`,
  },
  TOO_MANY_EVENTS: {
    en: ({ limit }) => `A case may have at most ${limit} steps. Check whether the case id is right.`,
    ja: ({ limit }) => `一つの案件の工程は ${limit} 件までです。案件番号が正しいか確認してください。`,
    vi: ({ limit }) => `Một hồ sơ được có nhiều nhất ${limit} bước. Hãy kiểm tra lại mã hồ sơ.`,
  },
  DUPLICATE_CASE: {
    en: () =>
      'A table with one row per case may name a case once; this row differs from the first one, which was taken. Remove one of them.',
    ja: () =>
      '1 案件 1 行の表では、同じ案件は一度しか書けません。この行は、採用した最初の行と異なります。どちらかを除いてください。',
    vi: () =>
      'Bảng mỗi hồ sơ một dòng chỉ được ghi mỗi hồ sơ một lần; dòng này khác dòng đầu tiên đã được dùng. Hãy bỏ một trong hai dòng.',
  },
} as const satisfies Record<string, Record<keyof Words, (params: Params) => string>>;

export type RowErrorCode = keyof typeof SENTENCES;
export const ROW_ERROR_CODES = Object.keys(SENTENCES) as readonly RowErrorCode[];

/** How much of a value that could not be read is shown. */
const SHOWN_CHARACTERS = 60;

/** The error of a row with its sentences. `value` is shown shortened, without control characters. */
export function rowError(
  code: RowErrorCode,
  at: { readonly row: number; readonly field: string },
  { value = '', limit = 0 }: { readonly value?: string; readonly limit?: number } = {},
): RowError {
  const params: Params = { field: shown(at.field), value: shown(value), limit };
  const words = { vi: SENTENCES[code].vi(params), en: SENTENCES[code].en(params), ja: SENTENCES[code].ja(params) };
  return { row: at.row, field: at.field, message: words.en, code, words };
}

function shown(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, ' ').trim();
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS)}…` : plain;
}
