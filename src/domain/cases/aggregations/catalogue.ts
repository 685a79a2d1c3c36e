import type { Aggregation } from './aggregation';
import { count } from './count';
import { mean } from './mean';
import { median } from './median';
import { openCases } from './openCases';
import { p90 } from './p90';
import { reworkShare } from './reworkShare';
import { shareByDeadline } from './shareByDeadline';
import { shareWithinDays } from './shareWithinDays';
import { shareWithinWorkingDays } from './shareWithinWorkingDays';
import { throughput } from './throughput';

/** Every aggregation over cases. One more is one new file and one line here. */
export const AGGREGATIONS = [
  count,
  openCases,
  throughput,
  median,
  mean,
  p90,
  shareWithinDays,
  shareWithinWorkingDays,
  shareByDeadline,
  reworkShare,
] as const satisfies readonly Aggregation[];

const byName = new Map<string, Aggregation>(
  (AGGREGATIONS as readonly Aggregation[]).flatMap((a) => [a.key, ...(a.aliases ?? [])].map((name) => [name, a])),
);

/** The aggregation of this key or alias; `undefined`: there is none. */
export function findAggregation(name: string): Aggregation | undefined {
  return byName.get(name);
}
