/** How many differences after − before are at most `limit`, and the actual differences next to it. */
type Split = { readonly count: number; readonly below: number; readonly above: number };

/** One walk over both samples: as before grows, ever more of after lies within the limit. */
function splitAt(before: Float64Array, after: Float64Array, limit: number): Split {
  let [j, count] = [0, 0];
  let [below, above] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const b of before) {
    let next = after[j];
    while (next !== undefined && next - b <= limit) next = after[++j];
    count += j;
    const last = after[j - 1];
    if (last !== undefined && last - b > below) below = last - b;
    if (next !== undefined && next - b < above) above = next - b;
  }
  return { count, below, above };
}

/**
 * The k-th smallest (k = 1..m·n) of all m·n differences after − before, exactly, without making them: bisection over
 * values, each step counting in m + n steps and jumping to a difference that exists.
 *
 * @param before, after ascending, finite, not empty
 */
export function kthDifference(before: Float64Array, after: Float64Array, k: number): number {
  let low = (after[0] ?? 0) - (before.at(-1) ?? 0);
  let high = (after.at(-1) ?? 0) - (before[0] ?? 0);
  while (low < high) {
    const middle = low + (high - low) / 2;
    const split = splitAt(before, after, middle < high ? middle : low);
    if (split.count >= k) high = split.below;
    else low = split.above;
  }
  return low;
}

/** Median of all differences after − before. */
export function medianDifference(before: Float64Array, after: Float64Array): number {
  const pairs = before.length * after.length;
  const lower = kthDifference(before, after, Math.ceil(pairs / 2));
  if (pairs % 2 === 1) return lower;
  const { count, above } = splitAt(before, after, lower);
  return (lower + (count > pairs / 2 ? lower : above)) / 2;
}
