import { describe, expect, it } from '@jest/globals';
import { parseFormula } from '../../../src/domain/formula/parse';
import { FORMULA_REFUSALS } from '../../../src/domain/formula/refusals';
import { refusal, refused } from './support';

describe('a mistake is named and pointed at', () => {
  it.each([
    ['', 'FORMULA_EMPTY '],
    ['a +', 'FORMULA_ENDS_TOO_EARLY +'],
    ['max(a', 'FORMULA_ENDS_TOO_EARLY a'],
    ['a > 1 ? 1', 'FORMULA_ENDS_TOO_EARLY 1'],
    ['a b', 'FORMULA_OPERATOR_EXPECTED b'],
    ['1 000', 'FORMULA_OPERATOR_EXPECTED 000'],
    ['a)', 'FORMULA_OPERATOR_EXPECTED )'],
    ['a, b', 'FORMULA_OPERATOR_EXPECTED , b'],
    ['a + * b', 'FORMULA_VALUE_EXPECTED * b'],
    ['max(a, )', 'FORMULA_VALUE_EXPECTED )'],
    ['a and or b', 'FORMULA_VALUE_EXPECTED or b'],
    ['max(a; b)', 'FORMULA_SYNTAX ; b)'],
    ['max(a b)', 'FORMULA_SYNTAX b)'],
    ['(a, b)', 'FORMULA_SYNTAX , b)'],
    ['a > 1 ? 1 ; 2', 'FORMULA_SYNTAX ; 2'],
    ['a = 1', 'FORMULA_NOT_ALLOWED = 1'],
    ['a;', 'FORMULA_NOT_ALLOWED ;'],
    ['50%', 'FORMULA_NOT_ALLOWED %'],
    ['"text"', 'FORMULA_NOT_ALLOWED "text"'],
    ['0,5 * a', 'FORMULA_DECIMAL_COMMA ,5 * a'],
    ['a * 1.2.3', 'FORMULA_BAD_NUMBER 1.2.3'],
    ['0x10', 'FORMULA_BAD_NUMBER 0x10'],
    ['2a', 'FORMULA_BAD_NUMBER 2a'],
    ['1e', 'FORMULA_BAD_NUMBER 1e'],
    ['1 + 1e31', 'FORMULA_NUMBER_OUT_OF_RANGE 1e31'],
    ['1e-99999999999999999999', 'FORMULA_NUMBER_OUT_OF_RANGE 1e-99999999999999999999'],
    ['1e99999999999999999999', 'FORMULA_NUMBER_OUT_OF_RANGE 1e99999999999999999999'],
    [`1 + ${'a'.repeat(81)}`, `FORMULA_NAME_TOO_LONG ${'a'.repeat(81)}`],
    ['indicator(a)', 'FORMULA_ID_NEEDED a)'],
    ['indicator("a b")', 'FORMULA_ID_NEEDED "a b")'],
    ['1 + total(a, b)', 'FORMULA_UNKNOWN_FUNCTION total(a, b)'],
    ['1 + clamp(a, 0)', 'FORMULA_WRONG_NUMBER_OF_ARGUMENTS clamp(a, 0)'],
    ['max()', 'FORMULA_WRONG_NUMBER_OF_ARGUMENTS max()'],
    ['lag(a)', 'FORMULA_WRONG_NUMBER_OF_ARGUMENTS lag(a)'],
    ['0 < a < 1', 'FORMULA_NUMBER_NEEDED 0 < a < 1'],
    ['1 + (a > b)', 'FORMULA_NUMBER_NEEDED (a > b)'],
    ['if(a, 1, 2)', 'FORMULA_CONDITION_NEEDED a, 1, 2)'],
    ['a > 1 and b', 'FORMULA_CONDITION_NEEDED b'],
    ['not a', 'FORMULA_CONDITION_NEEDED a'],
    ['if(a > 1, 1, b > 1)', 'FORMULA_KINDS_DIFFER b > 1)'],
    ['a ^ b', 'FORMULA_WHOLE_NUMBER_NEEDED b'],
    ['a ^ 121', 'FORMULA_WHOLE_NUMBER_NEEDED 121'],
    ['a ^ 0.5', 'FORMULA_WHOLE_NUMBER_NEEDED 0.5'],
    ['lag(a, -1)', 'FORMULA_WHOLE_NUMBER_NEEDED -1)'],
    ['round(a, b)', 'FORMULA_WHOLE_NUMBER_NEEDED b)'],
    ['previous(1 + 2)', 'FORMULA_REFERENCE_NEEDED 1 + 2)'],
    ['previous(lag(a, 120))', 'FORMULA_LAG_TOO_LARGE lag(a, 120))'],
  ])('%s', (text, expected) => expect(refused(text)).toBe(expected));

  it('a formula that is too large in any way', () => {
    expect(refusal('a'.repeat(2001))).toMatchObject({ code: 'FORMULA_TOO_LONG', params: { length: 2001, most: 2000 } });
    for (const deep of ['(', '-', 'a?', 'a^', 'abs(', 'not ', 'if(a>0,0,'])
      expect(refusal(deep.repeat(200)).code).toBe('FORMULA_TOO_DEEP');
    expect(refusal(Array(501).fill('1').join('+')).code).toBe('FORMULA_TOO_MANY_PARTS');
    expect(refusal(Array(52).fill('a').join('-')).code).toBe('FORMULA_TOO_DEEP');
    expect(parseFormula(Array(499).fill('a').join('+')).ok).toBe(true);
    expect(parseFormula(`${'('.repeat(50)}a${')'.repeat(50)}`).ok).toBe(true);
  });

  it('tells line and column where there are several lines', () => {
    expect(refusal('a +\n  foo(2)').params).toMatchObject({
      position: 7,
      line: 2,
      column: 3,
      place: '7 (2:3)',
      excerpt: 'foo',
    });
    expect(refusal('a + foo(2)').params).not.toHaveProperty('line');
  });

  it('offers the function that was probably meant', () => {
    expect(refusal('summ(1)').params).toMatchObject({ name: 'summ', nearest: 'sum' });
    expect(refusal('prevoius(a)').params).toMatchObject({ nearest: 'previous' });
  });

  it('tells signs that cannot be seen by their number', () => {
    expect(refusal('a\u200bb').params).toMatchObject({ position: 2, found: 'U+200B' });
    expect(refusal('a + \u202e1').params).toMatchObject({ position: 5, found: 'U+202E' });
  });

  it('refuses a condition where a number is wanted', () => {
    expect(parseFormula('a > b', 'number')).toMatchObject({ ok: false, refusal: { code: 'FORMULA_GIVES_NO_NUMBER' } });
    expect(parseFormula('if(a > b, 1, 0)', 'number').ok).toBe(true);
  });

  it('fills every blank of its sentences', () => {
    const texts = ['a +', 'a b', 'a + * b', 'max(a; b)', 'a = 1', '0,5', '2a', '1e31', 'foo()', 'max()', '1 + (a > b)'];
    const more = [
      'not a',
      'if(a > 1, 1, b > 1)',
      'a ^ b',
      'previous(1)',
      'previous(lag(a, 120))',
      '-'.repeat(300),
      'a'.repeat(2001),
      'a'.repeat(81),
    ];
    for (const { code, params } of [...texts, ...more].map(refusal))
      for (const sentence of Object.values(FORMULA_REFUSALS[code]))
        for (const [, name = ''] of sentence.matchAll(/\{(\w+)\}/g))
          expect([code, Object.keys(params ?? {})]).toEqual([code, expect.arrayContaining([name])]);
  });
});

describe('code is text like any other', () => {
  it.each([
    'a.b',
    'a?.b',
    'a[b]',
    'a["constructor"]',
    '(1).constructor.constructor("x")()',
    '`${1}`',
    'a`b`',
    '() => 1',
    'x => x',
    'function () {}',
    'new Date()',
    'import("node:fs")',
    'require("fs")',
    'eval("1")',
    'Function("return 1")()',
    'process.exit(1)',
    'globalThis.process',
    'constructor(1)',
    'toString()',
    '__proto__.x',
    '__defineGetter__("a", 1)',
    'valueOf()',
    'hasOwnProperty(a)',
    'this.a',
    'a = 1',
    'a += 1',
    'a++',
    '[1, 2]',
    '{a: 1}',
    '/a/.test(b)',
    '1; 2',
    '1 // comment',
    '/* comment */ 1',
    'a ?? b',
    'a | b',
    'a & b',
    'a ~ b',
    'a << b',
    'a ** b',
    'a === b',
    'a !== b',
    'a % b',
    'typeof a',
    'a in b',
    'a instanceof b',
    '\\u0061',
    'a\u2028b',
    'sum\u200b(1)',
    '…',
    '1n',
    '0b1',
    '1_000',
    'indicator(a.b)',
    'indicator(`a`)',
    'indicator("\\"")',
    'indicator("a")("b")',
    'a(1)(2)',
    '(a)(b)',
    '1(2)',
  ])('%j is refused', (text) => expect(parseFormula(text).ok).toBe(false));

  it.each(['constructor', '__proto__', 'toString', 'globalThis', 'process', 'this', 'undefined', 'null', 'NaN'])(
    '%s is a name and nothing else',
    (text) => expect(parseFormula(text)).toMatchObject({ ok: true, formula: { references: [{ name: text, lag: 0 }] } }),
  );
});
