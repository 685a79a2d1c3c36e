import type { Words } from '../../shared/language';
import type { IndicatorDefinition } from '../indicator.schema';
import { grainOf } from '../period';
import type { Finding } from './watchFinding';

const PERIODS = {
  month: { vi: 'tháng', en: ['month', 'months'] },
  quarter: { vi: 'quý', en: ['quarter', 'quarters'] },
  year: { vi: 'năm', en: ['year', 'years'] },
} as const;

/** `2026-03` → `tháng 03/2026`, `2026-Q1` → `quý 1/2026`, `2026` → `năm 2026`. */
function periodInVietnamese(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return `năm ${year}`;
  return part.startsWith('Q') ? `quý ${part.slice(1)}/${year}` : `tháng ${part}/${year}`;
}

export function nameOf({ name }: IndicatorDefinition): Words {
  if (typeof name === 'string') return { vi: name, en: name };
  const any = name.vi ?? name.en ?? name.ja ?? '';
  return { vi: name.vi ?? any, en: name.en ?? any };
}

const figure = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(value);

/** One sentence on what was found, without jargon. Figures are rounded for reading. */
export function watchWords(definition: IndicatorDefinition, found: Omit<Finding, 'words'>): Words {
  const { since, periods, newest, kind } = found;
  const { vi, en } = nameOf(definition);
  const grain = PERIODS[grainOf(since)];
  const unit = definition.unit === 'number' ? '' : ` ${definition.unit}`;
  const spanVi = `${periods} ${grain.vi} liên tiếp (từ ${periodInVietnamese(since)})`;
  const spanEn = `${periods} ${grain.en[periods === 1 ? 0 : 1]} in a row (since ${since})`;
  const newestVi = `giá trị mới nhất là ${figure(newest, 'vi-VN')}${unit}`;
  const newestEn = `the newest value is ${figure(newest, 'en-GB')}${unit}`;
  return kind === 'worst-band'
    ? {
        vi: `«${vi}» ở mức xếp loại thấp nhất ${spanVi}; ${newestVi}.`,
        en: `“${en}” has been in its worst band for ${spanEn}; ${newestEn}.`,
      }
    : {
        vi: `«${vi}» xấu đi rõ rệt so với mức dao động thường thấy, từ ${periodInVietnamese(since)}; ${newestVi}.`,
        en: `“${en}” is worse than its usual variation explains since ${since}; ${newestEn}.`,
      };
}
