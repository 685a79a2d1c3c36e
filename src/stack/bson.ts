/** The few BSON types that `hello` and `replSetInitiate` need. Source: bsonspec.org, version 1.1. */
export type Bson = { readonly [key: string]: BsonValue };
export type BsonValue = string | number | boolean | Bson | readonly BsonValue[];

const cstring = (text: string): Buffer => Buffer.from(`${text}\0`);

/** Integers become int32; fractions are not supported. */
export function encodeBson(document: Bson | readonly BsonValue[]): Buffer {
  const body = Buffer.concat(Object.entries(document).map(([key, value]) => element(key, value)));
  return Buffer.concat([int32(body.length + 5), body, Buffer.from([0])]);
}

function element(key: string, value: BsonValue): Buffer {
  const typed = (type: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.from([type]), cstring(key), bytes]);
  if (typeof value === 'string') {
    const bytes = cstring(value);
    return typed(0x02, Buffer.concat([int32(bytes.length), bytes]));
  }
  if (typeof value === 'number') return typed(0x10, int32(value));
  if (typeof value === 'boolean') return typed(0x08, Buffer.from([value ? 1 : 0]));
  return typed(Array.isArray(value) ? 0x04 : 0x03, encodeBson(value));
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

/** Reads the top level's numbers, booleans and strings; other values are skipped. */
export function decodeBson(bytes: Buffer): Readonly<Record<string, number | boolean | string>> {
  const out: Record<string, number | boolean | string> = {};
  for (let at = 4; bytes[at] !== 0 && at < bytes.length;) {
    const type = bytes[at] ?? 0;
    const end = bytes.indexOf(0, at + 1);
    const key = bytes.toString('utf8', at + 1, end);
    const value = readValue(type, bytes, end + 1);
    if (value.read !== undefined) out[key] = value.read;
    at = end + 1 + value.size;
  }
  return out;
}

function readValue(type: number, bytes: Buffer, at: number): { read?: number | boolean | string; size: number } {
  switch (type) {
    case 0x01:
      return { read: bytes.readDoubleLE(at), size: 8 };
    case 0x02: {
      const length = bytes.readInt32LE(at);
      return { read: bytes.toString('utf8', at + 4, at + 3 + length), size: 4 + length };
    }
    case 0x03:
    case 0x04:
      return { size: bytes.readInt32LE(at) };
    case 0x05:
      return { size: 5 + bytes.readInt32LE(at) };
    case 0x08:
      return { read: bytes[at] === 1, size: 1 };
    case 0x10:
      return { read: bytes.readInt32LE(at), size: 4 };
    case 0x07:
      return { size: 12 };
    case 0x0a:
      return { size: 0 };
    default:
      return { size: 8 };
  }
}
