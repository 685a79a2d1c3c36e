import { ProblemError } from '../problems/problem';

const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

export type FailedSignIns = {
  /** @throws ProblemError TOO_MANY_ATTEMPTS when the address has failed too often within the minute */
  failed(address: string, now: number): void;
};

/**
 * Counts failed sign-ins by address, in windows of a minute, in memory: it slows guessing down, it is not a firewall. Good
 * tokens pass at any time: a whole office may share one address with a program that was set up wrongly.
 */
export function failedSignIns(perMinute: number): FailedSignIns {
  const counts = new Map<string, { readonly since: number; readonly count: number }>();
  const current = (address: string, now: number) => {
    const entry = counts.get(address);
    return entry === undefined || now - entry.since >= WINDOW_MS ? { since: now, count: 0 } : entry;
  };
  return {
    failed(address, now) {
      const { since, count } = current(address, now);
      counts.delete(address);
      counts.set(address, { since, count: count + 1 });
      const oldest = counts.keys().next();
      if (counts.size > MOST_ADDRESSES && oldest.done !== true) counts.delete(oldest.value);
      if (count < perMinute) return;
      const seconds = Math.max(1, Math.ceil((since + WINDOW_MS - now) / 1000));
      throw new ProblemError('TOO_MANY_ATTEMPTS', { params: { seconds }, headers: { 'Retry-After': `${seconds}` } });
    },
  };
}
