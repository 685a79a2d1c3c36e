import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { TokenRecord } from '../../activities/ports';
import type { Action } from '../../domain/access/actions';
import { TokenScopeInput } from '../../domain/accounts/scope.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { hashOfToken, newToken } from '../auth/bearer';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import * as examples from './examples';
import { NewTokenView, TokenView } from './views';

const PersonParams = z.object({ person: Id });

const issue = route({
  method: 'post',
  path: '/v1/people/{person}/tokens',
  id: 'issueToken',
  tag: 'Access',
  summary: 'Issue a bearer token for a person',
  description:
    'The answer shows the token once: only its hash is kept, so that a repetition under the same `Idempotency-Key` answers ' +
    'without it.',
  action: 'token.manage',
  params: PersonParams,
  body: z
    .object({
      name: z.string().trim().min(1).max(200).describe('What it is for'),
      expiresAt: IsoInstant.optional().describe('Default: it does not expire'),
      scope: TokenScopeInput.default('full'),
    })
    .strict(),
  bodyExample: examples.token,
  shownOnce: ['token'],
  responses: { 201: { description: 'The token', schema: NewTokenView, headers: ['Location'] } },
  problems: ['NOT_FOUND', 'EXPIRY_IS_PAST', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async ({ params: { person: id }, body: { name, expiresAt, scope } }, context) => {
    await ofPerson(id, 'token.manage', context);
    const { at } = context;
    if (context.scope !== 'full')
      throw new ProblemError('TOKEN_SCOPE_EXCEEDED', {
        params: { action: 'token.manage', scope: [context.scope].flat() },
      });
    if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(at))
      throw new ProblemError('EXPIRY_IS_PAST', { field: '/expiresAt', params: { expiresAt } });
    const token = newToken();
    const record: TokenRecord = {
      id: randomUUID(),
      hash: hashOfToken(token),
      person: id,
      name,
      createdAt: at,
      createdBy: context.person.id,
      scope,
      ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
    };
    await context.deps.tokens.add(record);
    const location = `/v1/people/${encodeURIComponent(id)}/tokens/${record.id}`;
    return { status: 201, body: { ...shown(record), token }, location };
  },
});

const list = route({
  method: 'get',
  path: '/v1/people/{person}/tokens',
  id: 'listTokens',
  tag: 'Access',
  summary: "A person's tokens, without the tokens themselves",
  action: 'token.read',
  params: PersonParams,
  responses: { 200: { description: 'Tokens', schema: z.object({ items: z.array(TokenView) }) } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person: id } }, context) => {
    await ofPerson(id, 'token.read', context);
    return { status: 200, body: { items: (await context.deps.tokens.ofPerson(id)).map(shown) } };
  },
});

const revoke = route({
  method: 'delete',
  path: '/v1/people/{person}/tokens/{token}',
  id: 'revokeToken',
  tag: 'Access',
  summary: 'Revoke a token: it signs nobody in any more',
  action: 'token.manage',
  params: z.object({ person: Id, token: z.string().min(1).max(100) }),
  responses: { 204: { description: 'Revoked' } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person: id, token } }, context) => {
    await ofPerson(id, 'token.manage', context);
    if (!(await context.deps.tokens.revoke(id, token, context.at)))
      throw new ProblemError('NOT_FOUND', { params: { kind: 'token', id: token } });
    return { status: 204 };
  },
});

async function ofPerson(id: string, action: Action, { deps, person, allow }: Context): Promise<void> {
  await allow(action, { relations: id === person.id ? ['self'] : [] });
  if ((await deps.organisation.people.get(id)) === undefined)
    throw new ProblemError('NOT_FOUND', { params: { kind: 'person', id } });
}

const shown = ({ id, person, name, createdAt, createdBy, expiresAt, scope = 'full' }: TokenRecord) => ({
  id,
  person,
  name,
  createdAt,
  createdBy,
  scope,
  ...(expiresAt !== undefined && { expiresAt }),
});

export const tokenRoutes = [issue, list, revoke];
