import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { IMPORT_WORKFLOW, importWorkflowId } from '../workflows/importCases.contract';
import type { ImportInput } from '../workflows/importCases.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';
import type { ImportCommands } from './ports';

/** Imports over Temporal: one workflow an import, started and cancelled by id, so that a repetition changes nothing. */
export function temporalImports(client: Client): ImportCommands {
  return {
    async start(id) {
      const input: ImportInput = { importId: id };
      const options = {
        workflowId: importWorkflowId(id),
        taskQueue: TASK_QUEUE,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      } as const;
      await client.workflow.start(IMPORT_WORKFLOW, options).catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    },
    async cancel(id) {
      await client.workflow
        .getHandle(importWorkflowId(id))
        .cancel()
        .catch((error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
    },
  };
}
