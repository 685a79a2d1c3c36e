import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The text a reader could copy, its lines joined. */
export function textOfPdf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  const file = join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync(process.execPath, [join(__dirname, 'pdfText.mjs'), file], { encoding: 'utf8' }).replace(
      /\s+/g,
      ' ',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
