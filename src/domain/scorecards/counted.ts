import type { IndicatorDefinition } from '../indicators/indicator.schema';
import type { IndicatorValue, NoValue } from '../indicators/value';
import { Exact } from '../scoring/scored';
import type { Band, ScoringRule } from '../scoring/scoring.schema';
import type { ScoreState } from './view';

/** What each rule's scores are divided by to come to the scale of 0..1. */
const SCALE = {
  progress: 1,
  'goal-red-flag': 10,
  steps: 100,
  range: 1,
  'lower-ratio': 1,
  attainment: 1,
} as const satisfies Record<ScoringRule, number>;

/** What a goal that is just met counts. */
export const GOAL_EDGE = 2 / 3;

/** A score by goal and red flag says itself where it is good: two thirds at the goal, one third at the red flag. Domain facts §3.3. */
const GOAL_RED_FLAG_BANDS: readonly Band[] = [
  { key: 'green', atLeast: 20 / 3 },
  { key: 'yellow', above: 10 / 3 },
  { key: 'red' },
];

export type Counted =
  | {
      readonly state: 'scored';
      /** Kept within 0..1: over-achievement does not average a failure away, and no measure sinks all others. */
      readonly score: Exact;
      readonly raw: Exact;
      readonly overAchieved: boolean;
      /** The score and the bands its status is read from. */
      readonly rated: { readonly score: Exact; readonly bands?: readonly Band[] };
    }
  | { readonly state: Exclude<ScoreState, 'scored' | 'incomplete'> };

const ABSENT: Partial<Record<NoValue, 'not-yet-due' | 'not-applicable'>> = {
  'not-yet-due': 'not-yet-due',
  'not-applicable': 'not-applicable',
  'not-in-force': 'not-applicable',
};

/** The score of a measure on the scale of 0..1, or why there is none. Unrounded. */
export function countedOf(value: IndicatorValue, { scoring }: IndicatorDefinition): Counted {
  if (value.state !== 'value') return { state: ABSENT[value.state] ?? 'missing' };
  if (scoring === undefined || value.score === undefined) return { state: 'not-scored' };
  const scale = SCALE[scoring.rule];
  const score = new Exact(value.score).dividedBy(scale);
  const raw = new Exact(value.raw ?? value.score).dividedBy(scale);
  const counted = Exact.min(Exact.max(score, 0), 1);
  const rated =
    scoring.rule === 'goal-red-flag'
      ? { score: new Exact(value.score), bands: GOAL_RED_FLAG_BANDS }
      : { score: counted };
  return { state: 'scored', score: counted, raw, overAchieved: raw.greaterThan(1), rated };
}
