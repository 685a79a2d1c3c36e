import type { Account, Attempts } from '../../activities/accounts.ports';
import { counting, SLOWDOWNS, waitMs } from '../../domain/accounts/slowdown';
import type { SlowdownKind } from '../../domain/accounts/slowdown';
import type { Instant } from '../../domain/shared/time';
import { ProblemError } from '../problems/problem';
import { hashOf, networkOf } from './addressKey';

export type AttemptKey = { readonly kind: SlowdownKind; readonly key: string };

const keyOf = (kind: SlowdownKind, ...parts: readonly string[]): AttemptKey => ({
  kind,
  key: hashOf(kind, ...parts),
});
export const addressKey = (address: string): AttemptKey => keyOf('address', networkOf(address));
export const resetKey = (login: string): AttemptKey => keyOf('reset', login);
/** Of somebody signed in who gives the password once more. */
export const ownKey = (person: string): AttemptKey => keyOf('pair', 'own', person);

type From = { readonly address: string; readonly device: string | undefined };

/** The hash of a browser that the owner of the account signed in with before. */
export function knownDevice(account: Account | undefined, device: string | undefined): string | undefined {
  const hash = device === undefined ? undefined : hashOf(device);
  return hash !== undefined && account?.knownDevices.includes(hash) === true ? hash : undefined;
}

/**
 * What an attempt to sign in counts under. A browser the owner signed in with counts for itself: what others try, from
 * elsewhere or from the same office, does not hold it up.
 */
export function keysOf(login: string, { address, device }: From, account: Account | undefined): readonly AttemptKey[] {
  const known = knownDevice(account, device);
  if (known !== undefined) return [keyOf('pair', login, 'device', known)];
  return [keyOf('pair', login, networkOf(address)), keyOf('account', login), addressKey(address)];
}

/**
 * Counts an attempt before it is made, under every key, so that a thousand at once are a thousand failures; what did not
 * fail is given back. One that is refused is not counted: waiting always ends.
 *
 * @throws ProblemError TOO_MANY_ATTEMPTS with the seconds to wait
 */
export async function begin(attempts: Attempts, keys: readonly AttemptKey[], at: Instant): Promise<void> {
  const begun: AttemptKey[] = [];
  for (const key of keys) {
    const wait = await counted(attempts, key, at);
    if (wait > 0) {
      await Promise.all(begun.map(({ key: other }) => attempts.giveBack(other)));
      const seconds = Math.ceil(wait / 1000);
      throw new ProblemError('TOO_MANY_ATTEMPTS', { params: { seconds }, headers: { 'Retry-After': `${seconds}` } });
    }
    begun.push(key);
  }
}

/** The time to wait, ms; 0 when the attempt was counted. */
async function counted(attempts: Attempts, { kind, key }: AttemptKey, at: Instant): Promise<number> {
  const rule = SLOWDOWNS[kind];
  for (;;) {
    const seen = await attempts.get(key);
    const wait = waitMs(seen, rule, at);
    if (wait > 0) return wait;
    if (await attempts.count(key, seen, { failures: counting(seen, rule, at) + 1, lastAt: at })) return 0;
  }
}

/** The attempt did not fail. `good`: it succeeded, so that what failed before from here is forgotten. */
export async function settled(attempts: Attempts, keys: readonly AttemptKey[], good: boolean): Promise<void> {
  await Promise.all(
    keys.map(({ kind, key }) => (good && kind === 'pair' ? attempts.forget(key) : attempts.giveBack(key))),
  );
}
