import type { CaseFact } from '../case';
import { did } from './share';
import type { MeasureContext } from './aggregation';

/**
 * Was the case decided on or before the working day on which the limit ends? The day of receipt does not count.
 * `undefined` while it is not decided, or when limit or calendar are missing.
 */
export function decidedWithinWorkingDays(
  fact: CaseFact,
  workingDays: number | undefined,
  { clock }: MeasureContext,
): 0 | 1 | undefined {
  if (fact.decidedAt === undefined || workingDays === undefined || clock.dueDay === undefined) return undefined;
  const due = clock.dueDay(clock.localDay(fact.receivedAt), workingDays);
  return did(clock.localDay(fact.decidedAt) <= due);
}
