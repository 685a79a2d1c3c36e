import type { Standing } from '../domain/access/policy';
import type { EngineCommand } from '../domain/evaluations/commands';
import type { EvaluationCommand } from '../domain/evaluations/evaluation.schema';
import type { EvaluationEvent, Placed } from '../domain/evaluations/events';
import type { Evaluation, EvaluationPhase, Ruled } from '../domain/evaluations/state';
import type { TryFacts } from '../domain/schemes/scheme.schema';
import type { Refusal } from '../domain/shared/result';
import type { Instant } from '../domain/shared/time';
import type { OutgoingMessage, Recorded } from './ports';

/** `version` counts the events. */
export type EvaluationRow = { readonly id: string; readonly version: number; readonly evaluation: Evaluation };
export type EvaluationQuery = {
  /** Id of the period: `<scheme>~<unit>~<period>`. */
  readonly period?: string;
  readonly person?: string;
  readonly units?: readonly string[];
  readonly manager?: string;
  readonly approver?: string;
  readonly phase?: EvaluationPhase;
  /** Class as published. */
  readonly class?: string;
  /** See `placeOfEvaluation`. */
  readonly after?: string;
  readonly limit: number;
};

/** Somebody whose evaluation is opened. */
export type EvaluationOpening = Placed & {
  readonly periodId: string;
  readonly person: string;
  readonly period: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly rules: Ruled;
};
export type EvaluationOrder = {
  readonly command: EvaluationCommand | EngineCommand;
  readonly by: Pick<Standing, 'id' | 'standsInFor'>;
  readonly commandId: string;
  /** The version the person saw; another one is refused with CHANGED_MEANWHILE. */
  readonly expected?: number | undefined;
  /** Decide alone: the answer is what would be; nothing is stored. */
  readonly dry?: true;
};
export type EvaluationOutcome =
  | { readonly ok: true; readonly evaluation: Evaluation; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** Evaluations of people with their history. */
export interface EvaluationReader {
  get(id: string): Promise<EvaluationRow | undefined>;
  /** Newest period first, then by id of the person. */
  list(query: EvaluationQuery): Promise<readonly EvaluationRow[]>;
  /** How many of a period stand in each phase. */
  counts(periodId: string): Promise<Readonly<Record<string, number>>>;
  read(id: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<EvaluationEvent>[]>;
  has(id: string, commandId: string): Promise<boolean>;
  /** Everybody of a period, in the order of ids; read as it goes. */
  ofPeriod(periodId: string): AsyncIterable<EvaluationRow>;
}
/** All of it safe to repeat. */
export interface Evaluations extends EvaluationReader {
  /** Decides, and stores events and projection in one transaction; decides again when somebody else was faster. */
  command(id: string, order: EvaluationOrder): Promise<EvaluationOutcome>;
  /** Many at once, in the order given; one refusal does not stop the others. */
  commandMany(
    orders: readonly (EvaluationOrder & { readonly id: string })[],
  ): Promise<readonly (EvaluationOutcome & { readonly id: string })[]>;
  /** Opens those that are not open yet; the others are left as they are. Answers how many it opened. */
  openMany(
    rows: readonly EvaluationOpening[],
    order: { readonly at: Instant; readonly by: string; readonly commandId: string },
  ): Promise<number>;
  /** The facts that a scheme scores, of everybody of a period who is rated; leaders without their subordinates' classes. */
  factsOfPeriod(periodId: string): AsyncIterable<{ readonly row: EvaluationRow; readonly facts: TryFacts }>;
}

/** What the store does for them. */
export interface EvaluationStore extends EvaluationReader {
  /** Events, projection and messages in one transaction; 'conflict' when somebody else appended first: nothing was written. */
  append(
    recorded: readonly Recorded<EvaluationEvent>[],
    evaluation: Evaluation,
    messages?: readonly OutgoingMessage[],
  ): Promise<'stored' | 'conflict'>;
  /** First events with their projections; those there already are left as they are. Answers how many were new. */
  insertMany(
    opened: readonly { readonly first: Recorded<EvaluationEvent>; readonly evaluation: Evaluation }[],
  ): Promise<number>;
}

/** Where an evaluation stands in a list; see `EvaluationQuery.after`. */
export const placeOfEvaluation = ({ evaluation: { period, id } }: EvaluationRow): string => `${period} ${id}`;

/** Who looked at whose evaluation. */
export type Access = {
  /** Whose evaluation it is. */
  readonly person: string;
  readonly evaluation: string;
  readonly by: string;
  readonly at: Instant;
  /** One | list | explain | events | export … */
  readonly what: string;
};
export interface AccessLog {
  record(accesses: readonly Access[]): Promise<void>;
  /** Newest first. */
  of(
    person: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly (Access & { readonly id: string })[]>;
}
