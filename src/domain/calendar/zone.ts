import { IANAZone } from 'luxon';
import type { Instant, LocalDate } from '../shared/time';
import { DAY_MS, dateOfDay, dayNumber, epochMs, minutesOf, type DayNumber } from './civil';

const MINUTE_MS = 60_000;

/** A time zone whose offsets are looked up once per UTC day: asking the platform costs microseconds, and there are millions of cases. */
export class Zone {
  private static readonly known = new Map<string, Zone>();
  private readonly zone: IANAZone;
  /** UTC day → offset in minutes, or NaN on the few days when the clocks change. */
  private readonly offsets = new Map<DayNumber, number>();

  /** @throws RangeError for a name that is no IANA time zone. */
  static named(name: string): Zone {
    const known = Zone.known.get(name);
    if (known !== undefined) return known;
    const zone = new Zone(name);
    Zone.known.set(name, zone);
    return zone;
  }

  private constructor(name: string) {
    this.zone = IANAZone.create(name);
    if (!this.zone.isValid) throw new RangeError(`not a time zone: ${name}`);
  }

  /** Minutes east of UTC at this moment (epoch ms). */
  offset(ms: number): number {
    const day = Math.floor(ms / DAY_MS);
    let offset = this.offsets.get(day);
    if (offset === undefined) {
      const start = this.zone.offset(day * DAY_MS);
      offset = start === this.zone.offset((day + 1) * DAY_MS) ? start : Number.NaN;
      this.offsets.set(day, offset);
    }
    return Number.isNaN(offset) ? this.zone.offset(ms) : offset;
  }

  dayOf(ms: number): DayNumber {
    return Math.floor((ms + this.offset(ms) * MINUTE_MS) / DAY_MS);
  }

  /**
   * Epoch ms of a local time. A time the clocks skip moves forward by the skipped hour; of a time that comes twice the
   * first is meant.
   */
  msAt(day: DayNumber, minutes: number): number {
    const local = day * DAY_MS + minutes * MINUTE_MS;
    const before = local - this.offset(local - DAY_MS) * MINUTE_MS;
    if (before + this.offset(before) * MINUTE_MS === local) return before;
    const after = local - this.offset(local + DAY_MS) * MINUTE_MS;
    return after + this.offset(after) * MINUTE_MS === local ? after : before;
  }
}

/** The calendar day at an instant in a time zone. */
export function localDateOf(instant: Instant, timeZone: string): LocalDate {
  return dateOfDay(Zone.named(timeZone).dayOf(epochMs(instant)));
}

/** The instant of a time of day (`HH:mm`, up to `24:00`) on a calendar day in a time zone. */
export function instantAt(date: LocalDate, timeOfDay: string, timeZone: string): Instant {
  return new Date(Zone.named(timeZone).msAt(dayNumber(date), minutesOf(timeOfDay))).toISOString();
}
