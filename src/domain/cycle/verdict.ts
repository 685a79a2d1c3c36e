import type { KeptWords } from '../shared/language';
import type { Instant, LocalDate } from '../shared/time';
import type { DraftPlan, PlanIndicator } from './cycle.schema';

export const VERDICTS = ['improved', 'worse', 'no-evidence', 'too-few-data'] as const;
export type VerdictName = (typeof VERDICTS)[number];

export type Interval = { readonly estimate: number; readonly low: number; readonly high: number };

/** What the data of one side say: `value` in the unit of the aggregation, missing when there were no cases. */
export type Side = {
  readonly value?: number;
  readonly n: number;
  readonly interval?: { readonly low: number; readonly high: number };
};

/** What a period said, of an indicator that has one value a period. */
export type SeriesPoint = {
  readonly period: string;
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly definitionVersion?: number;
};

/** The engine's comparison of one indicator before and after the change. `p` is two-sided; `shift` is after − before. */
export type IndicatorVerdict = {
  readonly indicator: string;
  /** Key of the aggregation over cases, or the id of the library's indicator: one of both. */
  readonly aggregation?: string;
  readonly library?: string;
  readonly unit: string;
  /** Name of the indicator, where the plan gives one. */
  readonly name?: string;
  /** Its name in the library or the catalogue, where the plan gives none. */
  readonly names?: KeptWords;
  readonly better: 'higher' | 'lower';
  readonly verdict: VerdictName;
  readonly method: string;
  readonly methodBecause: KeptWords;
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
  readonly per?: 'month' | 'week' | 'quarter' | 'year';
  readonly role?: 'outcome' | 'balancing';
  /** Of a balancing indicator: did it get worse? Missing with too few data. */
  readonly harmed?: boolean;
  /** Whole periods that were compared, where they are not the check's own days (indicators of the library). */
  readonly window?: CheckResult['window'];
  /** What was compared, period by period (indicators of the library), and by which versions of the definition. */
  readonly series?: { readonly before: readonly SeriesPoint[]; readonly after: readonly SeriesPoint[] };
  readonly definitions?: { readonly before: readonly number[]; readonly after: readonly number[] };
  /** What the owner is asked about the figures: never an accusation. */
  readonly questions?: readonly Question[];
  /** Two lines without jargon. */
  readonly words: KeptWords;
};

export const VERDICT_WARNINGS = [
  'SMALL_SAMPLE',
  'OPEN_CASES',
  'GAPS',
  'SKEWED',
  'CONTROL_TOO_SMALL',
  'DEFINITION_CHANGED',
  'TREND_BEFORE',
  'WHOLE_UNIT',
  'NOT_FINAL',
] as const;
export type VerdictWarning = {
  readonly code: (typeof VERDICT_WARNINGS)[number];
  readonly words: KeptWords;
};

export const QUESTIONS = ['COUNTER_INDICATOR_GOT_WORSE', 'PILED_UP_INSIDE_A_LIMIT'] as const;
export type Question = {
  readonly code: (typeof QUESTIONS)[number];
  readonly words: KeptWords;
  /** What it was asked because of. */
  readonly figures: Readonly<Record<string, number | string>>;
};

/** What a check was computed from, so that it can be computed again: with the windows, the seed and the verdicts' counts. */
export type CheckBasis = {
  readonly indicators: readonly PlanIndicator[];
  readonly pilot?: DraftPlan['pilot'];
  readonly unit: string;
  readonly procedure: string;
  readonly limitWorkingDays?: number;
  readonly timeZone: string;
  readonly calendar: string;
  /** Of every resampling, followed by `/` and the key of the indicator. */
  readonly seed: string;
  /** Cases that were read. */
  readonly cases: number;
  readonly alpha: number;
  readonly leastValues: number;
};

export type CheckResult = {
  readonly computedAt: Instant;
  readonly window: {
    readonly before: { readonly from: LocalDate; readonly to: LocalDate };
    readonly after: { readonly from: LocalDate; readonly to: LocalDate };
  };
  readonly verdicts: readonly IndicatorVerdict[];
  readonly basis?: CheckBasis;
};
