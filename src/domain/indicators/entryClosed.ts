import type { Place } from '../access/policy';
import type { Closing } from './facts';
import { endOf, firstDayOf } from './period';
import type { Period } from './period';

/** Whether the first period lies within the other (or is the same). */
export const liesWithin = (one: Period, other: Period): boolean =>
  firstDayOf(one) >= firstDayOf(other) && endOf(one) <= endOf(other);

/**
 * What closes a period for a unit: a closing of the unit or of one above it, of the period or of a longer one around it,
 * that was not reopened. Of several the earliest.
 */
export function closedBy(closings: readonly Closing[], place: Place, period: Period): Closing | undefined {
  const found = closings.filter(
    (closing) => closing.reopenedAt === undefined && place.includes(closing.unit) && liesWithin(period, closing.period),
  );
  return found.reduce<Closing | undefined>(
    (first, next) => (first === undefined || next.closedAt < first.closedAt ? next : first),
    undefined,
  );
}
