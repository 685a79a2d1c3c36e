import { Exact } from '../../scoring/scored';
import { number, numbers, type Operation } from './operation';
import { plus } from './settled';

export const MANY: readonly Operation[] = [
  {
    key: 'sum',
    form: 'function',
    parameters: [numbers('x')],
    gives: 'number',
    words: { vi: 'Tổng của mọi phần.', en: 'The sum of all parts.', ja: 'すべての和。' },
    example: { formula: 'sum(a, b, 0.3)', inputs: { a: 0.1, b: 0.2 }, gives: 0.6 },
    compute: (...values) => values.reduce(plus),
  },
  {
    key: 'mean',
    form: 'function',
    aliases: ['average', 'avg'],
    parameters: [numbers('x')],
    gives: 'number',
    words: { vi: 'Trung bình cộng của mọi phần.', en: 'The arithmetic mean of all parts.', ja: 'すべての算術平均。' },
    example: { formula: 'mean(a, b)', inputs: { a: 0.1, b: 0.2 }, gives: 0.15 },
    compute: (...values) => values.reduce(plus).div(values.length),
  },
  {
    key: 'min',
    form: 'function',
    parameters: [numbers('x')],
    gives: 'number',
    words: { vi: 'Phần nhỏ nhất.', en: 'The least of the parts.', ja: '最も小さいもの。' },
    example: { formula: 'min(a, b, 5)', inputs: { a: 7, b: 6 }, gives: 5 },
    compute: (...values) => Exact.min(...values),
  },
  {
    key: 'max',
    form: 'function',
    parameters: [numbers('x')],
    gives: 'number',
    words: { vi: 'Phần lớn nhất.', en: 'The greatest of the parts.', ja: '最も大きいもの。' },
    example: { formula: 'max(a, b, 5)', inputs: { a: 7, b: 6 }, gives: 7 },
    compute: (...values) => Exact.max(...values),
  },
  {
    key: 'clamp',
    form: 'function',
    parameters: [number('x'), number('low'), number('high')],
    gives: 'number',
    words: {
      vi: 'x, nhưng không dưới low và không trên high. Nếu low lớn hơn high thì không có giá trị.',
      en: 'x, but not below low and not above high. Where low is above high there is no value.',
      ja: 'x。ただし low を下回らず、high を上回らない。low が high より大きいと値はない。',
    },
    example: { formula: 'clamp(a, 0, 1)', inputs: { a: 1.2 }, gives: 1 },
    compute: (x, low, high) => (low.gt(high) ? 'not-a-number' : Exact.min(high, Exact.max(low, x))),
  },
];
