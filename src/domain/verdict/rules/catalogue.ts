import type { Aggregation } from '../../cases/aggregations/aggregation';
import { meanRule } from './mean';
import { periodRule } from './period';
import { quantileRule } from './quantile';
import { rankSumRule } from './rankSum';
import type { VerdictRule } from './rule';
import { shareRule } from './share';

/** The method that fits what an aggregation measures. One more is one file and one line here. */
export const VERDICT_RULES = {
  median: rankSumRule,
  quantile: quantileRule,
  mean: meanRule,
  share: shareRule,
  count: periodRule,
  stock: periodRule,
} as const satisfies Record<Aggregation['nature'], VerdictRule>;
