import { withBlanks } from '../shared/blanks';
import type { Language, Words } from '../shared/language';
import type { Note, NoteCode, Rating } from './view';

/** What fills a blank; words fill it in the language of the sentence. */
export type Filling = string | number | Words;

/** Numbers as the language writes them: `0,9` in Vietnamese. */
const format = (language: Language) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: false });
const NUMBERS = { vi: format('vi'), en: format('en'), ja: format('ja') } as const satisfies Record<
  Language,
  Intl.NumberFormat
>;

/** The sentence in every language with its blanks filled. */
export function filledWords(sentence: Words, params: Readonly<Record<string, Filling>>): Words {
  const fill = (language: Language): string =>
    withBlanks(sentence[language], (name) => {
      const param = params[name] ?? '-';
      if (typeof param === 'number') return NUMBERS[language].format(param);
      return typeof param === 'object' ? param[language] : param;
    });
  return { vi: fill('vi'), en: fill('en'), ja: fill('ja') };
}

const NOTES = {
  NOT_SCORED: {
    vi: 'Không chấm điểm: chỉ số chưa có quy tắc chấm điểm. Hãy thêm quy tắc và chỉ tiêu trong định nghĩa chỉ số.',
    en: 'Not scored: the indicator has no scoring rule. Add a rule and a target to its definition.',
    ja: '評点なし：指標に評点の規則がありません。指標の定義に規則と目標値を加えてください。',
  },
  OVER_ACHIEVED: {
    vi: 'Vượt chỉ tiêu: mức đạt {raw} được tính là 1, để không che lấp thước đo chưa đạt. Nếu lặp lại, hãy xem lại chỉ tiêu.',
    en: 'Over-achieved: {raw} counts as 1, so that it does not average a failure away. If it goes on, look at the target again.',
    ja: '目標超過：{raw} ですが 1 として数えます（未達の項目を平均で隠さないため）。続く場合は目標値を見直してください。',
  },
  LONGER_PERIOD: {
    vi: 'Chỉ số được đo theo kỳ dài hơn: dùng giá trị của {period}, kỳ gần nhất đã kết thúc.',
    en: 'The indicator is measured in longer periods: this is the value of {period}, the last one that had ended.',
    ja: '指標の期間の方が長いため、直近に終わった {period} の値を使います。',
  },
  UNKNOWN_INDICATOR: {
    vi: 'Không đọc được chỉ số này vào thời điểm đó.',
    en: 'The indicator could not be read as of that moment.',
    ja: 'その時点では、この指標を読めません。',
  },
  NO_MEASURE: {
    vi: 'Mục tiêu chưa có thước đo nào nên không có điểm.',
    en: 'The objective has no measure, so it has no score.',
    ja: '目標に測定項目がないため、評点がありません。',
  },
  INCOMPLETE: {
    vi: 'Chưa đủ: mới có điểm cho {coverage} % trọng số, cần ít nhất {least} %, nên chưa xếp trạng thái.',
    en: 'Incomplete: {coverage} % of the weight is scored, at least {least} % is asked for, so there is no status.',
    ja: '不完全：評点があるのは重みの {coverage} ％で、必要な {least} ％に足りないため、状態は付けません。',
  },
  NO_VALUE: {
    vi: 'Chưa có giá trị cho {period}.',
    en: 'There is no value for {period}.',
    ja: '{period} の値がありません。',
  },
} as const satisfies Record<NoteCode, Words>;

export const noted = (code: NoteCode, params: Readonly<Record<string, string | number>> = {}): Note => ({
  code,
  words: filledWords(NOTES[code], params),
});

/** Signs stand beside colours, so that nothing hangs on seeing them. */
export const STATUS_WORDS = {
  green: { vi: '✔ Tốt', en: '✔ Good', ja: '✔ 良好' },
  yellow: { vi: '▲ Cần chú ý', en: '▲ Needs attention', ja: '▲ 要注意' },
  red: { vi: '✖ Chưa đạt', en: '✖ Off target', ja: '✖ 未達' },
} as const satisfies Record<Rating, Words>;
