import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateFormula } from '../../../src/domain/formula/evaluate';
import { LIMITS } from '../../../src/domain/formula/limits';
import { parseFormula } from '../../../src/domain/formula/parse';
import { Exact } from '../../../src/domain/scoring/scored';
import { formulas, NAMES } from './arbitraries';

const figure = fc.oneof(
  fc.integer({ min: -10, max: 10 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((value) => value === 0 || Math.abs(value) >= 1e-6),
);
const inputs = fc
  .tuple(...NAMES.map(() => figure))
  .map((values) => new Map<string, Exact>(NAMES.map((name, index) => [name, new Exact(values[index] ?? 0)])));

describe('a formula that is written, read and computed', () => {
  it('gives what its operations give directly', () => {
    fc.assert(
      fc.property(formulas, inputs, ({ text, answer }, given) => {
        const parsed = parseFormula(text);
        if (!parsed.ok) {
          expect(['FORMULA_TOO_DEEP', 'FORMULA_TOO_MANY_PARTS']).toContain(parsed.refusal.code);
          return;
        }
        const read = (name: string) => ({ state: 'value', value: given.get(name) ?? new Exact(0) }) as const;
        const result = evaluateFormula(parsed.formula, read);
        const wanted = answer(Object.assign(Object.create(null) as object, Object.fromEntries(given)));
        if (wanted === undefined || typeof wanted === 'boolean') {
          expect(['division-by-zero', 'not-a-number']).toContain(result.state);
          return;
        }
        if (result.state !== 'value' || typeof result.value === 'boolean') throw new Error(`${text}: ${result.state}`);
        const allowed = Exact.max(1, wanted.abs()).times('1e-20');
        expect([text, result.value.minus(wanted).abs().lte(allowed)]).toEqual([text, true]);
        expect(result.value.abs().lte(LIMITS.largest)).toBe(true);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 3000) },
    );
  });
});
