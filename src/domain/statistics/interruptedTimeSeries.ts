import { mean, sum } from './mean';
import type { Difference } from './newcombe';
import { twoSidedT, twoSidedTP } from './studentT';
import { unanswered, type Answered } from './unanswered';

/** Fewer points on a side than this: no line is drawn. */
export const LEAST_POINTS = 8;

export type Estimate = Difference & { readonly t: number; readonly p: number };
export type InterruptedTimeSeries = {
  /** Jump at the first point after the change, in the unit of the values. */
  readonly level: Estimate;
  /** Change of the slope, in the unit of the values a period. */
  readonly slope: Estimate;
  /** Slope of the line before the change, by its own points alone: was it moving already? */
  readonly trendBefore: Estimate;
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
/** In order of time, equally spaced; `null`: nothing was measured then, and time goes on. */
export type TimedValues = readonly (number | null)[];

const present = (values: TimedValues): readonly number[] => values.filter((value) => value !== null);

function fit(series: TimedValues, firstTime: number): Line {
  const points = series.flatMap((value, i) => (value === null ? [] : [{ value, time: firstTime + i }]));
  const meanTime = mean(points.map(({ time }) => time)) ?? 0;
  const centre = mean(points.map(({ value }) => value)) ?? 0;
  const spread = sum(points.map(({ time }) => (time - meanTime) ** 2));
  const slope = sum(points.map(({ time, value }) => (time - meanTime) * (value - centre))) / spread;
  const residuals = points.map(({ time, value }) => value - centre - slope * (time - meanTime));
  return { n: points.length, at0: centre - slope * meanTime, slope, meanTime, spread, residuals };
}

/** Variance of a line's value at time 0, and of its slope, in units of the residual variance. */
const varianceAt0 = ({ n, meanTime, spread }: Line): number => 1 / n + meanTime ** 2 / spread;
const squaresOf = ({ residuals }: Pick<Line, 'residuals'>): number => sum(residuals.map((r) => r * r));

function estimated(difference: number, error: number, df: number, confidence: number): Estimate {
  const half = twoSidedT(1 - confidence, df) * error;
  const t = difference / error;
  return { estimate: difference, low: difference - half, high: difference + half, t, p: twoSidedTP(t, df) };
}

/** A line that its points lie on exactly has no spread to hold its slope against: then it is certain whether it is flat. */
function trendOf(line: Line, scale: number, confidence: number): Estimate {
  const { slope, spread, n } = line;
  const [reach, squares] = [1e-12 * scale, squaresOf(line)];
  if (Math.sqrt(squares) > reach * n) return estimated(slope, Math.sqrt(squares / (n - 2) / spread), n - 2, confidence);
  const flat = Math.abs(slope) <= reach;
  const size = flat ? 0 : slope;
  return { estimate: size, low: size, high: size, t: 0, p: flat ? 1 : 0 };
}

/** Was it moving before the change, and is what came after more than that line going on? Signs: 1 up, −1 down, 0 neither. */
export type Continued = { readonly trend: Estimate; readonly jump: number; readonly turn: number };

/**
 * The trend before the change, and jump and turn beyond it at the level of significance `alpha` each. Points that lie on
 * their lines exactly are certain, so that a ruler-straight decline is a trend and not a jump. `too-few`, `not-finite`.
 */
export function continued(before: TimedValues, after: TimedValues, alpha: number): Answered<Continued> {
  const series = interruptedTimeSeries(before, after);
  const real = ({ p, estimate }: Estimate): number => (p < alpha ? Math.sign(estimate) : 0);
  if (series.ok) return { ok: true, trend: series.trendBefore, jump: real(series.level), turn: real(series.slope) };
  if (series.because !== 'constant') return series;
  const [b, a] = [fit(before, -before.length), fit(after, 0)];
  const scale = Math.max(...[...present(before), ...present(after)].map(Math.abs));
  const certain = (difference: number): number => (Math.abs(difference) <= 1e-9 * scale ? 0 : Math.sign(difference));
  return { ok: true, trend: trendOf(b, scale, 0.95), jump: certain(a.at0 - b.at0), turn: certain(a.slope - b.slope) };
}

/**
 * Did the level jump and the slope turn at the change? Segmented regression of equally spaced values with one residual
 * variance (Wagner et al., 2002): a line on either side, compared where the change happened. `too-few`: under 8 points on a
 * side; `constant`: the points lie on their lines exactly, so nothing varies.
 */
export function interruptedTimeSeries(
  before: TimedValues,
  after: TimedValues,
  confidence = 0.95,
): Answered<InterruptedTimeSeries> {
  const sides = [present(before), present(after)];
  if (sides.some(({ length }) => length < LEAST_POINTS)) return unanswered('too-few');
  if (!sides.flat().every(Number.isFinite)) return unanswered('not-finite');
  const [b, a] = [fit(before, -before.length), fit(after, 0)];
  const residuals = [...b.residuals, ...a.residuals];
  const squares = squaresOf({ residuals });
  const scale = Math.max(...sides.flat().map(Math.abs));
  if (Math.sqrt(squares) <= 1e-12 * scale * residuals.length) return unanswered('constant');
  const df = residuals.length - 4;
  const sd = Math.sqrt(squares / df);
  const steps = residuals.slice(1).map((r, i) => (r - (residuals[i] ?? r)) ** 2);
  return {
    ok: true,
    level: estimated(a.at0 - b.at0, sd * Math.sqrt(varianceAt0(a) + varianceAt0(b)), df, confidence),
    slope: estimated(a.slope - b.slope, sd * Math.sqrt(1 / a.spread + 1 / b.spread), df, confidence),
    trendBefore: trendOf(b, scale, confidence),
    df,
    durbinWatson: sum(steps) / squares,
  };
}
