import { DateTime } from 'luxon';
import type { Instant } from '../shared/time';
import type { PersonalKind } from './purposes';

/** What was recorded before this is kept no longer. A month is one of the calendar: from 31 March one back is 28 or 29 February. */
export const keptSince = (months: number, at: Instant): Instant =>
  DateTime.fromISO(at, { zone: 'utc' }).minus({ months }).toISO() as Instant;

/** For every kind, the moment before which its data is deleted. */
export const cutoffs = (
  months: Readonly<Record<PersonalKind, number>>,
  at: Instant,
): readonly { readonly kind: PersonalKind; readonly before: Instant }[] =>
  (Object.entries(months) as [PersonalKind, number][]).map(([kind, count]) => ({
    kind,
    before: keptSince(count, at),
  }));
