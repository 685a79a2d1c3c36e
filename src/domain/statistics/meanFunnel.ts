import { FUNNEL_REACH } from './funnel';
import type { FunnelLimits, FunnelPlace } from './funnel';
import { mean, sum } from './mean';
import { quantile } from './quantile';
import { allFinite, unanswered, type Answered } from './unanswered';

export type MeanFunnelPoint = FunnelLimits & {
  readonly n: number;
  readonly value: number;
  readonly place: FunnelPlace;
};
export type MeanFunnel = {
  /** Mean of all values. */
  readonly centre: number;
  /** Pooled standard deviation within the groups. */
  readonly within: number;
  /** How much more the groups differ than their size explains; 1: not at all. Never less. */
  readonly dispersion: number;
  readonly points: readonly MeanFunnelPoint[];
};

const WINSORISED = 0.1;

/**
 * Means of groups beside each other, each against the whole by how many stand behind it: an x̄ chart with limits that narrow
 * with the size of the group (Montgomery, "Statistical Quality Control", §6.3), the pooled standard deviation within groups,
 * and the multiplicative overdispersion of `funnel`.
 *
 * `too-few`: under three groups, or no group of two; `not-finite`; `constant`: nothing varies within the groups.
 */
export function meanFunnel(groups: readonly (readonly number[])[]): Answered<MeanFunnel> {
  if (groups.length < 3 || groups.some((group) => group.length === 0)) return unanswered('too-few');
  if (!groups.every(allFinite)) return unanswered('not-finite');
  const [all, means] = [groups.flat(), groups.map((group) => mean(group) ?? 0)];
  const freedom = all.length - groups.length;
  if (freedom < 1) return unanswered('too-few');
  const squares = groups.flatMap((group, i) => group.map((value) => (value - (means[i] ?? 0)) ** 2));
  const within = Math.sqrt(sum(squares) / freedom);
  if (!(within > 1e-9)) return unanswered('constant');
  const centre = mean(all) ?? 0;
  const errors = groups.map((group) => within / Math.sqrt(group.length));
  const z = means.map((value, i) => (value - centre) / (errors[i] ?? 1));
  const dispersion = dispersionOf(z);
  const points = groups.map((group, i) => {
    const [value, error] = [means[i] ?? 0, (errors[i] ?? 1) * Math.sqrt(dispersion)];
    const limits = limitsAround(centre, error);
    return { n: group.length, value, ...limits, place: placeOf(value, limits) };
  });
  return { ok: true, centre, within, dispersion, points };
}

function dispersionOf(z: readonly number[]): number {
  const [low, high] = [quantile(z, WINSORISED) ?? 0, quantile(z, 1 - WINSORISED) ?? 0];
  return Math.max(1, sum(z.map((one) => Math.min(high, Math.max(low, one)) ** 2)) / z.length);
}

const limitsAround = (centre: number, error: number): FunnelLimits => ({
  lowerFar: centre - FUNNEL_REACH.far * error,
  lowerNear: centre - FUNNEL_REACH.near * error,
  upperNear: centre + FUNNEL_REACH.near * error,
  upperFar: centre + FUNNEL_REACH.far * error,
});

function placeOf(value: number, { lowerFar, lowerNear, upperNear, upperFar }: FunnelLimits): FunnelPlace {
  if (value < lowerFar || value > upperFar) return 'beyond';
  return value < lowerNear || value > upperNear ? 'near-limit' : 'within';
}
