import { unanswered, type Answered } from './unanswered';
import { wilson, type Bounds, type Proportion } from './wilson';

export type Difference = Bounds & { readonly estimate: number };

/**
 * Interval of a difference from the intervals of its two sides: the distances are squared and added.
 * R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10; for other
 * measures known as MOVER (Zou and Donner, 2008).
 */
export function squareAndAdd(before: Difference, after: Difference): Difference {
  const estimate = after.estimate - before.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(after.estimate - after.low, before.high - before.estimate),
    high: estimate + Math.hypot(after.high - after.estimate, before.estimate - before.low),
  };
}

/** Difference of two proportions, after − before, with its interval; ratios −1..1. */
export function newcombe(before: Proportion, after: Proportion, confidence = 0.95): Answered<Difference> {
  const [b, a] = [wilson(before, confidence), wilson(after, confidence)];
  if (a === undefined || b === undefined) return unanswered('empty');
  return {
    ok: true,
    ...squareAndAdd({ estimate: before.successes / before.n, ...b }, { estimate: after.successes / after.n, ...a }),
  };
}
