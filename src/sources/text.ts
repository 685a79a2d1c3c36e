import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { MalformedFile } from '../domain/cases/importFailure';

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const LONGEST_BOM = 3;

/**
 * The file as UTF-8 without its byte order mark. UTF-16 is found by its mark and converted; anything that is not text
 * is refused: an archive, a workbook, bytes that are no UTF-8, NUL characters.
 * @throws MalformedFile NOT_TEXT, FILE_EMPTY
 */
export async function* utf8(bytes: AsyncIterable<Uint8Array>, declared?: DeclaredEncoding): AsyncIterable<Buffer> {
  let toText: ((chunk: Buffer, last: boolean) => Buffer) | undefined;
  let head = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (toText !== undefined) {
      yield plain(toText(asBuffer(chunk), false));
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    toText = converterOf(head, declared);
    yield plain(toText(head, false));
  }
  if (toText === undefined) {
    if (head.length === 0) throw new MalformedFile('FILE_EMPTY');
    toText = converterOf(head, declared);
    yield plain(toText(head, false));
  }
  yield plain(toText(Buffer.alloc(0), true));
}

/** Finds the encoding a format declares within its first bytes (XML does), as a label of the Encoding Standard. */
export type DeclaredEncoding = (head: Buffer) => string | undefined;
const HEAD_BYTES = 256;

const asBuffer = (chunk: Uint8Array): Buffer => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

function plain(text: Buffer): Buffer {
  if (text.includes(0)) throw new MalformedFile('NOT_TEXT', { detail: 'it contains NUL characters' });
  return text;
}

function converterOf(
  head: Buffer,
  declared: DeclaredEncoding = () => undefined,
): (chunk: Buffer, last: boolean) => Buffer {
  if (head[0] === 0x50 && head[1] === 0x4b)
    throw new MalformedFile('NOT_TEXT', { detail: 'it is a ZIP archive or an Excel workbook' });
  if (head[0] === 0xff && head[1] === 0xfe) return decoding('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return decoding('utf-16be');
  const label = declared(head)?.toLowerCase() ?? 'utf-8';
  return label === 'utf-8' || label === 'utf8' || label === 'us-ascii' ? checkedUtf8() : decoding(label);
}

function decoding(label: string): (chunk: Buffer, last: boolean) => Buffer {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw new MalformedFile('NOT_TEXT', { detail: `its encoding ${label} is not known` });
  }
  return (chunk, last) => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: !last }), 'utf8');
    } catch {
      throw new MalformedFile('NOT_TEXT', { detail: `it is not ${label}` });
    }
  };
}

/** Cuts each chunk at the end of a character, carries the rest over, and checks what it lets pass. */
function checkedUtf8(): (chunk: Buffer, last: boolean) => Buffer {
  let carried = Buffer.alloc(0);
  let first = true;
  return (chunk, last) => {
    let text = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    if (first && UTF8_BOM.every((byte, i) => text[i] === byte)) text = text.subarray(LONGEST_BOM);
    first = false;
    const end = last ? text.length : endOfCharacters(text);
    carried = Buffer.from(text.subarray(end));
    const whole = text.subarray(0, end);
    if (!isUtf8(whole)) throw new MalformedFile('NOT_TEXT', { detail: 'it is not UTF-8' });
    return whole;
  };
}

/** Where the last complete UTF-8 character ends: at most three bytes of an incomplete one follow. */
function endOfCharacters(text: Buffer): number {
  for (let back = 1; back <= 3 && back <= text.length; back += 1) {
    const byte = text[text.length - back] ?? 0;
    if (byte < 0x80) return text.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? text.length - back : text.length;
  }
  return text.length;
}
