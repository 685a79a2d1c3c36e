import type { CaseFact } from '../case';

export const MS_PER_DAY = 86_400_000;

/** Milliseconds of [from, to) covered by the intervals; overlaps count once. */
function covered(intervals: readonly (readonly [number, number])[], from: number, to: number): number {
  let total = 0;
  let reached = from;
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(start, reached);
    const finish = Math.min(end, to);
    if (finish > begin) total += finish - begin;
    reached = Math.max(reached, finish);
  }
  return total;
}

/**
 * Time from received to decided in days of 86,400,000 ms. Gross by default; `net` takes off the time the office waited
 * for the applicant. `undefined` while the case is not decided. A decision dated before receipt gives a negative time:
 * the record is not corrected here.
 */
export function leadTimeDays(fact: CaseFact, net = false): number | undefined {
  if (fact.decidedAt === undefined) return undefined;
  const gross = fact.decidedAt - fact.receivedAt;
  const waited = net && fact.waiting !== undefined ? covered(fact.waiting, fact.receivedAt, fact.decidedAt) : 0;
  return (gross - waited) / MS_PER_DAY;
}
