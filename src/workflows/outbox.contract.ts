import { defineSignal } from '@temporalio/workflow';

/** There is one outbox. */
export const OUTBOX_WORKFLOW_ID = 'outbox';
export const OUTBOX_WORKFLOW = 'outbox';

/** Messages were recorded: look now. */
export const wakeOutboxSignal = defineSignal('wake');
