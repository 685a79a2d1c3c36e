import { refuse } from '../shared/result';
import { assurance, FEW_POINTS, xmr, type Xmr, type XmrLimits, type XmrPoint } from '../statistics/xmr';
import type { XmrAsked } from './analyses.schema';
import { blanksNoted, noted, type Note } from './notes';
import { present, type Present } from './present';
import { analysed, type Analysed } from './refusals';

/** `index`: place in the given values, from 0, blanks included. */
export type AnalysedPoint = Omit<XmrPoint, 'side'> & {
  /** Only of flagged points, and where it is said which way is better. */
  readonly signal?: 'improvement' | 'concern';
};
export type XmrAnalysis = XmrLimits & {
  readonly points: readonly AnalysedPoint[];
  readonly segments: Xmr['segments'];
  readonly assurance?: ReturnType<typeof assurance>;
  readonly notes: readonly Note[];
};

const LEAST = 2;

function signalOf({ side }: XmrPoint, better: XmrAsked['better']): Pick<AnalysedPoint, 'signal'> {
  if (better === undefined || side === 0) return {};
  return { signal: side > 0 === (better === 'higher') ? 'improvement' : 'concern' };
}

/** Of a chart of the values that are there: the points where they stood among all. */
function pointsOf(chart: Xmr, { indices }: Present, better: XmrAsked['better']): readonly AnalysedPoint[] {
  return chart.points.map((point) => {
    const { index, value, rules } = point;
    return { index: indices[index] ?? index, value, rules, ...signalOf(point, better) };
  });
}

function segmentsOf(chart: Xmr, { indices }: Present, length: number): Xmr['segments'] {
  return chart.segments.map((segment, i) => ({
    ...segment,
    from: i === 0 ? 0 : (indices[segment.from] ?? segment.from),
    to: indices[segment.to] ?? length,
  }));
}

/** Values in the segment that has the fewest. */
function shortest({ values }: Present, starts: readonly number[]): number {
  const inside = starts.filter((start) => start > 0 && start < values.length);
  const edges = [0, ...[...new Set(inside)].sort((a, b) => a - b), values.length];
  return Math.min(...edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)));
}

/**
 * XmR chart of own numbers (see `statistics/xmr`). Blanks are left out; a constant series has limits without width, a note,
 * and no flags. `TOO_FEW_VALUES`: a segment has fewer than two values.
 */
export function analyseXmr(asked: XmrAsked): Analysed<XmrAnalysis> {
  const { values, screen, factor, baseline, rebaseAt, better, target } = asked;
  const given = present(values);
  const starts = rebaseAt.map((at) => given.indices.filter((index) => index < at).length);
  const options = { screen, factor, rebaseAt: starts, ...(baseline === undefined ? {} : { baseline }) };
  const chart = xmr(given.values, options);
  if (!chart.ok)
    return refuse('TOO_FEW_VALUES', { field: '/values', params: { given: shortest(given, starts), least: LEAST } });
  const { centre, lower, upper, nearLower, nearUpper, meanRange, rangeLimit } = chart;
  const still = given.values.every((value) => value === given.values[0]);
  const flat = !still && chart.segments.some((segment) => segment.meanRange === 0);
  return analysed({
    ...{ centre, lower, upper, nearLower, nearUpper, meanRange, rangeLimit },
    points: pointsOf(chart, given, better),
    segments: segmentsOf(chart, given, values.length),
    ...(better !== undefined && target !== undefined && { assurance: assurance(chart, target, better) }),
    notes: [
      ...blanksNoted(given.blanks),
      ...noted(chart.few, 'FEW_POINTS', FEW_POINTS),
      ...noted(still, 'CONSTANT'),
      ...noted(flat, 'LIMITS_WITHOUT_WIDTH'),
    ],
  });
}
