import { limitPerMinute } from '../http/perMinute';
import type { Limit } from '../http/perMinute';

export type FailedSignIns = {
  /** @throws ProblemError TOO_MANY_ATTEMPTS when the address has failed too often within the minute */
  readonly failed: Limit;
};

/**
 * Counts failed sign-ins by address: it slows guessing down, it is not a firewall. Good tokens pass at any time: a whole
 * office may share one address with a program that was set up wrongly.
 */
export const failedSignIns = (perMinute: number): FailedSignIns => ({
  failed: limitPerMinute(perMinute, 'TOO_MANY_ATTEMPTS'),
});
