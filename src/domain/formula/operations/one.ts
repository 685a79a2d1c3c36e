import { Exact } from '../../scoring/scored';
import { LIMITS } from '../limits';
import { number, type Operation } from './operation';
import { settled } from './settled';

export const ONE: readonly Operation[] = [
  {
    key: 'abs',
    form: 'function',
    parameters: [number('x')],
    gives: 'number',
    words: { vi: 'Giá trị tuyệt đối.', en: 'The size without the sign.', ja: '符号を除いた大きさ。' },
    example: { formula: 'abs(a)', inputs: { a: -2.5 }, gives: 2.5 },
    compute: (x) => x.abs(),
  },
  {
    key: 'round',
    form: 'function',
    parameters: [
      number('x'),
      { name: 'digits', takes: { least: -LIMITS.digits, most: LIMITS.digits }, optional: true },
    ],
    gives: 'number',
    words: {
      vi: 'Làm tròn đến số chữ số sau dấu chấm (mặc định 0; số âm: trước dấu chấm); một nửa làm tròn ra xa số 0.',
      en: 'Rounded to so many digits behind the point (0 if not given; negative: before it); halves go away from 0.',
      ja: '指定した小数桁（省略時は 0、負なら整数部の桁）に丸める。ちょうど半分は 0 から遠い方へ丸める。',
    },
    example: { formula: 'round(a, 2)', inputs: { a: 1.005 }, gives: 1.01 },
    compute: (x, digits = new Exact(0)) => rounded(x, digits.toNumber()),
  },
  {
    key: 'floor',
    form: 'function',
    parameters: [number('x')],
    gives: 'number',
    words: {
      vi: 'Số nguyên lớn nhất không vượt quá x.',
      en: 'The greatest whole number that is not above x.',
      ja: 'x を超えない最大の整数。',
    },
    example: { formula: 'floor(a)', inputs: { a: -1.5 }, gives: -2 },
    compute: (x) => settled(x).floor(),
  },
  {
    key: 'ceil',
    form: 'function',
    aliases: ['ceiling'],
    parameters: [number('x')],
    gives: 'number',
    words: {
      vi: 'Số nguyên nhỏ nhất không nhỏ hơn x.',
      en: 'The least whole number that is not below x.',
      ja: 'x を下回らない最小の整数。',
    },
    example: { formula: 'ceil(a)', inputs: { a: 1.2 }, gives: 2 },
    compute: (x) => settled(x).ceil(),
  },
  {
    key: 'sqrt',
    form: 'function',
    parameters: [number('x')],
    gives: 'number',
    words: {
      vi: 'Căn bậc hai; số âm không có giá trị.',
      en: 'The square root; there is none of a number below 0.',
      ja: '平方根。負の数にはない。',
    },
    example: { formula: 'sqrt(a)', inputs: { a: 2.25 }, gives: 1.5 },
    compute: (x) => (x.isNegative() && !x.isZero() ? 'not-a-number' : x.sqrt()),
  },
];

function rounded(x: Exact, digits: number): Exact {
  const unit = new Exact(10).pow(-digits);
  return settled(x.div(unit)).toDecimalPlaces(0, Exact.ROUND_HALF_UP).times(unit);
}
