import type { Instant } from '../shared/time';
import type { IndicatorRecord } from './evaluation';
import type { DefinitionVersion } from './facts';
import type { IndicatorOverride } from './indicator.schema';
import type { Period } from './period';
import { lastDayOf } from './period';
import { inForceOn } from './versions';

/**
 * The definition that holds for a period, as it was known then (missing: now): of the versions that are valid on its last
 * day the one valid from the latest day, of equal ones the last recorded. `undefined`: none holds yet.
 */
export const definitionAt = (
  record: IndicatorRecord,
  period: Period,
  knownAt?: Instant,
): DefinitionVersion | undefined => inForceOn(record.definitions, lastDayOf(period), knownAt);

/** A unit and those above it, nearest first, and what is asked of them. */
export type At = {
  readonly unitLine: readonly string[];
  readonly period: Period;
  readonly knownAt?: Instant | undefined;
};

/** What the nearest unit that says something of its own has instead; dated as definitions are. `undefined`: no unit does. */
export function overrideAt(record: IndicatorRecord, { unitLine, period, knownAt }: At): IndicatorOverride | undefined {
  if (record.overrides.length === 0) return undefined;
  const day = lastDayOf(period);
  for (const unit of unitLine) {
    const own = record.overrides.filter((one) => one.unit === unit);
    const found = own.length === 0 ? undefined : inForceOn(own, day, knownAt);
    if (found !== undefined && found.override !== 'as-above') return found.override;
  }
  return undefined;
}
