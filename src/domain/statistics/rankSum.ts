/**
 * Distribution of Mann and Whitney's U when both samples come from one distribution without ties: element u is P(U = u),
 * u = 0..m·n. Recurrence of Mann and Whitney (1947) in probabilities: sums of positive terms only, so small tails keep
 * their digits. Work grows with (m·n)²: meant for m·n up to about 20,000.
 */
export function rankSumDistribution(m: number, n: number): Float64Array {
  let row: readonly Float64Array[] = Array.from({ length: m + 1 }, () => Float64Array.of(1));
  for (let j = 1; j <= n; j += 1) {
    const next: Float64Array[] = [Float64Array.of(1)];
    for (let i = 1; i <= m; i += 1) next.push(mixed(next[i - 1], row[i], i, j));
    row = next;
  }
  return row[m] ?? Float64Array.of(1);
}

/**
 * P(U ≤ u) without ties, for a small sample of m values: the coefficients of the Gaussian binomial, one factor
 * (1 − q^(n+i)) / (1 − q^i) after the other. Work grows with m·u; up to m = 8 rounding stays below 1e-14.
 */
export function rankSumLowerTail(u: number, m: number, n: number): number {
  const counts = new Float64Array(u + 1);
  counts[0] = 1;
  let arrangements = 1;
  for (let i = 1; i <= m; i += 1) {
    for (let k = u; k >= n + i; k -= 1) counts[k] = (counts[k] ?? 0) - (counts[k - n - i] ?? 0);
    for (let k = i; k <= u; k += 1) counts[k] = (counts[k] ?? 0) + (counts[k - i] ?? 0);
    arrangements *= (n + i) / i;
  }
  return counts.reduce((sum, count) => sum + count, 0) / arrangements;
}

/** The largest value belongs to the first sample (and beats all j of the second), or to the second. */
function mixed(
  fewerFirst: Float64Array | undefined,
  fewerSecond: Float64Array | undefined,
  i: number,
  j: number,
): Float64Array {
  const distribution = new Float64Array(i * j + 1);
  fewerFirst?.forEach((p, u) => (distribution[u + j] = (p * i) / (i + j)));
  fewerSecond?.forEach((p, u) => (distribution[u] = (distribution[u] ?? 0) + (p * j) / (i + j)));
  return distribution;
}

/** How two samples lie to each other, from one walk over both in order. */
export type RankSum = {
  /** Pairs (after, before) in which after is larger; ties count half. */
  readonly u: number;
  readonly pairs: number;
  /** Standard deviation of u under equality, corrected for ties; 0 when all values are equal. */
  readonly sigma: number;
  readonly ties: boolean;
};

/** @param before, after ascending */
export function rankSum(before: Float64Array, after: Float64Array): RankSum {
  const [m, n] = [before.length, after.length];
  let [i, j, u, tied] = [0, 0, 0, 0];
  while (i < m || j < n) {
    const value = Math.min(before[i] ?? Number.POSITIVE_INFINITY, after[j] ?? Number.POSITIVE_INFINITY);
    const [fromI, fromJ] = [i, j];
    while (i < m && before[i] === value) i += 1;
    while (j < n && after[j] === value) j += 1;
    const run = i - fromI + j - fromJ;
    u += (j - fromJ) * (fromI + (i - fromI) / 2);
    tied += run * (run * run - 1);
  }
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - tied / (total * (total - 1)));
  return { u, pairs: m * n, sigma: Math.sqrt(Math.max(0, variance)), ties: tied > 0 };
}
