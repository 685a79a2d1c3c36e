import { FEW_POINTS, xmr, type Xmr } from '../../statistics/xmr';
import type { IndicatorDefinition } from '../indicator.schema';
import { lastRun, type Watched } from './series';

/**
 * The last points when the newest belongs to a special cause of concern: a rule of the XmR chart holds on the side that is
 * worse; for a range, on either side and outside of it. Under 12 points the limits are too rough to wake anybody.
 */
export function specialCauseRun(definition: IndicatorDefinition, points: readonly Watched[]): readonly Watched[] {
  if (definition.watch?.specialCause !== true || points.length < FEW_POINTS) return [];
  const chart = xmr(points.map(({ value }) => value));
  return chart.ok ? lastRun(points, (i) => isOfConcern(definition, chart, i)) : [];
}

function isOfConcern({ direction, range }: IndicatorDefinition, { points }: Xmr, index: number): boolean {
  const point = points[index];
  if (point === undefined || point.rules.length === 0) return false;
  if (direction === 'higher') return point.side < 0;
  if (direction === 'lower') return point.side > 0;
  return range === undefined || point.value < range.low || point.value > range.high;
}
