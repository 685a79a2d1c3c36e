import type { Language } from './languages';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' };

/** Units of measure that the engine itself gives; others are what somebody called them. */
const MEASURES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  days: { vi: 'ngày', en: 'days', ja: '日' },
  cases: { vi: 'hồ sơ', en: 'cases', ja: '件' },
  ratio: { vi: 'tỷ lệ', en: 'share', ja: '割合' },
};

/** As Vietnamese offices write a day: 08/12/2026. */
const IN_FIGURES = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const IN_SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Dates and numbers as the reader's language writes them. */
export function formatsOf(language: Language) {
  const locale = LOCALES[language];
  const asDay = language === 'vi' ? IN_FIGURES : IN_SHORT;
  const day = new Intl.DateTimeFormat(locale, asDay);
  const plainDay = new Intl.DateTimeFormat(locale, { ...asDay, timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { ...asDay, hour: '2-digit', minute: '2-digit' });
  const month = language === 'vi' ? 'numeric' : 'short';
  const ofMonth = new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    /** A calendar day (`2027-03-01`) or the day of an instant. */
    day: (text: string): string => (text.length === 10 ? plainDay : day).format(new Date(text)),
    moment: (instant: string): string => moment.format(new Date(instant)),
    /** `2027-03`; other periods stay as they are. */
    period: (name: string): string => (/^\d{4}-\d{2}$/.test(name) ? ofMonth.format(new Date(`${name}-01`)) : name),
    number: (value: number): string => number.format(value),
    /** The name of a unit of measure. */
    measure: (unit: string): string => (Object.hasOwn(MEASURES, unit) ? (MEASURES[unit]?.[language] ?? unit) : unit),
    /** A value in the unit of measure of an aggregation or indicator. */
    value: (value: number, unit: string): string => (unit === 'ratio' ? percent : number).format(value),
  };
}
export type Formats = ReturnType<typeof formatsOf>;
