import { networkOf } from '../auth/addressKey';
import { ProblemError } from '../problems/problem';

const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/** @throws ProblemError of the limit's code when the address has asked too often within the minute */
export type Limit = (address: string, now: number) => void;

/**
 * Counts requests by address (by network of 64 bits for IPv6, within which a visitor may choose any), in windows of a minute,
 * in memory of this process: addresses are kept nowhere else, and not longer than that.
 */
export function limitPerMinute(
  most: number,
  code: 'TOO_MANY_REQUESTS' | 'TOO_MANY_ATTEMPTS' = 'TOO_MANY_REQUESTS',
): Limit {
  const counts = new Map<string, { readonly since: number; readonly count: number }>();
  return (from, now) => {
    const address = networkOf(from);
    const known = counts.get(address);
    const { since, count } = known === undefined || now - known.since >= WINDOW_MS ? { since: now, count: 0 } : known;
    counts.delete(address);
    counts.set(address, { since, count: count + 1 });
    const oldest = counts.keys().next();
    if (counts.size > MOST_ADDRESSES && oldest.done !== true) counts.delete(oldest.value);
    if (count < most) return;
    const seconds = Math.max(1, Math.ceil((since + WINDOW_MS - now) / 1000));
    throw new ProblemError(code, { params: { seconds }, headers: { 'Retry-After': `${seconds}` } });
  };
}
