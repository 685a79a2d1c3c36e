import type { Request } from 'express';
import type { Session } from '../../activities/accounts.ports';
import { isAlive, isWorthNoting } from '../../domain/accounts/session';
import type { SessionLimits } from '../../domain/accounts/session';
import type { TokenScope } from '../../domain/accounts/scope';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { ApiDeps } from '../ports';
import { ProblemError } from '../problems/problem';
import { isValidToken, notSignedIn, signIn } from './bearer';
import { hashOfSession, isCsrf, sessionSecretOf } from './cookie';

/** Who sent a request, and by what. `secret`: what the cookie has. */
export type SignedIn = {
  readonly person: Person;
  readonly scope: TokenScope;
  readonly session?: Session & { readonly secret: string };
};

/** A page that is only left open does not keep its session alive. */
type Use = 'noted' | 'unnoted';

const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * By bearer token, or else by the session of the cookie.
 *
 * @throws ProblemError NOT_SIGNED_IN, TOKEN_NOT_VALID; CSRF_TOKEN_NEEDED when a change comes with a cookie alone
 */
export async function signedInBy(
  request: Request,
  deps: ApiDeps,
  limits: SessionLimits,
  use: Use = 'noted',
): Promise<SignedIn> {
  const header = request.get('authorization');
  if (header !== undefined) return signIn(header, deps);
  const secret = sessionSecretOf(request.get('cookie'));
  const session = secret === undefined ? undefined : await liveSession(secret, { deps, limits, use });
  if (secret === undefined || session === undefined) throw notSignedIn('NOT_SIGNED_IN');
  const person = await deps.organisation.people.get(session.person);
  if (person === undefined) throw notSignedIn('NOT_SIGNED_IN');
  if (!SAFE.includes(request.method) && !isCsrf(secret, request.get('x-csrf-token')))
    throw new ProblemError('CSRF_TOKEN_NEEDED');
  return { person: person.value, scope: 'full', session: { ...session, secret } };
}

type Look = { readonly deps: ApiDeps; readonly limits: SessionLimits; readonly use: Use };

/** The session of a cookie, unless it is over. */
async function liveSession(secret: string, { deps, limits, use }: Look): Promise<Session | undefined> {
  const { sessions } = deps.identity;
  const session = await sessions.byHash(hashOfSession(secret));
  if (session === undefined) return undefined;
  const at = deps.now();
  if (!isAlive(session, limits, at) || !(await tokenStands(session, deps))) {
    await sessions.end(session.hash);
    return undefined;
  }
  if (use === 'unnoted' || !isWorthNoting(session, at)) return session;
  await sessions.seen(session.hash, at);
  return { ...session, lastSeenAt: at };
}

async function tokenStands({ tokenHash }: Session, { tokens, now }: ApiDeps): Promise<boolean> {
  if (tokenHash === undefined) return true;
  const token = await tokens.byHash(tokenHash);
  return token !== undefined && isValidToken(token, now());
}
