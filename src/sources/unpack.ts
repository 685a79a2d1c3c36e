import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MalformedFile } from '../domain/cases/importFailure';
import type { ReadLimits } from './limits';

/** A gzipped file sent with `Content-Encoding: gzip` is packed twice; more layers are no honest file. */
const MAX_LAYERS = 2;

/**
 * The plain bytes of a file: gzip is found by its magic bytes (so a file called plain may be packed and the other way
 * round) and unpacked within the limits. Faults of the input stream pass through as they are.
 * @throws MalformedFile FILE_EMPTY, ARCHIVE_DAMAGED, EXPANDS_TOO_FAR
 */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>, limits: ReadLimits): AsyncIterable<Uint8Array> {
  let current = bytes;
  for (let layer = 0; ; layer += 1) {
    const { head, rest } = await peek(current);
    if (head.length === 0) throw new MalformedFile('FILE_EMPTY');
    if (!isGzip(head)) {
      yield* limited(rest, limits);
      return;
    }
    if (layer === MAX_LAYERS) throw new MalformedFile('EXPANDS_TOO_FAR', { detail: 'gzip within gzip' });
    current = gunzipped(rest, limits);
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  let ended = false;
  while (head.length < 2 && !ended) {
    const next = await iterator.next();
    ended = next.done === true;
    if (next.done !== true) head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, rest: following(head, iterator, ended) };
}

async function* following(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncIterable<Uint8Array> {
  try {
    yield head;
    for (let done = ended; !done;) {
      const next = await iterator.next();
      if (next.done === true) done = true;
      else yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function* gunzipped(packed: AsyncIterable<Uint8Array>, limits: ReadLimits): AsyncIterable<Uint8Array> {
  let packedBytes = 0;
  let plainBytes = 0;
  const counted = async function* (): AsyncIterable<Uint8Array> {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 2 }), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      plainBytes += chunk.length;
      if (plainBytes > limits.ratioFromBytes && plainBytes / packedBytes > limits.maxRatio)
        throw new MalformedFile('EXPANDS_TOO_FAR', { detail: `more than ${limits.maxRatio} times its packed size` });
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? new MalformedFile('ARCHIVE_DAMAGED') : error;
  }
}

function isZlibError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('Z_');
}

async function* limited(bytes: AsyncIterable<Uint8Array>, { maxBytes }: ReadLimits): AsyncIterable<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxBytes) throw new MalformedFile('EXPANDS_TOO_FAR', { detail: `more than ${maxBytes} bytes` });
    yield chunk;
  }
}
