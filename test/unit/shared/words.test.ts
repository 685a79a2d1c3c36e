import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

type Sentence = { readonly place: string; readonly texts: Readonly<Record<string, string>> };

/** Every object of the source that says the same thing in Vietnamese and in English, as it is written. */
function sentencesIn(file: string): readonly Sentence[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const texts = Object.fromEntries(
        node.properties.map((one) => [one.name?.getText(source) ?? '', one.getText(source)]),
      );
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if ('vi' in texts && 'en' in texts && !/z\.|: \[/.test(texts['vi'] ?? ''))
        found.push({ place: `${file}:${line + 1}`, texts });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const sentences = files.flatMap((name) => sentencesIn(join('src', name)));
/** `{name}` in a text that is filled later; `${…}` is checked by the compiler. `{s}` is the plural of English alone. */
const blanks = (text = ''): readonly string[] => [...text.matchAll(/(?<!\$)\{(?!s\})\w+\}/g)].map(String).sort();
const isText = (text = ''): boolean => /^\w+: ['"]/.test(text);

describe('a sentence of the engine', () => {
  it('is found in hundreds of places', () => {
    expect(sentences.length).toBeGreaterThan(400);
  });

  it('is there in Japanese wherever it is in Vietnamese and English', () => {
    expect(sentences.filter(({ texts }) => !('ja' in texts)).map(({ place }) => place)).toEqual([]);
  });

  it('has the same blanks in every language', () => {
    const uneven = sentences.filter(({ texts: { vi, en, ja } }) =>
      [vi, ja].some((text) => isText(text) && isText(en) && blanks(text).join() !== blanks(en).join()),
    );
    expect(uneven.map(({ place }) => place)).toEqual([]);
  });
});
