import { z } from 'zod';
import { cookieValueOf, newSessionSecret, OIDC_COOKIE, oidcCookie, oidcCookieGone } from '../auth/cookie';
import type { Oidc, Recognised } from '../auth/oidc';
import { isSecure, noteSignIn, openSession } from '../auth/openSession';
import { settingsOf } from '../auth/settings';
import { loginOf } from '../auth/signInByPassword';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import type { ProblemCode } from '../problems/table';

const CALLBACK = '/v1/session/oidc/callback';
/** Where the browser goes back to; the page says what `/problems/{code}` says. */
const SIGN_IN_PAGE = '/sign-in';
type Failure = Extract<ProblemCode, `OIDC_${string}`>;

const ways = route({
  method: 'get',
  path: '/v1/session/ways',
  id: 'listWaysToSignIn',
  tag: 'Access',
  summary: 'How one can sign in here: what the page offers',
  action: 'public',
  responses: {
    200: {
      description: 'The ways',
      schema: z.object({
        password: z.literal(true),
        oidc: z
          .object({ label: z.string(), address: z.string() })
          .optional()
          .describe("The organisation's own sign-in"),
        resetByEmail: z.boolean(),
        firstStart: z.boolean().describe('Nobody has a password yet: the token of the start screen is the way in'),
      }),
    },
  },
  handle: async (_input, { deps: { oidc, mail, identity } }) => ({
    status: 200,
    body: {
      password: true,
      ...(oidc !== undefined && { oidc: { label: oidc.label, address: '/v1/session/oidc' } }),
      resetByEmail: mail !== undefined,
      firstStart: !(await identity.accounts.anyPassword()),
    },
  }),
});

const begin = route({
  method: 'get',
  path: '/v1/session/oidc',
  id: 'beginOidcSignIn',
  tag: 'Access',
  summary: "Sign in with the organisation's OpenID Connect provider: to be opened by a browser",
  action: 'public',
  responses: {
    302: { description: 'To the provider, or back to the page with a problem behind the #', headers: ['Location'] },
  },
  problems: ['NOT_FOUND'],
  handle: async (_input, context) => {
    const oidc = configured(context);
    const secret = newSessionSecret();
    try {
      const provider = await oidc.start(secret, callbackOf(context));
      return away(provider.href, [oidcCookie(secret, isSecure(context))]);
    } catch (error) {
      context.deps.log.warn({ err: error }, 'the OpenID Connect provider does not answer');
      return failure('OIDC_UNAVAILABLE', context);
    }
  },
});

const finish = route({
  method: 'get',
  path: CALLBACK,
  id: 'finishOidcSignIn',
  tag: 'Access',
  summary: 'Where the provider sends the browser back to',
  action: 'public',
  query: z.looseObject({ code: z.string().max(5000).optional(), state: z.string().max(500).optional() }),
  responses: { 302: { description: 'To the page, signed in or with a problem behind the #', headers: ['Location'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ query }, context) => {
    const oidc = configured(context);
    const secret = cookieValueOf(context.cookie, OIDC_COOKIE);
    if (secret === undefined) return failure('OIDC_FAILED', context);
    return settled(await oidc.finish(secret, addressWith(query, context)), context);
  },
});

/** @throws ProblemError NOT_FOUND where no provider is configured */
function configured({ deps }: Context): Oidc {
  if (deps.oidc === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'provider', id: 'oidc' } });
  return deps.oidc;
}

const callbackOf = (context: Context): string => `${settingsOf(context).publicUrl.replace(/\/$/, '')}${CALLBACK}`;

function addressWith(query: Readonly<Record<string, unknown>>, context: Context): URL {
  const url = new URL(callbackOf(context));
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string') url.searchParams.set(name, value);
  return url;
}

/** The account is found by its sign-in name, which an administrator gave it. */
async function settled(found: Recognised, context: Context): Promise<Answer> {
  const { deps } = context;
  if (found.as === 'failed' || found.as === 'unavailable') {
    deps.log.warn({ err: found.cause }, 'a sign-in through the OpenID Connect provider failed');
    return failure(found.as === 'failed' ? 'OIDC_FAILED' : 'OIDC_UNAVAILABLE', context);
  }
  const account = found.as === 'nobody' ? undefined : await deps.identity.accounts.byLogin(loginOf(found.login));
  const person = account === undefined ? undefined : (await deps.organisation.people.get(account.person))?.value;
  if (person === undefined) return failure('OIDC_NO_ACCOUNT', context);
  const { headers } = await openSession(context, { person, method: 'oidc' });
  await noteSignIn(context, { outcome: 'signed-in', method: 'oidc', person: person.id });
  return away('/', [headers['Set-Cookie'], oidcCookieGone(isSecure(context))]);
}

async function failure(code: Failure, context: Context): Promise<Answer> {
  await noteSignIn(context, { outcome: 'failed', method: 'oidc' });
  return away(`${SIGN_IN_PAGE}#${code}`, [oidcCookieGone(isSecure(context))]);
}

const away = (location: string, cookies: readonly string[]): Answer => ({
  status: 302,
  location,
  headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  cookies,
});

export const oidcRoutes = [ways, begin, finish];
