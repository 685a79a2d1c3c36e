import type { Instant, LocalDate } from '../shared/time';

type Dated = { readonly validFrom: LocalDate; readonly recordedAt: Instant };

/** What is known at an instant (missing: now), in the order it was recorded. */
export const knownBy = <T extends { readonly recordedAt: Instant }>(
  versions: readonly T[],
  knownAt?: Instant,
): readonly T[] =>
  knownAt === undefined ? versions : versions.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(knownAt));

/**
 * The version in force on a day: of those known by then and valid from that day or earlier, the one valid from the latest
 * day; of several from the same day the one recorded last. `versions` stand in the order in which they were recorded.
 */
export function inForceOn<T extends Dated>(versions: readonly T[], day: LocalDate, knownAt?: Instant): T | undefined {
  let best: T | undefined;
  for (const one of knownBy(versions, knownAt))
    if (one.validFrom <= day && (best === undefined || one.validFrom >= best.validFrom)) best = one;
  return best;
}

/** As `inForceOn`; where nothing is in force yet, what will be first. */
export const inForceOrNext = <T extends Dated>(versions: readonly T[], day: LocalDate, knownAt?: Instant) =>
  inForceOn(versions, day, knownAt) ??
  knownBy(versions, knownAt).reduce<T | undefined>(
    (best, one) => (best === undefined || one.validFrom <= best.validFrom ? one : best),
    undefined,
  );
