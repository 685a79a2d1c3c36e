import { z } from 'zod';
import type { Account } from '../../activities/accounts.ports';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { noteSignIn } from '../auth/openSession';
import { loginOf } from '../auth/signInByPassword';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { personOf } from './invitations';
import { RefusalView, SignInView } from './sessionViews';
import { pageOfItems } from './views';

const PersonParams = z.object({ person: Id });
const AccountView = z.object({
  person: Id,
  state: z.enum(['none', 'invited', 'active']).describe('`active`: has a password'),
  email: z
    .string()
    .optional()
    .describe('What the person signs in with; of an account without e-mail the id of the person'),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.number().int().min(0),
  passwordSetAt: IsoInstant.optional(),
  sessions: z.number().int().min(0).describe('Open on some device'),
});

async function shown(person: string, account: Account | undefined, { deps }: Context) {
  const sessions = account === undefined ? [] : await deps.identity.sessions.ofPerson(person);
  return {
    person,
    state: account === undefined ? 'none' : account.passwordHash === undefined ? 'invited' : 'active',
    ...(account !== undefined && { email: account.login }),
    ...(account?.passwordSetAt !== undefined && { passwordSetAt: account.passwordSetAt }),
    secondFactor: account?.secondFactor !== undefined,
    recoveryCodesLeft: account?.secondFactor?.recovery.length ?? 0,
    sessions: sessions.length,
  };
}

const read = route({
  method: 'get',
  path: '/v1/people/{person}/account',
  id: 'getAccount',
  tag: 'Access',
  summary: 'Whether and how a person signs in',
  action: 'account.read',
  params: PersonParams,
  responses: { 200: { description: 'The account', schema: AccountView } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person: id } }, context) => {
    await context.allow('account.read', { relations: id === context.person.id ? ['self'] : [] });
    await personOf(id, context);
    return { status: 200, body: await shown(id, await context.deps.identity.accounts.get(id), context) };
  },
});

const rename = route({
  method: 'put',
  path: '/v1/people/{person}/account',
  id: 'putAccount',
  tag: 'Access',
  summary: 'Make an account, or give it another sign-in name',
  description:
    "Who has an account may sign in with the organisation's OpenID Connect provider; with a password after an invitation.",
  action: 'account.manage',
  params: PersonParams,
  body: z.object({ email: z.email().max(320) }).strict(),
  bodyExample: { email: 'lan@example.gov.vn' },
  responses: { 200: { description: 'The account', schema: AccountView } },
  problems: ['NOT_FOUND', 'EMAIL_IS_TAKEN'],
  handle: async ({ params: { person: id }, body: { email } }, context) => {
    await context.allow('account.manage');
    const { accounts } = context.deps.identity;
    await personOf(id, context);
    if ((await accounts.ensure(id, loginOf(email), context.at)) === 'login-taken')
      throw new ProblemError('EMAIL_IS_TAKEN', { field: '/email' });
    return { status: 200, body: await shown(id, await accounts.get(id), context) };
  },
});

const remove = route({
  method: 'delete',
  path: '/v1/people/{person}/account',
  id: 'removeAccount',
  tag: 'Access',
  summary: 'Take the account of a person away: they are signed out everywhere and cannot sign in',
  description: 'Bearer tokens are revoked one by one, under `/v1/people/{person}/tokens`.',
  action: 'account.manage',
  params: PersonParams,
  responses: { 204: { description: 'It is gone' } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person: id } }, context) => {
    await context.allow('account.manage');
    const { accounts, sessions, links } = context.deps.identity;
    const there = await accounts.remove(id);
    await sessions.endAll(id);
    await links.discard(id);
    if (!there) throw new ProblemError('NOT_FOUND', { params: { kind: 'account', id } });
    await noteSignIn(context, { outcome: 'account-removed', person: id, by: context.person.id });
    return { status: 204 };
  },
});

const endSessions = route({
  method: 'delete',
  path: '/v1/people/{person}/sessions',
  id: 'endSessionsOfPerson',
  tag: 'Access',
  summary: 'Sign a person out everywhere',
  description: 'The account stays. Bearer tokens are revoked one by one, under `/v1/people/{person}/tokens`.',
  action: 'account.manage',
  params: PersonParams,
  responses: { 204: { description: 'No session is open any more' } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person: id } }, context) => {
    await context.allow('account.manage');
    await personOf(id, context);
    await context.deps.identity.sessions.endAll(id);
    await noteSignIn(context, { outcome: 'sessions-ended', person: id, by: context.person.id });
    return { status: 204 };
  },
});

const journalQuery = z.object({ ...pageQuery, person: Id.optional().describe('Only of this person') }).strict();

const signIns = route({
  method: 'get',
  path: '/v1/sign-ins',
  id: 'listSignIns',
  tag: 'Access',
  summary: 'Who signed in, tried to, or changed how they sign in; newest first, kept for a year',
  action: 'signIn.read',
  query: journalQuery,
  responses: { 200: { description: 'Sign-ins', schema: pageOfItems(SignInView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query }, context) => {
    await context.allow('signIn.read');
    return { status: 200, body: await journalPage(context.deps.identity.signIns, query) };
  },
});

const refusals = route({
  method: 'get',
  path: '/v1/refusals',
  id: 'listRefusals',
  tag: 'Access',
  summary: 'Who was not let do what (401, 403); newest first, kept for a year',
  action: 'refusal.read',
  query: journalQuery,
  responses: { 200: { description: 'Refusals', schema: pageOfItems(RefusalView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query }, context) => {
    await context.allow('refusal.read');
    return { status: 200, body: await journalPage(context.deps.identity.refusals, query) };
  },
});

type Query = z.output<typeof journalQuery>;
type Keyed = { readonly key: string };
type Book<T> = {
  list(page: { person?: string; after: string | undefined; limit: number }): Promise<readonly (T & Keyed)[]>;
};

async function journalPage<T>(book: Book<T>, { cursor, limit, person }: Query) {
  const after = afterOf(cursor);
  const found = await book.list({ after, limit: limit + 1, ...(person !== undefined && { person }) });
  const page = pageOf(found, limit, ({ key }) => key);
  return { ...page, items: page.items.map(({ key: _key, ...event }) => event) };
}

export const accountRoutes = [read, rename, remove, endSessions, signIns, refusals];
