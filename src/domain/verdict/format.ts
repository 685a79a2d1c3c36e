import type { Language } from '../shared/language';
import type { LocalDate } from '../shared/time';

export type Spoken = Extract<Language, 'vi' | 'en'>;

/** Three digits are what a reader takes in, but whole numbers stay whole; the stored value keeps all. */
export function number(value: number, language: Spoken, digits = 3): string {
  const whole = Math.abs(value) >= 10 ** (digits - 1);
  const precision = whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits };
  return new Intl.NumberFormat(language, precision).format(value);
}

/** A number of cases: `247.189 hồ sơ`, `247,189 cases`. */
export const casesText = (n: number, language: Spoken): string =>
  `${number(n, language)} ${language === 'vi' ? 'hồ sơ' : n === 1 ? 'case' : 'cases'}`;

/** A number of periods: `8 kỳ`, `8 periods`. */
export const periodsText = (n: number, language: Spoken): string =>
  `${number(n, language)} ${language === 'vi' ? 'kỳ' : n === 1 ? 'period' : 'periods'}`;

const TIME_UNITS = [
  { days: 1, vi: 'ngày', en: ['day', 'days'] },
  { days: 1 / 24, vi: 'giờ', en: ['hour', 'hours'] },
  { days: 1 / 1440, vi: 'phút', en: ['minute', 'minutes'] },
] as const;

/** 2.14 days, 18.2 hours, 6 minutes: in the largest unit of which there is at least one. */
function duration(days: number, language: Spoken): string {
  const unit = TIME_UNITS.find((u) => Math.abs(days) >= u.days) ?? TIME_UNITS[days === 0 ? 0 : 2];
  const amount = number(days / unit.days, language, unit === TIME_UNITS[2] ? 2 : 3);
  if (language === 'vi') return `${amount} ${unit.vi}`;
  return `${amount} ${Math.abs(Number(amount)) === 1 ? unit.en[0] : unit.en[1]}`;
}

const percent = (ratio: number, language: Spoken): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ratio * 100);

const PER = {
  month: { vi: '/tháng', en: ' a month' },
  week: { vi: '/tuần', en: ' a week' },
  quarter: { vi: '/quý', en: ' a quarter' },
  year: { vi: '/năm', en: ' a year' },
} as const;
export type PeriodLength = keyof typeof PER;

/**
 * What a number measures: the unit (`days`, `ratio` and `cases` have words of their own, any other is written as it is), and
 * for counts the length of the period. `byPeriod`: values of periods stand behind it, not single cases.
 */
export type Measure = { readonly unit: string; readonly per?: PeriodLength; readonly byPeriod?: true };

/** A value with its unit, as one would say it: `2,14 ngày`, `86.3 %`, `120 cases a month`. */
export function valueText(value: number, { unit, per }: Measure, language: Spoken): string {
  if (unit === 'days') return duration(value, language);
  if (unit === 'ratio') return `${percent(value, language)} %`;
  if (unit === 'number') return number(value, language);
  if (unit !== 'cases') return `${number(value, language)} ${unit}`;
  const cases = language === 'vi' ? 'hồ sơ' : 'cases';
  return `${number(value, language)} ${cases}${per === undefined ? '' : PER[per][language]}`;
}

/** The size of a change without its sign. Differences of shares are percentage points. */
export function sizeText(value: number, measure: Measure, language: Spoken): string {
  const size = Math.abs(value);
  if (measure.unit !== 'ratio' && measure.unit !== '%') return valueText(size, measure, language);
  const points = measure.unit === 'ratio' ? percent(size, language) : number(size, language);
  return `${points} ${language === 'vi' ? 'điểm phần trăm' : 'percentage points'}`;
}

/** Two sizes as one says them: `4.3 and 10.8 days`, `23.8 hours and 1.87 days`; `undefined` where they read the same. */
export function betweenText(small: string, large: string, language: Spoken): string | undefined {
  if (small === large) return undefined;
  const [amount = '', ...unit] = small.split(' ');
  const same = unit.length > 0 && large.endsWith(` ${unit.join(' ')}`);
  const from = same ? amount : small;
  return language === 'vi' ? `trong khoảng ${from} đến ${large}` : `between ${from} and ${large}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `27/08/2026`, `27 August 2026`. */
export function dateText(date: LocalDate, language: Spoken): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
