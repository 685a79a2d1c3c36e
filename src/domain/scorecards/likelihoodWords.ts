import type { Language, Words } from '../shared/language';
import { valueText } from '../verdict/format';
import { filledWords } from './words';

const UNKNOWN = {
  'too-few': {
    vi: 'Chưa ước được khả năng đạt chỉ tiêu cuối năm: cần ít nhất 6 kỳ có giá trị.',
    en: 'How likely the year’s target will be met is unknown: at least 6 periods with a value are needed.',
    ja: '年末の目標達成の見込みは不明です。値のある期間が 6 以上必要です。',
  },
  'no-target': {
    vi: 'Chưa ước được khả năng đạt chỉ tiêu cuối năm: năm nay chưa có chỉ tiêu. Hãy đặt chỉ tiêu cho chỉ số.',
    en: 'How likely the year’s target will be met is unknown: there is no target for the year. Give the indicator one.',
    ja: '年末の目標達成の見込みは不明です。今年の目標値がありません。指標に目標値を設定してください。',
  },
} as const satisfies Record<string, Words>;
export type Unknown = keyof typeof UNKNOWN;
export const unknownWords = (because: Unknown): Words => UNKNOWN[because];

const LIKELY: Words = {
  vi: 'Nếu tiếp tục như trước, khả năng đạt chỉ tiêu {target} của năm {year} là {chance}; cuối năm giá trị vào khoảng {middle}, bốn trên năm trường hợp nằm từ {low} đến {high}.',
  en: 'If it goes on as before, the target of {target} for {year} is met with a likelihood of {chance}; the year ends at about {middle}, in four of five cases between {low} and {high}.',
  ja: 'このまま続けば、{year} 年の目標 {target} を達成する見込みは {chance} です。年末の値はおよそ {middle}、5 回中 4 回は {low} から {high} の間になります。',
};
const OUTCOME = {
  met: {
    vi: 'Năm {year} đã đủ số liệu: {middle}, đạt chỉ tiêu {target}.',
    en: 'The year {year} is complete: {middle}, the target of {target} is met.',
    ja: '{year} 年は確定：{middle}、目標 {target} を達成しました。',
  },
  missed: {
    vi: 'Năm {year} đã đủ số liệu: {middle}, không đạt chỉ tiêu {target}.',
    en: 'The year {year} is complete: {middle}, the target of {target} is not met.',
    ja: '{year} 年は確定：{middle}、目標 {target} は未達です。',
  },
} as const satisfies Record<string, Words>;

export type YearFigures = {
  readonly year: string;
  readonly target: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
};

/** Nothing that is drawn is certain. */
const UNDER: Words = { vi: 'dưới 1 %', en: 'under 1 %', ja: '1 ％未満' };
const OVER: Words = { vi: 'trên 99 %', en: 'over 99 %', ja: '99 ％超' };
function chanceWords(likelihood: number): Words {
  const percent = Math.round(likelihood * 100);
  const about = { vi: `khoảng ${percent} %`, en: `about ${percent} %`, ja: `約 ${percent} ％` };
  return likelihood < 0.01 ? UNDER : likelihood > 0.99 ? OVER : about;
}

export const likelyWords = (likelihood: number, figures: YearFigures, unit: string): Words =>
  spokenIn(LIKELY, figures, { unit, chance: chanceWords(likelihood) });

export const outcomeWords = (met: boolean, figures: YearFigures, unit: string): Words =>
  spokenIn(met ? OUTCOME.met : OUTCOME.missed, figures, { unit });

type Saying = { readonly unit: string; readonly chance?: Words };

function spokenIn(words: Words, { year, ...figures }: YearFigures, { unit, chance }: Saying): Words {
  const say = (language: Language): string => {
    const text = (value: number): string => valueText(value, { unit }, language);
    const { target, low, middle, high } = figures;
    const said = { target: text(target), low: text(low), middle: text(middle), high: text(high) };
    const params = { ...said, year, chance: chance?.[language] ?? '' };
    return filledWords(words, params)[language];
  };
  return { vi: say('vi'), en: say('en'), ja: say('ja') };
}
