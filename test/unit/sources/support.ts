import { Readable } from 'node:stream';
import type { ReadCase, RowError } from '../../../src/domain/cases/case';
import type { Mapping } from '../../../src/domain/organisation/organisation.schema';
import { createSources } from '../../../src/sources/catalogue';
import type { ReadLimits } from '../../../src/sources/limits';

export type Reading = {
  readonly cases: ReadonlyMap<string, ReadCase>;
  readonly errors: readonly RowError[];
  /** The cases without their places in the file, in the order of their ids. */
  withoutRows(): readonly Omit<ReadCase, 'row'>[];
};
type Options = { readonly timeZone?: string; readonly limits?: Partial<ReadLimits>; readonly folder?: string };

/** Reads a file with the real source; text may be given as it is, in pieces of `pieces` bytes. */
export async function readWith(
  contentType: 'application/xes+xml' | 'text/csv',
  file: string | Uint8Array | AsyncIterable<Uint8Array>,
  mapping: Mapping = {},
  { timeZone = 'Asia/Ho_Chi_Minh', ...options }: Options = {},
): Promise<Reading> {
  const cases = new Map<string, ReadCase>();
  const errors: RowError[] = [];
  const bytes = typeof file === 'string' || file instanceof Uint8Array ? inPieces(file, 7) : file;
  const report = (error: RowError): void => void errors.push(error);
  for await (const batch of createSources(options).read(contentType, bytes, { mapping, timeZone, report }))
    for (const read of batch) cases.set(read.id, read);
  const withoutRows = () =>
    [...cases.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ row: _row, ...rest }) => rest);
  return { cases, errors: errors.sort((a, b) => a.row - b.row), withoutRows };
}

export function inPieces(file: string | Uint8Array, pieces: number): AsyncIterable<Uint8Array> {
  const bytes = typeof file === 'string' ? Buffer.from(file, 'utf8') : file;
  const chunks = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, i) =>
    bytes.subarray(i * pieces, (i + 1) * pieces),
  );
  return Readable.from(chunks, { objectMode: true });
}
