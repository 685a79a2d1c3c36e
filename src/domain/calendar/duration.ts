import { DateTime, Duration } from 'luxon';
import type { Instant, IsoDuration } from '../shared/time';

/**
 * An instant plus an ISO duration as the wall clock of the time zone counts it: a month later is the same day (or the
 * month's last one), a day later the same hour even when the clocks change. A leading `-` goes back.
 *
 * @throws RangeError when a part cannot be read.
 */
export function addIsoDuration(instant: Instant, iso: IsoDuration, timeZone: string): Instant {
  const negative = iso.startsWith('-');
  const duration = Duration.fromISO(negative ? iso.slice(1) : iso);
  const start = DateTime.fromISO(instant, { zone: timeZone });
  if (!duration.isValid || !start.isValid) throw new RangeError(`cannot add ${iso} to ${instant} in ${timeZone}`);
  const end = (negative ? start.minus(duration) : start.plus(duration)).toUTC().toISO();
  if (end === null) throw new RangeError(`beyond all dates: ${instant} plus ${iso}`);
  return end;
}
