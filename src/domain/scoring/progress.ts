import { refuse } from '../shared/result';
import { Exact, scored, type Scored } from './scored';
import type { Progress } from './scoring.schema';

/**
 * Progress from baseline b to target t, ratio: raw (v − b) ÷ (t − b), score within 0..1. Either direction: a target below
 * the baseline is reached by falling. `TARGET_IS_BASELINE`: t = b is an error of definition. Domain facts §3.1.
 */
export function progress({ value, baseline, target }: Omit<Progress, 'rule'>): Scored {
  const way = new Exact(target).minus(baseline);
  if (way.isZero()) return refuse('TARGET_IS_BASELINE', { field: '/target', params: { target } });
  return scored(new Exact(value).minus(baseline).dividedBy(way), 0, 1);
}
