import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Collectors } from '../activities/collect.ports';
import { calendarOf } from '../activities/officeCalendar';
import type { DocumentKind, Organisation, Telling } from '../activities/ports';
import { temporalCollectors } from '../api/temporalCollectors';
import { officesOf } from '../domain/organisation/offices';
import { ANNOUNCE_WORKFLOW, announceWorkflowId } from '../workflows/announce.contract';
import type { AnnounceInput } from '../workflows/announce.contract';
import { reconsiderSignal, workflowIdOf } from '../workflows/cycle.contract';
import { OFFICE_DAY_WORKFLOW, officeDayWorkflowId, settingsChangedSignal } from '../workflows/officeDay.contract';
import type { OfficeDayInput } from '../workflows/officeDay.contract';
import { OUTBOX_WORKFLOW, OUTBOX_WORKFLOW_ID, wakeOutboxSignal } from '../workflows/outbox.contract';
import { RETENTION_WORKFLOW, RETENTION_WORKFLOW_ID } from '../workflows/retention.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';

/** The workflows that always run: one day per office, one outbox, one that deletes what is kept no longer. Safe to ask for again and again. */
export async function ensureStandingWorkflows(client: Client, organisation: Organisation): Promise<void> {
  await ensure(client, OUTBOX_WORKFLOW, OUTBOX_WORKFLOW_ID, []);
  await ensure(client, RETENTION_WORKFLOW, RETENTION_WORKFLOW_ID, []);
  for (const unit of officesOf(await organisation.allUnits())) await ensureOffice(client, unit);
}

/** Has the outbox look now; it is started where it does not run. */
export async function wakeOutbox(client: Client): Promise<void> {
  await client.workflow.signalWithStart(OUTBOX_WORKFLOW, {
    workflowId: OUTBOX_WORKFLOW_ID,
    taskQueue: TASK_QUEUE,
    args: [],
    signal: wakeOutboxSignal,
    signalArgs: [],
  });
}

/** Tells workflows over Temporal. */
export const tellingOver = (client: Client, stores: CollectorStores): Telling => ({
  collector: (id) => syncCollector(id, client, stores),
  office: async (unit) => {
    await ensureOffice(client, unit);
    await unlessOver(client.workflow.getHandle(officeDayWorkflowId(unit)).signal(settingsChangedSignal));
  },
  cycle: async (id, change) => {
    const reason = `${change.kind} ${change.id}`;
    await unlessOver(client.workflow.getHandle(workflowIdOf(id)).signal(reconsiderSignal, { reason, at: change.at }));
  },
});

type CollectorStores = { readonly collectors: Pick<Collectors, 'get'>; readonly organisation: Organisation };

/** Until the document is the one that was scheduled: it may be edited or removed meanwhile. */
async function syncCollector(id: string, client: Client, { collectors, organisation }: CollectorStores): Promise<void> {
  const schedules = temporalCollectors(client);
  for (let found = await collectors.get(id), settled = false; !settled;) {
    if (found === undefined) await schedules.unschedule(id);
    else {
      const { timeZone } = await calendarOf(organisation, { unit: found.value.unit, procedure: '' });
      await schedules.schedule(found.value, timeZone);
    }
    const now = await collectors.get(id);
    settled = now?.version === found?.version;
    found = now;
  }
}

/** No deadline, round or schedule is computed from these. */
const WITHOUT_DEADLINES: ReadonlySet<DocumentKind> = new Set(['person', 'reminderPolicy', 'planTemplate', 'terms']);

/** Has a change of the organisation announced, durably: once this returns, everyone concerned will be told. */
export const documentChanged =
  (client: Client, now: () => string) =>
  async (kind: DocumentKind, id: string): Promise<void> => {
    if (WITHOUT_DEADLINES.has(kind)) return;
    const input: AnnounceInput = { kind, id, at: now() };
    await ensure(client, ANNOUNCE_WORKFLOW, announceWorkflowId(input), [input]);
  };

async function ensureOffice(client: Client, unit: string): Promise<void> {
  const input: OfficeDayInput = { unit };
  await ensure(client, OFFICE_DAY_WORKFLOW, officeDayWorkflowId(unit), [input]);
}

async function ensure(client: Client, type: string, workflowId: string, args: unknown[]): Promise<void> {
  await client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args }).catch((error: unknown) => {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  });
}

async function unlessOver(signal: Promise<void>): Promise<void> {
  await signal.catch((error: unknown) => {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  });
}
