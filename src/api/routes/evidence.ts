import { Readable } from 'node:stream';
import { z } from 'zod';
import type { EvidenceFile } from '../../activities/indicators.ports';
import { EVIDENCE_TYPES, fileCheckOf, safeName } from '../../domain/indicators/entryFileTypes';
import type { EvidenceType } from '../../domain/indicators/entryFileTypes';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context, StreamedBody } from '../http/route';
import { ProblemError } from '../problems/problem';

const TAG = 'Indicators';
const TYPES = Object.keys(EVIDENCE_TYPES) as readonly EvidenceType[];
const Params = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });

const EvidenceView = z
  .object({
    id: z.string(),
    name: z.string(),
    contentType: z.string(),
    bytes: z.number().int().min(0),
    sha256: z.string().describe('Of the bytes, lower-case hex'),
    unit: Id,
    by: z.string(),
    uploadedAt: IsoInstant,
  })
  .meta({ id: 'Evidence' });
const example = {
  id: 'ev-2f6d',
  name: 'so-tiep-nhan-2026-03.pdf',
  contentType: 'application/pdf',
  bytes: 48211,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  unit: 'dkkd',
  by: 'hoa',
  uploadedAt: '2026-04-02T01:30:00.000Z',
};

const upload = route({
  method: 'post',
  path: '/v1/evidence',
  id: 'uploadEvidence',
  tag: TAG,
  summary: 'Upload a file that proves figures',
  description:
    'The body is the file itself. It has to be what `Content-Type` says: its content is looked at. Name its `id` in the ' +
    '`evidence` of an observation. Files are never changed or replaced; the hash shows it.',
  action: 'observation.enter',
  query: z.object({ unit: Id, name: z.string().trim().min(1).max(300) }).strict(),
  stream: TYPES,
  limit: ({ evidenceBytes }) => evidenceBytes,
  responses: { 201: { description: 'Stored', schema: EvidenceView, headers: ['Location'], example } },
  problems: ['UNKNOWN_UNIT', 'FILE_IS_NOT_WHAT_IT_SAYS', 'TOO_LARGE', 'UPLOAD_BROKEN_OFF'],
  handle: async ({ query: { unit, name } }, context) => {
    const { deps, stream, person, at, commandId } = context;
    await context.allow('observation.enter', { unit });
    if ((await deps.organisation.units.get(unit)) === undefined)
      throw new ProblemError('UNKNOWN_UNIT', { params: { id: unit } });
    const contentType = TYPES.find((type) => type === stream?.contentType);
    if (stream === undefined || contentType === undefined) throw new Error('the route takes a stream of known types');
    if (stream.gzip)
      throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', { params: { given: 'gzip', expected: ['identity'] } });
    const file = { id: `ev-${commandId}`, name: safeName(name, contentType), contentType, unit };
    const stored = await deps.evidence.store(
      { ...file, by: person.id, uploadedAt: at },
      checkedBytes(stream, contentType),
    );
    return { status: 201, body: stored, location: `/v1/evidence/${stored.id}` };
  },
});

/** The bytes as they came, asked for when the store is ready; an error at their end when they are not what was said. */
const checkedBytes = (body: StreamedBody, type: EvidenceType): NodeJS.ReadableStream =>
  Readable.from(checkedChunks(body, type), { objectMode: false });

async function* checkedChunks(body: StreamedBody, type: EvidenceType): AsyncIterable<Buffer> {
  const check = fileCheckOf(type);
  for await (const chunk of body.bytes as AsyncIterable<Buffer>) {
    check.take(chunk);
    yield chunk;
  }
  if (!check.holds()) throw new ProblemError('FILE_IS_NOT_WHAT_IT_SAYS', { params: { type } });
}

const get = route({
  method: 'get',
  path: '/v1/evidence/{id}',
  id: 'getEvidence',
  tag: TAG,
  summary: 'What is known of a file of evidence',
  action: 'observation.read',
  params: Params,
  responses: { 200: { description: 'The file', schema: EvidenceView, headers: ['ETag'], example } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { id } }, context) => ({ status: 200, body: await readable(id, context) }),
});

const download = route({
  method: 'get',
  path: '/v1/evidence/{id}/file',
  id: 'downloadEvidence',
  tag: TAG,
  summary: 'The bytes of a file of evidence',
  description: 'Always as a download, never shown by the browser.',
  action: 'observation.read',
  params: Params,
  responses: { 200: { description: 'The bytes as they were uploaded', binary: true, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { id } }, context) => {
    const { name, contentType, bytes, sha256 } = await readable(id, context);
    return {
      status: 200,
      bytes: await context.deps.evidence.file(id),
      headers: {
        'Content-Type': contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType,
        'Content-Length': `${bytes}`,
        'Content-Disposition': disposition(name),
        'X-Content-Type-Options': 'nosniff',
        ETag: `"${sha256}"`,
      },
    };
  },
});

/** RFC 6266: a name in ASCII for old programs, and the true one. */
function disposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

async function readable(id: string, context: Context): Promise<EvidenceFile> {
  const file = await context.deps.evidence.get(id);
  const mine = file === undefined || file.by === context.person.id;
  await context.allow('observation.read', { ...(file && { unit: file.unit }), relations: mine ? ['owner'] : [] });
  if (file === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'evidence', id } });
  return file;
}

export const evidenceRoutes = [upload, get, download];
