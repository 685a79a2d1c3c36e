import { z } from 'zod';
import type { ImportState } from '../../activities/ports';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context, StreamedBody } from '../http/route';
import { ProblemError } from '../problems/problem';
import { ImportView } from './views';

const CONTENT_TYPES = ['application/xes+xml', 'text/csv'] as const;
const ImportId = z.string().regex(/^[\w-]{1,100}$/);
const ImportParams = z.object({ id: ImportId });

const importExample = {
  id: 'imp-6f1c',
  procedure: 'dang-ky-kinh-doanh',
  status: 'done',
  dryRun: false,
  contentType: 'text/csv',
  progress: { bytes: 1048576, bytesRead: 1048576, share: 1 },
  cases: { added: 1434, updated: 0, unchanged: 0 },
  errors: [{ row: 17, field: 'enddate', message: 'Không đọc được thời điểm «31/02/2026».', code: 'TIME_UNREADABLE' }],
  errorCount: 1,
  startedAt: '2026-08-21T01:30:00.000Z',
  finishedAt: '2026-08-21T01:30:04.000Z',
};

const start = route({
  method: 'post',
  path: '/v1/procedures/{procedure}/imports',
  id: 'startImport',
  tag: 'Cases',
  summary: 'Import cases from an event log (XES) or a table (CSV)',
  description:
    'The body is the file itself, as it is or with `Content-Encoding: gzip`; it is streamed, not held in memory. How its ' +
    "attributes are read is the procedure's `mapping`. The answer comes when the file is stored; follow `Location` for the " +
    'progress. The same file again changes nothing.',
  action: 'import.create',
  params: z.object({ procedure: Id }),
  query: z
    .object({ dryRun: z.enum(['true', 'false']).default('false').describe('true: read and compare, store nothing') })
    .strict(),
  stream: CONTENT_TYPES,
  responses: {
    202: { description: 'The import has begun', schema: ImportView, headers: ['Location'], example: importExample },
  },
  problems: ['NOT_FOUND', 'TOO_LARGE', 'UPLOAD_BROKEN_OFF'],
  handle: async ({ params: { procedure: id }, query: { dryRun } }, context) => {
    const { deps, allow, stream } = context;
    const procedure = (await deps.organisation.procedures.get(id))?.value;
    await allow('import.create', procedure === undefined ? {} : { unit: procedure.unit });
    if (procedure === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'procedure', id } });
    if (stream === undefined) throw new Error('the route takes a stream');
    const state = await deps.imports.create(newImport(id, dryRun === 'true', context, stream), stream.bytes);
    await deps.importCommands.start(state.id);
    return { status: 202, body: importView(state, context.language), location: `/v1/imports/${state.id}` };
  },
});

const newImport = (procedure: string, dryRun: boolean, context: Context, stream: StreamedBody): ImportState => ({
  id: `imp-${context.commandId}`,
  procedure,
  by: context.person.id,
  status: 'running',
  contentType: CONTENT_TYPES.find((type) => type === stream.contentType) ?? 'text/csv',
  gzip: stream.gzip,
  dryRun,
  bytes: 0,
  bytesRead: 0,
  cases: { added: 0, updated: 0, unchanged: 0 },
  errors: [],
  errorCount: 0,
  startedAt: context.at,
});

const get = route({
  method: 'get',
  path: '/v1/imports/{id}',
  id: 'getImport',
  tag: 'Cases',
  summary: 'Progress and result of an import',
  action: 'import.read',
  params: ImportParams,
  responses: { 200: { description: 'The import', schema: ImportView, headers: ['ETag'], example: importExample } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { id } }, context) => ({
    status: 200,
    body: importView(await readable(id, 'import.read', context), context.language),
  }),
});

const cancel = route({
  method: 'post',
  path: '/v1/imports/{id}/cancel',
  id: 'cancelImport',
  tag: 'Cases',
  summary: 'Stop an import that is running',
  description: 'What was stored stays; importing the file again completes it.',
  action: 'import.cancel',
  params: ImportParams,
  responses: { 202: { description: 'It will stop', schema: ImportView, headers: ['Location'] } },
  problems: ['NOT_FOUND', 'IMPORT_HAS_ENDED'],
  handle: async ({ params: { id } }, context) => {
    const state = await readable(id, 'import.cancel', context);
    if (state.status === 'done' || state.status === 'failed')
      throw new ProblemError('IMPORT_HAS_ENDED', { params: { status: state.status } });
    await context.deps.importCommands.cancel(id);
    const stopped = (await context.deps.imports.get(id)) ?? state;
    return { status: 202, body: importView(stopped, context.language), location: `/v1/imports/${id}` };
  },
});

async function readable(id: string, action: 'import.read' | 'import.cancel', context: Context): Promise<ImportState> {
  const state = await context.deps.imports.get(id);
  const procedure = state && (await context.deps.organisation.procedures.get(state.procedure));
  const relations = state === undefined || state.by === context.person.id ? (['self'] as const) : [];
  await context.allow(action, { relations, ...(procedure && { unit: procedure.value.unit }) });
  if (state === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'import', id } });
  return state;
}

export function importView(state: ImportState, language: Language) {
  const { bytes, bytesRead, errors, failure, failureWords } = state;
  const { id, procedure, status, dryRun, contentType, cases, errorCount, startedAt, finishedAt } = state;
  const share = bytes === 0 ? (status === 'done' ? 1 : 0) : Math.min(1, bytesRead / bytes);
  const reason = failureWords === undefined ? failure : inWords(failureWords, language);
  return {
    id,
    procedure,
    status,
    dryRun,
    contentType,
    progress: { bytes, bytesRead, share },
    cases,
    errors: errors.map(({ row, field, code, words }) => ({ row, field, message: inWords(words, language), code })),
    errorCount,
    ...(reason !== undefined && { failure: reason }),
    startedAt,
    ...(finishedAt !== undefined && { finishedAt }),
  };
}

export const importRoutes = [start, get, cancel];
