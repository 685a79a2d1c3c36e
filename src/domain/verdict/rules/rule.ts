import type { Aggregation } from '../../cases/aggregations/aggregation';
import type { Words } from '../../shared/language';
import type { Difference } from '../../statistics/newcombe';
import type { Answered } from '../../statistics/unanswered';
import type { Bounds } from '../../statistics/wilson';

/** Two-sided; below it a difference is called real. */
export const ALPHA = 0.05;

/** How a method answers: is the difference real, which way, how large. */
export type Comparison = {
  readonly method: string;
  readonly because: Words;
  readonly p: number;
  /** Where p can come from either: the distribution of ranks itself, or the normal one with ties and continuity corrected. */
  readonly distribution?: 'exact' | 'asymptotic';
  readonly statistic: number;
  /** after − before, in the unit of the aggregation. */
  readonly shift: Difference;
  readonly real: boolean;
  /** Sign of the change: 1 more, −1 less, 0 neither. */
  readonly direction: number;
  readonly intervals?: { readonly before?: Bounds; readonly after?: Bounds };
};

/** A way to compare the values of two sides; each has at least six. */
export type VerdictRule = {
  readonly method: string;
  readonly because: Words;
  readonly compare: (before: Float64Array, after: Float64Array, aggregation: Aggregation) => Answered<Comparison>;
};

/** Both must say so: the test, and an interval without 0. */
export const realDifference = (p: number, { low, high }: Difference): boolean => p < ALPHA && (low > 0 || high < 0);
