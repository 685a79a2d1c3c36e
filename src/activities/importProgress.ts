import { Context } from '@temporalio/activity';
import type { ImportCounts, Imports, ImportState } from './ports';

const HEARTBEAT_MS = 2_000;
/** How often progress is written at most. */
const SHOWN_EVERY_MS = 1_000;

/** Keeps an import's activity alive, shows how far it is, and stops it between two steps when it was cancelled. */
export type ImportProgress = {
  /** Bytes of the file as it was sent. */
  read(bytes: number): Promise<void>;
  counted(cases: ImportCounts, errorCount: number): Promise<void>;
  /** Ends the heartbeats. */
  stop(): void;
};

/** `read` and `counted` throw CancelledFailure when the activity was cancelled, and an error when the import has ended otherwise. */
export function importProgress({ id }: ImportState, imports: Imports): ImportProgress {
  const context = Context.current();
  const heartbeat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
  let bytesRead = 0;
  let shownAt = 0;

  async function show(change: Partial<ImportState>): Promise<void> {
    if (context.cancellationSignal.aborted) await context.cancelled;
    const now = performance.now();
    if (now - shownAt < SHOWN_EVERY_MS) return;
    shownAt = now;
    if (!(await imports.update(id, { bytesRead, ...change }))) throw new Error('another attempt has ended this import');
  }

  return {
    read: async (bytes) => {
      bytesRead += bytes;
      await show({});
    },
    counted: (cases, errorCount) => show({ cases, errorCount }),
    stop: () => clearInterval(heartbeat),
  };
}
