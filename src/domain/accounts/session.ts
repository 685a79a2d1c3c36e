import type { Instant } from '../shared/time';

/** How long a session lasts, ms: without use, and at most. */
export type SessionLimits = { readonly idleMs: number; readonly mostMs: number };
const HOUR_MS = 3_600_000;
export const DEFAULT_SESSION_LIMITS: SessionLimits = { idleMs: 12 * HOUR_MS, mostMs: 30 * 24 * HOUR_MS };

type Times = { readonly createdAt: Instant; readonly lastSeenAt: Instant };

/** When the session ends if it is not used any more. */
export function endOf({ createdAt, lastSeenAt }: Times, { idleMs, mostMs }: SessionLimits): Instant {
  return new Date(Math.min(Date.parse(lastSeenAt) + idleMs, Date.parse(createdAt) + mostMs)).toISOString();
}

export const isAlive = (session: Times, limits: SessionLimits, at: Instant): boolean => at < endOf(session, limits);

/** A use is noted once a minute, not with every request. */
const NOTE_EVERY_MS = 60_000;
export const isWorthNoting = ({ lastSeenAt }: Times, at: Instant): boolean =>
  Date.parse(at) - Date.parse(lastSeenAt) >= NOTE_EVERY_MS;
