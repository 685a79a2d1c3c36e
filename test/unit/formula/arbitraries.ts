import fc from 'fast-check';
import { Exact } from '../../../src/domain/scoring/scored';

/** What a formula ought to give, computed beside the product; `undefined`: no value. */
type Answer = Exact | boolean | undefined;
type Given = Readonly<Record<string, Exact>>;
export type Written = { readonly text: string; readonly answer: (inputs: Given) => Answer };

const asNumber = (answer: Answer): Exact | undefined => (answer instanceof Exact ? answer : undefined);
const LARGEST = new Exact('1e30');
const bounded = (value: Exact | undefined): Exact | undefined =>
  value === undefined || value.abs().gt(LARGEST) ? undefined : value;

const literal: fc.Arbitrary<Written> = fc
  .oneof(
    fc.integer({ min: 0, max: 1000 }).map(String),
    fc.tuple(fc.nat(99), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
    fc.nat(20).map((exponent) => `3e${exponent}`),
  )
  .map((text) => ({ text, answer: () => new Exact(text) }));
export const NAMES = ['a', 'b', 'số_hồ_sơ', 'constructor', '__proto__'] as const;
const name: fc.Arbitrary<Written> = fc
  .constantFrom(...NAMES)
  .map((text) => ({ text, answer: (inputs) => inputs[text] }));

const binary = (part: fc.Arbitrary<Written>, operators: Readonly<Record<string, (a: Exact, b: Exact) => Answer>>) =>
  fc
    .tuple(part, fc.constantFrom(...Object.entries(operators)), part)
    .map(([left, [sign, compute], right]): Written => ({
      text: `(${left.text} ${sign} ${right.text})`,
      answer: (inputs) => {
        const [a, b] = [asNumber(left.answer(inputs)), asNumber(right.answer(inputs))];
        const answer = a === undefined || b === undefined ? undefined : compute(a, b);
        return typeof answer === 'boolean' ? answer : bounded(answer);
      },
    }));

const called = (part: fc.Arbitrary<Written>, functions: Readonly<Record<string, (...values: Exact[]) => Exact>>) =>
  fc
    .tuple(fc.constantFrom(...Object.entries(functions)), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([[called_, compute], parts]): Written => ({
      text: `${called_}(${parts.map(({ text }) => text).join(', ')})`,
      answer: (inputs) => {
        const values = parts.flatMap(({ answer }) => asNumber(answer(inputs)) ?? []);
        return values.length < parts.length ? undefined : bounded(compute(...values));
      },
    }));

const add = (values: readonly Exact[]): Exact => values.reduce((sum, value) => sum.plus(value), new Exact(0));

const { numbers } = fc.letrec<{ numbers: Written; truths: Written; choice: Written }>((tie) => ({
  numbers: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'formula' },
    literal,
    name,
    binary(tie('numbers'), {
      '+': (a, b) => a.plus(b),
      '-': (a, b) => a.minus(b),
      '*': (a, b) => a.times(b),
      '/': (a, b) => (b.isZero() ? undefined : a.div(b)),
    }),
    called(tie('numbers'), {
      sum: (...values) => add(values),
      mean: (...values) => add(values).div(values.length),
      min: (...values) => Exact.min(...values),
      MAX: (...values) => Exact.max(...values),
    }),
    tie('choice'),
    tie('numbers').map(({ text, answer }) => ({
      text: `-${text}`,
      answer: (inputs: Given) => asNumber(answer(inputs))?.neg(),
    })),
    tie('numbers').map(({ text, answer }) => ({
      text: `abs(${text})`,
      answer: (inputs: Given) => asNumber(answer(inputs))?.abs(),
    })),
    tie('numbers').map(({ text, answer }) => ({
      text: `(${text})^2`,
      answer: (inputs: Given) => bounded(asNumber(answer(inputs))?.pow(2)),
    })),
  ),
  truths: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'formula' },
    binary(tie('numbers'), { '<': (a, b) => a.lt(b), '>=': (a, b) => a.gte(b) }),
    tie('truths').map(({ text, answer }) => ({
      text: `not ${text}`,
      answer: (inputs: Given) => (answer(inputs) === undefined ? undefined : answer(inputs) === false),
    })),
  ),
  choice: fc.tuple(tie('truths'), tie('numbers'), tie('numbers')).map(([condition, then, otherwise]) => ({
    text: `if(${condition.text}, ${then.text}, ${otherwise.text})`,
    answer: (inputs) => {
      const holds = condition.answer(inputs);
      return holds === undefined ? undefined : holds === true ? then.answer(inputs) : otherwise.answer(inputs);
    },
  })),
}));

export const formulas: fc.Arbitrary<Written> = numbers.filter(({ text }) => text.length <= 2000);
