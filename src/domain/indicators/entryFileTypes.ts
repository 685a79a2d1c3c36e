/** Media types a file of evidence may have, and the ending of its name. */
export const EVIDENCE_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
} as const satisfies Readonly<Record<string, string>>;
export type EvidenceType = keyof typeof EVIDENCE_TYPES;

/** Tells from the bytes, as they pass, whether a file is what it says. Constant memory. */
export type FileCheck = { readonly take: (chunk: Uint8Array) => void; readonly holds: () => boolean };

const HEAD_BYTES = 16;
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const PDF = bytesOf('%PDF-');
const PNG = bytesOf('\x89PNG\r\n\x1a\n');
const JPEG = bytesOf('\xff\xd8\xff');
const ZIP = bytesOf('PK\x03\x04');
const [RIFF, WEBP] = [bytesOf('RIFF'), bytesOf('WEBP')];

/** File signatures: Wikipedia, List of file signatures; Office Open XML: ECMA-376 part 2 (a ZIP with these parts). */
export function fileCheckOf(type: EvidenceType): FileCheck {
  switch (type) {
    case 'application/pdf':
      return begins((head) => has(head, PDF));
    case 'image/png':
      return begins((head) => has(head, PNG));
    case 'image/jpeg':
      return begins((head) => has(head, JPEG));
    case 'image/webp':
      return begins((head) => has(head, RIFF) && has(head, WEBP, 8));
    case 'text/csv':
    case 'text/plain':
      return isText();
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return archiveWith('xl/workbook.');
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return archiveWith('word/document.');
  }
}

const has = (bytes: Uint8Array, wanted: Uint8Array, at = 0): boolean =>
  wanted.every((byte, i) => bytes[at + i] === byte);

function begins(test: (head: Uint8Array) => boolean): FileCheck {
  let head: Uint8Array = new Uint8Array(0);
  return {
    take: (chunk) => {
      if (head.length < HEAD_BYTES) head = joined(head, chunk.subarray(0, HEAD_BYTES));
    },
    holds: () => test(head),
  };
}

/** A ZIP archive in which a part of this name stands. Names of parts are not compressed. */
function archiveWith(part: string): FileCheck {
  const start = begins((head) => has(head, ZIP));
  const wanted = bytesOf(part);
  let tail: Uint8Array = new Uint8Array(0);
  let found = false;
  return {
    take: (chunk) => {
      start.take(chunk);
      if (found) return;
      const bytes = joined(tail, chunk);
      found = contains(bytes, wanted);
      tail = bytes.slice(Math.max(0, bytes.length - wanted.length + 1));
    },
    holds: () => found && start.holds(),
  };
}

/** UTF-8 without NUL, or UTF-16 with its mark. */
function isText(): FileCheck {
  const start = begins((head) => has(head, bytesOf('\xff\xfe')) || has(head, bytesOf('\xfe\xff')));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let utf8 = true;
  const decode = (chunk: Uint8Array, more: boolean): void => {
    try {
      decoder.decode(chunk, { stream: more });
    } catch {
      utf8 = false;
    }
  };
  return {
    take: (chunk) => {
      start.take(chunk);
      bytes += chunk.length;
      if (utf8) decode(chunk, true);
      if (chunk.includes(0)) utf8 = false;
    },
    holds: () => {
      if (utf8) decode(new Uint8Array(0), false);
      return bytes > 0 && (utf8 || start.holds());
    },
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function contains(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (has(bytes, wanted, at)) return true;
  return false;
}

/** A name that is safe in every file system and header: no folders, no control characters, of sensible length. */
export function safeName(name: string, type: EvidenceType): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...plain].slice(-120).join('');
  const ending = EVIDENCE_TYPES[type];
  if (short === '') return `file.${ending}`;
  return short.toLowerCase().endsWith(`.${ending}`) || (ending === 'jpg' && /\.jpeg$/i.test(short))
    ? short
    : `${short}.${ending}`;
}
