import { Transform } from 'node:stream';
import { createHash } from 'node:crypto';
import express from 'express';
import type { Request, Response } from 'express';
import { ProblemError } from '../problems/problem';
import { jsonFault } from '../../domain/shared/jsonPosition';
import type { Route, StreamedBody } from './route';

const JSON_TYPES = /^application\/(?:json|[\w.!#$&^-]+\+json)$/i;

/** The bytes of a JSON body (inflated when gzipped), after a look at what it claims to be. */
export async function readBytes(request: Request, response: Response, limit: number): Promise<Buffer> {
  const { type, charset } = mediaType(request);
  if (!hasBody(request)) throw new ProblemError('BODY_MISSING', { params: { expected: 'application/json' } });
  if (!JSON_TYPES.test(type) || !/^(utf-?8)?$/i.test(charset)) throw unsupported(type, ['application/json']);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const raw = express.raw({ type: () => true, limit, inflate: true });
  await new Promise<void>((resolve, reject) => {
    raw(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(bodyProblem(error, limit))));
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** @throws ProblemError MALFORMED_JSON with line and column */
export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('MALFORMED_JSON', { params: { line: 1, column: 1, reason: 'UTF-8' } });
  }
  if (text.trim() === '') throw new ProblemError('BODY_MISSING', { params: { expected: 'application/json' } });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('MALFORMED_JSON', { params: jsonFault(text) });
  }
}

/** A body that only passes through: counted, hashed, broken off when the client goes away. */
export function streamedBody(
  request: Request,
  types: readonly string[],
  limit: number,
): { readonly body: StreamedBody; readonly digest: () => string | undefined } {
  const { type } = mediaType(request);
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (!hasBody(request)) throw new ProblemError('BODY_MISSING', { params: { expected: [...types] } });
  if (!types.includes(type)) throw unsupported(type, types);
  if (encoding !== 'gzip' && encoding !== 'identity') throw unsupported(encoding, ['gzip', 'identity']);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const hash = createHash('sha256');
  let bytes = 0;
  let digest: string | undefined;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
    flush(done) {
      digest = hash.digest('hex');
      done();
    },
  });
  let started = false;
  const start = () => {
    if (!started) pass(request, through);
    started = true;
    return through;
  };
  return {
    body: {
      contentType: type,
      gzip: encoding === 'gzip',
      get bytes() {
        return start();
      },
    },
    digest: () => digest,
  };
}

/** Not `pipeline`: that destroys the request when the other side fails, and with it the line the answer has to take. */
function pass(request: Request, through: Transform): void {
  const brokenOff = () => {
    if (!request.complete) through.destroy(new ProblemError('UPLOAD_BROKEN_OFF'));
  };
  through.once('error', () => request.unpipe(through));
  request.once('close', brokenOff).once('error', brokenOff);
  if (request.destroyed) brokenOff();
  else request.pipe(through);
}

export const mediaTypes = ({ body, stream }: Route): readonly string[] =>
  stream ?? (body === undefined ? [] : ['application/json']);

function mediaType(request: Request): { readonly type: string; readonly charset: string } {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter)) ?? '';
  return { type: type.toLowerCase(), charset: charset.replace(/^charset=/i, '').replaceAll('"', '') };
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
const unsupported = (given: string, expected: readonly string[]) =>
  new ProblemError('UNSUPPORTED_MEDIA_TYPE', { params: { given: given === '' ? '-' : given, expected } });
export const tooLarge = (limit: number) => new ProblemError('TOO_LARGE', { params: { limit } });

/** What body-parser found, in our terms. */
function bodyProblem(error: unknown, limit: number): Error {
  const { type, status } = error as { readonly type?: unknown; readonly status?: unknown };
  if (type === 'entity.too.large') return tooLarge(limit);
  if (type === 'encoding.unsupported') return unsupported('Content-Encoding', ['gzip', 'deflate', 'br', 'identity']);
  if (type === 'request.aborted') return new ProblemError('UPLOAD_BROKEN_OFF');
  if (typeof status === 'number' && status < 500)
    return new ProblemError('INVALID_HEADER', { params: { header: 'Content-Encoding', reason: 'gzip' } });
  return error instanceof Error ? error : new Error('the body cannot be read', { cause: error });
}
