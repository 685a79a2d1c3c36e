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

/** What is known of the k-th difference: it lies in [low, high]; so many differences are below low, so many at most high. */
type Bracket = { low: number; high: number; belowLow: number; upToHigh: number };

/**
 * Where to look next: in turn a little above and a little below the place that interpolation points to, so that both sides
 * close in; every third time the middle, so that no shape of the data can make it slow.
 */
function nextLimit({ low, high, belowLow, upToHigh }: Bracket, k: number, round: number): number {
  const span = upToHigh - belowLow;
  const aim = k - belowLow + (round % 3 === 0 ? 1 : -1) * span ** 0.6;
  const share = round % 3 === 2 ? 0.5 : Math.min(0.999, Math.max(0.001, aim / span));
  const limit = low + (high - low) * share;
  return limit < high ? Math.max(low, limit) : low;
}

/**
 * The k-th smallest (k = 1..m·n) of all m·n differences after − before, exactly, without making them: a search over values,
 * each step counting in m + n steps and jumping to a difference that exists.
 *
 * @param before, after ascending, finite, not empty
 */
export function kthDifference(before: Float64Array, after: Float64Array, k: number): number {
  const bracket: Bracket = {
    low: (after[0] ?? 0) - (before.at(-1) ?? 0),
    high: (after.at(-1) ?? 0) - (before[0] ?? 0),
    belowLow: 0,
    upToHigh: before.length * after.length,
  };
  for (let round = 0; bracket.low < bracket.high; round += 1) {
    const { count, below, above } = splitAt(before, after, nextLimit(bracket, k, round));
    if (count >= k) Object.assign(bracket, { high: below, upToHigh: count });
    else Object.assign(bracket, { low: above, belowLow: count });
  }
  return bracket.low;
}

/** Median of all differences after − before. */
export function medianDifference(before: Float64Array, after: Float64Array): number {
  const pairs = before.length * after.length;
  const lower = kthDifference(before, after, Math.ceil(pairs / 2));
  if (pairs % 2 === 1) return lower;
  const { count, above } = splitAt(before, after, lower);
  return (lower + (count > pairs / 2 ? lower : above)) / 2;
}
