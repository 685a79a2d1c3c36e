import { refuse } from '../shared/result';
import { LEAST_POINTS } from '../statistics/interruptedTimeSeries';
import { mean } from '../statistics/mean';
import { verdictOf } from '../verdict/compareIndicator';
import { compareSegments, SEGMENTED_BECAUSE, type SegmentedComparison } from '../verdict/rules/segmented';
import type { CompareValuesAsked } from './analyses.schema';
import { sideOf, type ComparisonAnalysis } from './comparison';
import { comparisonWords } from './comparisonWords';
import { blanksNoted, noted } from './notes';
import { present } from './present';
import { analysed, type Analysed } from './refusals';

/** Below it neighbours are too alike for independent chance (Durbin and Watson's tables begin about here). */
const ALIKE = 1;

const figuresOf = (found: SegmentedComparison) => {
  const { method, because, statistic, p, shift, level, slope, trendBefore, durbinWatson } = found;
  return { method, methodBecause: because, statistic, p, shift, level, slope, trendBefore, durbinWatson };
};

/** Level and slope of own values in order of time. Blanks keep their place in time. */
export function analyseSegments({ before, after, better }: CompareValuesAsked): Analysed<ComparisonAnalysis> {
  const given = { before: present(before), after: present(after) };
  for (const side of ['before', 'after'] as const) {
    const { length } = given[side].values;
    if (length < LEAST_POINTS)
      return refuse('TOO_FEW_VALUES', { field: `/${side}`, params: { given: length, least: LEAST_POINTS } });
  }
  const found = compareSegments(before, after);
  const [b, a] = [given.before.values, given.after.values].map((values) => sideOf(values.length, mean(values)));
  const sides = { before: b ?? { n: 0 }, after: a ?? { n: 0 } };
  const verdict = found.ok ? verdictOf(found.real, found.direction, better) : 'no-evidence';
  return analysed({
    verdict,
    method: 'interrupted-time-series',
    methodBecause: SEGMENTED_BECAUSE,
    ...(found.ok ? figuresOf(found) : {}),
    ...sides,
    words: comparisonWords({ verdict, ...sides, ...(found.ok ? { shift: found.shift } : {}) }, 'mean'),
    notes: [
      ...blanksNoted(given.before.blanks + given.after.blanks),
      ...noted(!found.ok, 'EXACT_LINES'),
      ...noted(found.ok && found.durbinWatson < ALIKE, 'NEIGHBOURS_ALIKE'),
      ...noted(found.ok && found.contradictory, 'LEVEL_AND_SLOPE_DISAGREE'),
    ],
  });
}
