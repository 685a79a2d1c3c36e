/** Fewer values than this on a side: no verdict (domain rule: "fewer than 6 points after: too few data"). */
export const LEAST_VALUES = 6;

/** What the cases of one side say about one indicator. */
export type Evidence = {
  /** What is compared: a number a case; for counts and stocks a number a period. In the unit of the aggregation. */
  readonly values: Float64Array;
  /** The indicator's value for the whole side; missing when nothing was measured. */
  readonly value?: number;
  /** Cases behind it. */
  readonly n: number;
  /** Periods (months; for counts the compared periods) in which something was measured, of those that there are. */
  readonly periods: { readonly measured: number; readonly all: number };
  /** Cases received in the window that are not decided yet. */
  readonly open: number;
  readonly per?: 'month' | 'week';
  /** The indicator's value of each month (of counts: of each period) in order of time, `null` where nothing was measured. */
  readonly series?: () => readonly (number | null)[];
};

export type BothSides = { readonly before: Evidence; readonly after: Evidence };
