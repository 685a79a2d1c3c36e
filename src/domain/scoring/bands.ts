import type { Exact } from './scored';
import type { Band } from './scoring.schema';

/** Do all stated edges hold? */
function holds({ atLeast, above, atMost, below }: Band, score: Exact): boolean {
  return (
    (atLeast === undefined || score.greaterThanOrEqualTo(atLeast)) &&
    (above === undefined || score.greaterThan(above)) &&
    (atMost === undefined || score.lessThanOrEqualTo(atMost)) &&
    (below === undefined || score.lessThan(below))
  );
}

/**
 * Key of the first band, in the given order, whose edges hold for the unrounded score; `undefined`: it lies in none.
 * Domain facts §3.6.
 */
export function bandOf(score: Exact, bands: readonly Band[]): string | undefined {
  return bands.find((band) => holds(band, score))?.key;
}
