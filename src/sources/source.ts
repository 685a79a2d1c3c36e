import { tmpdir } from 'node:os';
import type { ReadCase, RowError } from '../domain/cases/case';
import { assembleCase, MAX_TEXT_CHARACTERS, type CaseRules } from '../domain/cases/importCase';
import type { Mapping } from '../domain/organisation/organisation.schema';
import type { ReadLimits } from './limits';
import { Staging } from './staging';

/** How a file is read; see ReadOptions of the ports. */
export type SourceOptions = {
  readonly mapping: Mapping;
  readonly timeZone: string;
  readonly report: (error: RowError) => void;
  readonly limits: ReadLimits;
};

/**
 * A kind of file. `stage` reads all of it into the staging and answers how rows become cases. A new kind is one file
 * like this and one line in catalogue.ts.
 */
export type CaseSource = {
  readonly contentType: string;
  stage(bytes: AsyncIterable<Uint8Array>, options: SourceOptions, staging: Staging): Promise<CaseRules>;
};

const CASES_PER_BATCH = 1_000;

/** Stages a whole file, then gives its cases in batches; nothing comes of a file that breaks before its end. */
export async function* readCases(
  source: CaseSource,
  bytes: AsyncIterable<Uint8Array>,
  { folder = tmpdir(), ...options }: SourceOptions & { readonly folder?: string },
): AsyncIterable<readonly ReadCase[]> {
  const staging = new Staging(folder);
  try {
    const rules = await source.stage(bytes, options, staging);
    for (const batch of staging.batches(CASES_PER_BATCH)) {
      const cases: ReadCase[] = [];
      for (const { id, rows } of batch) {
        const assembled = assembleCase(id, rows, rules);
        assembled.errors.forEach(options.report);
        if (assembled.case !== undefined) cases.push(assembled.case);
      }
      if (cases.length > 0) yield cases;
    }
  } finally {
    staging.close();
  }
}

const NOT_ASCII = /[^\0-\x7f]/;

/**
 * A text of a file as it is compared: without surrounding blanks, and in Unicode's composed form, since Vietnamese is
 * typed both ways. Cut just beyond the limit, which makes it an error later without carrying a megabyte along.
 */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  const cut = trimmed.length > MAX_TEXT_CHARACTERS ? trimmed.slice(0, MAX_TEXT_CHARACTERS + 1) : trimmed;
  return NOT_ASCII.test(cut) ? cut.normalize('NFC') : cut;
}
