import type { Interval, Side, VerdictName } from '../cycle/verdict';
import type { Language, Words } from '../shared/language';
import { betweenText, number, sizeText, valueText } from '../verdict/format';
import { CONCLUSION, oneSided } from '../verdict/words';

/** What stands for a side: the middle or the mean of values without a unit, or a share. */
export type Compared = 'median' | 'mean' | 'share';
export type Worded = {
  readonly verdict: VerdictName;
  readonly before: Side;
  readonly after: Side;
  readonly shift?: Interval;
};

const NAMES = {
  median: { vi: 'Trung vị', en: 'Median', ja: '中央値' },
  mean: { vi: 'Trung bình', en: 'Mean', ja: '平均' },
  share: { vi: 'Tỷ lệ', en: 'Share', ja: '割合' },
} as const satisfies Record<Compared, Words>;

const RATIO = { unit: 'ratio' } as const;

function sideText({ value, n }: Side, compared: Compared, language: Language): string {
  const count = number(n, language);
  const values = { vi: `${count} giá trị`, en: `${count} ${n === 1 ? 'value' : 'values'}`, ja: `${count} 件` }[
    language
  ];
  if (value === undefined) return { vi: 'không có số liệu', en: 'no data', ja: 'データなし' }[language];
  const text = compared === 'share' ? valueText(value, RATIO, language) : number(value, language);
  return `${text} (${values})`;
}

function changeText({ estimate, low, high }: Interval, compared: Compared, language: Language): string {
  const size = (v: number): string =>
    compared === 'share' ? sizeText(v, RATIO, language) : number(Math.abs(v), language);
  const small = size(Math.min(Math.abs(low), Math.abs(high)));
  const large = size(Math.max(Math.abs(low), Math.abs(high)));
  const between = betweenText(small, large, language);
  const tail = between === undefined ? '' : ` (${between})`;
  const less = estimate < 0;
  return {
    vi: `Thay đổi: ${less ? 'giảm' : 'tăng'} ${size(estimate)}${tail}.`,
    en: `Change: ${size(estimate)} ${less ? 'less' : 'more'}${tail}.`,
    ja: `変化：${size(estimate)} ${less ? '減少' : '増加'}${tail}。`,
  }[language];
}

/** Two lines without jargon: the figures; what they mean. */
export function comparisonWords(worded: Worded, compared: Compared): Words {
  const { verdict, before, after, shift } = worded;
  const real = verdict === 'improved' || verdict === 'worse';
  const inLanguage = (language: Language): string => {
    const [b, a] = [before, after].map((side) => sideText(side, compared, language));
    const name = NAMES[compared][language];
    const sides = {
      vi: `${name}: trước ${b}, sau ${a}.`,
      en: `${name}: ${b} before, ${a} after.`,
      ja: `${name}：前 ${b}、後 ${a}。`,
    }[language];
    const change = real && shift !== undefined && oneSided(shift) ? ` ${changeText(shift, compared, language)}` : '';
    return `${sides}${change}\n${CONCLUSION[verdict][language]}`;
  };
  return { vi: inLanguage('vi'), en: inLanguage('en'), ja: inLanguage('ja') };
}
