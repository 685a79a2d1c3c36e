import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardOf, evaluated, facts } from './world';

/** A fraction of two whole numbers, so that nothing is rounded on the way. */
type Rational = readonly [bigint, bigint];
const ZERO: Rational = [0n, 1n];
const plus = ([a, b]: Rational, [c, d]: Rational): Rational => [a * d + c * b, b * d];
const times = ([a, b]: Rational, [c, d]: Rational): Rational => [a * c, b * d];
const over = ([a, b]: Rational, [c, d]: Rational): Rational => [a * d, b * c];
const numberOf = ([a, b]: Rational): number => Number((a * 10n ** 15n) / b) / 1e15;
const whole = (n: number): Rational => [BigInt(n), 1n];

const weight = fc.integer({ min: 0, max: 9 });
const score = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.constantFrom('missing' as const, 'not-applicable' as const),
);
const objective = fc.record({
  weight,
  measures: fc.array(fc.record({ weight, score }), { minLength: 1, maxLength: 4 }),
});
const card = fc.array(fc.array(objective, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

type Part = {
  readonly weight: number;
  readonly applies: boolean;
  readonly score?: Rational;
  readonly covered: Rational;
};
type Measure = { readonly weight: number; readonly score: number | 'missing' | 'not-applicable' };

function leaf({ weight: own, score: of }: Measure): Part {
  if (typeof of !== 'number') return { weight: own, applies: of === 'missing', covered: ZERO };
  return { weight: own, applies: true, score: [BigInt(of), 100n], covered: [1n, 1n] };
}

/** The rule of docs/scorecards.md as one would compute it on paper. */
function above(own: number, parts: readonly Part[]): Part {
  const applying = parts.filter(({ applies }) => applies);
  const sum = (of: readonly Part[], value: (part: Part) => Rational) =>
    of.reduce((total, part) => plus(total, times(whole(part.weight), value(part))), ZERO);
  const one = (): Rational => [1n, 1n];
  const [all, known] = [sum(applying, one), applying.filter((part) => part.score !== undefined)];
  const weighing = sum(known, one);
  return {
    ...{ weight: own, applies: applying.length > 0 },
    covered:
      all[0] === 0n
        ? ZERO
        : over(
            sum(applying, ({ covered }) => covered),
            all,
          ),
    ...(weighing[0] !== 0n && {
      score: over(
        sum(known, (part) => part.score ?? ZERO),
        weighing,
      ),
    }),
  };
}

describe('a rolled-up score, against fractions on paper', () => {
  it('is the weighted mean of what is scored, with the weight behind it, weights of nothing too', () => {
    fc.assert(
      fc.property(card, (perspectives) => {
        const named = perspectives.map((objectives, p) =>
          objectives.map(({ weight: own, measures }, o) => ({
            weight: own,
            measures: measures.map((one, m) => ({ ...one, id: `i${p}-${o}-${m}` })),
          })),
        );
        const read = named.flat().flatMap(({ measures }) => measures);
        const values = read.map(({ id, score: of }) => facts(id, { series: [typeof of === 'number' ? of / 100 : of] }));
        const view = evaluated(cardOf(named), values);
        const expected = above(
          1,
          named.map((objectives) =>
            above(
              1,
              objectives.map((one) => above(one.weight, one.measures.map(leaf))),
            ),
          ),
        );
        expect(view.coverage).toBeCloseTo(numberOf(expected.covered), 12);
        if (expected.score === undefined) expect(view.score).toBeUndefined();
        else expect(view.score).toBeCloseTo(numberOf(expected.score), 12);
      }),
      { numRuns: 300 },
    );
  });
});
