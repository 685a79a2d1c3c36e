import { prewhitened, type Spaced } from './prewhiten';
import { seededRandom, type Random } from './random';

/** Fewer pairs of values than this: nothing is said. */
export const LEAST_PAIRS = 12;
/** Lags that are looked at where none is stated. */
export const MOST_LAG = 4;
export const LEADS_ALPHA = 0.05;

/**
 * One lag: the driver's value that many periods before the outcome's; negative: the outcome comes first. `rho`: Spearman's,
 * of what is left after trend, season and inertia; `p`: adjusted for all lags that were looked at.
 */
export type Lagged = { readonly lag: number; readonly rho: number; readonly pairs: number; readonly p: number };

/**
 * `leads`: the driver comes first, both improve; `together`: in the same period, so neither is first; `opposite`: the outcome
 * falls when the driver rises; `reverse`: the outcome comes first; `no-evidence`: chance explains it.
 */
export type Leads =
  | {
      readonly finding: 'leads' | 'together' | 'opposite' | 'reverse' | 'no-evidence';
      /** The lag with the most evidence. */
      readonly best: Lagged;
      readonly lags: readonly Lagged[];
    }
  | { readonly finding: 'too-few'; readonly pairs: number; readonly lacking: number }
  | { readonly finding: 'constant'; readonly which: 'driver' | 'outcome' };

export type LeadsAsked = {
  /** By consecutive periods, the same for both; higher is better in both. */
  readonly driver: Spaced;
  readonly outcome: Spaced;
  /** Periods that the effect is said to take; missing: 0 to 4 are looked at. */
  readonly lag?: number;
  /** Periods a season has. */
  readonly season: number;
  readonly seed: string;
  readonly permutations?: number;
};

/**
 * Does the driver lead the outcome? Both series are prewhitened; Spearman's correlation is taken at every lag that has 12
 * pairs of values, in the stated direction and (from lag 1) the reverse one; p by seeded permutation of the driver's
 * residuals, of the largest over all these lags (Westfall and Young, 1993), so that looking at many lags does not make
 * evidence. Moves that follow each other are no proof that one causes the other.
 */
export function leads(asked: LeadsAsked): Leads {
  const { driver, outcome, season } = asked;
  const wanted = asked.lag === undefined ? Array.from({ length: MOST_LAG + 1 }, (_, lag) => lag) : [asked.lag];
  const least = Math.min(...wanted);
  const enough = wanted.filter((lag) => pairsAt(driver, outcome, lag) >= LEAST_PAIRS);
  if (enough.length === 0) {
    const pairs = pairsAt(driver, outcome, least);
    return { finding: 'too-few', pairs, lacking: LEAST_PAIRS - pairs };
  }
  const [x, y] = [prewhitened(driver, season), prewhitened(outcome, season)];
  const [a, b] = [ranksOf(x.residuals), ranksOf(y.residuals)];
  if (a === undefined) return { finding: 'constant', which: 'driver' };
  if (b === undefined) return { finding: 'constant', which: 'outcome' };
  const backwards = enough.filter((lag) => lag > 0 && pairsAt(outcome, driver, lag) >= LEAST_PAIRS);
  const lags = [...enough, ...backwards.map((lag) => -lag)];
  return judged(adjusted({ a, b, lags, taken: Math.max(x.taken, y.taken) }, asked));
}

function judged(lags: readonly Lagged[]): Leads {
  const best = lags.reduce((one, other) =>
    other.p < one.p || (other.p === one.p && sizeOf(other) > sizeOf(one)) ? other : one,
  );
  return { finding: findingOf(best), best, lags };
}

const sizeOf = ({ rho, pairs }: Lagged): number => Math.abs(rho) * Math.sqrt(pairs);

function findingOf({ lag, rho, p }: Lagged): 'leads' | 'together' | 'opposite' | 'reverse' | 'no-evidence' {
  if (p > LEADS_ALPHA) return 'no-evidence';
  if (rho < 0) return 'opposite';
  return lag === 0 ? 'together' : lag > 0 ? 'leads' : 'reverse';
}

/** Pairs of values where the first series comes `lag` periods before the second. */
function pairsAt(first: Spaced, second: Spaced, lag: number): number {
  return second.filter((value, i) => value !== null && i >= lag && (first[i - lag] ?? null) !== null).length;
}

/** Mean ranks of what is there, NaN where nothing is; `undefined`: all the same, or nothing. */
function ranksOf(series: Spaced): Float64Array | undefined {
  const there = series.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  there.sort((one, other) => one.value - other.value);
  if (there.length === 0 || there[0]?.value === there.at(-1)?.value) return undefined;
  const ranks = new Float64Array(series.length).fill(Number.NaN);
  for (let from = 0; from < there.length;) {
    let to = from;
    while (to < there.length && there[to]?.value === there[from]?.value) to += 1;
    for (const { at } of there.slice(from, to)) ranks[at] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

type Ranked = {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly lags: readonly number[];
  readonly taken: number;
};

/** The maximum over the lags of each permutation is what every lag is held against. */
function adjusted({ a, b, lags, taken }: Ranked, { seed, permutations = 1999 }: LeadsAsked): readonly Lagged[] {
  const real = lags.map((lag) => ({ lag, ...correlation(a, b, lag) }));
  const found = real.map(({ rho, pairs }) => Math.abs(rho) * Math.sqrt(Math.max(0, pairs - 1 - taken)));
  const asFar = lags.map(() => 0);
  const shuffled = Float64Array.from(a);
  const there = Array.from(a.keys()).filter((i) => !Number.isNaN(a[i]));
  const random = seededRandom(seed);
  for (let i = 0; i < permutations; i += 1) {
    shuffle(shuffled, there, random);
    let most = 0;
    for (const lag of lags) {
      const { rho, pairs } = correlation(shuffled, b, lag);
      most = Math.max(most, Math.abs(rho) * Math.sqrt(pairs - 1));
    }
    found.forEach((size, k) => {
      if (most >= size - 1e-12) asFar[k] = (asFar[k] ?? 0) + 1;
    });
  }
  return real.map((one, k) => ({ ...one, p: ((asFar[k] ?? 0) + 1) / (permutations + 1) }));
}

/** Pearson's correlation of the ranks where `a` comes `lag` periods before `b`: one plain pass, as it is asked thousands of times. */
function correlation(a: Float64Array, b: Float64Array, lag: number): { readonly rho: number; readonly pairs: number } {
  let n = 0;
  let sa = 0;
  let sb = 0;
  let saa = 0;
  let sbb = 0;
  let sab = 0;
  const last = Math.min(b.length, a.length + lag);
  for (let i = Math.max(0, lag); i < last; i += 1) {
    const x = a[i - lag] ?? Number.NaN;
    const y = b[i] ?? Number.NaN;
    if (x !== x || y !== y) continue;
    n += 1;
    sa += x;
    sb += y;
    saa += x * x;
    sbb += y * y;
    sab += x * y;
  }
  const spread = (n * saa - sa * sa) * (n * sbb - sb * sb);
  return { rho: spread > 1e-9 ? (n * sab - sa * sb) / Math.sqrt(spread) : 0, pairs: n };
}

/** Fisher and Yates among what is there; gaps stay where they are. */
function shuffle(values: Float64Array, there: readonly number[], random: Random): void {
  for (let i = there.length - 1; i > 0; i -= 1) {
    const to = there[i] ?? 0;
    const from = there[Math.floor(random() * (i + 1))] ?? 0;
    const kept = values[to] ?? Number.NaN;
    values[to] = values[from] ?? Number.NaN;
    values[from] = kept;
  }
}
