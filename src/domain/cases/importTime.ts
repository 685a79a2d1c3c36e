import { DateTime } from 'luxon';
import { DAY_MS, type DayNumber } from '../calendar/civil';
import { Zone } from '../calendar/zone';

/** A time that was read: epoch ms, and whether it was written as a day without a time of day (then `ms` is its first moment). */
export type ReadTime = { readonly ms: number; readonly wholeDay: boolean };
/** Reads a time, or answers undefined when the text is none. */
export type TimeReader = (text: string) => ReadTime | undefined;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?(Z|z|[+-]\d\d(?::?\d\d)?))?)?$/;
const HAS_TIME_OF_DAY = /[HhtTfFxX]/;
const MINUTE_MS = 60_000;

/**
 * Reads ISO 8601 (`T` or space, fraction of any length, cut to milliseconds, offset or not), and before it `dateFormat`
 * (luxon tokens) where the mapping states one. `timeZone` is that of times without an offset: a time the clocks skip
 * moves forward, of a time that comes twice the first is meant.
 */
export function timeReader({ dateFormat, timeZone }: { dateFormat?: string; timeZone: string }): TimeReader {
  const zone = Zone.named(timeZone);
  if (dateFormat === undefined) return (text) => readIso(text, zone);
  const stated = readerOfFormat(dateFormat, timeZone);
  return (text) => stated(text) ?? readIso(text, zone);
}

/** The last moment (ms) that a due time covers: a due day is kept until its end, a due time until that time. */
export function endOf({ ms, wholeDay }: ReadTime, timeZone: string): number {
  if (!wholeDay) return ms;
  const zone = Zone.named(timeZone);
  return zone.msAt(zone.dayOf(ms) + 1, 0) - 1;
}

function readIso(text: string, zone: Zone): ReadTime | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === undefined) return undefined;
  if (parts[4] === undefined) return { ms: zone.msAt(day, 0), wholeDay: true };
  const hour = Number(parts[4]);
  const minute = Number(parts[5]);
  const second = Number(parts[6] ?? '0');
  const fractionMs = parts[7] === undefined ? 0 : Number(parts[7].slice(0, 3).padEnd(3, '0'));
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second + fractionMs > 0)) return undefined;
  const minutes = hour * 60 + minute;
  const rest = second * 1000 + fractionMs;
  if (parts[8] === undefined) return { ms: zone.msAt(day, minutes) + rest, wholeDay: false };
  const offset = offsetMinutes(parts[8]);
  return offset === undefined
    ? undefined
    : { ms: day * DAY_MS + (minutes - offset) * MINUTE_MS + rest, wholeDay: false };
}

function dayOf(year: number, month: number, date: number): DayNumber | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const ms =
    date > 28 || year < 100 ? new Date(0).setUTCFullYear(year, month - 1, date) : Date.UTC(year, month - 1, date);
  return date <= 28 || new Date(ms).getUTCDate() === date ? ms / DAY_MS : undefined;
}

/** Minutes east of UTC of `Z`, `+07`, `+0700`, `+07:00`; at most 18 hours. */
function offsetMinutes(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(text.length > 3 ? -2 : 3));
  if (minutes > 18 * 60) return undefined;
  return text.startsWith('-') ? -minutes : minutes;
}

function readerOfFormat(dateFormat: string, timeZone: string): TimeReader {
  const parser = DateTime.buildFormatParser(dateFormat, { locale: 'en' });
  const wholeDay = !HAS_TIME_OF_DAY.test(dateFormat.replace(/'[^']*'/g, ''));
  return (text) => {
    const time = DateTime.fromFormatParser(text, parser, { zone: timeZone, locale: 'en' });
    return time.isValid ? { ms: time.toMillis(), wholeDay } : undefined;
  };
}
