import { mean } from './mean';
import { xmrRules, type Flagged } from './xmrRules';
import { allFinite, unanswered, type Answered } from './unanswered';

/** Limits of a chart of individual values, in the unit of the values. Near limits lie at two thirds. */
export type XmrLimits = {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
  readonly meanRange: number;
  readonly rangeLimit: number;
};

export type XmrPoint = Flagged & { readonly index: number; readonly value: number };
export type XmrSegment = XmrLimits & { readonly from: number; readonly to: number };

/** Top-level limits are those of the last segment. `few`: under 12 points the limits are rough. */
export type Xmr = XmrLimits & {
  readonly points: readonly XmrPoint[];
  readonly segments: readonly XmrSegment[];
  readonly few: boolean;
};

export type XmrOptions = {
  /** Leave out moving ranges of at least 3.267 times their mean, once. */
  readonly screen?: boolean;
  /** Number of points from the start of a segment that make its limits; the others are held against them. */
  readonly baseline?: number;
  /** Indices at which new limits begin. */
  readonly rebaseAt?: readonly number[];
  /** Which factor turns the mean range into limits; default `nhs`. */
  readonly factor?: XmrFactor;
};

/** Limits in mean ranges: as printed in "Making data count", or unrounded as R's qicharts2 has it. They differ by 0.02 %. */
const LIMIT = { nhs: 2.66, qicharts2: 3 / 1.128 } as const;
export type XmrFactor = keyof typeof LIMIT;
const RANGE_LIMIT = 3.267;
export const FEW_POINTS = 12;

/** Limits from at least two values; `undefined` for fewer. */
export function xmrLimits(
  values: readonly number[],
  { screen = false, factor = 'nhs' }: Pick<XmrOptions, 'screen' | 'factor'> = {},
): XmrLimits | undefined {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const [centre, all] = [mean(values), mean(ranges)];
  if (centre === undefined || all === undefined) return undefined;
  const kept = screen ? ranges.filter((range) => range < RANGE_LIMIT * all) : ranges;
  const meanRange = mean(kept) ?? 0;
  const reach = LIMIT[factor] * meanRange;
  return {
    centre,
    lower: centre - reach,
    upper: centre + reach,
    nearLower: centre - (2 * reach) / 3,
    nearUpper: centre + (2 * reach) / 3,
    meanRange,
    rangeLimit: RANGE_LIMIT * meanRange,
  };
}

function segmentsOf(length: number, rebaseAt: readonly number[]): readonly (readonly [number, number])[] {
  const inside = rebaseAt.filter((index) => index > 0 && index < length);
  const starts = [0, ...new Set([...inside].sort((a, b) => a - b))];
  return starts.map((from, i) => [from, starts[i + 1] ?? length] as const);
}

/**
 * XmR chart: individual values and moving ranges, as the NHS's "Making data count" and its R package NHSRplotthedots
 * compute it; Shewhart's limits by D. J. Wheeler, "Understanding Variation". Limits are not clipped: only drawings are.
 * `too-few`: a segment has fewer than two values.
 */
export function xmr(values: readonly number[], options: XmrOptions = {}): Answered<Xmr> {
  const { baseline, rebaseAt = [] } = options;
  if (values.length === 0) return unanswered('empty');
  if (!allFinite(values)) return unanswered('not-finite');
  const segments: XmrSegment[] = [];
  const points: XmrPoint[] = [];
  for (const [from, to] of segmentsOf(values.length, rebaseAt)) {
    const part = values.slice(from, to);
    const limits = xmrLimits(part.slice(0, baseline ?? part.length), options);
    if (limits === undefined) return unanswered('too-few');
    segments.push({ ...limits, from, to });
    points.push(...xmrRules(part, limits).map((flags, i) => ({ index: from + i, value: part[i] ?? 0, ...flags })));
  }
  const { from: _from, to: _to, ...last } = segments.at(-1) ?? { from: 0, to: 0, ...NO_LIMITS };
  return { ok: true, ...last, points, segments, few: values.length < FEW_POINTS };
}

const NO_LIMITS = { centre: 0, lower: 0, upper: 0, nearLower: 0, nearUpper: 0, meanRange: 0, rangeLimit: 0 };

/** Will the process meet its target? `always` and `never`: the target lies beyond both limits; else `hit-and-miss`. */
export function assurance(
  { lower, upper }: Pick<XmrLimits, 'lower' | 'upper'>,
  target: number,
  better: 'higher' | 'lower',
): 'always' | 'never' | 'hit-and-miss' {
  if (target < lower) return better === 'higher' ? 'always' : 'never';
  if (target > upper) return better === 'higher' ? 'never' : 'always';
  return 'hit-and-miss';
}
