import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import type { CollectPreview } from '../activities/collect.ports';
import type { Collector } from '../domain/collect/collector.schema';
import { everyMs } from '../domain/collect/everyMs';
import type { Instant } from '../domain/shared/time';
import {
  COLLECT_PREVIEW_WORKFLOW,
  COLLECT_WORKFLOW,
  collectScheduleId,
  collectWorkflowId,
} from '../workflows/collect.contract';
import type { CollectInput } from '../workflows/collect.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';

/** All are safe to repeat. */
export interface CollectCommands {
  /** Makes the schedule what the document says: made, changed, paused. `timeZone`: where the document states none. */
  schedule(collector: Collector, timeZone: string): Promise<void>;
  unschedule(collector: string): Promise<void>;
  /** When it is asked next; `undefined`: paused, or there is no schedule. */
  nextRunAt(collector: string): Promise<Instant | undefined>;
  run(collector: string, run: string): Promise<void>;
  preview(collector: string, request: string): Promise<CollectPreview | undefined>;
}

/** An outage is made up for once; what is older than a day comes with the next regular time anyway. */
const CATCHUP = '1 day';
/** The longest a source may take, and some time to begin. */
const PREVIEW_WITHIN_MS = 150_000;

type Schedule = ScheduleOptions & { readonly action: { readonly type: 'startWorkflow' } };

/** Collectors over Temporal: a Schedule each, which starts a workflow a run. */
export function temporalCollectors(client: Client): CollectCommands {
  const handle = (collector: string) => client.schedule.getHandle(collectScheduleId(collector));
  return {
    async schedule(collector, timeZone) {
      const wanted = scheduleOf(collector, timeZone);
      try {
        await client.schedule.create(wanted);
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        const { spec, action, policies, state } = wanted;
        await handle(collector.id).update((before) => ({
          spec,
          action,
          policies: policies ?? {},
          state: { ...before.state, paused: state?.paused ?? false },
        }));
      }
    },
    async unschedule(collector) {
      await handle(collector)
        .delete()
        .catch((error: unknown) => {
          if (!(error instanceof ScheduleNotFoundError)) throw error;
        });
    },
    async nextRunAt(collector) {
      try {
        const { state, info } = await handle(collector).describe();
        return state.paused ? undefined : info.nextActionTimes[0]?.toISOString();
      } catch (error) {
        if (error instanceof ScheduleNotFoundError) return undefined;
        throw error;
      }
    },
    async run(collector, run) {
      const args: [CollectInput] = [{ collector, run }];
      const workflowId = collectWorkflowId(collector, run);
      const options = { workflowId, taskQueue: TASK_QUEUE, args, workflowIdReusePolicy: 'REJECT_DUPLICATE' } as const;
      await client.workflow.start(COLLECT_WORKFLOW, options).catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    },
    async preview(collector, request) {
      const workflowId = `${collectWorkflowId(collector, request)}/preview`;
      const work = () =>
        client.workflow.execute(COLLECT_PREVIEW_WORKFLOW, { workflowId, taskQueue: TASK_QUEUE, args: [collector] });
      const answer: unknown = await client.connection.withDeadline(Date.now() + PREVIEW_WITHIN_MS, work);
      return (answer ?? undefined) as CollectPreview | undefined;
    },
  };
}

function scheduleOf({ id, schedule, enabled }: Collector, timeZone: string): Schedule {
  const every = schedule.every === undefined ? undefined : everyMs(schedule.every);
  const args: [CollectInput] = [{ collector: id }];
  return {
    scheduleId: collectScheduleId(id),
    spec: {
      ...(every !== undefined && { intervals: [{ every }] }),
      ...(schedule.cron !== undefined && { cronExpressions: [schedule.cron] }),
      timezone: schedule.timeZone ?? timeZone,
    },
    action: {
      type: 'startWorkflow',
      workflowType: COLLECT_WORKFLOW,
      workflowId: collectScheduleId(id),
      taskQueue: TASK_QUEUE,
      args,
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP, pauseOnFailure: false },
    state: { paused: !enabled },
  };
}
