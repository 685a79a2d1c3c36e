import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { collectFailure } from '../../domain/collect/failures';
import type { CollectFailure } from '../../domain/collect/failures';
import type { Address } from './addresses';

export type Hop = {
  readonly url: URL;
  readonly addresses: readonly Address[];
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Posts this; missing: a GET. */
  readonly body?: string;
};

/** Sends a request to exactly these addresses and answers when the headers have come. No proxies, no kept connections. */
export function sent({ url, addresses, headers, signal, body }: Hop): Promise<http.IncomingMessage> {
  const lookup: LookupFunction = (_host, options, done) => {
    const [first] = addresses;
    if (options.all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
  const secure = url.protocol === 'https:';
  const agent = secure ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const request = (secure ? https : http).request(url, { method, agent, lookup, headers, signal }, resolve);
    request.once('error', reject);
    request.end(body);
  });
}

/** The body, unpacked; it is cut off as soon as it is longer than the limit, packed or unpacked. */
export async function bodyOf(
  response: http.IncomingMessage,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Buffer | CollectFailure> {
  const unpack = unpackers(response.headers['content-encoding'] ?? '');
  if (unpack === undefined) {
    response.destroy();
    return collectFailure('COLLECT_ENCODING', { detail: response.headers['content-encoding'] ?? '' });
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      chunks.push(chunk);
      done(bytes > maxBytes ? new TooLarge() : null);
    },
  });
  try {
    await pipeline([response, counted(maxBytes), ...unpack, sink], { signal });
  } catch (error) {
    if (error instanceof TooLarge) return collectFailure('COLLECT_TOO_LARGE', { limit: maxBytes });
    throw error;
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

class TooLarge extends Error {}

/** Counts what comes in packed: an endless stream of empty blocks unpacks to nothing. */
function counted(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new TooLarge() : null, chunk);
    },
  });
}

function unpackers(encoding: string): readonly NodeJS.ReadWriteStream[] | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return [];
    case 'gzip':
    case 'x-gzip':
      return [createGunzip()];
    case 'deflate':
      return [createInflate()];
    case 'br':
      return [createBrotliDecompress()];
    default:
      return undefined;
  }
}

/** What an error of the connection means. Its text may name addresses, never what was sent. */
export function failureOf(error: unknown, timeoutSeconds: number): CollectFailure {
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  const text = typeof code === 'string' ? code : '';
  if (name === 'AbortError' || name === 'TimeoutError' || text === 'ABORT_ERR')
    return collectFailure('COLLECT_TIMEOUT', { limit: timeoutSeconds });
  if (text.startsWith('HPE_')) return collectFailure('COLLECT_NOT_HTTP', { detail: text });
  if (/^(?:Z_|ERR__ZLIB|ERR_BROTLI|ERR_ZLIB|ERR__ERROR)/.test(text))
    return collectFailure('COLLECT_ENCODING', { detail: text });
  if (/CERT|ERR_TLS|ERR_SSL|SELF_SIGNED|UNABLE_TO_/.test(text))
    return collectFailure('COLLECT_CERTIFICATE', { detail: text });
  return collectFailure('COLLECT_NO_CONNECTION', { detail: text === '' ? 'unknown' : text });
}
