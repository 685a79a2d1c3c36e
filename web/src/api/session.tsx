import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, Problem } from './client';
import { credentials } from './credentials';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
  readonly language: string;
};
export type Session = { readonly person: Person; readonly expiresAt?: string; readonly secondFactor?: boolean };
type SessionView = Session & { readonly csrf: string };
export type SignIn =
  { readonly token: string } | { readonly email: string; readonly password: string; readonly code?: string };

const notThere = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 404 || error.status === 405);
const notSignedIn = (error: unknown): boolean => error instanceof Problem && error.status === 401;

function taken({ csrf, ...session }: SessionView): Session {
  credentials.useCookie(csrf);
  return session;
}

async function byBearer(): Promise<Session | null> {
  if (credentials.bearer() === undefined) return null;
  const { id, name, unit, roles, language } = await call<Person>('GET', '/v1/me');
  return { person: { id, name, unit, roles, language } };
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

/** Who is signed in: `null` when nobody is, `undefined` while it is asked. */
export function useSession() {
  const { data, error } = useQuery({ queryKey: KEY, queryFn: present, staleTime: 5 * 60_000, retry: 1 });
  return { session: data, error };
}

export function useSignIn(): (given: SignIn) => Promise<void> {
  const queries = useQueryClient();
  return async (given) => {
    queries.setQueryData(KEY, await signedIn(given));
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

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    if (credentials.bearer() === undefined) await call('DELETE', '/v1/session').catch(() => undefined);
    credentials.forget();
    queries.setQueryData(KEY, null);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  };
}
