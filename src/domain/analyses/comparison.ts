import type { Interval, Side, VerdictName } from '../cycle/verdict';
import type { Words } from '../shared/language';
import type { Comparison } from '../verdict/rules/rule';
import type { Note } from './notes';

/** `statistic`, `p` and `shift` are missing where no test could be made: too few values, or points exactly on lines. */
export type ComparisonAnalysis = {
  readonly verdict: VerdictName;
  readonly method: string;
  readonly methodBecause: Words;
  readonly statistic?: number;
  readonly p?: number;
  readonly distribution?: Comparison['distribution'];
  /** after − before */
  readonly shift?: Interval;
  /** Only of `interrupted-time-series`. */
  readonly level?: WithP;
  readonly slope?: WithP;
  readonly trendBefore?: WithP;
  readonly durbinWatson?: number;
  readonly before: Side;
  readonly after: Side;
  readonly words: Words;
  readonly notes: readonly Note[];
};
type WithP = Interval & { readonly p: number };

export const sideOf = (n: number, value: number | undefined): Side => (value === undefined ? { n } : { n, value });
