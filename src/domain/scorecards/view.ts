import type { IndicatorDefinition } from '../indicators/indicator.schema';
import type { Period } from '../indicators/period';
import type { IndicatorValue } from '../indicators/value';
import type { Instant, LocalDate } from '../shared/time';
import type { Words } from '../shared/language';
import type { Initiative, Objective, Perspective, ScorecardDefinition } from './scorecard.schema';

export const RATINGS = ['green', 'yellow', 'red'] as const;
export type Rating = (typeof RATINGS)[number];

/** Against the target, now. `band`: key of the scorecard's (or the rule's) band the unrounded score lies in. */
export type Status = { readonly rating: Rating; readonly band: string; readonly words: Words };

export const MOVEMENTS = ['improving', 'steady', 'worsening', 'unknown'] as const;
export type Movement = (typeof MOVEMENTS)[number];
export const PROGRESS_RULES = ['xmr', 'last-period', 'baseline', 'below', 'none'] as const;

/** Where it moves, rated apart from where it is. `rule`: by which evidence; `words`: the movement and the rule. */
export type Progress = {
  readonly movement: Movement;
  readonly rule: (typeof PROGRESS_RULES)[number];
  /** Missing when the movement is unknown. */
  readonly rating?: Rating;
  readonly words: Words;
};

export const SCORE_STATES = ['scored', 'incomplete', 'not-scored', 'missing', 'not-yet-due', 'not-applicable'] as const;
export type ScoreState = (typeof SCORE_STATES)[number];

export type NoteCode =
  'NOT_SCORED' | 'OVER_ACHIEVED' | 'LONGER_PERIOD' | 'UNKNOWN_INDICATOR' | 'NO_MEASURE' | 'INCOMPLETE' | 'NO_VALUE';
export type Note = { readonly code: NoteCode; readonly words: Words };

/** What measures, objectives and perspectives have in common. Scores are 0..1 and unrounded, coverage 0..1. */
type Scored = {
  readonly weight: number;
  /** Its weight ÷ that of all its siblings that apply, 0..1. */
  readonly share: number;
  readonly state: ScoreState;
  readonly score?: number;
  readonly coverage: number;
  readonly status?: Status;
  readonly progress: Progress;
  readonly notes: readonly Note[];
};

export type MeasureView = Scored & {
  readonly indicator: string;
  readonly name?: Words;
  readonly unitOfMeasure?: string;
  readonly direction?: IndicatorDefinition['direction'];
  /** Where the value is to stay, with direction `range`. */
  readonly range?: IndicatorDefinition['range'];
  readonly counter: boolean;
  /** Period of the value: the scorecard's, or the last longer one that had ended by then. */
  readonly period: Period;
  /** Missing where the indicator is not there. */
  readonly value?: IndicatorValue;
  /** As the indicator's rule gives it, brought to the scale of 0..1 (may lie outside). `score` is what counts. */
  readonly raw?: number;
  readonly overAchieved: boolean;
};
export type ObjectiveView = Scored &
  Omit<Objective, 'measures' | 'name' | 'description' | 'weight'> & {
    readonly name: Words;
    readonly description?: Words;
    readonly measures: readonly MeasureView[];
  };
export type PerspectiveView = Scored &
  Omit<Perspective, 'name' | 'question' | 'weight'> & {
    readonly name: Words;
    readonly question?: Words;
    readonly objectives: readonly ObjectiveView[];
  };
export type InitiativeView = Omit<Initiative, 'name'> & {
  readonly name: Words;
  /** Its due day has passed at the moment that is read. */
  readonly overdue: boolean;
};
export type ScorecardView = Omit<Scored, 'weight' | 'share'> & {
  readonly name: Words;
  readonly mission?: Words;
  readonly unit: string;
  readonly owner?: string;
  readonly frequency: ScorecardDefinition['frequency'];
  readonly period: Period;
  readonly public: boolean;
  readonly pack?: string;
  readonly perspectives: readonly PerspectiveView[];
  readonly initiatives: readonly InitiativeView[];
  readonly links: ScorecardDefinition['links'];
};

/** What a measure is read from: the indicator as it is defined then, and its values up to the period, oldest first. */
export type MeasureFacts = {
  readonly definition: IndicatorDefinition;
  readonly period: Period;
  /** The last one is the value of `period`; never empty. */
  readonly series: readonly IndicatorValue[];
};
export type ScorecardFacts = {
  readonly definition: ScorecardDefinition;
  readonly period: Period;
  /** The day on which it is read: what is due after it is not overdue. */
  readonly today: LocalDate;
  /** By indicator. */
  readonly measures: ReadonlyMap<string, MeasureFacts>;
};

/** What is kept with an answer: which version of the definition was read, as known when. */
export type ReadAs = { readonly definitionVersion: number; readonly knownAt?: Instant; readonly closedAt?: Instant };
