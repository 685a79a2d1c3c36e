import { DateTime } from 'luxon';
import type { Grain } from '../cases/periods';
import { isPeriod, periodOfDay } from '../indicators/period';
import type { Period } from '../indicators/period';
import type { LocalDate } from '../shared/time';

/** What the source says of the time: a period outright, or a day, which lies in a period of the indicator's frequency. */
export type SourcePeriod = { readonly period: Period } | { readonly day: LocalDate };

const DAY = /^(\d{4}-\d\d-\d\d)(?:[T ][\d:.,]{2,20}(?:Z|[+-]\d\d:?\d\d)?)?$/;
const BARE = /^(\d{4})(?:[-/.](?:(\d{1,2})|[Qq]([1-4])))?$/;

/** Reads ISO 8601 (`2026-03`, `2026-Q1`, `2026`, a day, a time: its day as written), or by `format` (luxon tokens) where stated. */
export function readPeriod(value: unknown, format?: string): SourcePeriod | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  if (text.length > 60) return undefined;
  if (format !== undefined) return byFormat(text, format);
  const day = DAY.exec(text)?.[1];
  if (day !== undefined) return isDay(day) ? { day } : undefined;
  const [, year, month, quarter] = BARE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const period = `${year}${month === undefined ? '' : `-${month.padStart(2, '0')}`}${quarter === undefined ? '' : `-Q${quarter}`}`;
  return isPeriod(period) ? { period } : undefined;
}

function byFormat(text: string, format: string): SourcePeriod | undefined {
  const read = DateTime.fromFormat(text, format, { zone: 'utc', locale: 'en-US' });
  const day = read.isValid && read.year >= 1000 && read.year <= 9999 ? read.toISODate() : null;
  return day === null ? undefined : { day };
}

const isDay = (day: string): boolean => DateTime.fromISO(day, { zone: 'utc' }).isValid;

export const periodOf = (at: SourcePeriod, grain: Grain): Period =>
  'period' in at ? at.period : periodOfDay(at.day, grain);
