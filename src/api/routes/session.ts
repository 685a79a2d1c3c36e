import { z } from 'zod';
import { GivenPassword } from '../../domain/accounts/password.schema';
import { isAlive, endOf } from '../../domain/accounts/session';
import { addressKey, begin } from '../auth/attempts';
import { notSignedIn, signIn } from '../auth/bearer';
import { closedHeaders, noteSignIn, openSession } from '../auth/openSession';
import { signInByPassword } from '../auth/signInByPassword';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { settingsOf } from '../auth/settings';
import { SessionView, SignedInView, signedInView } from './sessionViews';

const NOT_KEPT = { 'Cache-Control': 'no-store' };
const SignInInput = z.union([
  z.object({ token: z.string().min(1).max(500).describe('A bearer token of the person') }).strict(),
  z
    .object({
      email: z
        .string()
        .trim()
        .min(1)
        .max(320)
        .describe('E-mail address; of an account without one, the id of the person'),
      password: GivenPassword,
      code: z.string().trim().min(1).max(64).optional().describe('Of the authenticator app, or a recovery code'),
    })
    .strict(),
]);

const create = route({
  method: 'post',
  path: '/v1/session',
  id: 'signIn',
  tag: 'Access',
  summary: 'Sign in to the pages: with a password, or with a bearer token',
  description:
    'Answers with the cookie `kairyo_session`. What is wrong with a name, a password or a code is not said. After some ' +
    'failures one has to wait, longer each time, at most 15 minutes.',
  action: 'public',
  keyless: true,
  body: SignInInput,
  bodyExample: { email: 'lan@example.gov.vn', password: 'một câu dài chỉ mình tôi biết' },
  responses: { 200: { description: 'Signed in', schema: SignedInView } },
  problems: ['SIGN_IN_FAILED', 'SECOND_FACTOR_NEEDED', 'TOKEN_SCOPE_EXCEEDED', 'TOO_MANY_ATTEMPTS'],
  handle: async ({ body }, context) => {
    const opening = 'token' in body ? await byToken(body.token, context) : await byPassword(body, context);
    const { session, headers } = await openSession(context, opening);
    await noteSignIn(context, { outcome: 'signed-in', method: opening.method, person: opening.person.id });
    const view = await signedInView({ person: opening.person, session }, context);
    return { status: 200, body: view, headers, cookies: opening.cookies };
  },
});

const byPassword = async (given: Parameters<typeof signInByPassword>[0], context: Context) => ({
  ...(await signInByPassword(given, context)),
  method: 'password' as const,
});

/** A token for some things only opens no session, which reaches everywhere. Good tokens pass at any time. */
async function byToken(token: string, context: Context) {
  const { person, scope, tokenHash } = await signIn(`Bearer ${token}`, context.deps).catch(async (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    const { attempts } = context.deps.identity;
    await begin(attempts, [addressKey(context.address)], context.at);
    await noteSignIn(context, { outcome: 'failed', method: 'token' });
    throw new ProblemError('SIGN_IN_FAILED');
  });
  if (scope !== 'full')
    throw new ProblemError('TOKEN_SCOPE_EXCEEDED', { params: { action: 'session', scope: [scope].flat() } });
  return { person, tokenHash, method: 'token' as const, cookies: [] };
}

const read = route({
  method: 'get',
  path: '/v1/session',
  id: 'getSession',
  tag: 'Access',
  summary: 'Who is signed in on this page',
  action: 'signed-in',
  responses: { 200: { description: 'The session of the cookie', schema: SignedInView } },
  handle: async (_input, context) => {
    const { person, session } = context;
    if (session === undefined) throw notSignedIn('NOT_SIGNED_IN');
    return { status: 200, body: await signedInView({ person, session }, context), headers: NOT_KEPT };
  },
});

const end = route({
  method: 'delete',
  path: '/v1/session',
  id: 'signOut',
  tag: 'Access',
  summary: 'Sign out of the pages',
  action: 'signed-in',
  responses: { 204: { description: 'The session is over' } },
  handle: async (_input, context) => {
    const { person, session, deps } = context;
    if (session !== undefined) {
      await deps.identity.sessions.end(session.hash);
      await noteSignIn(context, { outcome: 'signed-out', person: person.id });
    }
    return { status: 204, headers: closedHeaders(context) };
  },
});

const list = route({
  method: 'get',
  path: '/v1/me/sessions',
  id: 'listMySessions',
  tag: 'Access',
  summary: 'Where I am signed in, newest first',
  action: 'signed-in',
  responses: { 200: { description: 'Sessions', schema: z.object({ items: z.array(SessionView) }) } },
  handle: async (_input, context) => {
    const { person, session: mine, deps, at } = context;
    const limits = settingsOf(context).sessions;
    const open = (await deps.identity.sessions.ofPerson(person.id)).filter((one) => isAlive(one, limits, at));
    const items = open.map(({ hash, tokenHash: _tokenHash, person: _person, ...session }) => ({
      ...session,
      expiresAt: endOf(session, limits),
      current: hash === mine?.hash,
    }));
    return { status: 200, body: { items }, headers: NOT_KEPT };
  },
});

const endOne = route({
  method: 'delete',
  path: '/v1/me/sessions/{session}',
  id: 'endMySession',
  tag: 'Access',
  summary: 'End a session of mine, on whatever device',
  action: 'signed-in',
  params: z.object({ session: z.string().min(1).max(100) }),
  responses: { 204: { description: 'It is over' } },
  problems: ['NOT_FOUND', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async ({ params: { session } }, context) => {
    fullScope(context);
    const { person, deps } = context;
    if (!(await deps.identity.sessions.endById(person.id, session)))
      throw new ProblemError('NOT_FOUND', { params: { kind: 'session', id: session } });
    await noteSignIn(context, { outcome: 'signed-out', person: person.id });
    return { status: 204 };
  },
});

/** @throws ProblemError TOKEN_SCOPE_EXCEEDED: how one signs in is changed with a token for everything, or on the page */
export function fullScope({ scope }: Context): void {
  if (scope !== 'full')
    throw new ProblemError('TOKEN_SCOPE_EXCEEDED', { params: { action: 'account', scope: [scope].flat() } });
}

export const sessionRoutes = [create, read, end, list, endOne];
