import { mean, sum } from './mean';
import { allFinite, unanswered, type Answered } from './unanswered';

export type ChartPoint = {
  readonly index: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly outside: boolean;
};
export type PrimeChart = {
  readonly centre: number;
  /** How much more the points vary than counting alone explains: 1 is not at all. */
  readonly sigmaZ: number;
  readonly points: readonly ChartPoint[];
};

/** Shares that differ from the centre by rounding only lie on it: equal shares must not signal. */
const ROUNDING = 1e-12;
/** Mean moving range of two normal values in standard deviations. */
const D2 = 1.128;

function chartProblem(numerators: readonly number[], denominators: readonly number[]): Answered<never> | undefined {
  if (numerators.length === 0) return unanswered('empty');
  if (numerators.length !== denominators.length || numerators.length < 2) return unanswered('too-few');
  const finite = allFinite(numerators) && allFinite(denominators) && denominators.every((d) => d > 0);
  return finite ? undefined : unanswered('not-finite');
}

type Counts = { readonly numerators: readonly number[]; readonly denominators: readonly number[] };

/** Laney's method for any count with a known standard deviation of chance. */
function primeChart(
  { numerators, denominators }: Counts,
  chance: (centre: number, n: number) => number,
  prime: boolean,
): Answered<PrimeChart> {
  const problem = chartProblem(numerators, denominators);
  if (problem !== undefined) return problem;
  const centre = sum(numerators) / sum(denominators);
  const spread = denominators.map((n) => chance(centre, n));
  if (spread.some((s) => !(s > 0))) return unanswered('constant');
  const values = numerators.map((numerator, i) => numerator / (denominators[i] ?? 1));
  const z = values.map((value, i) => (value - centre) / (spread[i] ?? 1));
  const sigmaZ = prime ? (mean(z.slice(1).map((value, i) => Math.abs(value - (z[i] ?? value)))) ?? 0) / D2 : 1;
  const points = values.map((value, index) => {
    const reach = 3 * (spread[index] ?? 0) * sigmaZ;
    const [lower, upper] = [centre - reach, centre + reach];
    const differs = Math.abs(value - centre) > ROUNDING * Math.max(Math.abs(value), Math.abs(centre));
    return { index, value, lower, upper, outside: sigmaZ > 0 && differs && (value < lower || value > upper) };
  });
  return { ok: true, centre, sigmaZ, points };
}

/**
 * p′ chart of shares: limits per point that do not make a signal of everything when the denominators are large. D. B. Laney
 * (2002), "Improved control charts for attributes", as R's qicharts2 without screening; limits are not clipped to 0..1.
 * `constant`: nobody or everybody; a denominator of 0 is `not-finite`: leave the point out, it is missing.
 *
 * @param prime false: the plain p chart, whose limits know of chance alone
 */
export function pPrime(
  numerators: readonly number[],
  denominators: readonly number[],
  { prime = true }: { readonly prime?: boolean } = {},
): Answered<PrimeChart> {
  return primeChart({ numerators, denominators }, (p, n) => Math.sqrt((p * (1 - p)) / n), prime);
}

/** u chart of rates (events per exposure): Poisson limits per point. `prime`: Laney's u′ for more variation than that. */
export function uChart(
  numerators: readonly number[],
  denominators: readonly number[],
  { prime = false }: { readonly prime?: boolean } = {},
): Answered<PrimeChart> {
  return primeChart({ numerators, denominators }, (u, n) => Math.sqrt(u / n), prime);
}
