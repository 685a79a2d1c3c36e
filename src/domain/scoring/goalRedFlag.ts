import { refuse } from '../shared/result';
import { Exact, scored, type Scored } from './scored';
import type { GoalRedFlag } from './scoring.schema';

/**
 * Score 0..10 from a goal G and a red flag R: 10·(v − (2R − G)) ÷ (3·(G − R)), so a third at the red flag and two thirds at
 * the goal; lower is better where G lies below R. `GOAL_IS_RED_FLAG`: G = R is an error of definition. Domain facts §3.3.
 */
export function goalRedFlag({ value, goal, redFlag }: Omit<GoalRedFlag, 'rule'>): Scored {
  const span = new Exact(goal).minus(redFlag);
  if (span.isZero()) return refuse('GOAL_IS_RED_FLAG', { field: '/redFlag', params: { goal } });
  const nothing = new Exact(redFlag).times(2).minus(goal);
  return scored(new Exact(value).minus(nothing).times(10).dividedBy(span.times(3)), 0, 10);
}
