import type { Instant } from '../shared/time';

/** Attempts that have failed, under one key. */
export type Failures = { readonly failures: number; readonly lastAt: Instant };
/** After `free` failures one waits `firstMs`, twice as long after each further one, never longer than `mostMs`. */
export type Slowdown = {
  readonly free: number;
  readonly firstMs: number;
  readonly mostMs: number;
  /** Failures count for so long after the last one. */
  readonly forgetMs: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How guessing is slowed down. `pair`: one account from one address, or from a browser its owner signed in with. `account`: one
 * account from anywhere. `address`: all accounts from one address. `reset`: letters to one account.
 */
export const SLOWDOWNS = {
  pair: { free: 5, firstMs: SECOND, mostMs: 15 * MINUTE, forgetMs: 24 * HOUR },
  account: { free: 20, firstMs: SECOND, mostMs: MINUTE, forgetMs: 24 * HOUR },
  address: { free: 50, firstMs: SECOND, mostMs: 30 * SECOND, forgetMs: 15 * MINUTE },
  reset: { free: 3, firstMs: 5 * MINUTE, mostMs: HOUR, forgetMs: 24 * HOUR },
} as const satisfies Readonly<Record<string, Slowdown>>;
export type SlowdownKind = keyof typeof SLOWDOWNS;

/** Failures that still count at `at`. */
export function counting(known: Failures | undefined, { forgetMs }: Slowdown, at: Instant): number {
  return known === undefined || Date.parse(at) - Date.parse(known.lastAt) >= forgetMs ? 0 : known.failures;
}

/** How long one has to wait before the next attempt, ms; 0: not at all. */
export function waitMs(known: Failures | undefined, rule: Slowdown, at: Instant): number {
  const failures = counting(known, rule, at);
  if (known === undefined || failures < rule.free) return 0;
  const doubled = rule.firstMs * 2 ** Math.min(failures - rule.free, 40);
  const until = Date.parse(known.lastAt) + Math.min(doubled, rule.mostMs);
  return Math.max(0, until - Date.parse(at));
}
