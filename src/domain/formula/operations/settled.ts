import { Exact } from '../../scoring/scored';

/** Exact carries 60 digits; the last of them are what divisions left over: 1/3*3 is 1 and not 0.999…. */
const DIGITS_THAT_COUNT = 50;
const LEFT_OVER = new Exact(10).pow(-DIGITS_THAT_COUNT);

/** For comparing and rounding: without what divisions left over. */
export const settled = (value: Exact): Exact =>
  value.precision() <= DIGITS_THAT_COUNT ? value : value.toSignificantDigits(DIGITS_THAT_COUNT);

/** A sum; where its parts cancel but for what divisions left over it is 0. */
export function plus(a: Exact, b: Exact): Exact {
  const sum = a.plus(b);
  // By the powers of ten, which almost always tell.
  if (sum.e > Math.max(a.e, b.e) - DIGITS_THAT_COUNT + 1 && !sum.isZero()) return sum;
  return sum.abs().lte(Exact.max(a.abs(), b.abs()).times(LEFT_OVER)) ? new Exact(0) : sum;
}
