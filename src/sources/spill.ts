import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

type Segment = { readonly position: number; readonly length: number };
const PREFIX = 'kairyo-import-';

/**
 * One temporary file of which pieces are remembered by partition. Its name is removed as soon as it is open, so that
 * nothing is left even when the process is killed; where a system refuses that, `close` removes it.
 */
export class SpillFile {
  private readonly segments = new Map<number, Segment[]>();
  private readonly folder: string;
  private readonly descriptor: number;
  private size = 0;

  constructor(parent: string) {
    this.folder = mkdtempSync(join(parent, PREFIX));
    const path = join(this.folder, 'rows');
    this.descriptor = openSync(path, 'wx+', 0o600);
    try {
      unlinkSync(path);
      rmSync(this.folder, { recursive: true });
    } catch {
      // `close` does it.
    }
  }

  append(partition: number, bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.descriptor, bytes, written, bytes.length - written, this.size + written);
    const segments = this.segments.get(partition) ?? [];
    segments.push({ position: this.size, length: bytes.length });
    this.segments.set(partition, segments);
    this.size += bytes.length;
  }

  /** Everything appended to the partition, in order. */
  read(partition: number): Buffer {
    const segments = this.segments.get(partition) ?? [];
    const bytes = Buffer.allocUnsafe(segments.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    for (const { position, length } of segments) {
      for (let got = 0; got < length;) {
        const count = readSync(this.descriptor, bytes, offset + got, length - got, position + got);
        if (count === 0) throw new Error('a temporary file of the import was cut short');
        got += count;
      }
      offset += length;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.descriptor);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
