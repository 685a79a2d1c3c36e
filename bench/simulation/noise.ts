import { randomNormal, seededRandom, type Random } from '../../src/domain/statistics/random';

/** Kinds of chance with mean 0 and standard deviation 1, but for the Poisson counts. */
export const NOISES = {
  normal: (random: Random) => randomNormal(random),
  skewed: (random: Random) => {
    const spread = 0.75;
    const mean = Math.exp(spread ** 2 / 2);
    const sd = mean * Math.sqrt(Math.exp(spread ** 2) - 1);
    return (Math.exp(spread * randomNormal(random)) - mean) / sd;
  },
  counts: (random: Random) => (poisson(random, 9) - 9) / 3,
} as const;
export type Noise = keyof typeof NOISES;
export const NOISE_NAMES: readonly Noise[] = ['normal', 'skewed', 'counts'];

export function poisson(random: Random, mean: number): number {
  let [product, n] = [random(), 0];
  for (const limit = Math.exp(-mean); product > limit; n += 1) product *= random();
  return n;
}

/** Chance successes of n, by the normal distribution they come close to. */
export function successes(random: Random, n: number, p: number): number {
  const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * randomNormal(random));
  return Math.min(n, Math.max(0, drawn));
}

export const drawn = (random: Random, noise: Noise, n: number, shift = 0): number[] =>
  Array.from({ length: n }, () => NOISES[noise](random) + shift);

/** Share of runs in which something is found. The same seed and runs give the same share. */
export function rate(runs: number, seed: string, found: (random: Random) => boolean): number {
  const random = seededRandom(seed);
  let hits = 0;
  for (let i = 0; i < runs; i += 1) if (found(random)) hits += 1;
  return hits / runs;
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`**${title}**`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
