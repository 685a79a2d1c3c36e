import type { Words } from '../../shared/language';
import type { IndicatorDefinition } from '../indicator.schema';
import { grainOf } from '../period';
import { readableWords } from '../named';
import type { Finding } from './watchFinding';

const PERIODS = {
  month: { vi: 'tháng', en: ['month', 'months'], ja: 'か月' },
  quarter: { vi: 'quý', en: ['quarter', 'quarters'], ja: '四半期' },
  year: { vi: 'năm', en: ['year', 'years'], ja: '年' },
} as const;

/** `2026-03` → `tháng 03/2026`, `2026-Q1` → `quý 1/2026`, `2026` → `năm 2026`. */
function periodInVietnamese(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return `năm ${year}`;
  return part.startsWith('Q') ? `quý ${part.slice(1)}/${year}` : `tháng ${part}/${year}`;
}

/** `2026-03` → `2026年3月`, `2026-Q1` → `2026年第1四半期`, `2026` → `2026年`. */
function periodInJapanese(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return `${year}年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}四半期` : `${year}年${Number(part)}月`;
}

export const nameOf = ({ name }: IndicatorDefinition): Words => readableWords(name);

const figure = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(value);

/** One sentence on what was found, without jargon. Figures are rounded for reading. */
export function watchWords(definition: IndicatorDefinition, found: Omit<Finding, 'words'>): Words {
  const { since, periods, newest, kind } = found;
  const { vi, en, ja } = nameOf(definition);
  const grain = PERIODS[grainOf(since)];
  const unit = definition.unit === 'number' ? '' : ` ${definition.unit}`;
  const spanVi = `${periods} ${grain.vi} liên tiếp (từ ${periodInVietnamese(since)})`;
  const spanEn = `${periods} ${grain.en[periods === 1 ? 0 : 1]} in a row (since ${since})`;
  const sinceJa = periodInJapanese(since);
  const newestVi = `giá trị mới nhất là ${figure(newest, 'vi-VN')}${unit}`;
  const newestEn = `the newest value is ${figure(newest, 'en-GB')}${unit}`;
  const newestJa = `最新の値は ${figure(newest, 'ja')}${unit} です`;
  return kind === 'worst-band'
    ? {
        vi: `«${vi}» ở mức xếp loại thấp nhất ${spanVi}; ${newestVi}.`,
        en: `“${en}” has been in its worst band for ${spanEn}; ${newestEn}.`,
        ja: `「${ja}」は ${periods} ${grain.ja}続けて最も低い区分にあります（${sinceJa}から）。${newestJa}。`,
      }
    : {
        vi: `«${vi}» xấu đi rõ rệt so với mức dao động thường thấy, từ ${periodInVietnamese(since)}; ${newestVi}.`,
        en: `“${en}” is worse than its usual variation explains since ${since}; ${newestEn}.`,
        ja: `「${ja}」は${sinceJa}から、ふだんのばらつきでは説明できないほど悪化しています。${newestJa}。`,
      };
}
