import { Exact, scored, type Scored } from './scored';
import type { LowerRatio } from './scoring.schema';

/**
 * Lower is better, by ratio: 1 − (A − T) ÷ |T| for an actual A and a target T; 1 at the target, above 1 when better and
 * below 0 beyond twice the target: the formula knows no bounds. T = 0 has its own rule 1 − A. Never T ÷ A, which would
 * explode near 0. Domain facts §3.4.
 */
export function lowerRatio({ value, target }: Omit<LowerRatio, 'rule'>): Scored {
  const actual = new Exact(value);
  if (target === 0) return scored(new Exact(1).minus(actual));
  return scored(new Exact(1).minus(actual.minus(target).dividedBy(new Exact(target).abs())));
}
