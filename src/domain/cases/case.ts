import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import type { RowErrorCode } from './rowErrors';

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

/**
 * A row that could not be read: which, where, why. `row` is the row as a spreadsheet shows it (CSV, the header is row 1) or
 * the ordinal of the trace (XES). `message` is the English sentence of `words`.
 */
export type RowError = {
  readonly row: number;
  readonly field: string;
  readonly message: string;
  readonly code: RowErrorCode;
  readonly words: Words;
};

/**
 * The end of a waiting interval that has not ended: the latest time a Date can hold. Only a case that is still open has
 * one (a decision ends all waiting); clip it before use.
 */
export const STILL_WAITING = 8_640_000_000_000_000;

/** Number of steps that repeat an activity already done in the case. */
export function repeatedSteps(steps: readonly Step[]): number {
  return steps.length - new Set(steps.map(({ activity }) => activity)).size;
}

/** The fact of a case that was read, as the aggregations see it. */
export function caseFactOf({ row: _row, steps, ...facts }: ReadCase): CaseFact {
  return { ...facts, repeats: repeatedSteps(steps) };
}
