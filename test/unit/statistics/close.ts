/** Relative distance of two numbers; absolute for a reference of 0. */
export function distance(found: number | undefined, reference: number): number {
  if (found === undefined || Number.isNaN(found)) return Number.POSITIVE_INFINITY;
  if (found === reference) return 0;
  return Math.abs(found - reference) / (reference === 0 ? 1 : Math.abs(reference));
}

/** What closed forms are held to. */
export const CLOSED_FORM = 1e-9;
