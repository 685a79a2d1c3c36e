import type { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import type { Period } from './period';
import type { Because, NoValue, Quality } from './value';

export type StoodIn = { readonly by: 'zero' } | { readonly by: 'carry-forward'; readonly period: Period };
/** Kept with a value, and with a division by zero, so that ratios of longer periods and units above can be formed. */
export type Fraction = { readonly numerator: Exact; readonly denominator: Exact };

export type ValueOutcome = {
  readonly state: 'value';
  readonly value: Exact;
  readonly fraction?: Fraction | undefined;
  readonly n?: number | undefined;
  readonly quality: Quality;
  readonly stoodIn?: StoodIn | undefined;
};
export type NoneOutcome = {
  readonly state: NoValue;
  readonly because: Because;
  readonly fraction?: Fraction | undefined;
  readonly n?: number | undefined;
};
/** The value of an indicator in exact decimals, or why there is none. */
export type Outcome = ValueOutcome | NoneOutcome;

export const none = (state: NoValue, words: Words, inputs: readonly string[] = []): NoneOutcome => ({
  state,
  because: { words, ...(inputs.length > 0 && { inputs: [...new Set(inputs)] }) },
});

const NOT_A_NUMBER: Words = {
  vi: 'Kết quả quá lớn hoặc không phải là một số.',
  en: 'The result is too large, or is no number.',
  ja: '結果が大きすぎるか、数値ではありません。',
};

/** A number for a reader. −0 is 0. */
export const plain = (value: Exact): number => (value.isZero() ? 0 : value.toNumber());

/** Below 10³⁰⁸ by its power of ten, or else as a number. */
const isNumber = (value: Exact): boolean => value.e < 308 || (value.isFinite() && Number.isFinite(value.toNumber()));

/** A value that is a number and can be given as one, or `not-a-number`. */
export function valued(
  value: Exact,
  rest: Omit<ValueOutcome, 'state' | 'value' | 'quality'> & { readonly quality?: Quality } = {},
): Outcome {
  if (!isNumber(value)) return none('not-a-number', NOT_A_NUMBER);
  const { fraction, n, quality = 'normal', stoodIn } = rest;
  return { state: 'value', value, fraction, n, quality, stoodIn };
}

/** Numerator ÷ denominator × `per`; ÷ 0: `none` with the fraction kept. */
export function quotient(
  fraction: Fraction,
  per: number,
  rest: {
    readonly n?: number | undefined;
    readonly quality?: Quality;
    readonly byZero: Words;
    readonly inputs?: readonly string[];
  },
): Outcome {
  const { numerator, denominator } = fraction;
  const n = rest.n ?? countOf(denominator);
  if (denominator.isZero()) return { ...none('division-by-zero', rest.byZero, rest.inputs), fraction, n };
  return valued(numerator.dividedBy(denominator).times(per), { fraction, n, quality: rest.quality ?? 'normal' });
}

/** A denominator that counts things says how many single things a ratio stands for. */
const countOf = (denominator: Exact): number | undefined =>
  denominator.isInteger() && denominator.gte(0) && denominator.lte(Number.MAX_SAFE_INTEGER)
    ? denominator.toNumber()
    : undefined;

const GRADES = ['normal', 'provisional', 'estimated'] as const satisfies readonly Quality[];
/** A value is as good as the weakest it is made of. */
export const weakest = (qualities: Iterable<Quality>): Quality =>
  GRADES[Math.max(0, ...[...qualities].map((one) => GRADES.indexOf(one)))] ?? 'normal';
