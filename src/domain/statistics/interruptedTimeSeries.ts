import { mean, sum } from './mean';
import type { Difference } from './newcombe';
import { twoSidedT, twoSidedTP } from './studentT';
import { allFinite, unanswered, type Answered } from './unanswered';

/** Fewer points on a side than this: no line is drawn. */
export const LEAST_POINTS = 8;

export type Estimate = Difference & { readonly t: number; readonly p: number };
export type InterruptedTimeSeries = {
  /** Jump at the first point after the change, in the unit of the values. */
  readonly level: Estimate;
  /** Change of the slope, in the unit of the values a period. */
  readonly slope: Estimate;
  readonly df: number;
  /** Durbin and Watson's statistic: near 2 is independent; under 1 the p values are too small. */
  readonly durbinWatson: number;
};

/** A least-squares line; `time` counts periods from the first point after the change. */
type Line = {
  readonly n: number;
  readonly at0: number;
  readonly slope: number;
  readonly meanTime: number;
  readonly spread: number;
  readonly residuals: readonly number[];
};

function fit(values: readonly number[], firstTime: number): Line {
  const n = values.length;
  const times = values.map((_, i) => firstTime + i);
  const [meanTime, centre] = [mean(times) ?? 0, mean(values) ?? 0];
  const spread = sum(times.map((time) => (time - meanTime) ** 2));
  const slope = sum(times.map((time, i) => (time - meanTime) * ((values[i] ?? 0) - centre))) / spread;
  const residuals = values.map((value, i) => value - centre - slope * ((times[i] ?? 0) - meanTime));
  return { n, at0: centre - slope * meanTime, slope, meanTime, spread, residuals };
}

/** Variance of a line's value at time 0, and of its slope, in units of the residual variance. */
const varianceAt0 = ({ n, meanTime, spread }: Line): number => 1 / n + meanTime ** 2 / spread;

function estimated(difference: number, error: number, df: number, confidence: number): Estimate {
  const half = twoSidedT(1 - confidence, df) * error;
  const t = difference / error;
  return { estimate: difference, low: difference - half, high: difference + half, t, p: twoSidedTP(t, df) };
}

/**
 * Did the level jump and the slope turn at the change? Segmented regression of equally spaced values with one residual
 * variance (Wagner et al., 2002): a line on either side, compared where the change happened. `too-few`: under 8 points on a
 * side; `constant`: the points lie on their lines exactly, so nothing varies.
 */
export function interruptedTimeSeries(
  before: readonly number[],
  after: readonly number[],
  confidence = 0.95,
): Answered<InterruptedTimeSeries> {
  if (before.length < LEAST_POINTS || after.length < LEAST_POINTS) return unanswered('too-few');
  if (!allFinite(before) || !allFinite(after)) return unanswered('not-finite');
  const [b, a] = [fit(before, -before.length), fit(after, 0)];
  const residuals = [...b.residuals, ...a.residuals];
  const squares = sum(residuals.map((r) => r * r));
  const scale = Math.max(...before.map(Math.abs), ...after.map(Math.abs));
  if (Math.sqrt(squares) <= 1e-12 * scale * residuals.length) return unanswered('constant');
  const df = residuals.length - 4;
  const sd = Math.sqrt(squares / df);
  const steps = residuals.slice(1).map((r, i) => (r - (residuals[i] ?? r)) ** 2);
  return {
    ok: true,
    level: estimated(a.at0 - b.at0, sd * Math.sqrt(varianceAt0(a) + varianceAt0(b)), df, confidence),
    slope: estimated(a.slope - b.slope, sd * Math.sqrt(1 / a.spread + 1 / b.spread), df, confidence),
    df,
    durbinWatson: sum(steps) / squares,
  };
}
