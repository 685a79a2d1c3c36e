import { z } from 'zod';
import type { DocumentKind, DocumentOf, Documents, Edited, Versioned } from '../../activities/ports';
import type { Action } from '../../domain/access/actions';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context, Route, Where } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { pageOfItems } from './views';

type Echoed = {
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly updatedAt?: string | undefined;
  readonly updatedBy?: string | undefined;
};
/** What one kind of document needs for its five routes. */
export type DocumentRoutes<K extends DocumentKind> = {
  readonly kind: K;
  readonly path: `/${string}`;
  /** Name of the id in the address. */
  readonly param: string;
  readonly tag: string;
  readonly names: { readonly one: string; readonly many: string };
  readonly input: z.ZodType<Omit<DocumentOf[K], 'id'> & Echoed>;
  readonly view: z.ZodType;
  readonly example: unknown;
  readonly documents: (context: Context) => Documents<DocumentOf[K]>;
  readonly read: Action;
  readonly edit: Action;
  /** Where the permission to read a document is asked. */
  readonly readAt: (value: DocumentOf[K], context: Context) => Where;
  /** Asks for everything an edit from `before` to `after` needs. */
  readonly allowEdit: (
    change: { readonly before: DocumentOf[K] | undefined; readonly after: DocumentOf[K] | undefined },
    context: Context,
  ) => Promise<void>;
  /** What outside the organisation still needs the document, e.g. `cycle …`. Missing: it is never removed. */
  readonly usedBy?: (id: string, context: Context) => Promise<readonly string[]>;
};

/** `{unit}` and the like; the handlers see `id`. */
const paramsOf = ({ param }: { readonly param: string }) =>
  z.object({ [param]: Id }).transform((params) => ({ id: params[param] ?? '' }));
export const Strict = z.object({
  strict: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: refuse (428) an edit that states no version it was made on'),
});

export const viewOf = <T extends { readonly id: string }>({ value, ...stored }: Versioned<T>) => ({
  ...value,
  ...stored,
});

/** List, read, put, history and (where `usedBy` is given) delete of one kind of document. */
export function documentRoutes<K extends DocumentKind>(spec: DocumentRoutes<K>): readonly Route[] {
  const routes = [listRoute(spec), getRoute(spec), putRoute(spec), historyRoute(spec)];
  return spec.usedBy === undefined ? routes : [...routes, deleteRoute(spec)];
}

const named = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const idOf = ({ kind }: { readonly kind: string }, verb: string) => `${verb}${named(kind)}`;

function listRoute<K extends DocumentKind>(spec: DocumentRoutes<K>): Route {
  return route({
    method: 'get',
    path: spec.path,
    id: idOf(spec, 'list'),
    tag: spec.tag,
    summary: `List ${spec.names.many}`,
    action: spec.read,
    query: z.object(pageQuery).strict(),
    responses: {
      200: {
        description: `${named(spec.names.many)}, by id`,
        schema: pageOfItems(spec.view),
        headers: ['Link', 'ETag'],
      },
    },
    handle: async ({ query: { cursor, limit } }, context) => {
      const read = (after: string | undefined, most: number) => spec.documents(context).list(after, most);
      const page = { after: afterOf(cursor), limit, keyOf: (row: Versioned<DocumentOf[K]>) => row.value.id };
      await context.may(spec.read);
      const kept = await keptPage(read, page, ({ value }) => context.may(spec.read, spec.readAt(value, context)));
      return { status: 200, body: { ...kept, items: kept.items.map(viewOf) } };
    },
  });
}

function getRoute<K extends DocumentKind>(spec: DocumentRoutes<K>): Route {
  return route({
    method: 'get',
    path: `${spec.path}/{${spec.param}}`,
    id: idOf(spec, 'get'),
    tag: spec.tag,
    summary: `Read a ${spec.names.one}`,
    action: spec.read,
    params: paramsOf(spec),
    responses: { 200: { description: `The ${spec.names.one}`, schema: spec.view, headers: ['ETag'] } },
    problems: ['NOT_FOUND'],
    handle: async ({ params: { id } }, context) => {
      const found = await present(spec, id, context);
      return { status: 200, body: viewOf(found), version: found.version };
    },
  });
}

/** The document, when it is there and may be read. */
async function present<K extends DocumentKind>(spec: DocumentRoutes<K>, id: string, context: Context) {
  const found = await spec.documents(context).get(id);
  if (found === undefined) {
    // Who works here learns that there is none; whoever does not learns nothing.
    await context.allow(spec.read, { unit: context.person.unit });
    throw new ProblemError('NOT_FOUND', { params: { kind: spec.kind, id } });
  }
  await context.allow(spec.read, spec.readAt(found.value, context));
  return found;
}

function putRoute<K extends DocumentKind>(spec: DocumentRoutes<K>): Route {
  const { one } = spec.names;
  return route({
    method: 'put',
    path: `${spec.path}/{${spec.param}}`,
    id: idOf(spec, 'put'),
    tag: spec.tag,
    summary: `Make or replace a ${one}`,
    description:
      'Send `If-Match` with the ETag you read to be sure that nobody edited it meanwhile (412), `If-None-Match: *` to make ' +
      'it only if it is not there. Without either the document is put as it is; `?strict=true` refuses that (428). Every ' +
      'earlier version stays readable under `/history`.',
    action: spec.edit,
    params: paramsOf(spec),
    query: Strict,
    body: spec.input,
    bodyExample: spec.example,
    responses: {
      200: { description: `The ${one}, replaced (or unchanged)`, schema: spec.view, headers: ['ETag'] },
      201: { description: `The ${one}, made`, schema: spec.view, headers: ['ETag', 'Location'] },
    },
    problems: ['ID_DIFFERS', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED', 'UNKNOWN_UNIT'],
    handle: async ({ params: { id }, query: { strict }, body }, context) => {
      const after = valueOf<K>(id, body);
      const before = await spec.documents(context).get(id);
      const expected = () => expectedVersion(context, before?.version ?? 0, strict === 'true');
      return putDocument(spec, { before: before?.value, after, expected }, context);
    },
  });
}

type Putting<K extends DocumentKind> = {
  readonly before: DocumentOf[K] | undefined;
  readonly after: DocumentOf[K];
  /** Asked once the edit is allowed: whoever may not edit does not learn which version there is. */
  readonly expected: () => number | undefined;
};

/** Puts a document for whoever may: of the route above, and of a pack. @throws ProblemError of the rule it breaks */
export async function putDocument<K extends DocumentKind>(
  spec: DocumentRoutes<K>,
  { before, after, expected: ask }: Putting<K>,
  context: Context,
): Promise<Answer> {
  await spec.allowEdit({ before, after }, context);
  const expected = ask();
  const edit = { by: context.person.id, ...(expected !== undefined && { expected }) };
  const edited = await context.deps.organisation.put(spec.kind, after, edit);
  return answerTo(spec, edited, after.id, context);
}

function valueOf<K extends DocumentKind>(id: string, body: Omit<DocumentOf[K], 'id'> & Echoed): DocumentOf[K] {
  const { id: given, version: _version, updatedAt: _at, updatedBy: _by, ...value } = body;
  if (given !== undefined && given !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
  return { id, ...value } as unknown as DocumentOf[K];
}

async function answerTo<K extends DocumentKind>(
  { kind, path }: DocumentRoutes<K>,
  edited: Edited<DocumentOf[K]>,
  id: string,
  context: Context,
): Promise<Answer> {
  const { stored, created } = demandEdit(edited);
  // Told even when the document was there already: the request before this one may have died before it could tell.
  await context.deps.onChanged(kind, id);
  const answer = { body: viewOf(stored), version: stored.version };
  return created
    ? { status: 201, ...answer, location: `${path}/${encodeURIComponent(id)}` }
    : { status: 200, ...answer };
}

/** @throws ProblemError of the refusal, or CHANGED_MEANWHILE */
export function demandEdit<E extends object>(edited: E | { readonly ok: false }): Extract<E, { readonly ok: true }> {
  if ('refusal' in edited) throw problemOf(edited.refusal as Parameters<typeof problemOf>[0]);
  if ('conflict' in edited) throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
  return edited as Extract<E, { readonly ok: true }>;
}

function historyRoute<K extends DocumentKind>(spec: DocumentRoutes<K>): Route {
  return route({
    method: 'get',
    path: `${spec.path}/{${spec.param}}/history`,
    id: `${idOf(spec, 'get')}History`,
    tag: spec.tag,
    summary: `Every version of a ${spec.names.one}, oldest first`,
    action: spec.read,
    params: paramsOf(spec),
    query: z.object(pageQuery).strict(),
    responses: { 200: { description: 'Versions', schema: pageOfItems(spec.view), headers: ['Link'] } },
    problems: ['NOT_FOUND'],
    handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
      await present(spec, id, context);
      const after = Number(afterOf(cursor) ?? 0);
      const versions = (await spec.documents(context).history(id)).filter(({ version }) => version > after);
      const read = async () => versions.slice(0, limit + 1);
      const page = await keptPage(read, { after: undefined, limit, keyOf: ({ version }) => `${version}` }, () => true);
      return { status: 200, body: { ...page, items: page.items.map(viewOf) } };
    },
  });
}

function deleteRoute<K extends DocumentKind>(spec: DocumentRoutes<K>): Route {
  return route({
    method: 'delete',
    path: `${spec.path}/{${spec.param}}`,
    id: idOf(spec, 'delete'),
    tag: spec.tag,
    summary: `Remove a ${spec.names.one} that nothing needs any more`,
    description: 'Refused (409) with what still needs it. Its history stays; it may be made again.',
    action: spec.edit,
    params: paramsOf(spec),
    responses: { 204: { description: 'Removed' } },
    problems: ['NOT_FOUND', 'STILL_NEEDED', 'SHIPPED_STAYS', 'CHANGED_MEANWHILE'],
    handle: async ({ params: { id } }, context) => {
      const before = await spec.documents(context).get(id);
      await spec.allowEdit({ before: before?.value, after: undefined }, context);
      if (before === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: spec.kind, id } });
      const expected = expectedVersion(context, before.version, false);
      const usedBy = (await spec.usedBy?.(id, context)) ?? [];
      const edit = { by: context.person.id, usedBy, ...(expected !== undefined && { expected }) };
      const removed = await context.deps.organisation.remove(spec.kind, id, edit);
      if (removed === false) throw new ProblemError('NOT_FOUND', { params: { kind: spec.kind, id } });
      if (removed !== true) demandEdit(removed);
      await context.deps.onChanged(spec.kind, id);
      return { status: 204 };
    },
  });
}
