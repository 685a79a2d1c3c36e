import { z } from 'zod';
import { placeOfEvaluation } from '../../activities/evaluations.ports';
import { PostsEdit } from '../../domain/posts/post.schema';
import { Post } from '../../domain/evaluationPeriods/period.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import * as examples from './evaluationExamples';
import { EVALUATION_TAG } from './evaluationReading';
import { EvaluationListed, evaluationListed } from './evaluationViews';
import { pageOfItems } from './views';

const mine = route({
  method: 'get',
  path: '/v1/me/evaluations',
  id: 'listMyEvaluations',
  tag: EVALUATION_TAG,
  summary: 'My own evaluations, newest period first',
  action: 'signed-in',
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Evaluations', schema: pageOfItems(EvaluationListed), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { cursor, limit } }, { deps, person }) => {
    const after = afterOf(cursor);
    const found = await deps.evaluations.list({ person: person.id, ...(after && { after }), limit: limit + 1 });
    const page = pageOf(found, limit, placeOfEvaluation);
    return { status: 200, body: { ...page, items: page.items.map(evaluationListed) } };
  },
});

const AccessView = z.object({
  id: z.string(),
  evaluation: z.string(),
  by: z.string().describe('Who looked'),
  at: IsoInstant,
  what: z.string().describe('list, one, explain, events, year …'),
});

const accessLog = route({
  method: 'get',
  path: '/v1/me/access-log',
  id: 'listMyAccessLog',
  tag: EVALUATION_TAG,
  summary: 'Who looked at my evaluations, and when; newest first',
  action: 'signed-in',
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Looks', schema: pageOfItems(AccessView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { cursor, limit } }, { deps, person }) => {
    const after = afterOf(cursor);
    const found = await deps.accessLog.of(person.id, { ...(after && { after }), limit: limit + 1 });
    const page = pageOf(found, limit, ({ id }) => id);
    const items = page.items.map(({ id, evaluation, by, at, what }) => ({ id, evaluation, by, at, what }));
    return { status: 200, body: { ...page, items } };
  },
});

const PersonParams = z.object({ person: Id });
const PostsView = z.object({
  person: Id,
  version: z.number().int().min(0).describe('Counts from 1, 0: none stated; also the ETag'),
  posts: z.array(Post),
});

/** @throws ProblemError NOT_FOUND, or the policy's refusal */
async function concerned(id: string, action: 'post.read' | 'post.edit', context: Context): Promise<void> {
  const { deps, allow, person } = context;
  const found = await deps.organisation.people.get(id);
  const relations = id === person.id ? (['self'] as const) : [];
  await allow(action, { unit: found?.value.unit ?? person.unit, relations });
  if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'person', id } });
}

const posts = route({
  method: 'get',
  path: '/v1/people/{person}/posts',
  id: 'getPosts',
  tag: EVALUATION_TAG,
  summary: 'Where a person works and worked, dated',
  action: 'post.read',
  params: PersonParams,
  responses: { 200: { description: 'Posts', schema: PostsView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person } }, context) => {
    await concerned(person, 'post.read', context);
    const found = await context.deps.posts.get(person);
    const version = found?.version ?? 0;
    return { status: 200, body: { person, version, posts: [...(found?.posts ?? [])] }, version };
  },
});

const putPosts = route({
  method: 'put',
  path: '/v1/people/{person}/posts',
  id: 'putPosts',
  tag: EVALUATION_TAG,
  summary: 'State where a person works and worked; every earlier version is kept',
  action: 'post.edit',
  params: PersonParams,
  body: PostsEdit,
  bodyExample: examples.posts,
  responses: { 200: { description: 'Posts', schema: PostsView, headers: ['ETag'] } },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { person }, body }, context) => {
    const { deps, ifMatch, ifNoneMatch, at } = context;
    await concerned(person, 'post.edit', context);
    const known = new Set((await deps.organisation.allUnits()).map(({ id }) => id));
    const strange = body.posts.findIndex(({ unit }) => !known.has(unit));
    if (strange >= 0)
      throw new ProblemError('UNKNOWN_UNIT', {
        field: `/posts/${strange}/unit`,
        params: { id: body.posts[strange]?.unit ?? '' },
      });
    for (const { unit } of body.posts) await context.allow('post.edit', { unit });
    const current = (await deps.posts.get(person))?.version ?? 0;
    const expected = expectedVersion({ ifMatch, ifNoneMatch }, current, false);
    const stored = await deps.posts.put({ person, posts: body.posts, by: context.person.id, at, expected });
    if (stored === 'conflict') throw new ProblemError('CHANGED_MEANWHILE');
    const { version, posts: held } = stored;
    return { status: 200, body: { person, version, posts: [...held] }, version };
  },
});

export const evaluationMineRoutes = [mine, accessLog, posts, putPosts];
