import { sum } from './mean';
import { quantile } from './quantile';
import { allFinite, unanswered, type Answered } from './unanswered';

/** Limits of a funnel in standard deviations: two-sided 95 % and 99.8 % of what chance alone would do. */
export const FUNNEL_REACH = { near: 1.959964, far: 3.090232 } as const;
/** The most extreme tenth on either side does not make the dispersion: an outlier must not hide itself. */
const WINSORISED = 0.1;
/** Shares that differ from the centre by rounding only lie on it. */
const ROUNDING = 1e-12;

export type FunnelKind = 'share' | 'rate';
export type FunnelLimits = {
  readonly lowerFar: number;
  readonly lowerNear: number;
  readonly upperNear: number;
  readonly upperFar: number;
};
export type FunnelPlace = 'within' | 'near-limit' | 'beyond';
export type FunnelPoint = FunnelLimits & { readonly value: number; readonly place: FunnelPlace };
export type Funnel = {
  /** Σ numerator ÷ Σ denominator. */
  readonly centre: number;
  /** How much more the units differ than counting alone explains; 1: not at all. Never less. */
  readonly dispersion: number;
  readonly points: readonly FunnelPoint[];
};
type Mouth = { readonly kind: FunnelKind; readonly centre: number; readonly dispersion: number };

const chance = (kind: FunnelKind, centre: number, n: number): number =>
  Math.sqrt((kind === 'share' ? centre * (1 - centre) : centre) / n);

/** The limits at a denominator. Shares stay within 0..1, rates above 0. */
export function funnelLimits({ kind, centre, dispersion }: Mouth, n: number): FunnelLimits {
  const spread = chance(kind, centre, n) * Math.sqrt(dispersion);
  const at = (reach: number): number =>
    Math.min(kind === 'share' ? 1 : Number.POSITIVE_INFINITY, Math.max(0, centre + reach * spread));
  return {
    ...{ lowerFar: at(-FUNNEL_REACH.far), lowerNear: at(-FUNNEL_REACH.near) },
    ...{ upperNear: at(FUNNEL_REACH.near), upperFar: at(FUNNEL_REACH.far) },
  };
}

/** Mean of the winsorised z², not below 1. */
function dispersionOf(z: readonly number[]): number {
  const [low, high] = [quantile(z, WINSORISED) ?? 0, quantile(z, 1 - WINSORISED) ?? 0];
  const kept = z.map((one) => Math.min(high, Math.max(low, one)));
  return Math.max(1, sum(kept.map((one) => one ** 2)) / kept.length);
}

/**
 * Units beside each other, each against the whole by how much stands behind it: no ranking. D. J. Spiegelhalter (2005),
 * "Funnel plots for comparing institutional performance", with the multiplicative overdispersion of his "Handling
 * over-dispersion of performance indicators" (10 % winsorised z; `dispersion` never below 1).
 *
 * `too-few`: under three units; `not-finite`: a denominator of 0 (leave that unit out); `constant`: nobody or everybody.
 */
export function funnel(
  kind: FunnelKind,
  numerators: readonly number[],
  denominators: readonly number[],
): Answered<Funnel> {
  if (numerators.length < 3 || numerators.length !== denominators.length) return unanswered('too-few');
  if (!allFinite(numerators) || !allFinite(denominators) || denominators.some((n) => n <= 0))
    return unanswered('not-finite');
  const centre = sum(numerators) / sum(denominators);
  const values = numerators.map((numerator, i) => numerator / (denominators[i] ?? 1));
  if (!(chance(kind, centre, 1) > 0)) return unanswered('constant');
  const z = values.map((value, i) => (value - centre) / chance(kind, centre, denominators[i] ?? 1));
  const mouth = { kind, centre, dispersion: dispersionOf(z) };
  const points = values.map((value, i) => {
    const limits = funnelLimits(mouth, denominators[i] ?? 1);
    return { value, ...limits, place: placeOf(value, centre, limits) };
  });
  return { ok: true, centre, dispersion: mouth.dispersion, points };
}

function placeOf(value: number, centre: number, limits: FunnelLimits): FunnelPlace {
  if (Math.abs(value - centre) <= ROUNDING * Math.max(Math.abs(value), Math.abs(centre))) return 'within';
  if (value < limits.lowerFar || value > limits.upperFar) return 'beyond';
  return value < limits.lowerNear || value > limits.upperNear ? 'near-limit' : 'within';
}
