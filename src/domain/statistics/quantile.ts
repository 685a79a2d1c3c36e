/** Values in ascending order as doubles; the input is left as it is. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Quantile by linear interpolation between the two nearest order statistics: position (n − 1)·q, counted from 0.
 * Type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages"; the default of R, numpy and pandas.
 *
 * @param ascending values in ascending order, without NaN
 * @param q 0..1
 * @returns `undefined` when there are no values
 */
export function quantileOfSorted(ascending: ArrayLike<number>, q: number): number | undefined {
  if (q < 0 || q > 1) throw new RangeError(`a quantile lies in 0..1, not ${q}`);
  const position = (ascending.length - 1) * q;
  const below = ascending[Math.floor(position)];
  const above = ascending[Math.ceil(position)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (position - Math.floor(position));
}

/** As `quantileOfSorted`, for values in any order. */
export function quantile(values: ArrayLike<number>, q: number): number | undefined {
  return quantileOfSorted(sorted(values), q);
}
