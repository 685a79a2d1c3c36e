import { shifted, type Period } from '../period';
import type { IndicatorValue } from '../value';

/** A point of the series that the watch looks at. */
export type Watched = { readonly period: Period; readonly value: number; readonly band?: string };

/**
 * What counts for the watch, in the order of time: values, but none that only stand in from an earlier period, and none of
 * a period that has not ended.
 */
export function watchedPoints(series: readonly IndicatorValue[], current: Period): readonly Watched[] {
  return series
    .flatMap((one) => {
      if (one.state !== 'value' || one.stoodIn?.by === 'carry-forward' || one.period >= current) return [];
      const { period, value, band } = one;
      return [{ period, value, ...(band !== undefined && { band }) }];
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** The last points of the series for which it holds, without a gap between their periods; oldest first. */
export function lastRun(points: readonly Watched[], holds: (index: number) => boolean): readonly Watched[] {
  let from = points.length;
  while (from > 0 && holds(from - 1) && (from === points.length || follows(points[from - 1], points[from]))) from -= 1;
  return points.slice(from);
}

const follows = (earlier: Watched | undefined, later: Watched | undefined): boolean =>
  earlier !== undefined && later !== undefined && shifted(earlier.period, 1) === later.period;
