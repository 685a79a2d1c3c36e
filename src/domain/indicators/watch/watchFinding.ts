import type { Words } from '../../shared/language';
import type { IndicatorDefinition } from '../indicator.schema';
import type { Period } from '../period';
import type { IndicatorValue } from '../value';
import { watchedPoints, type Watched } from './series';
import { specialCauseRun } from './specialCause';
import { watchWords } from './words';
import { worstBandRun } from './worstBand';

export const WATCH_KINDS = ['worst-band', 'special-cause'] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/** A bad stretch that goes on in the newest period that has a value. */
export type Finding = {
  readonly kind: WatchKind;
  /** First and last period of the episode. */
  readonly since: Period;
  readonly until: Period;
  readonly periods: number;
  readonly newest: number;
  readonly words: Words;
};

/** `current`: the period that runs now; it is not looked at before it has ended. */
export type WatchInput = {
  readonly definition: IndicatorDefinition;
  readonly series: readonly IndicatorValue[];
  readonly current: Period;
};

/** What the watch of an indicator finds in its values of one unit: at most one finding of each kind. */
export function watchFindings({ definition, series, current }: WatchInput): readonly Finding[] {
  const points = watchedPoints(series, current);
  return [
    ...findingOf('worst-band', worstBandRun(definition, points), definition),
    ...findingOf('special-cause', specialCauseRun(definition, points), definition),
  ];
}

function findingOf(
  kind: Finding['kind'],
  run: readonly Watched[],
  definition: IndicatorDefinition,
): readonly Finding[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const found = { kind, since: first.period, until: last.period, periods: run.length, newest: last.value };
  return [{ ...found, words: watchWords(definition, found) }];
}

/** Does a finding tell of the same episode as an earlier one? Corrections may move an episode's first period. */
export const isSameEpisode = (
  one: Pick<Finding, 'kind' | 'since' | 'until'>,
  other: Pick<Finding, 'kind' | 'since' | 'until'>,
): boolean => one.kind === other.kind && one.since <= other.until && other.since <= one.until;
