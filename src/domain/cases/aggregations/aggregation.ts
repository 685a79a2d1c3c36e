import type { LocalDate } from '../../shared/time';
import type { Words } from '../../shared/language';
import type { CaseFact } from '../case';
import type { CaseClock } from './caseClock';

export const AGGREGATION_UNITS = ['days', 'ratio', 'cases'] as const;
export type AggregationUnit = (typeof AGGREGATION_UNITS)[number];

/**
 * What an aggregation cannot do without. `earlier-cases`: cases received before the range count too, so stream from the
 * first case on; `limit`: a limit in days, as parameter or on the procedure; `calendar`: working days are counted.
 */
export const NEEDS = ['decidedAt', 'dueAt', 'repeats', 'limit', 'calendar', 'earlier-cases'] as const;
export type Need = (typeof NEEDS)[number];

/** What a user may set: `days`, the limit in (working) days; `net`, take the time off while the office waited for the applicant. */
export type AggregationParameters = { readonly days?: number; readonly net?: boolean };
export type ParameterName = keyof AggregationParameters;

/** What a measure may know besides the case. */
export type MeasureContext = {
  readonly parameters: AggregationParameters;
  /** The procedure's legal limit, in working days. */
  readonly limitWorkingDays?: number;
  readonly clock: CaseClock;
};

/** Cases and the value they must give: documentation and test of an aggregation at once. */
export type AggregationExample = {
  readonly given: readonly CaseFact[];
  readonly parameters?: AggregationParameters;
  readonly limitWorkingDays?: number;
  /** Only for stocks: the first day that no longer counts, in Vietnam. */
  readonly to?: LocalDate;
  readonly expect: number | undefined;
};

type Described = {
  readonly key: string;
  /** Other names a user would try. */
  readonly aliases?: readonly string[];
  readonly unit: AggregationUnit;
  /** Direction of improvement, unless the office says otherwise. */
  readonly better: 'higher' | 'lower';
  /** Measures how fast the work is: a plan puts a balancing indicator beside it. */
  readonly speed: boolean;
  readonly needs: readonly Need[];
  readonly parameters: readonly ParameterName[];
  readonly names: Words;
  readonly description: Words;
  readonly example: AggregationExample;
};

type CaseNature =
  | { readonly nature: 'count' | 'median' | 'mean' | 'share' }
  /** `q` 0..1: which quantile. */
  | { readonly nature: 'quantile'; readonly q: number };

/**
 * One number a case (`measure`; `undefined`: the case says nothing and is not counted), and one number of many
 * (`compute`; `undefined`: nothing was measured; unrounded). The nature decides how two periods are compared.
 */
export type CaseAggregation = Described &
  CaseNature & {
    /** Which moment puts a case into a period. */
    readonly dateBy: 'received' | 'decided';
    readonly measure: (fact: CaseFact, context: MeasureContext) => number | undefined;
    readonly compute: (measured: Float64Array) => number | undefined;
  };

/** How many cases are present at the end of a period: from `[0]` (included) to `[1]` (not included), epoch ms. */
export type StockAggregation = Described & {
  readonly nature: 'stock';
  readonly presence: (fact: CaseFact) => readonly [number, number];
};

export type Aggregation = CaseAggregation | StockAggregation;
