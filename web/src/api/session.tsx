import { useEffect } from 'react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../src/domain/organisation/roles';
import { call, Problem } from './client';
import { credentials } from './credentials';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
  readonly language: string;
  /** Absent people whose deputy the person is today: their ids, and who they are. */
  readonly standsInFor?: readonly string[];
  readonly represents?: readonly Absent[];
};
export type Absent = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly until: string;
};
export type Session = { readonly person: Person; readonly expiresAt?: string; readonly secondFactor?: boolean };
type SessionView = Session & { readonly csrf: string; readonly standsInFor?: readonly Absent[] };
export type SignIn =
  { readonly token: string } | { readonly email: string; readonly password: string; readonly code?: string };

const notThere = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 404 || error.status === 405);
const notSignedIn = (error: unknown): boolean => error instanceof Problem && error.status === 401;

function taken({ csrf, standsInFor = [], ...session }: SessionView): Session {
  credentials.useCookie(csrf);
  return { ...session, person: { ...session.person, ...actingFor(standsInFor) } };
}

const actingFor = (represents: readonly Absent[]) => ({ standsInFor: represents.map(({ id }) => id), represents });

async function byBearer(): Promise<Session | null> {
  if (credentials.bearer() === undefined) return null;
  const me = await call<Omit<Person, 'standsInFor'> & { readonly standsInFor?: readonly Absent[] }>('GET', '/v1/me');
  const { id, name, unit, roles, language, standsInFor = [] } = me;
  return { person: { id, name, unit, roles, language, ...actingFor(standsInFor) } };
}

async function present(): Promise<Session | null> {
  try {
    return credentials.bearer() === undefined ? taken(await call<SessionView>('GET', '/v1/session')) : await byBearer();
  } catch (error) {
    if (notSignedIn(error)) credentials.forget();
    if (notSignedIn(error) || notThere(error)) return null;
    throw error;
  }
}

const KEY = ['session'];
/** Who was here before the session ended by itself; nobody after a sign-out. */
const LAST = ['session', 'last'];
const ofPerson = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== KEY[0] };

/** Who is signed in: `null` when nobody is, `undefined` while it is asked. */
export function useSession() {
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: KEY, queryFn: present, staleTime: 5 * 60_000, retry: 1 });
  const { data: last } = useQuery<Session | null>({ queryKey: LAST, queryFn: skipToken, gcTime: Infinity });
  useEffect(() => {
    if (data !== undefined && data !== null) queries.setQueryData(LAST, data);
  }, [data, queries]);
  return { session: data, last: last ?? undefined, error };
}

export function useSignIn(): (given: SignIn) => Promise<void> {
  const queries = useQueryClient();
  return async (given) => {
    const session = await signedIn(given);
    const before = queries.getQueryData<Session | null>(LAST);
    if (before?.person.id !== session?.person.id) queries.removeQueries(ofPerson);
    queries.setQueryData(KEY, session);
    void queries.invalidateQueries(ofPerson);
  };
}

async function signedIn(given: SignIn): Promise<Session | null> {
  try {
    return taken(await call<SessionView>('POST', '/v1/session', given));
  } catch (error) {
    if (!notThere(error) || !('token' in given)) throw error;
    credentials.useBearer(given.token);
    return byBearer().catch((refused: unknown) => {
      credentials.forget();
      throw refused;
    });
  }
}

async function signedOut(): Promise<void> {
  try {
    await call('DELETE', '/v1/session');
  } catch (error) {
    if (!notSignedIn(error) && !notThere(error)) throw error;
  }
}

/** @throws Problem when the server could not be told: the session would go on. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    if (credentials.bearer() === undefined) await signedOut();
    credentials.forget();
    queries.setQueryData(LAST, null);
    queries.setQueryData(KEY, null);
    queries.removeQueries(ofPerson);
  };
}
