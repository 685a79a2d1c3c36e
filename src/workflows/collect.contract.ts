/** `collect/<collector>`: the schedule of a collector, and the beginning of the ids of the workflows it starts. */
export const collectScheduleId = (collector: string): string => `collect/${collector}`;
/** Workflow of one run. A run that is asked for twice is refused by Temporal itself. */
export const collectWorkflowId = (collector: string, run: string): string => `collect/${collector}/${run}`;

export type CollectInput = {
  readonly collector: string;
  /** Missing: started by the schedule; the run is named by its time, which Temporal puts behind the workflow's id. */
  readonly run?: string;
};

export const COLLECT_WORKFLOW = 'collect';
export const COLLECT_PREVIEW_WORKFLOW = 'collectPreview';
