import { z } from 'zod';
import type { CollectRun } from '../../activities/collect.ports';
import type { Collector } from '../../domain/collect/collector.schema';
import type { Collector as Kept } from '../../domain/collect/collector.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import {
  collectorExample,
  CollectorInput,
  CollectorVersionView,
  CollectorView,
  previewView,
  PreviewView,
  runView,
  RunView,
} from './collectorViews';
import { viewOf } from './documents';
import { pageOfItems } from './views';

const Params = z.object({ collector: Id });
const tag = 'Collecting';
const path = '/v1/collectors/{collector}';

const list = route({
  method: 'get',
  path: '/v1/collectors',
  id: 'listCollectors',
  tag,
  summary: 'List sources that are asked for figures on schedule',
  action: 'collector.read',
  query: z.object(pageQuery).strict(),
  responses: {
    200: { description: 'Collectors, by id', schema: pageOfItems(CollectorView), headers: ['Link', 'ETag'] },
  },
  handle: async ({ query: { cursor, limit } }, { deps, may }) => {
    await may('collector.read');
    const page = { after: afterOf(cursor), limit, keyOf: (row: { value: Kept }) => row.value.id };
    const read = (after: string | undefined, most: number) => deps.collectors.list(after, most);
    const kept = await keptPage(read, page, ({ value }) => may('collector.read', { unit: value.unit }));
    return { status: 200, body: { ...kept, items: kept.items.map(viewOf) } };
  },
});

const get = route({
  method: 'get',
  path,
  id: 'getCollector',
  tag,
  summary: 'Read a collector',
  action: 'collector.read',
  params: Params,
  responses: { 200: { description: 'The collector', schema: CollectorView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { collector } }, context) => {
    const found = await present(collector, context);
    return { status: 200, body: viewOf(found), version: found.version };
  },
});

async function present(
  id: string,
  { deps, allow }: Context,
  action: 'collector.read' | 'collector.edit' = 'collector.read',
) {
  const found = await deps.collectors.get(id);
  await allow(action, found === undefined ? {} : { unit: found.value.unit });
  if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'collector', id } });
  return found;
}

const nextRun = route({
  method: 'get',
  path: `${path}/next-run`,
  id: 'getCollectorNextRun',
  tag,
  summary: 'When a collector asks next',
  action: 'collector.read',
  params: Params,
  responses: {
    200: {
      description: 'The moment; missing while it is paused',
      schema: z.object({ nextRunAt: IsoInstant.optional() }),
      example: { nextRunAt: '2026-09-01T23:30:00.000Z' },
    },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { collector } }, context) => {
    await present(collector, context);
    const nextRunAt = await context.deps.collecting.nextRunAt(collector);
    return { status: 200, body: nextRunAt === undefined ? {} : { nextRunAt } };
  },
});

const history = route({
  method: 'get',
  path: `${path}/history`,
  id: 'getCollectorHistory',
  tag,
  summary: 'Every version of a collector, oldest first; also of one that was removed',
  action: 'collector.read',
  params: Params,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Versions', schema: pageOfItems(CollectorVersionView), headers: ['Link'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { collector }, query: { cursor, limit } }, context) => {
    const after = Number(afterOf(cursor) ?? 0);
    const all = await context.deps.collectors.history(collector);
    const last = all.at(-1);
    await context.allow('collector.read', last === undefined ? {} : { unit: last.value.unit });
    if (last === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'collector', id: collector } });
    const later = all.filter(({ version }) => version > after).slice(0, limit + 1);
    const page = { after: undefined, limit, keyOf: ({ version }: { version: number }) => `${version}` };
    const kept = await keptPage(
      async () => later,
      page,
      () => true,
    );
    return { status: 200, body: { ...kept, items: kept.items.map(viewOf) } };
  },
});

const put = route({
  method: 'put',
  path,
  id: 'putCollector',
  tag,
  summary: 'Make or replace a collector',
  description:
    'The source is asked on schedule from then on; `enabled: false` pauses it. Secrets are named, never sent: ' +
    '`env:KAIRYO_SECRET_…` or `file:…`. Send `If-Match` to be sure that nobody edited it meanwhile.',
  action: 'collector.edit',
  params: Params,
  body: CollectorInput,
  bodyExample: collectorExample,
  responses: {
    200: { description: 'The collector, replaced (or unchanged)', schema: CollectorView, headers: ['ETag'] },
    201: { description: 'The collector, made', schema: CollectorView, headers: ['ETag', 'Location'] },
  },
  problems: ['ID_DIFFERS', 'CHANGED_MEANWHILE', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON'],
  handle: async ({ params: { collector: id }, body }, context) => {
    const { deps, allow, person } = context;
    const { id: given, version: _version, updatedAt: _at, updatedBy: _by, ...input } = body;
    const before = await deps.collectors.get(id);
    await allow('collector.edit', { unit: before?.value.unit ?? input.unit });
    if (given !== undefined && given !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    await known(input, context);
    const expected = expectedVersion(context, before?.version ?? 0, false);
    const stored = await deps.collectors.put({ id, ...input }, person.id, expected);
    if (stored === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    const { timeZone } = await deps.calendarOf({ unit: input.unit, procedure: '' });
    await deps.collecting.schedule(stored.value, timeZone);
    const answer = { body: viewOf(stored), version: stored.version };
    return before === undefined
      ? { status: 201, ...answer, location: `/v1/collectors/${encodeURIComponent(id)}` }
      : { status: 200, ...answer };
  },
});

async function known({ unit, owner }: z.infer<typeof Collector>, { deps }: Context): Promise<void> {
  if ((await deps.organisation.units.get(unit)) === undefined)
    throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  if (owner !== undefined && (await deps.organisation.people.get(owner)) === undefined)
    throw new ProblemError('UNKNOWN_PERSON', { field: '/owner', params: { id: owner } });
}

const remove = route({
  method: 'delete',
  path,
  id: 'deleteCollector',
  tag,
  summary: 'Remove a collector',
  description: 'Its schedule ends. What it recorded stays, and so do its runs.',
  action: 'collector.edit',
  params: Params,
  query: z
    .object({ reason: z.string().trim().min(1).max(4000).optional().describe('Why; its history tells it') })
    .strict(),
  responses: { 204: { description: 'Removed' } },
  problems: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { collector: id }, query: { reason } }, context) => {
    const { deps, person } = context;
    await context.allow('collector.edit');
    const before = await deps.collectors.get(id);
    // Also when the document is gone: the request before this one may have died before it could end the schedule.
    await deps.collecting.unschedule(id);
    if (before === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'collector', id } });
    const expected = expectedVersion(context, before.version, false);
    const removed = await deps.collectors.remove(id, person.id, { expected, reason });
    if (removed === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    return { status: 204 };
  },
});

const run = route({
  method: 'post',
  path: `${path}/run`,
  id: 'runCollector',
  tag,
  summary: 'Collect now, or show what would be recorded',
  action: 'collector.edit',
  params: Params,
  query: z
    .object({
      dryRun: z.enum(['true', 'false']).default('false').describe('true: answer what would be recorded; store nothing'),
    })
    .strict(),
  responses: {
    200: { description: 'What would be recorded', schema: PreviewView },
    202: {
      description: 'The run has begun',
      schema: z.object({ id: z.string(), collector: Id }),
      headers: ['Location'],
    },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { collector: id }, query: { dryRun } }, context) => {
    const { deps, commandId, language } = context;
    await present(id, context, 'collector.edit');
    if (dryRun === 'true') {
      const preview = await deps.collecting.preview(id, commandId);
      if (preview === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'collector', id } });
      return { status: 200, body: previewView(preview, language) };
    }
    await deps.collecting.run(id, commandId);
    return {
      status: 202,
      body: { id: commandId, collector: id },
      location: `/v1/collectors/${encodeURIComponent(id)}/runs/${commandId}`,
    };
  },
});

const runs = route({
  method: 'get',
  path: `${path}/runs`,
  id: 'listCollectorRuns',
  tag,
  summary: 'Runs of a collector, newest first',
  action: 'collector.read',
  params: Params,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Runs', schema: pageOfItems(RunView), headers: ['Link', 'ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { collector }, query: { cursor, limit } }, context) => {
    await present(collector, context);
    const read = (after: string | undefined, most: number) => context.deps.collectorRuns.list(collector, after, most);
    const keyOf = ({ startedAt, id }: CollectRun) => `${startedAt} ${id}`;
    const page = await keptPage(read, { after: afterOf(cursor), limit, keyOf }, () => true);
    return { status: 200, body: { ...page, items: page.items.map((one) => runView(one, context.language)) } };
  },
});

const getRun = route({
  method: 'get',
  path: `${path}/runs/{run}`,
  id: 'getCollectorRun',
  tag,
  summary: 'What a run brought',
  action: 'collector.read',
  params: z.object({ collector: Id, run: z.string().regex(/^[\w:.-]{1,100}$/) }),
  responses: { 200: { description: 'The run', schema: RunView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { collector, run: id } }, context) => {
    await present(collector, context);
    const found = await context.deps.collectorRuns.get(collector, id);
    if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'collectorRun', id } });
    return { status: 200, body: runView(found, context.language) };
  },
});

export const collectorRoutes = [list, get, nextRun, history, put, remove, run, runs, getRun];
