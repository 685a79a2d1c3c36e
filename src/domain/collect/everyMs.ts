import type { IsoDuration } from '../shared/time';

const EVERY = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;
const SECONDS = [604_800, 86_400, 3_600, 60, 1] as const;

/** Milliseconds of a duration of weeks, days, hours, minutes and seconds; `undefined` for any other: a month has no length. */
export function everyMs(every: IsoDuration): number | undefined {
  const parts = EVERY.exec(every)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return undefined;
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (SECONDS[index] ?? 0), 0) * 1000;
}
