import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonFault } from '../../../src/domain/shared/jsonPosition';

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": x}', 1, 7],
    ['{"a": 1,}', 1, 9],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['{\n  "a": "b\n"\n}', 2, 8],
    ['[1,', 1, 4],
    ['01', 1, 1],
    ['{} {}', 1, 4],
    ["{'a': 1}", 1, 2],
    ['[truee]', 1, 2],
    ['"\\x"', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFault(text)).toMatchObject({ line, column });
  });

  it('is the end of the text for every text that is a whole JSON document cut short', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        const cut = text.slice(0, at % text.length);
        if (isJson(cut)) return true;
        const { line, column } = jsonFault(cut);
        return line === 1 && column >= 1 && column <= cut.length + 1;
      }),
    );
  });

  it('costs no stack, however deep the nesting', () => {
    expect(jsonFault('['.repeat(200_000))).toMatchObject({ line: 1, column: 200_001 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
