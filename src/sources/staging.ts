import { tmpdir } from 'node:os';
import type { RawRow } from '../domain/cases/importCase';
import { CASE_FIELDS } from '../domain/cases/importCase';
import { SpillFile } from './spill';

const PARTITIONS = 256;
const FIRST_BUFFER_BYTES = 2 * 1024;
/** 256 buffers of this size are all the memory staging takes: 32 MB; smaller imports never touch the disk. */
const FULL_BUFFER_BYTES = 128 * 1024;
/** Sources refuse NUL, so it separates. */
const SEPARATOR = '\0';
const SAME_VALUES = '=';
const OWN_VALUES = '+';
const FIXED_FIELDS = 5;

export type StagedCase = { readonly id: string; readonly rows: readonly RawRow[] };

/**
 * Collects the rows of a file by case, however they are scattered over it, in bounded memory: rows are put into
 * partitions by a hash of the case id, and partitions that outgrow their buffer continue in a temporary file. Only when
 * the whole file was read are the cases taken out, partition by partition, always in the same order.
 *
 * A row's values are left out when they equal those of the row before it of the same case, as most do.
 */
export class Staging {
  private readonly buffers: Buffer[] = Array.from({ length: PARTITIONS }, () => Buffer.alloc(0));
  private readonly used = new Uint32Array(PARTITIONS);
  private spill: SpillFile | undefined;
  private lastCase = '';
  private lastValues: readonly string[] = [];

  constructor(private readonly folder: string = tmpdir()) {}

  add(caseId: string, { row, at, activity, values }: RawRow): void {
    const same = caseId === this.lastCase && values.every((value, i) => value === this.lastValues[i]);
    this.lastCase = caseId;
    this.lastValues = values;
    const start = `${caseId}${SEPARATOR}${row}${SEPARATOR}${at ?? ''}${SEPARATOR}${activity}${SEPARATOR}`;
    const record = same
      ? `${start}${SAME_VALUES}${SEPARATOR}`
      : `${start}${OWN_VALUES}${SEPARATOR}${values.join(SEPARATOR)}${SEPARATOR}`;
    this.append(partitionOf(caseId), record);
  }

  /** Cases in batches, each partition's in the order of their first rows. Call once, after the last `add`. */
  *batches(size: number): Iterable<readonly StagedCase[]> {
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      const cases = [...casesOf(this.take(partition))].map(([id, rows]) => ({ id, rows }));
      for (let start = 0; start < cases.length; start += size) yield cases.slice(start, start + size);
    }
  }

  close(): void {
    this.spill?.close();
    this.spill = undefined;
  }

  private append(partition: number, record: string): void {
    // A UTF-16 unit takes at most three bytes in UTF-8.
    const buffer = this.roomFor(partition, record.length * 3);
    const used = this.used[partition] ?? 0;
    this.used[partition] = used + buffer.write(record, used, 'utf8');
  }

  private roomFor(partition: number, bytes: number): Buffer {
    const buffer = this.buffers[partition] ?? Buffer.alloc(0);
    const used = this.used[partition] ?? 0;
    if (used + bytes <= buffer.length) return buffer;
    const keep = used + bytes <= FULL_BUFFER_BYTES;
    if (!keep) this.flush(partition, buffer.subarray(0, used));
    const wanted = Math.max(keep ? used + bytes : bytes, buffer.length * (keep ? 2 : 1), FIRST_BUFFER_BYTES);
    if (!keep && wanted <= buffer.length) return buffer;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes, Math.min(wanted, FULL_BUFFER_BYTES)));
    if (keep) buffer.copy(larger, 0, 0, used);
    this.buffers[partition] = larger;
    return larger;
  }

  private flush(partition: number, bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.spill ??= new SpillFile(this.folder);
    this.spill.append(partition, bytes);
    this.used[partition] = 0;
  }

  private take(partition: number): string {
    const rest = (this.buffers[partition] ?? Buffer.alloc(0)).subarray(0, this.used[partition]);
    this.buffers[partition] = Buffer.alloc(0);
    const text = this.spill === undefined ? rest : Buffer.concat([this.spill.read(partition), rest]);
    return text.toString('utf8');
  }
}

/** FNV-1a over UTF-16 units: spreads ids that differ in their last digits only. */
function partitionOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < caseId.length; i += 1) hash = Math.imul(hash ^ caseId.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & (PARTITIONS - 1);
}

function casesOf(text: string): ReadonlyMap<string, readonly RawRow[]> {
  const cases = new Map<string, RawRow[]>();
  const fields = text.split(SEPARATOR);
  for (let i = 0; i + FIXED_FIELDS < fields.length;) {
    const id = fields[i] ?? '';
    const rows = cases.get(id) ?? [];
    const own = fields[i + 4] === OWN_VALUES;
    const values = own ? fields.slice(i + FIXED_FIELDS, i + FIXED_FIELDS + CASE_FIELDS.length) : rows.at(-1)?.values;
    const at = fields[i + 2] ?? '';
    rows.push({
      row: Number(fields[i + 1]),
      at: at === '' ? undefined : Number(at),
      activity: fields[i + 3] ?? '',
      values: values ?? [],
    });
    if (rows.length === 1) cases.set(id, rows);
    i += FIXED_FIELDS + (own ? CASE_FIELDS.length : 0);
  }
  return cases;
}
