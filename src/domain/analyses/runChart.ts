import { refuse } from '../shared/result';
import { crossingsLimit, longestRunLimit, runChart, type RunChart } from '../statistics/runChart';
import type { RunChartAsked } from './analyses.schema';
import { blanksNoted, noted, type Note } from './notes';
import { present } from './present';
import { analysed, type Analysed } from './refusals';

export type RunChartAnalysis = RunChart & { readonly notes: readonly Note[] };

/** Without a value off the median nothing is held against the limits: they are those of one value, which never signals. */
const LIMITS_OF_ONE = { longestRunLimit: longestRunLimit(1), crossingsLimit: crossingsLimit(1) };

/** Anhøj (2014) tabulates the rules from so many useful points on. */
const FEW_USEFUL = 10;

/**
 * Run chart of own numbers (see `statistics/runChart`). All values on the median: a note and no signal.
 * `TOO_FEW_VALUES`: there is no value.
 */
export function analyseRunChart({ values, median }: RunChartAsked): Analysed<RunChartAnalysis> {
  const given = present(values);
  const [first] = given.values;
  if (first === undefined) return refuse('TOO_FEW_VALUES', { field: '/values', params: { given: 0, least: 1 } });
  const chart = runChart(given.values, median);
  const blanks = blanksNoted(given.blanks);
  if (!chart.ok) {
    const nothing = { useful: 0, longestRun: 0, crossings: 0, ...LIMITS_OF_ONE, signal: false };
    return analysed({ median: median ?? first, ...nothing, notes: [...blanks, ...noted(true, 'CONSTANT')] });
  }
  const { ok: _ok, ...figures } = chart;
  return analysed({ ...figures, notes: [...blanks, ...noted(chart.useful < FEW_USEFUL, 'FEW_POINTS', FEW_USEFUL)] });
}
