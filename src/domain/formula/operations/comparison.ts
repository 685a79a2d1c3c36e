import type { Exact } from '../../scoring/scored';
import type { Words } from '../../shared/language';
import { number, type Operation } from './operation';
import { settled } from './settled';

type Compared = { readonly key: string; readonly symbol: string; readonly words: Words; readonly atOne: boolean };

/** Compares without what divisions left over: 1/3*3 == 1. */
const comparison = ({ key, symbol, words, atOne }: Compared, holds: (difference: number) => boolean): Operation => ({
  key,
  form: 'infix',
  symbol,
  parameters: [number('a'), number('b')],
  gives: 'truth',
  words,
  example: { formula: `a / 3 * 3 ${symbol} 1`, inputs: { a: 1 }, gives: atOne },
  compute: (a: Exact, b: Exact) => holds(settled(a).comparedTo(settled(b))),
});

export const COMPARISONS: readonly Operation[] = [
  comparison(
    { key: 'less', symbol: '<', words: { vi: 'Nhỏ hơn.', en: 'Less than.', ja: 'より小さい。' }, atOne: false },
    (difference) => difference < 0,
  ),
  comparison(
    { key: 'at-most', symbol: '<=', words: { vi: 'Không lớn hơn.', en: 'Not more than.', ja: '以下。' }, atOne: true },
    (difference) => difference <= 0,
  ),
  comparison(
    { key: 'more', symbol: '>', words: { vi: 'Lớn hơn.', en: 'More than.', ja: 'より大きい。' }, atOne: false },
    (difference) => difference > 0,
  ),
  comparison(
    { key: 'at-least', symbol: '>=', words: { vi: 'Không nhỏ hơn.', en: 'Not less than.', ja: '以上。' }, atOne: true },
    (difference) => difference >= 0,
  ),
  comparison(
    { key: 'equal', symbol: '==', words: { vi: 'Bằng nhau.', en: 'Equal.', ja: '等しい。' }, atOne: true },
    (difference) => difference === 0,
  ),
  comparison(
    { key: 'unequal', symbol: '!=', words: { vi: 'Khác nhau.', en: 'Not equal.', ja: '等しくない。' }, atOne: false },
    (difference) => difference !== 0,
  ),
];
