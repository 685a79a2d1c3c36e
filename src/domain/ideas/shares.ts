import type { Share } from './events';

type Weighted = { readonly weight: number; readonly shares: readonly Share[] };

/** The share of each person over several ideas, each counting by its weight; by name, sums to 1. */
export function sharedBy(parts: readonly Weighted[]): readonly Share[] {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const of = new Map<string, number>();
  for (const { weight, shares } of parts) {
    const all = shares.reduce((sum, { share }) => sum + share, 0);
    for (const { person, share } of shares)
      of.set(person, (of.get(person) ?? 0) + (weight * share) / (all === 0 ? 1 : all) / (whole === 0 ? 1 : whole));
  }
  return [...of].map(([person, share]) => ({ person, share })).sort(byName);
}

/** Shares somebody typed may miss 1 by this much: three times 0.333 is meant to be the whole. */
const TOLERANCE = 0.002;
export const sumToOne = (shares: readonly Share[]): boolean =>
  Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - 1) <= TOLERANCE;

const THOUSANDTHS = 1000;

/** Points for each person in thousandths of a point that sum exactly to the whole: what rounding leaves goes to the largest rests. */
export function divided(points: number, shares: readonly Share[]): ReadonlyMap<string, number> {
  const whole = Math.round(points * THOUSANDTHS);
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  const exact = shares.map(({ person, share }) => ({ person, raw: all === 0 ? 0 : (whole * share) / all }));
  const floors = exact.map(({ person, raw }) => ({ person, part: Math.floor(raw), rest: raw - Math.floor(raw) }));
  const left = whole - floors.reduce((sum, { part }) => sum + part, 0);
  const ranked = [...floors].sort((a, b) => b.rest - a.rest || byName(a, b));
  return new Map(ranked.map(({ person, part }, at) => [person, (part + (at < left ? 1 : 0)) / THOUSANDTHS]));
}

const byName = (a: { readonly person: string }, b: { readonly person: string }): number =>
  a.person < b.person ? -1 : a.person > b.person ? 1 : 0;
