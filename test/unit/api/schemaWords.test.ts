import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SCHEMA_WORDS_VI } from '../../../src/api/http/schemaWords';
import { SCHEMA_WORDS_JA } from '../../../src/api/http/schemaWordsJa';

const src = path.resolve(__dirname, '../../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.schema.ts') || (file.startsWith(path.join('api', 'routes')) && file.endsWith('.ts')),
);
/** Sentences of `refine({ message })` and of the second argument of `regex`. */
const STATED = /message:\s*(?:'([^']+)'|"([^"]+)")|\/u?,\s*'([^']+)'\s*,?\s*\)/g;

describe('sentences that schemas state themselves', () => {
  it('are there in Vietnamese too', () => {
    const stated = files.flatMap((file) =>
      [...readFileSync(path.join(src, file), 'utf8').matchAll(STATED)].map(([, a, b, c]) => a ?? b ?? c ?? ''),
    );
    const english = stated.filter((sentence) => /^[ -~]+$/.test(sentence));
    expect(english.length).toBeGreaterThan(10);
    expect(english.filter((sentence) => !Object.hasOwn(SCHEMA_WORDS_VI, sentence))).toEqual([]);
  });

  it('are the same ones in Japanese', () => {
    expect(Object.keys(SCHEMA_WORDS_JA).sort()).toEqual(Object.keys(SCHEMA_WORDS_VI).sort());
  });
});
