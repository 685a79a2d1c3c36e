import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ReminderActivities } from '../activities/reminders.activities';
import { nextRoundQuery, settingsChangedSignal, type OfficeDayInput } from './officeDay.contract';
import { OUTBOX_WORKFLOW_ID, wakeOutboxSignal } from './outbox.contract';

const { nextRound } = proxyLocalActivities<Pick<ReminderActivities, 'nextRound'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
/** A round that does not succeed within half an hour is missed, and missed rounds wait for the office's hours. */
const { holdRound } = proxyActivities<Pick<ReminderActivities, 'holdRound'>>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  scheduleToCloseTimeout: '30 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const ROUNDS_A_RUN = 200;
/** A wake that comes later than this was an outage: the office may have closed meanwhile. */
const LATE_MS = 10 * 60_000;

/** An office's reminders, for ever: sleeps until the next round, holds it, and so on. Rounds ask what is due now, so that none is ever planned ahead. */
export async function officeDay({ unit, outbox = OUTBOX_WORKFLOW_ID, missed = false }: OfficeDayInput): Promise<void> {
  let changed = false;
  let next: string | undefined;
  setHandler(settingsChangedSignal, () => void (changed = true));
  setHandler(nextRoundQuery, () => next);

  for (let rounds = 0; rounds < ROUNDS_A_RUN && !workflowInfo().continueAsNewSuggested;) {
    changed = false;
    next = await nextRound({ unit, now: new Date().toISOString(), missed });
    if (next === undefined) return;
    await condition(() => changed, Math.max(1, untilMs(next)));
    if (untilMs(next) > 0) continue;
    missed = untilMs(next) < -LATE_MS;
    if (missed) continue;
    missed = !(await held(unit, outbox));
    rounds += 1;
  }
  await condition(allHandlersFinished);
  await continueAsNew<typeof officeDay>({ unit, outbox, missed });
}

const untilMs = (at: string): number => Date.parse(at) - Date.now();

async function held(unit: string, outbox: string): Promise<boolean> {
  try {
    const { deliveriesDue } = await holdRound({ unit, at: new Date().toISOString() });
    if (deliveriesDue) await wake(outbox);
    return true;
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    log.warn('a round failed and will be held later', { unit, cause: error.cause?.message });
    return false;
  }
}

/** An outbox that does not run yet looks for itself when it starts. */
async function wake(outbox: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(outbox).signal(wakeOutboxSignal);
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.warn('the outbox was not there to be woken', { outbox });
  }
}
