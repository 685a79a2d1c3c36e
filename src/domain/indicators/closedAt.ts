import type { Instant } from '../shared/time';
import type { Closing } from './facts';
import type { Period } from './period';
import { endOf, firstDayOf } from './period';

const inForce = ({ closedAt, reopenedAt }: Closing, asOf: Instant | undefined): boolean =>
  asOf === undefined ? reopenedAt === undefined : closedAt <= asOf && (reopenedAt === undefined || reopenedAt > asOf);

/** A closed year closes its months. */
const covers = (closed: Period, period: Period): boolean =>
  closed === period || (firstDayOf(closed) <= firstDayOf(period) && endOf(period) <= endOf(closed));

/**
 * When the period was closed, for a unit and those above it (`unitLine`): the earliest closing that was in force as of an
 * instant (missing: now). `undefined`: it is open.
 */
export function closedAt(
  closings: readonly Closing[],
  {
    unitLine,
    period,
    asOf,
  }: { readonly unitLine: readonly string[]; readonly period: Period; readonly asOf?: Instant | undefined },
): Instant | undefined {
  let earliest: Instant | undefined;
  for (const closing of closings) {
    if (!unitLine.includes(closing.unit) || !inForce(closing, asOf) || !covers(closing.period, period)) continue;
    if (earliest === undefined || closing.closedAt < earliest) earliest = closing.closedAt;
  }
  return earliest;
}
