import { describe, expect, it } from '@jest/globals';
import { LANGUAGE } from '../../../src/domain/formula/describe';
import { FUNCTION_NAMES, OPERATIONS } from '../../../src/domain/formula/operations/catalogue';
import { namesOf } from '../../../src/domain/formula/parse';
import { formulaOf, step, value } from './support';

describe('every operation', () => {
  it.each(OPERATIONS.map((operation) => [operation.key, operation.example] as const))(
    'does what its example says: %s',
    (_key, { formula, inputs, gives }) => expect(value(formula, inputs)).toEqual(gives),
  );

  it.each(OPERATIONS.map(({ key, words, example }) => [key, words, example] as const))(
    'stands in its own example, and has words in two languages: %s',
    (key, { vi, en }, { formula }) => {
      const used = new Set<string>();
      const collect = (node: ReturnType<typeof formulaOf>['root']): void => {
        if (node.kind !== 'call') return;
        used.add(node.operation);
        node.parts.forEach(collect);
      };
      collect(formulaOf(formula).root);
      expect([...used]).toContain(key);
      expect(vi).not.toBe(en);
    },
  );
});

describe('the description of the language', () => {
  it.each(LANGUAGE.map(({ signature, example }) => [signature, example] as const))(
    'holds, with words and an example: %s',
    (_signature, { formula, inputs, gives }) => expect(value(formula, inputs)).toEqual(gives),
  );

  it('has every function that there is', () => {
    const names = LANGUAGE.filter(({ kind }) => kind === 'function').map(({ name }) => name);
    expect(names).toEqual(FUNCTION_NAMES);
  });
});

describe('numbers are decimals', () => {
  it.each([
    ['0.1 + 0.2 == 0.3', true],
    ['0.1 + 0.2', 0.3],
    ['1.1 * 1.1', 1.21],
    ['1 / 3 * 3', 1],
    ['1 / 3 * 3 == 1', true],
    ['1 / 3 * 3 - 1', 0],
    ['floor(1 / 3 * 3)', 1],
    ['1 / 3 + 1 / 3 + 1 / 3 >= 1', true],
    ['1 - 0.9 - 0.1 == 0', true],
    ['1.005 * 100', 100.5],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1250, -2)', 1300],
    ['1e3 + .5 + 2.', 1002.5],
    ['9007199254740993 - 9007199254740992', 1],
    ['0.5e-3', 0.0005],
    ['010', 10],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));
});

describe('what binds tighter', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 3 - 2', 5],
    ['100 / 10 / 2', 5],
    ['2 * 3 ^ 2', 18],
    ['-2 ^ 2', -4],
    ['(-2) ^ 2', 4],
    ['2 ^ -1', 0.5],
    ['- - 3', 3],
    ['+3 - +2', 1],
    ['1 + 2 > 2 and 2 < 1 + 2', true],
    ['1 > 2 or 2 > 1 and 1 > 0', true],
    ['(1 > 2 or 2 > 1) and 1 > 2', false],
    ['not 1 > 2', true],
    ['not 1 > 2 and 2 > 1', true],
    ['1 > 2 or not 1 + 1 > 2', true],
    ['not not 2 > 1', true],
    ['not (1 > 2) and not 3 < 2', true],
    ['!(1 > 2) && 2 > 1 || 1 > 2', true],
    ['1 > 2 ? 10 : 2 > 1 ? 20 : 30', 20],
    ['(1 > 2 ? 10 : 20) + 1', 21],
    ['2 > 1 ? 1 + 1 : 0', 2],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));
});

describe('what people bring from elsewhere is read too', () => {
  it.each([
    ['6 × 2 ÷ 4 − 1', 2],
    ['3 ≥ 3 AND 2 ≠ 3', true],
    ['2 <> 2 OR 3 ≤ 2', false],
    ['IF(AND(2 > 1, 3 > 2, 4 > 3), SUM(1, 2, 3), 0)', 6],
    ['or(1 > 2, 3 > 2)', true],
    ['Average(1, 2)', 1.5],
    ['1\u00a0+\u2003 2', 3],
    ['\n sum(\n 1,\r\n\t2 )\n', 3],
    ['not(1 > 2)', true],
  ])('%j is %s', (text, expected) => expect(value(text)).toBe(expected));

  it('takes a name in whatever way its marks are written', () => {
    const decomposed = 'tỷ_lệ'.normalize('NFD');
    expect(namesOf(formulaOf(`${decomposed} * 2`))).toEqual(['tỷ_lệ'.normalize('NFC')]);
    expect(value(`${decomposed} * 2`, { ['tỷ_lệ'.normalize('NFC')]: 4 })).toBe(8);
  });
});

describe('references', () => {
  it('are names, ids in quotes, and both some periods back, each told once', () => {
    const formula = formulaOf('hồ_sơ + indicator("so-ho-so.2") / previous(hồ_sơ) + lag(hồ_sơ, 12) + hồ_sơ');
    expect(formula.references.map(({ name, lag }) => [name, lag])).toEqual([
      ['hồ_sơ', 0],
      ['so-ho-so.2', 0],
      ['hồ_sơ', 1],
      ['hồ_sơ', 12],
    ]);
    expect(namesOf(formula)).toEqual(['hồ_sơ', 'so-ho-so.2']);
    expect(formula.references.map(({ place }) => formula.text.slice(place.start, place.end))).toEqual([
      'hồ_sơ',
      'indicator("so-ho-so.2")',
      'previous(hồ_sơ)',
      'lag(hồ_sơ, 12)',
    ]);
  });

  it('go back together, and lags add up', () => {
    expect(value('previous(a / b)', { 'a@1': 6, 'b@1': 3, a: 1, b: 1 })).toBe(2);
    expect(value('previous(previous(a)) + lag(previous(a), 2)', { 'a@2': 1, 'a@3': 10 })).toBe(11);
    expect(value('a / previous(a) - 1', { a: 110, 'a@1': 100 })).toBe(0.1);
  });

  it('may be named like a function, in quotes also like a word of the language', () => {
    expect(value('sum + share + indicator("not")', { sum: 1, share: 2, not: 3 })).toBe(6);
    expect(value(`indicator('a') + indicator(“b”)`, { a: 1, b: 2 })).toBe(3);
  });
});

describe('where there is no value', () => {
  it('names the state and the inputs to blame', () => {
    expect(step('a + b * c', { b: 1 })).toMatchObject({ state: 'missing', inputs: ['a', 'c'] });
    expect(step('sum(a, a, previous(b))')).toMatchObject({ state: 'missing', inputs: ['a', 'b'] });
  });

  it('passes on whom an input blames', () => {
    const a = { state: 'circular', inputs: ['a', 'x'] } as const;
    expect(step('a + 1', { a })).toMatchObject({ state: 'circular', inputs: ['a', 'x'] });
  });

  it('takes the state that weighs most, and blames the inputs that have it', () => {
    const inputs = {
      circular: { state: 'circular' },
      blocked: { state: 'blocked' },
      zero: { state: 'division-by-zero' },
      few: { state: 'too-few' },
      none: { state: 'not-applicable' },
    } as const;
    expect(step('none + few + missing + zero + blocked + circular', inputs)).toMatchObject({
      state: 'circular',
      inputs: ['circular'],
    });
    expect(step('none + few + missing + zero + blocked', inputs)).toMatchObject({
      state: 'blocked',
      inputs: ['blocked'],
    });
    expect(step('none + few + missing + zero', inputs)).toMatchObject({ state: 'division-by-zero', inputs: ['zero'] });
    expect(step('none + few + missing', inputs)).toMatchObject({ state: 'missing', inputs: ['missing'] });
    expect(step('none + few', inputs)).toMatchObject({ state: 'too-few', inputs: ['few'] });
  });

  it.each([
    ['1 + a / (b - b)', 'a / (b - b)'],
    ['share(a, b - 2)', 'share(a, b - 2)'],
    ['a + 0 ^ -1', '0 ^ -1'],
    ['0 / 0', '0 / 0'],
  ])('points at the division by zero in %s', (text, part) => {
    const result = step(text, { a: 1, b: 2 });
    if (result.state !== 'division-by-zero') throw new Error(result.state);
    expect([result.inputs, text.slice(result.at.start, result.at.end)]).toEqual([[], part]);
  });

  it.each([
    ['1e30 * 1e30 / 1e30', '1e30 * 1e30'],
    ['1 + 1e30 ^ 120', '1e30 ^ 120'],
    ['sqrt(-1)', 'sqrt(-1)'],
    ['clamp(1, 3, 2)', 'clamp(1, 3, 2)'],
  ])('points at what leaves the range of numbers in %s', (text, part) => {
    const result = step(text);
    if (result.state !== 'not-a-number') throw new Error(result.state);
    expect(text.slice(result.at.start, result.at.end)).toBe(part);
  });

  it('does not take an input that is no number', () => {
    expect(step('a + 1', { a: 'Infinity' })).toMatchObject({ state: 'not-a-number', inputs: ['a'] });
    expect(step('a + 1', { a: 'NaN' })).toMatchObject({ state: 'not-a-number', inputs: ['a'] });
  });
});

describe('what is not needed is not computed', () => {
  it('a branch that is not taken', () => {
    expect(value('if(b == 0, 0, a / b)', { b: 0 })).toBe(0);
    expect(value('b != 0 ? a / b : -1', { b: 0 })).toBe(-1);
    expect(value('if(a > 1, 1, 2)')).toBe('missing');
  });

  it('a condition after one that decides', () => {
    expect(value('b != 0 and 1 / b > 2', { b: 0 })).toBe(false);
    expect(value('b == 0 or 1 / b > 2', { b: 0 })).toBe(true);
    expect(value('a > 1 and b > 1', { b: 2 })).toBe('missing');
  });

  it('coalesce stops at the first value, and hides neither a circle nor a block', () => {
    expect(value('coalesce(a, b / 0, 3)')).toBe(3);
    expect(value('coalesce(a, 1, 2)', { a: { state: 'circular' } })).toBe('circular');
    expect(value('coalesce(a, 1)', { a: { state: 'blocked' } })).toBe('blocked');
    expect(step('coalesce(a, b)')).toMatchObject({ state: 'missing', inputs: ['a', 'b'] });
  });
});

describe('the steps', () => {
  it('show every part with its text, its place and its value', () => {
    const text = '100 * (done + 1) / all';
    const shown = (of: ReturnType<typeof step>): unknown => [
      of.operation,
      of.text,
      of.state === 'value' ? Number(of.value) : of.state,
      ...of.parts.map(shown),
    ];
    expect(shown(step(text, { done: 2, all: 4 }))).toEqual([
      'divide',
      text,
      75,
      [
        'multiply',
        '100 * (done + 1)',
        300,
        ['number', '100', 100],
        ['add', '(done + 1)', 3, ['reference', 'done', 2], ['number', '1', 1]],
      ],
      ['reference', 'all', 4],
    ]);
  });

  it('keep what a sum of many is made of side by side', () => {
    expect(step('a + b + c', { a: 1, b: 2, c: 3 }).parts.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(step('a + (b + c)', { a: 1, b: 2, c: 3 }).parts.map(({ text }) => text)).toEqual(['a', '(b + c)']);
  });

  it('leave out what was not looked at', () => {
    expect(step('if(1 > 0, a, b)', { a: 1 }).parts.map(({ text }) => text)).toEqual(['1 > 0', 'a']);
  });
});
