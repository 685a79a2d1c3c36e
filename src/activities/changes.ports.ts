import type { Change } from '../domain/live/change';

/** `key` sorts by time: epoch ms in 14 digits, a dash, and something that makes it the only one. */
export type NotedChange = Change & { readonly key: string };

/** What changed lately, for pages that are open. A hint, not a record: it is forgotten after some minutes. */
export interface Changes {
  /** Never fails: a hint that is lost is made good by the next look at the thing itself. */
  note(changes: readonly Change[]): Promise<void>;
  /** Noted at or after this moment (epoch ms) by the clocks of whoever noted it, in the order of keys. */
  since(ms: number, limit: number): Promise<readonly NotedChange[]>;
}

/** How long a change is kept. */
export const CHANGES_KEPT_MS = 10 * 60_000;
export const keyAt = (ms: number): string => String(Math.max(0, Math.trunc(ms))).padStart(14, '0');
/** Epoch ms of a key; `undefined` for what is none. */
export const timeOfKey = (key: string): number | undefined =>
  /^\d{14}-[\w-]{1,40}$/.test(key) ? Number(key.slice(0, 14)) : undefined;
