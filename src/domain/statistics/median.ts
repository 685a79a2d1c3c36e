import { quantile } from './quantile';

/** The middle value; the mean of the two middle ones when their number is even. `undefined` when there are no values. */
export function median(values: ArrayLike<number>): number | undefined {
  return quantile(values, 0.5);
}
