import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Place, Standing } from '../domain/access/policy';
import type { CycleCommand, DraftPlan } from '../domain/cycle/cycle.schema';
import { cycleId, pathOf } from '../domain/cycle/ids';
import type { EarlierDecision } from '../domain/cycle/events';
import type { Cycle } from '../domain/cycle/state';
import type { Instant } from '../domain/shared/time';

/** `cycle/<unit>/<procedure>/<no>`: the meaning is in the id, so that starting twice is refused by Temporal itself. */
export const cycleWorkflowId = (unit: string, procedure: string, no: number): string =>
  workflowIdOf(cycleId(unit, procedure, no));

export const workflowIdOf = (id: string): string => `cycle/${pathOf(id)}`;

export type LaunchInput = {
  readonly id: string;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly stage: number;
  readonly title: string;
  readonly lead: string;
  readonly plan: DraftPlan;
  readonly by: string;
  readonly commandId: string;
  readonly earlier?: EarlierDecision;
};

/** What a run hands to the next when history grows long. */
export type CarriedCycle = {
  readonly cycle: Cycle;
  readonly sequence: number;
  readonly answered: readonly Answered[];
};
/** A command that was carried out, so that its repetition answers as the first time. */
export type Answered = { readonly commandId: string; readonly sequence: number };

export type CycleInput = {
  readonly launch: LaunchInput;
  readonly searchable: boolean;
  readonly carried?: CarriedCycle;
};

export type CommandEnvelope = {
  readonly commandId: string;
  readonly command: CycleCommand;
  readonly by: Standing;
  /** The cycle's unit and those above it, as the tree of units stood when the command was given. */
  readonly place: Place;
  /** The version the person saw; a cycle that has moved on refuses. */
  readonly expected?: number;
};

export type CycleAnswer = { readonly cycle: Cycle; readonly version: number };

/** `ApplicationFailure.type` of a refusal; its first detail is the `Refusal`. */
export const REFUSAL = 'Refusal';

export const commandUpdate = defineUpdate<CycleAnswer, [CommandEnvelope]>('command');
/** Answers as soon as the launch is stored. */
export const launchedUpdate = defineUpdate<CycleAnswer>('launched');
/** The calendar, the unit or the procedure changed: compute the deadline again. */
export const reconsiderSignal = defineSignal<[{ readonly reason: string; readonly at: Instant }]>('reconsider');
export const cycleQuery = defineQuery<CycleAnswer | undefined>('cycle');

export const CYCLE_WORKFLOW = 'cycle';
