import type { Language } from '../shared/language';
import type { LocalDate } from '../shared/time';

/** Three digits are what a reader takes in, but whole numbers stay whole; the stored value keeps all. */
export function number(value: number, language: Language, digits = 3): string {
  const whole = Math.abs(value) >= 10 ** (digits - 1);
  const precision = whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits };
  return new Intl.NumberFormat(language, precision).format(value);
}

/** A number of cases: `247.189 hồ sơ`, `247,189 cases`. */
export const casesText = (n: number, language: Language): string =>
  `${number(n, language)} ${{ vi: 'hồ sơ', en: n === 1 ? 'case' : 'cases', ja: '件' }[language]}`;

/** A number of periods: `8 kỳ`, `8 periods`. */
export const periodsText = (n: number, language: Language): string =>
  `${number(n, language)} ${{ vi: 'kỳ', en: n === 1 ? 'period' : 'periods', ja: '期間' }[language]}`;

const TIME_UNITS = [
  { days: 1, vi: 'ngày', en: ['day', 'days'], ja: '日' },
  { days: 1 / 24, vi: 'giờ', en: ['hour', 'hours'], ja: '時間' },
  { days: 1 / 1440, vi: 'phút', en: ['minute', 'minutes'], ja: '分' },
] as const;

/** 2.14 days, 18.2 hours, 6 minutes: in the largest unit of which there is at least one. */
function duration(days: number, language: Language): string {
  const unit = TIME_UNITS.find((u) => Math.abs(days) >= u.days) ?? TIME_UNITS[days === 0 ? 0 : 2];
  const amount = number(days / unit.days, language, unit === TIME_UNITS[2] ? 2 : 3);
  if (language !== 'en') return `${amount} ${unit[language]}`;
  return `${amount} ${Math.abs(Number(amount)) === 1 ? unit.en[0] : unit.en[1]}`;
}

const percent = (ratio: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ratio * 100);

const PER = {
  month: { vi: '/tháng', en: ' a month', ja: '/月' },
  week: { vi: '/tuần', en: ' a week', ja: '/週' },
  quarter: { vi: '/quý', en: ' a quarter', ja: '/四半期' },
  year: { vi: '/năm', en: ' a year', ja: '/年' },
} as const;
export type PeriodLength = keyof typeof PER;

/**
 * What a number measures: the unit (`days`, `ratio` and `cases` have words of their own, any other is written as it is), and
 * for counts the length of the period. `byPeriod`: values of periods stand behind it, not single cases.
 */
export type Measure = { readonly unit: string; readonly per?: PeriodLength; readonly byPeriod?: true };

/** A value with its unit, as one would say it: `2,14 ngày`, `86.3 %`, `120 cases a month`. */
export function valueText(value: number, { unit, per }: Measure, language: Language): string {
  if (unit === 'days') return duration(value, language);
  if (unit === 'ratio') return `${percent(value, language)} %`;
  if (unit === 'number') return number(value, language);
  if (unit !== 'cases') return `${number(value, language)} ${unit}`;
  const cases = { vi: 'hồ sơ', en: 'cases', ja: '件' }[language];
  return `${number(value, language)} ${cases}${per === undefined ? '' : PER[per][language]}`;
}

/** The size of a change without its sign. Differences of shares are percentage points. */
export function sizeText(value: number, measure: Measure, language: Language): string {
  const size = Math.abs(value);
  if (measure.unit !== 'ratio' && measure.unit !== '%') return valueText(size, measure, language);
  const points = measure.unit === 'ratio' ? percent(size, language) : number(size, language);
  return `${points} ${{ vi: 'điểm phần trăm', en: 'percentage points', ja: 'ポイント' }[language]}`;
}

/** Two sizes as one says them: `4.3 and 10.8 days`, `23.8 hours and 1.87 days`; `undefined` where they read the same. */
export function betweenText(small: string, large: string, language: Language): string | undefined {
  if (small === large) return undefined;
  const [amount = '', ...unit] = small.split(' ');
  const same = unit.length > 0 && large.endsWith(` ${unit.join(' ')}`);
  const from = same ? amount : small;
  return {
    vi: `trong khoảng ${from} đến ${large}`,
    en: `between ${from} and ${large}`,
    ja: `${from} から ${large} の間`,
  }[language];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `27/08/2026`, `27 August 2026`, `2026年8月27日`. */
export function dateText(date: LocalDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    vi: `${day}/${month}/${year}`,
    en: `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`,
    ja: `${year}年${Number(month)}月${Number(day)}日`,
  }[language];
}
