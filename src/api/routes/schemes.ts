import { z } from 'zod';
import type { SchemeDefinition as Definition } from '../../domain/schemes/scheme.schema';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import { inForceOn, inForceOrNext } from '../../domain/indicators/versions';
import { checkScheme } from '../../domain/schemes/checkScheme';
import { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { demandEdit, Strict } from './documents';
import { todayFor } from './indicatorLists';
import * as examples from './schemeExamples';
import { overlapsOf, schemeInForceRoutes } from './schemeInForce';
import { schemeTrialRoutes } from './schemeTrial';
import { OnDay, SCHEME_CODES, SchemeParams, schemeTryRoutes, TAG } from './schemeTry';
import {
  SchemeInput,
  SchemeRow,
  schemeRow,
  SchemeVersionView,
  schemeVersionView,
  SchemeView,
  schemeView,
} from './schemeViews';
import { pageOfItems } from './views';

const list = route({
  method: 'get',
  path: '/v1/schemes',
  id: 'listSchemes',
  tag: TAG,
  summary: 'Schemes of evaluation: those of the office, and those that ship with the product',
  action: 'scheme.read',
  query: z.object({ on: OnDay, ...pageQuery }).strict(),
  responses: {
    200: { description: 'By id', schema: pageOfItems(SchemeRow), headers: ['Link', 'ETag'], example: examples.list },
  },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { on, cursor, limit } }, context) => {
    await context.allow('scheme.read');
    const { schemes } = context.deps;
    const day = on ?? (await todayFor(context)).today;
    const rows = new Map([...schemes.shipped()].map(([id, value]) => [id, { edits: 0, of: { value } }] as const));
    const all = new Map<string, { edits: number; of: Parameters<typeof schemeView>[2] }>(rows);
    for await (const { id, version, versions } of schemes.all()) {
      const of = inForceOrNext(versions, day);
      if (of !== undefined) all.set(id, { edits: version, of });
    }
    const after = afterOf(cursor);
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([id]) => after === undefined || id > after);
    const page = pageOf(sorted.slice(0, limit + 1), limit, ([id]) => id);
    const items = page.items.map(([id, { edits, of }]) => schemeRow(id, edits, { of, language: context.language }));
    return { status: 200, body: { ...page, items } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/schemes/{scheme}',
  id: 'getScheme',
  tag: TAG,
  summary: 'What a scheme is made of, on a day',
  action: 'scheme.read',
  params: SchemeParams,
  query: z.object({ on: OnDay }).strict(),
  responses: { 200: { description: 'The scheme', schema: SchemeView, headers: ['ETag'], example: examples.view } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { scheme: id }, query: { on } }, context) => {
    await context.allow('scheme.read');
    const day = on ?? (await todayFor(context)).today;
    const stored = await context.deps.schemes.get(id);
    const version = stored && inForceOrNext(stored.versions, day);
    const shipped = context.deps.schemes.shipped().get(id);
    const of = version ?? (shipped && { value: shipped });
    if (of === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'scheme', id } });
    const edits = stored?.version ?? 0;
    return { status: 200, body: schemeView(id, edits, of), version: edits };
  },
});

const versions = route({
  method: 'get',
  path: '/v1/schemes/{scheme}/versions',
  id: 'listSchemeVersions',
  tag: TAG,
  summary: 'Every version the office made of a scheme, as they were recorded',
  action: 'scheme.read',
  params: SchemeParams,
  query: z.object(pageQuery).strict(),
  responses: {
    200: {
      description: 'Oldest first',
      schema: pageOfItems(SchemeVersionView),
      headers: ['Link', 'ETag'],
      example: examples.versions,
    },
  },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { scheme: id }, query: { cursor, limit } }, context) => {
    await context.allow('scheme.read');
    const stored = await context.deps.schemes.get(id);
    if (stored === undefined && !context.deps.schemes.shipped().has(id))
      throw new ProblemError('NOT_FOUND', { params: { kind: 'scheme', id } });
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new ProblemError('INVALID_CURSOR');
    const some = (stored?.versions ?? []).slice(after, after + limit + 1);
    const page = pageOf(some, limit, ({ version }) => `${version}`);
    return { status: 200, body: { ...page, items: page.items.map(schemeVersionView) } };
  },
});

const shown = { schema: SchemeView, headers: ['ETag', 'Location'], example: examples.view } as const;
const put = route({
  method: 'put',
  path: '/v1/schemes/{scheme}',
  id: 'putScheme',
  tag: TAG,
  summary: 'Define a scheme, or change it from a date on',
  description:
    'Every change makes a new version, valid from `validFrom`: by default the first holds from the beginning, later ones from ' +
    'today. A period is scored by the version that holds on its first day. The same definition again changes nothing. ' +
    '`warnings` names the first few people for whom another scheme of the office is on that day as well.',
  action: 'scheme.edit',
  params: SchemeParams,
  query: Strict,
  body: SchemeInput,
  bodyExample: examples.scheme,
  responses: {
    200: { description: 'The version, recorded (or there already)', ...shown },
    201: { description: 'The scheme, made', ...shown },
  },
  problems: ['ID_DIFFERS', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED', ...SCHEME_CODES],
  handle: async ({ params: { scheme: id }, query: { strict }, body }, context) => {
    if (body.id !== undefined && body.id !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    await context.allow('scheme.edit');
    return putScheme({ id, body, expected: (seen) => expectedVersion(context, seen, strict === 'true') }, context);
  },
});

type Body = z.output<typeof SchemeInput>;
type Putting = { readonly id: string; readonly body: Body; readonly expected: (seen: number) => number | undefined };

/** Records a scheme for whoever may: of the route above, and of a pack. @throws ProblemError of the rule it breaks */
export async function putScheme({ id, body, expected: ask }: Putting, context: Context): Promise<Answer> {
  await context.allow('scheme.edit');
  const { schemes } = context.deps;
  const before = await schemes.get(id);
  const { definition, validFrom: wished, reason } = editOf(body);
  const validFrom = wished ?? (before === undefined ? FROM_THE_BEGINNING : (await todayFor(context)).today);
  const expected = ask(before?.version ?? 0);
  const refusal = checkScheme(definition) ?? endRefusal(definition, validFrom);
  if (refusal !== undefined) throw problemOf(refusal);
  const by = { by: context.person.id, ...(reason !== undefined && { reason }) };
  const editing = { id, validFrom, ...by, ...(expected !== undefined && { expected }) };
  const { stored, created } = demandEdit(await schemes.put(editing, definition));
  const version = inForceOn(stored.versions, validFrom) ?? stored.versions.at(-1);
  if (version === undefined) throw new Error(`the scheme ${id} has no version`);
  const { today } = await todayFor(context);
  const warnings = await overlapsOf({ ...version, id, definition }, validFrom > today ? validFrom : today, context);
  const view = schemeView(id, stored.version, version);
  const answer = { body: { ...view, ...(warnings.length > 0 && { warnings }) }, version: stored.version };
  const location = `/v1/schemes/${encodeURIComponent(id)}`;
  return created ? { status: 201, ...answer, location } : { status: 200, ...answer };
}

/** What was read and is sent back wishes neither its day nor its reason again. */
function editOf(body: Body) {
  const {
    id: _i,
    version: _v,
    definitionVersion: _d,
    by: _b,
    shipped: _s,
    warnings: _w,
    validFrom,
    recordedAt,
    reason,
    ...rest
  } = body;
  const echoed = recordedAt !== undefined || validFrom === FROM_THE_BEGINNING;
  return {
    definition: SchemeDefinition.parse(rest),
    validFrom: echoed ? undefined : validFrom,
    reason,
  };
}

const endRefusal = ({ validTo: to }: Definition, from: string) =>
  to === undefined || to >= from
    ? undefined
    : { code: 'SCHEME_ENDS_BEFORE_IT_BEGINS' as const, field: '/validTo', params: { to, from } };

export const schemeRoutes = [
  ...[list, ...schemeInForceRoutes, ...schemeTryRoutes],
  ...[get, put, versions, ...schemeTrialRoutes],
];
