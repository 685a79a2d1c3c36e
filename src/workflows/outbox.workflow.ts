import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { OutboxActivities } from '../activities/outbox.activities';
import { wakeOutboxSignal } from './outbox.contract';

const { deliverDue } = proxyActivities<OutboxActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const PASSES_A_RUN = 200;
/** It looks by itself after this even when nobody woke it. */
const IDLE_MS = 60 * 60_000;
/** Between two looks, so that a clock that runs ahead makes no busy loop. */
const SHORTEST_PAUSE_MS = 1_000;

/** Sends messages by the channels, for ever; what fails is tried again when its pause is over. Nothing waits for it. */
export async function outbox(): Promise<void> {
  let woken = false;
  setHandler(wakeOutboxSignal, () => void (woken = true));

  for (let passes = 0; passes < PASSES_A_RUN && !workflowInfo().continueAsNewSuggested; passes += 1) {
    woken = false;
    const { nextAt } = await deliverDue({ at: new Date().toISOString() });
    await condition(() => woken, pauseMs(nextAt));
  }
  await condition(allHandlersFinished);
  await continueAsNew<typeof outbox>();
}

function pauseMs(nextAt: string | undefined): number {
  if (nextAt === undefined) return IDLE_MS;
  return Math.min(IDLE_MS, Math.max(SHORTEST_PAUSE_MS, Date.parse(nextAt) - Date.now()));
}
