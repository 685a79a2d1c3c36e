import type { Interval, Side, VerdictName } from '../cycle/verdict';
import type { Words } from '../shared/language';
import { betweenText, number, sizeText, valueText, type Spoken } from '../verdict/format';
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
  median: { vi: 'Trung vị', en: 'Median' },
  mean: { vi: 'Trung bình', en: 'Mean' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
} as const satisfies Record<Compared, Words>;

const RATIO = { unit: 'ratio' } as const;

function sideText({ value, n }: Side, compared: Compared, language: Spoken): string {
  const count = number(n, language);
  const values = { vi: `${count} giá trị`, en: `${count} ${n === 1 ? 'value' : 'values'}` }[language];
  if (value === undefined) return { vi: 'không có số liệu', en: 'no data' }[language];
  const text = compared === 'share' ? valueText(value, RATIO, language) : number(value, language);
  return `${text} (${values})`;
}

function changeText({ estimate, low, high }: Interval, compared: Compared, language: Spoken): string {
  const size = (v: number): string =>
    compared === 'share' ? sizeText(v, RATIO, language) : number(Math.abs(v), language);
  const small = size(Math.min(Math.abs(low), Math.abs(high)));
  const large = size(Math.max(Math.abs(low), Math.abs(high)));
  const between = betweenText(small, large, language);
  const tail = between === undefined ? '' : ` (${between})`;
  if (language === 'vi') return `Thay đổi: ${estimate < 0 ? 'giảm' : 'tăng'} ${size(estimate)}${tail}.`;
  return `Change: ${size(estimate)} ${estimate < 0 ? 'less' : 'more'}${tail}.`;
}

/** Two lines without jargon: the figures; what they mean. */
export function comparisonWords(worded: Worded, compared: Compared): Words {
  const { verdict, before, after, shift } = worded;
  const real = verdict === 'improved' || verdict === 'worse';
  const inLanguage = (language: Spoken): string => {
    const [b, a] = [before, after].map((side) => sideText(side, compared, language));
    const name = NAMES[compared][language];
    const sides = language === 'vi' ? `${name}: trước ${b}, sau ${a}.` : `${name}: ${b} before, ${a} after.`;
    const change = real && shift !== undefined && oneSided(shift) ? ` ${changeText(shift, compared, language)}` : '';
    return `${sides}${change}\n${CONCLUSION[verdict][language]}`;
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}
