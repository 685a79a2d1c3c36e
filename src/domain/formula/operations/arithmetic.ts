import { LIMITS } from '../limits';
import { number, type Operation } from './operation';
import { plus } from './settled';

export const ARITHMETIC: readonly Operation[] = [
  {
    key: 'add',
    form: 'infix',
    symbol: '+',
    chains: true,
    parameters: [number('a'), number('b')],
    gives: 'number',
    words: { vi: 'Tổng.', en: 'The sum.' },
    example: { formula: 'a + b', inputs: { a: 0.1, b: 0.2 }, gives: 0.3 },
    compute: (...values) => values.reduce(plus),
  },
  {
    key: 'subtract',
    form: 'infix',
    symbol: '-',
    parameters: [number('a'), number('b')],
    gives: 'number',
    words: { vi: 'Hiệu.', en: 'The difference.' },
    example: { formula: 'a - b', inputs: { a: 0.3, b: 0.1 }, gives: 0.2 },
    compute: (a, b) => plus(a, b.neg()),
  },
  {
    key: 'multiply',
    form: 'infix',
    symbol: '*',
    chains: true,
    parameters: [number('a'), number('b')],
    gives: 'number',
    words: { vi: 'Tích.', en: 'The product.' },
    example: { formula: 'a * b', inputs: { a: 1.1, b: 1.1 }, gives: 1.21 },
    compute: (...values) => values.reduce((a, b) => a.times(b)),
  },
  {
    key: 'divide',
    form: 'infix',
    symbol: '/',
    parameters: [number('a'), number('b')],
    gives: 'number',
    words: {
      vi: 'Thương. Chia cho 0 không có giá trị và được nêu tên là “chia cho 0”.',
      en: 'The quotient. A division by zero has no value and is named as one.',
    },
    example: { formula: 'a / b', inputs: { a: 1, b: 0 }, gives: 'division-by-zero' },
    compute: (a, b) => (b.isZero() ? 'division-by-zero' : a.div(b)),
  },
  {
    key: 'power',
    form: 'infix',
    symbol: '^',
    parameters: [number('a'), { name: 'n', takes: { least: -LIMITS.exponent, most: LIMITS.exponent } }],
    gives: 'number',
    words: {
      vi: 'Lũy thừa với số mũ nguyên viết sẵn; -2^2 là -(2^2).',
      en: 'A power with a whole exponent that is written out; -2^2 is -(2^2).',
    },
    example: { formula: '(1 + growth) ^ 2', inputs: { growth: 0.1 }, gives: 1.21 },
    compute: (a, n) => (a.isZero() && n.isNegative() ? 'division-by-zero' : a.pow(n)),
  },
  {
    key: 'negate',
    form: 'prefix',
    symbol: '-',
    parameters: [number('a')],
    gives: 'number',
    words: { vi: 'Số đối.', en: 'The same with the other sign.' },
    example: { formula: '-a', inputs: { a: 2 }, gives: -2 },
    compute: (a) => a.neg(),
  },
];
