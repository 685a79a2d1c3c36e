import { CYCLE_REFUSALS } from '../cycle/refusals';
import { OBSERVATION_REFUSALS } from '../indicators/observationRefusals';
import type { ObservationRefusal } from '../indicators/observationRules';
import { ORGANISATION_REFUSALS } from '../organisation/refusals';
import { withBlanks } from '../shared/blanks';
import type { Words } from '../shared/language';
import type { Refusal } from '../shared/result';

/** Why a row of the source is not recorded, beside what every figure is refused for. `{name}` is filled in. */
const SENTENCES = {
  COLLECT_FIELD_MISSING: {
    vi: 'Dòng này không có gì tại “{path}”.',
    en: 'This row has nothing at “{path}”.',
    ja: 'この行の「{path}」に何もありません。',
  },
  COLLECT_PERIOD_UNREADABLE: {
    vi: 'Không đọc được kỳ “{value}”; hãy khai báo period.format trong ánh xạ.',
    en: 'The period “{value}” cannot be read; state period.format in the mapping.',
    ja: '期間「{value}」を読み取れません。対応付けで period.format を指定してください。',
  },
  COLLECT_NUMBER_UNREADABLE: {
    vi: 'Không đọc được “{value}” thành số; nếu dấu phẩy là dấu thập phân, hãy đặt decimalComma trong ánh xạ.',
    en: '“{value}” cannot be read as a number; where the comma is the decimal sign, set decimalComma in the mapping.',
    ja: '「{value}」を数として読み取れません。小数点がコンマの場合は、対応付けで decimalComma を設定してください。',
  },
  COLLECT_N_UNREADABLE: {
    vi: '“{value}” không phải số đếm (n): phải là số nguyên không âm.',
    en: '“{value}” is no count (n): a whole number from 0.',
    ja: '「{value}」は件数（n）ではありません。0 以上の整数にしてください。',
  },
  COLLECT_STATUS_UNREADABLE: {
    vi: 'Không có trạng thái “{value}”; hãy khai báo statusMap trong ánh xạ.',
    en: 'There is no status “{value}”; add it to statusMap in the mapping.',
    ja: '状態「{value}」はありません。対応付けの statusMap に追加してください。',
  },
  COLLECT_INDICATOR_UNKNOWN: {
    vi: 'Không có chỉ số “{value}”; hãy tạo chỉ số hoặc khai báo indicatorMap trong ánh xạ.',
    en: 'There is no indicator “{value}”; make it, or add it to indicatorMap in the mapping.',
    ja: '指標「{value}」はありません。作成するか、対応付けの indicatorMap に追加してください。',
  },
  COLLECT_UNIT_UNKNOWN: {
    vi: 'Không có đơn vị “{value}”; hãy khai báo unitMap trong ánh xạ.',
    en: 'There is no unit “{value}”; add it to unitMap in the mapping.',
    ja: '部署「{value}」はありません。対応付けの unitMap に追加してください。',
  },
  COLLECT_OTHERS_FIGURE: {
    vi: '{unit}, {period}: nguồn ghi {value}, nhưng {by} đã ghi {before}; số liệu của người đó được giữ nguyên.',
    en: '{unit}, {period}: the source says {value}, but {by} recorded {before}; theirs is left as it is.',
    ja: '{unit}、{period}：提供元の値は {value} ですが、{by} が {before} と記録しています。記録済みの値はそのままにしました。',
  },
} as const satisfies Record<string, Words>;
export type CollectRowCode = keyof typeof SENTENCES | ObservationRefusal['code'];

/** A row that was not recorded: which (JSON: its place in the list, CSV: as a spreadsheet counts), what of it, why. */
export type CollectRowError = {
  readonly row: number;
  readonly field: string;
  readonly code: CollectRowCode;
  readonly words: Words;
};

const WORDS: Readonly<Record<CollectRowCode, Words>> = {
  ...SENTENCES,
  ...OBSERVATION_REFUSALS,
  UNKNOWN_UNIT: ORGANISATION_REFUSALS.UNKNOWN_UNIT,
  UNKNOWN_INDICATOR: CYCLE_REFUSALS.UNKNOWN_INDICATOR,
};
const SHOWN_CHARACTERS = 80;

export function collectRowError(
  { code, field = '', params = {} }: Refusal<CollectRowCode>,
  row: number,
): CollectRowError {
  const fill = (text: string): string =>
    withBlanks(text, (name) => shown(Object.hasOwn(params, name) ? params[name] : '-'));
  const words = WORDS[code];
  return {
    row,
    field: field.replace(/^\//, ''),
    code,
    words: { vi: fill(words.vi), en: fill(words.en), ja: fill(words.ja) },
  };
}

/** A value of the source in a sentence: short, on one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value);
  const plain = text
    .slice(0, 500)
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS)}…` : plain;
}
