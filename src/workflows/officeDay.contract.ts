import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Instant } from '../domain/shared/time';

/** `office/<unit>`: an office has one day, started when the unit becomes an office. */
export const officeDayWorkflowId = (unit: string): string => `office/${unit}`;

export type OfficeDayInput = {
  readonly unit: string;
  /** Workflow that sends what the rounds record; default: `OUTBOX_WORKFLOW_ID`. */
  readonly outbox?: string;
  /** Carried from run to run: the last round was not held. */
  readonly missed?: boolean;
};

/** Calendar, hours, policy or place in the tree of the office changed: compute the next wake again. */
export const settingsChangedSignal = defineSignal('settingsChanged');
/** When the next round is held; `undefined` before that is known. */
export const nextRoundQuery = defineQuery<Instant | undefined>('nextRound');

export const OFFICE_DAY_WORKFLOW = 'officeDay';
