import type { PeriodEvent } from '../domain/evaluationPeriods/events';
import type { EvaluationPeriod, PeriodPhase } from '../domain/evaluationPeriods/state';
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
