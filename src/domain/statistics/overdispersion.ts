import { sum } from './mean';
import type { Proportion } from './wilson';

/** How much more shares vary from period to period than counting alone explains: `factor` 1 is not at all. */
export type Dispersion = { readonly factor: number; readonly df: number };

/** Pearson's X² of the periods of one side about their own share, and its degrees of freedom; 0 of 0 where nothing varies. */
function pearson(periods: readonly Proportion[]): { readonly square: number; readonly df: number } {
  const p = sum(periods.map(({ successes }) => successes)) / sum(periods.map(({ n }) => n));
  if (!(p > 0 && p < 1)) return { square: 0, df: 0 };
  const square = sum(periods.map(({ successes, n }) => (successes - n * p) ** 2 / (n * p * (1 - p))));
  return { square, df: periods.length - 1 };
}

/**
 * Variation of shares within the sides of a comparison, so that the change itself does not count: Pearson's X² by its
 * degrees of freedom (McCullagh and Nelder, "Generalized Linear Models", §4.5). It does for a comparison what Laney's σz
 * does for a p′ chart: with large numbers not everything is a signal.
 */
export function overdispersion(...sides: readonly (readonly Proportion[])[]): Dispersion {
  const parts = sides.map((side) => pearson(side.filter(({ n }) => n > 0)));
  const df = sum(parts.map((part) => part.df));
  return { factor: df === 0 ? 1 : sum(parts.map(({ square }) => square)) / df, df };
}
