import { refuse } from '../shared/result';
import { Exact, scored, type Scored } from './scored';
import type { Attainment } from './scoring.schema';

/**
 * Attainment of the target as published score tables have it: value ÷ target where higher is better, target ÷ value where
 * lower is better; a ratio, 1 at the target, without an upper bound. A score table's numerator ÷ denominator ÷ target is the
 * same once the value is numerator ÷ denominator. Where lower is better it jumps near 0 (half the value, twice the score):
 * `lower-ratio` is the recommended rule there. `ATTAINMENT_TARGET_NOT_POSITIVE`: nothing is a share of 0, and of a negative
 * target the worse value would be the larger share; `ATTAINMENT_VALUE_NOT_POSITIVE`: lower is better and the value is 0 or
 * below. Domain facts §1 (bands A' to C), §3.4.
 */
export function attainment({ value, target, better }: Omit<Attainment, 'rule'>): Scored {
  if (target <= 0) return refuse('ATTAINMENT_TARGET_NOT_POSITIVE', { field: '/target', params: { target } });
  if (better === 'higher') return scored(new Exact(value).dividedBy(target));
  if (value <= 0) return refuse('ATTAINMENT_VALUE_NOT_POSITIVE', { field: '/value', params: { value } });
  return scored(new Exact(target).dividedBy(value));
}
