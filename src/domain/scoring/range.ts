import { refuse } from '../shared/result';
import { Exact, scored, type Scored } from './scored';
import type { Range } from './scoring.schema';

/**
 * A range is better: 1 from low to high (both included), linear to 0 at low − width and high + width; score within 0..1,
 * raw goes on below 0. Width 0: 0 outside. `RANGE_IS_EMPTY`: low above high. Domain facts §3.5.
 */
export function range({ value, low, high, width }: Omit<Range, 'rule'>): Scored {
  if (low > high) return refuse('RANGE_IS_EMPTY', { field: '/low', params: { low, high } });
  const away = Exact.max(new Exact(low).minus(value), new Exact(value).minus(high), 0);
  if (width === 0) return scored(new Exact(away.isZero() ? 1 : away.isFinite() ? 0 : Number.NaN), 0, 1);
  return scored(new Exact(1).minus(away.dividedBy(width)), 0, 1);
}
