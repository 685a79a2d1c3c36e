import type { Instant } from '../shared/time';

/** One step of a case: an activity and when it happened. */
export type Step = { readonly activity: string; readonly at: Instant };

/** A case of a procedure, as the aggregations see it. Times are epoch milliseconds (UTC), so that a million of them stay small. */
export type CaseFact = {
  readonly id: string;
  readonly receivedAt: number;
  readonly decidedAt?: number;
  readonly dueAt?: number;
  readonly unit?: string;
  readonly channel?: string;
  readonly group?: string;
  /** Time the clock stood still while the office waited for the applicant, as intervals [from, to) in epoch ms. */
  readonly waiting?: readonly (readonly [number, number])[];
  /** Number of steps that repeated an activity already done in this case. */
  readonly repeats?: number;
};

/** What a source reads from a file: a case with its steps. `row` is the first row (CSV) or the ordinal of the trace (XES). */
export type ReadCase = Omit<CaseFact, 'repeats'> & { readonly row: number; readonly steps: readonly Step[] };

/** A row that could not be read: which, where, why (a code and a sentence in both languages are made from it). */
export type RowError = { readonly row: number; readonly field: string; readonly message: string };
