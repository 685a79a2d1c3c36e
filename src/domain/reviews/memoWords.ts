import type { IndicatorValue } from '../indicators/value';
import { STATUS_WORDS } from '../scorecards/words';
import type { Words } from '../shared/language';
import type { Colour, MemoMeasure, Movement } from './memo';

const MOVEMENT = {
  improving: { vi: 'đang tốt lên', en: 'improving', ja: '改善' },
  steady: { vi: 'giữ nguyên', en: 'steady', ja: '横ばい' },
  worsening: { vi: 'đang xấu đi', en: 'worsening', ja: '悪化' },
  unknown: { vi: 'chưa rõ xu hướng', en: 'direction unknown', ja: '動きは不明' },
} as const satisfies Record<Movement, Words>;
const STATUS: Readonly<Record<Colour, Words>> = {
  ...STATUS_WORDS,
  none: { vi: '– Chưa xếp loại', en: '– Not rated', ja: '– 評価なし' },
};

/** Two decimals are enough in a sentence; the memo has the number itself beside it. */
const figure = (value: number, language: keyof Words): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);

/** A measure in one sentence: value, target, status and movement. */
export function measureWords(
  value: IndicatorValue | undefined,
  { colour, movement }: { readonly colour: Colour; readonly movement: Movement },
): Words {
  const [status, moves] = [STATUS[colour], MOVEMENT[movement]];
  if (value?.state !== 'value') {
    const because = value?.because.words ?? {
      vi: 'Chưa có số liệu.',
      en: 'There is no figure yet.',
      ja: '数値がまだありません。',
    };
    return { vi: `${status.vi}: ${because.vi}`, en: `${status.en}: ${because.en}`, ja: `${status.ja}：${because.ja}` };
  }
  const { target } = value;
  const is = (language: keyof Words): string => figure(value.value, language);
  const against = (language: keyof Words, told: (aim: string) => string): string =>
    target === undefined ? '' : told(figure(target, language));
  return {
    vi: `${status.vi}: ${is('vi')}${against('vi', (aim) => ` so với chỉ tiêu ${aim}`)}; ${moves.vi}.`,
    en: `${status.en}: ${is('en')}${against('en', (aim) => ` against a target of ${aim}`)}; ${moves.en}.`,
    ja: `${status.ja}：${is('ja')}${against('ja', (aim) => `（目標 ${aim}）`)}、${moves.ja}。`,
  };
}

type Summary = {
  readonly measures: readonly MemoMeasure[];
  readonly missing: number;
  readonly without: number;
  readonly open: number;
};

/** The memo in three sentences. */
export function summaryWords({ measures, missing, without, open }: Summary): Words {
  const count = (colour: Colour): number => measures.filter((one) => one.colour === colour).length;
  const [green, yellow, red, none] = [count('green'), count('yellow'), count('red'), count('none')];
  const high = measures.filter(({ risk }) => risk === 'high-risk').length;
  return {
    vi: `${measures.length} chỉ số: ${green} tốt, ${yellow} cần chú ý, ${red} chưa đạt, ${none} chưa xếp loại; ${high} rủi ro cao. Còn thiếu ${missing} số liệu. ${without} chỉ số đỏ chưa có hành động; ${open} quyết định kỳ trước còn mở.`,
    en: `${measures.length} measures: ${green} good, ${yellow} needing attention, ${red} off target, ${none} not rated; ${high} at high risk. Figures missing: ${missing}. Red without an action: ${without}; earlier decisions still open: ${open}.`,
    ja: `指標 ${measures.length} 件：良好 ${green}、要注意 ${yellow}、未達 ${red}、評価なし ${none}。高リスク ${high} 件。未提出の数値 ${missing} 件。対策のない赤の指標 ${without} 件、前回までの未了の決定 ${open} 件。`,
  };
}

const SIDES = {
  above: { vi: 'cao hơn', en: 'higher', ja: '高く' },
  below: { vi: 'thấp hơn', en: 'lower', ja: '低く' },
} as const satisfies Record<string, Words>;

export const MEMO_WORDS = {
  specialCause: (period: string, side: keyof typeof SIDES): Words => ({
    vi: `Giá trị ${period} ${SIDES[side].vi} hẳn mức dao động thường ngày: có nguyên nhân đặc biệt cần tìm hiểu.`,
    en: `The value of ${period} is ${SIDES[side].en} than chance explains: there is a special cause to look for.`,
    ja: `${period} の値は偶然では説明できないほど${SIDES[side].ja}なっています。特別な原因を調べてください。`,
  }),
} as const;
