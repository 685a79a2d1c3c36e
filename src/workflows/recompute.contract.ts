import { defineSignal } from '@temporalio/workflow';
import type { IndicatorChange } from '../activities/indicators.ports';

/** There is one: recomputations follow one another. */
export const RECOMPUTE_WORKFLOW_ID = 'recompute';
export const RECOMPUTE_WORKFLOW = 'recompute';

export type RecomputeInput = {
  /** Carried from run to run: what is still to be done. */
  readonly pending?: readonly IndicatorChange[];
  /** The recomputation that is under way. */
  readonly step?: { readonly id: string; readonly changes: readonly IndicatorChange[] };
  /** Workflow that sends what the watch tells; default: `OUTBOX_WORKFLOW_ID`. */
  readonly outbox?: string;
};

/** Something that values depend on was stored. */
export const indicatorChangedSignal = defineSignal<[IndicatorChange]>('indicatorChanged');
