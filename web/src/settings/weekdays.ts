import { useWords } from '../words/words';

const LOCALES = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Days with their day of the week: whether a date is a Saturday matters here. */
export function useWeekdays() {
  const { language } = useWords();
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { ...DAY, hour: '2-digit', minute: '2-digit' });
  return {
    day: (text: string): string => day.format(new Date(text)),
    moment: (instant: string): string => moment.format(new Date(instant)),
  };
}
