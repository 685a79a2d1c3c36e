import type { PlanIndicator } from '../cycle/cycle.schema';
import type { IndicatorVerdict } from '../cycle/verdict';

/** Did it happen as predicted? Both bounds are inclusive; the unrounded value counts. */
export function predictionOutcome(
  prediction: PlanIndicator['prediction'],
  value: number | undefined,
): IndicatorVerdict['prediction'] {
  if (prediction === undefined) return 'none';
  if (value === undefined) return 'not-comparable';
  const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = prediction;
  return value <= atMost && value >= atLeast ? 'held' : 'missed';
}

/** Is the value on the better side of the target, or on it? `undefined` without target or value. */
export function targetMet(
  target: number | undefined,
  value: number | undefined,
  better: 'higher' | 'lower',
): boolean | undefined {
  if (target === undefined || value === undefined) return undefined;
  return better === 'higher' ? value >= target : value <= target;
}
