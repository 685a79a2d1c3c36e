import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Place, Standing } from '../domain/access/policy';
import type { AnyPeriodCommand } from '../domain/evaluationPeriods/decide';
import type { PeriodOpening } from '../domain/evaluationPeriods/period.schema';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';

/** `evaluationPeriod/<scheme>~<unit>~<period>`: a period opened twice is refused by Temporal itself. */
export const periodWorkflowId = (id: string): string => `evaluationPeriod/${id}`;

export type PeriodCreation = { readonly opening: PeriodOpening; readonly by: string; readonly commandId: string };
export type CarriedPeriod = {
  readonly period: EvaluationPeriod;
  readonly sequence: number;
  readonly answered: readonly string[];
};
/** With `carried` it goes on from there after continue-as-new. */
export type PeriodWorkflowInput = { readonly creation: PeriodCreation; readonly carried?: CarriedPeriod };

export type PeriodEnvelope = {
  readonly commandId: string;
  readonly command: AnyPeriodCommand;
  readonly by: Standing;
  readonly place: Place;
  /** The version the person saw. */
  readonly expected?: number;
};
export type PeriodAnswered = { readonly period: EvaluationPeriod; readonly version: number };

export const periodCommandUpdate = defineUpdate<PeriodAnswered, [PeriodEnvelope]>('command');
/** Answers as soon as the opening is stored; people are then still being added. */
export const periodOpenedUpdate = defineUpdate<PeriodAnswered>('opened');
/** A published result changed (appeal, correction): leaders above are computed again. */
export const scoresChangedSignal = defineSignal('scoresChanged');
export const periodQuery = defineQuery<PeriodAnswered | undefined>('period');

export const EVALUATION_PERIOD_WORKFLOW = 'evaluationPeriod';
