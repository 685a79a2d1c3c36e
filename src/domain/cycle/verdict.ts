import type { Instant, LocalDate } from '../shared/time';

export const VERDICTS = ['improved', 'worse', 'no-evidence', 'too-few-data'] as const;
export type VerdictName = (typeof VERDICTS)[number];

export type Interval = { readonly estimate: number; readonly low: number; readonly high: number };

/** What the data of one side say: `value` in the unit of the aggregation, missing when there were no cases. */
export type Side = {
  readonly value?: number;
  readonly n: number;
  readonly interval?: { readonly low: number; readonly high: number };
};

/** The engine's comparison of one indicator before and after the change. `p` is two-sided; `shift` is after − before. */
export type IndicatorVerdict = {
  readonly indicator: string;
  readonly aggregation: string;
  readonly unit: string;
  /** Name of the indicator, where the plan gives one. */
  readonly name?: string;
  readonly better: 'higher' | 'lower';
  readonly verdict: VerdictName;
  readonly method: string;
  readonly methodBecause: { readonly vi: string; readonly en: string };
  readonly before: Side;
  readonly after: Side;
  readonly control?: { readonly before: Side; readonly after: Side; readonly difference?: Interval };
  readonly p?: number;
  readonly statistic?: number;
  readonly shift?: Interval;
  readonly prediction: 'held' | 'missed' | 'not-comparable' | 'none';
  readonly targetMet?: boolean;
  /** First day on which a verdict can be expected at the present rate of cases; only with `too-few-data`. */
  readonly possibleFrom?: LocalDate;
  /** Months (or other periods) with at least one case on both sides: data over time. */
  readonly points: { readonly before: number; readonly after: number };
  /** What a reader should know before relying on it. */
  readonly warnings?: readonly VerdictWarning[];
  /** Counts are compared by period: `value`s are per month or week (of a stock: at the end of the window). */
  readonly per?: 'month' | 'week';
  readonly role?: 'outcome' | 'balancing';
  /** Two lines without jargon. */
  readonly words: { readonly vi: string; readonly en: string };
};

export const VERDICT_WARNINGS = ['SMALL_SAMPLE', 'OPEN_CASES', 'GAPS', 'SKEWED', 'CONTROL_TOO_SMALL'] as const;
export type VerdictWarning = {
  readonly code: (typeof VERDICT_WARNINGS)[number];
  readonly words: { readonly vi: string; readonly en: string };
};

export type CheckResult = {
  readonly computedAt: Instant;
  readonly window: {
    readonly before: { readonly from: LocalDate; readonly to: LocalDate };
    readonly after: { readonly from: LocalDate; readonly to: LocalDate };
  };
  readonly verdicts: readonly IndicatorVerdict[];
};
