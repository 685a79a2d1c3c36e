import { twoSidedT } from '../statistics/studentT';
import { wilson } from '../statistics/wilson';
import type { Bounds } from '../statistics/wilson';

/** Of the intervals of survey results. */
export const CONFIDENCE = 0.95;

export type Moments = { readonly n: number; readonly mean: number; readonly variance: number };

/** Mean and sample variance (n − 1) of whole numbers from how often each came. `undefined` when none did. */
export function momentsOf(counts: ReadonlyMap<number, number>): Moments | undefined {
  let [n, sum] = [0, 0];
  for (const [value, count] of counts) [n, sum] = [n + count, sum + value * count];
  if (n === 0) return undefined;
  const mean = sum / n;
  let squares = 0;
  for (const [value, count] of counts) squares += count * (value - mean) ** 2;
  return { n, mean, variance: n < 2 ? 0 : squares / (n - 1) };
}

/**
 * Student's interval of a mean, cut at the ends of the scale. The answers count as a sample of all who could have answered.
 * `undefined` for fewer than two answers.
 */
export function meanInterval({ n, mean, variance }: Moments, scale: { min: number; max: number }): Bounds | undefined {
  if (n < 2) return undefined;
  const half = twoSidedT(1 - CONFIDENCE, n - 1) * Math.sqrt(variance / n);
  return { low: Math.max(scale.min, mean - half), high: Math.min(scale.max, mean + half) };
}

/** How many of several answers each person gave were satisfied, summed over the persons. */
export type Clusters = {
  readonly persons: number;
  readonly satisfied: number;
  readonly answers: number;
  readonly satisfiedSquared: number;
  readonly answersSquared: number;
  readonly product: number;
};

/**
 * Wilson's interval of a share over several answers a person, at the effective number of answers: those of one person
 * resemble each other, so that they count for less. Effective n = p(1 − p) ÷ variance of the ratio (Kish's design
 * effect; Franco, Little, Louis, Slud 2019), never more than the answers; where all agree, the number of persons.
 */
export function clusteredShareInterval(clusters: Clusters): Bounds | undefined {
  const { persons, satisfied, answers, satisfiedSquared, answersSquared, product } = clusters;
  if (answers === 0) return undefined;
  const p = satisfied / answers;
  if (persons < 2) return wilson({ successes: p * persons, n: persons }, CONFIDENCE);
  const residuals = Math.max(0, satisfiedSquared - 2 * p * product + p * p * answersSquared);
  const variance = ((persons / (persons - 1)) * residuals) / answers ** 2;
  const n = variance > 0 ? Math.min(answers, (p * (1 - p)) / variance) : persons;
  return wilson({ successes: p === 1 ? n : p * n, n }, CONFIDENCE);
}
