import type { IndicatorDefinition } from '../indicator.schema';
import { lastRun, type Watched } from './series';

/**
 * The last points when each of them lies in the worst (last) band and they are at least as many as the watch asks for;
 * empty otherwise. A period without a value ends the row: of it nobody knows.
 */
export function worstBandRun(
  { watch, bands = [] }: IndicatorDefinition,
  points: readonly Watched[],
): readonly Watched[] {
  const worst = bands.at(-1)?.key;
  const needed = watch?.worstBandPeriods;
  if (needed === undefined || worst === undefined) return [];
  const run = lastRun(points, (i) => points[i]?.band === worst);
  return run.length >= needed ? run : [];
}
