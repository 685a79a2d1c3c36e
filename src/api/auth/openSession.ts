import { randomUUID } from 'node:crypto';
import type { Session, SignInEvent, SignInMethod } from '../../activities/accounts.ports';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { Context } from '../http/route';
import { cookieGone, cookieWith, hashOfSession, newSessionSecret, sessionSecretOf } from './cookie';
import { settingsOf } from './settings';

type Opening = { readonly person: Person; readonly method: SignInMethod; readonly tokenHash?: string };

/** With https, also where only the proxy in front speaks it, the cookie goes over https alone. */
export const isSecure = (context: Context): boolean =>
  context.secure || settingsOf(context).publicUrl.startsWith('https://');

/** A session under a new secret; one that the browser brought along ends, so that nobody can have planted it. */
export async function openSession(context: Context, { person, method, tokenHash }: Opening) {
  const { at, address, agent } = context;
  const { sessions } = context.deps.identity;
  const brought = sessionSecretOf(context.cookie);
  if (brought !== undefined) await sessions.end(hashOfSession(brought));
  const secret = newSessionSecret();
  const { mostMs } = settingsOf(context).sessions;
  const session: Session = {
    hash: hashOfSession(secret),
    id: randomUUID(),
    person: person.id,
    method,
    ...(tokenHash !== undefined && { tokenHash }),
    createdAt: at,
    lastSeenAt: at,
    address,
    agent,
  };
  await sessions.add(session, new Date(Date.parse(at) + mostMs).toISOString());
  const cookie = cookieWith(secret, mostMs, isSecure(context));
  return { session: { ...session, secret }, headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' } };
}

export const closedHeaders = (context: Context) => ({
  'Set-Cookie': cookieGone(isSecure(context)),
  'Cache-Control': 'no-store',
});

/** Writes down what happened to an account: who, when, from where. */
export const noteSignIn = ({ deps, at, address }: Context, event: Omit<SignInEvent, 'at' | 'address'>): Promise<void> =>
  deps.identity.signIns.add({ at, address, ...event });
