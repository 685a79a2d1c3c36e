import type { PeriodEvent } from '../domain/evaluationPeriods/events';
import type { Before, PersonRow } from '../domain/evaluationPeriods/fairness/row';
import type { QuotaGroup } from '../domain/evaluationPeriods/quota';
import type { EvaluationPeriod, PeriodPhase } from '../domain/evaluationPeriods/state';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import type { Member } from '../domain/evaluationPeriods/membership';
import type { PeriodOpening, Post } from '../domain/evaluationPeriods/period.schema';
import type { Instant, LocalDate } from '../domain/shared/time';
import type { Recorded } from './ports';

export type PeriodRow = { readonly id: string; readonly version: number; readonly period: EvaluationPeriod };
export type PeriodQuery = {
  readonly units?: readonly string[];
  readonly scheme?: string;
  readonly period?: string;
  readonly phase?: PeriodPhase;
  readonly after?: string;
  readonly limit: number;
};

/** Periods of evaluation with their history. */
export interface EvaluationPeriods {
  /** Appends the events and moves the projection. Safe to repeat. */
  append(recorded: readonly Recorded<PeriodEvent>[], period: EvaluationPeriod): Promise<void>;
  read(period: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<PeriodEvent>[]>;
  has(period: string, commandId: string): Promise<boolean>;
  get(id: string): Promise<PeriodRow | undefined>;
  /** Newest first. */
  list(query: PeriodQuery): Promise<readonly PeriodRow[]>;
}

/** Where a period stands in a list, newest first; see `PeriodQuery.after`. */
export const placeOfPeriod = ({ period }: PeriodRow): string => `${period.openedAt} ${period.id}`;

/** People of a period by the phase of their evaluation. */
export type PhaseCounts = Readonly<Record<string, number>>;
/** Everybody in a period with their score as it stands now. */
export type PeopleLook = {
  readonly definition: SchemeDefinition;
  readonly rows: readonly PersonRow[];
  readonly quota: readonly QuotaGroup[];
};
/** Reads across the evaluations of a period. */
export interface PeriodPeople {
  counts(period: string): Promise<PhaseCounts>;
  look(period: EvaluationPeriod): Promise<PeopleLook>;
  /** How people stood in the period before, of the same scheme: wherever they were then. */
  before(period: EvaluationPeriod, persons: readonly string[]): Promise<ReadonlyMap<string, Before>>;
}

/** Somebody whose evaluation is opened. `agency`: the office of the unit. `excluded`: why they are not rated. */
export type Opened = Member & {
  readonly agency: string;
  readonly approver?: string;
  readonly excluded?: string;
};
export type OpeningOf = {
  readonly period: EvaluationPeriod;
  readonly at: Instant;
  readonly commandId: string;
};
/** What is frozen when a result is published. */
export type Result = {
  readonly id: string;
  readonly person: string;
  readonly total?: number;
  readonly class?: string;
  /** Why there is no result. */
  readonly why?: string;
  /** The class is that of the quota, not of the points. */
  readonly lowered?: true;
  /** Of a leader: the classes that the result was computed from. */
  readonly subordinates?: readonly string[];
};
/** What a period does with the evaluations of its people. All of it is safe to repeat. */
export interface PeriodEvaluations {
  openMany(people: readonly Opened[], of: OpeningOf): Promise<void>;
  /** Those that are there already are moved (transfer) or excluded (leave) as the posts and absences now say. */
  adjustMany(people: readonly Opened[], of: OpeningOf): Promise<void>;
  beginStep(phase: 'self' | 'rating', of: OpeningOf): Promise<void>;
  /** What is to be published; leaders from the classes below, classes lowered by the quota. */
  results(period: EvaluationPeriod): Promise<readonly Result[]>;
  publishMany(results: readonly Result[], of: OpeningOf): Promise<void>;
  /** Published results of leaders that differ from what the classes below give now are corrected. */
  reviseLeaders(of: OpeningOf): Promise<void>;
  finaliseMany(of: OpeningOf): Promise<void>;
}
/** Whom a period would evaluate, were it opened now; in the order of their ids. */
export type PeriodMembers = (opening: PeriodOpening, definition: SchemeDefinition) => Promise<readonly Opened[]>;
/** Posts as they are known. */
export interface PeriodPosts {
  /** Ids of people with any post in one of these units. */
  peopleIn(units: readonly string[]): Promise<readonly string[]>;
  of(people: readonly string[]): Promise<ReadonlyMap<string, readonly Post[]>>;
}
export type SchemeInForce = (
  id: string,
  day: LocalDate,
) => Promise<{ readonly version: number; readonly definition: SchemeDefinition } | undefined>;
