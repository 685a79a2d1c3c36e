import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateFormula } from '../../../src/domain/formula/evaluate';
import type { FormulaInput, FormulaStep } from '../../../src/domain/formula/formula';
import { parseFormula } from '../../../src/domain/formula/parse';
import { FORMULA_REFUSALS } from '../../../src/domain/formula/refusals';
import { NO_VALUE } from '../../../src/domain/indicators/value';
import { Exact } from '../../../src/domain/scoring/scored';
import { formulas } from './arbitraries';

/** `FUZZ_RUNS=1000000 npx jest test/unit/formula/fuzz` fuzzes for minutes. */
const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 3000) };

const PIECES = [
  ...'0123456789.,;:+-*/^<>=!&|?()[]{}"\'`\\_ \n\t$#@~%',
  ...[
    'a',
    'b',
    'and',
    'or',
    'not',
    'if(',
    'sum(',
    'previous(',
    'lag(',
    'round(',
    'indicator("x")',
    'indicator("',
    'coalesce(',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'globalThis',
    'process',
    'import(',
    'this',
    '=>',
    '?.',
    '??',
    '**',
    '//',
    '/*',
    '*/',
    '${',
  ],
  ...[
    'globalThis.touched=1',
    'Function("touched=1")()',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\ud800',
    '\u2028',
    'ế',
    'e\u0302',
    '−',
    '×',
    '≤',
    '💥',
    '１',
  ],
  ...['1e400', '1e-400', '1e', '0x1', '9'.repeat(100), 'a'.repeat(100)],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  pieces,
);
const nested = fc
  .tuple(fc.constantFrom('(', '-', 'not ', 'abs(', 'a?', 'a^', 'a-', '!', 'if(a>0,', 'previous('), fc.nat(2200), pieces)
  .map(([opening, times, rest]) => opening.repeat(times) + rest);
/** A right formula with some of its characters taken away, doubled, or other pieces put in. */
const mutated = fc
  .tuple(formulas, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 4 }))
  .map(([{ text }, changes]) =>
    changes.reduce((now, [where, away, put]) => {
      const at = where % (now.length + 1);
      return now.slice(0, at) + put + now.slice(at + away);
    }, text),
  );

const input: fc.Arbitrary<FormulaInput> = fc.oneof(
  fc.double().map((value) => ({ state: 'value', value: new Exact(value) }) as const),
  fc.integer({ min: -2, max: 2 }).map((value) => ({ state: 'value', value: new Exact(value) }) as const),
  fc.constantFrom(...NO_VALUE).map((state) => ({ state, inputs: [] }) as const),
);

function steps(step: FormulaStep): readonly FormulaStep[] {
  return [step, ...step.parts.flatMap(steps)];
}

/** A value or a named state, or a named refusal; everything at a place within the text. */
function holds(text: string, inputs: readonly FormulaInput[]): void {
  const parsed = parseFormula(text);
  if (!parsed.ok) {
    const { code, params = {} } = parsed.refusal;
    expect(Object.hasOwn(FORMULA_REFUSALS, code)).toBe(true);
    if (code === 'FORMULA_TOO_LONG') return;
    expect(params['position']).toBeGreaterThanOrEqual(1);
    expect(params['position']).toBeLessThanOrEqual(Math.max(1, text.length));
    return;
  }
  let next = 0;
  const root = evaluateFormula(
    parsed.formula,
    () => inputs[next++ % inputs.length] ?? { state: 'missing', inputs: [] },
  );
  for (const step of steps(root)) {
    expect(step.text).toBe(text.slice(step.place.start, step.place.end));
    expect(step.text.trim()).not.toBe('');
    if (step.state === 'value') {
      if (typeof step.value !== 'boolean') expect(Number.isFinite(step.value.toNumber())).toBe(true);
    } else {
      expect(NO_VALUE).toContain(step.state);
      expect(step.at.end).toBeLessThanOrEqual(text.length);
      expect(step.at.start).toBeLessThan(step.at.end);
    }
  }
}

const inputs = fc.array(input, { minLength: 1, maxLength: 5 });

describe('whatever is written', () => {
  it.each([
    ['any text', anyText],
    ['parts within parts', nested],
    ['formulas with slips of the pen', mutated],
    ['right formulas', formulas.map(({ text }) => text)],
  ])('is answered by a value, a named state or a refusal with its place: %s', (_what, texts) => {
    fc.assert(fc.property(texts, inputs, holds), RUNS);
  });

  it('runs no code and changes nothing of the language around it', () => {
    const before = [
      Object.keys(globalThis),
      Object.getOwnPropertyNames(Object.prototype),
      Object.getOwnPropertyNames(Array.prototype),
    ];
    const calls: string[] = [];
    const canary = globalThis as unknown as Record<string, unknown>;
    const plant = (): void => void calls.push('called');
    Object.assign(canary, { sum: plant, canary: plant, foo: plant });
    Object.defineProperty(canary, 'a', { get: plant, configurable: true });
    const texts = [
      'canary()',
      'sum(1, 2)',
      'a',
      'a()',
      'foo(a)',
      'globalThis.canary()',
      'constructor("canary()")',
      'this.canary()',
      '`${canary()}`',
    ];
    for (const text of [
      ...texts,
      '__proto__ = 1',
      'x.__proto__.polluted = 1',
      'Function("canary()")()',
      '(1).constructor.constructor("canary()")()',
    ])
      holds(text, [{ state: 'missing', inputs: [] }]);
    for (const planted of ['sum', 'canary', 'foo', 'a']) delete canary[planted];
    expect(calls).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect([
      Object.keys(globalThis),
      Object.getOwnPropertyNames(Object.prototype),
      Object.getOwnPropertyNames(Array.prototype),
    ]).toEqual(before);
  });
});
