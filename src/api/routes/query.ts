import { z } from 'zod';
import { instantAt } from '../../domain/calendar/zone';
import { IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import type { Instant } from '../../domain/shared/time';
import { ProblemError } from '../problems/problem';

/** A day within the two centuries that procedures and calendars lie in. */
export const Day = IsoDate.refine((day) => day >= '1900-01-01' && day <= '2200-01-01', {
  message: 'a day from 1900-01-01 to 2200-01-01',
});
/** A day, which begins at midnight of the office's time zone, or an instant. */
export const DayOrInstant = z.union([Day, IsoInstant]);

export const instantOf = (text: string, timeZone: string): Instant =>
  text.includes('T') ? new Date(text).toISOString() : instantAt(text, '00:00', timeZone);

/** @throws ProblemError FROM_IS_AFTER_TO when the range is empty or reversed */
export function inOrder(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from < to) return;
  throw new ProblemError('FROM_IS_AFTER_TO', { params: { from, to } });
}
