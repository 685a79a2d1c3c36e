import type { Instant } from '../shared/time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How a delivery that failed is tried again: the pauses in turn, then the last one again and again, until the time is up. */
export type RetryPlan = { readonly pausesMs: readonly number[]; readonly giveUpAfterMs: number };

/** Minutes for a hiccup, hours for a server being mended, five days as mail servers themselves do (RFC 5321 §4.5.4.1). */
export const DELIVERY_RETRIES: RetryPlan = {
  pausesMs: [1, 5, 30, 120, 360].map((minutes) => minutes * MINUTE_MS),
  giveUpAfterMs: 5 * 24 * HOUR_MS,
};

/** When to try again after the `attempts`-th failure (1 is the first) at `at`; `undefined`: give up. */
export function nextAttempt(
  plan: RetryPlan,
  { attempts, firstAttemptAt, at }: { attempts: number; firstAttemptAt: Instant; at: Instant },
): Instant | undefined {
  const pause = plan.pausesMs[Math.min(attempts, plan.pausesMs.length) - 1] ?? HOUR_MS;
  const next = Date.parse(at) + pause;
  return next - Date.parse(firstAttemptAt) > plan.giveUpAfterMs ? undefined : new Date(next).toISOString();
}
