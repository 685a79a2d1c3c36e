import type { Account } from '../../activities/accounts.ports';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { hashOf } from './addressKey';
import { begin, keysOf, knownDevice, settled } from './attempts';
import type { AttemptKey } from './attempts';
import { cookieValueOf, DEVICE_COOKIE, deviceCookie, newSessionSecret } from './cookie';
import { usedCode } from './oneTimeCodes';
import { isSecure, noteSignIn } from './openSession';
import { hashOfPassword, isOutdated, isPassword } from './passwordHash';

export type Credentials = { readonly email: string; readonly password: string; readonly code?: string | undefined };

/** E-mail addresses in lower case; an id as it is. */
export const loginOf = (typed: string): string => (typed.includes('@') ? typed.trim().toLowerCase() : typed.trim());

/**
 * The person with this name and password (and code), and the cookie of a browser that was not known yet. Works as long and says the same whatever is wrong.
 *
 * @throws ProblemError SIGN_IN_FAILED, SECOND_FACTOR_NEEDED, TOO_MANY_ATTEMPTS
 */
export async function signInByPassword(
  given: Credentials,
  context: Context,
): Promise<{ readonly person: Person; readonly cookies: readonly string[] }> {
  const { accounts, attempts } = context.deps.identity;
  const login = loginOf(given.email);
  const account = await accounts.byLogin(login);
  const device = cookieValueOf(context.cookie, DEVICE_COOKIE);
  const keys = keysOf(login, { address: context.address, device }, account);
  const person = account?.person;
  const about = { method: 'password', ...(person !== undefined && { person }) } as const;
  await begin(attempts, keys, context.at).catch(async (error: unknown) => {
    await noteSignIn(context, { outcome: 'too-many-attempts', ...about });
    throw error;
  });
  const right = await isPassword(account?.passwordHash, given.password);
  const found = account === undefined ? undefined : await context.deps.organisation.people.get(account.person);
  if (!right || account === undefined || found === undefined) {
    await noteSignIn(context, { outcome: 'failed', ...about });
    throw new ProblemError('SIGN_IN_FAILED');
  }
  if (account.secondFactor !== undefined) await secondFactor(account, given.code, { context, keys });
  await settled(attempts, keys, true);
  await hashAnew(account, given.password, context);
  return { person: found.value, cookies: await remembered(account, device, context) };
}

async function remembered(account: Account, device: string | undefined, context: Context): Promise<readonly string[]> {
  if (knownDevice(account, device) !== undefined) return [];
  const secret = newSessionSecret();
  await context.deps.identity.accounts.knowDevice(account.person, hashOf(secret));
  return [deviceCookie(secret, isSecure(context))];
}

/** A wrong code is a failure like a wrong password; a code that was not given yet is none. */
async function secondFactor(
  account: Account,
  code: string | undefined,
  { context, keys }: { readonly context: Context; readonly keys: readonly AttemptKey[] },
): Promise<void> {
  const { accounts, attempts } = context.deps.identity;
  const about = { method: 'password', person: account.person } as const;
  if (code === undefined) {
    await settled(attempts, keys, false);
    await noteSignIn(context, { outcome: 'second-factor-needed', ...about });
    throw new ProblemError('SECOND_FACTOR_NEEDED');
  }
  if (await usedCode(accounts, account, code, Date.parse(context.at))) return;
  await noteSignIn(context, { outcome: 'second-factor-failed', ...about });
  throw new ProblemError('SIGN_IN_FAILED');
}

/** The hash keeps up with what is advised: this is the one moment at which the password is known. */
async function hashAnew({ person, passwordHash }: Account, password: string, { deps }: Context): Promise<void> {
  if (passwordHash === undefined || !isOutdated(passwordHash)) return;
  await deps.identity.accounts.rehash(person, passwordHash, await hashOfPassword(password));
}
