import { ApplicationFailure } from '@temporalio/common';
import { MalformedFile } from '../domain/cases/importFailure';
import { ErrorTally } from '../domain/cases/importTally';
import type { IndicatorChange } from './indicators.ports';
import { importProgress, type ImportProgress } from './importProgress';
import { calendarOf } from './officeCalendar';
import type { Cases, CaseSources, Clock, ImportCounts, Imports, ImportState, Organisation } from './ports';

export type ImportDeps = {
  readonly imports: Imports;
  readonly cases: Cases;
  readonly sources: CaseSources;
  readonly organisation: Organisation;
  /** Told when cases were stored. */
  readonly onIndicatorChange?: (change: IndicatorChange) => Promise<void>;
  readonly clock: Clock;
};

/** How an import ended. The rows it could not read and the reason of a failure stand in its state, not in the workflow's history. */
export type ImportOutcome = Pick<ImportState, 'status' | 'cases' | 'errorCount'>;

export type ImportActivities = ReturnType<typeof importActivities>;

/** What an import asks the world to do. */
export function importActivities(deps: ImportDeps) {
  const { imports, clock } = deps;

  /** Files of dry runs and refused files are of no use afterwards; those of imports stay as the source of their cases. */
  async function end(state: ImportState, change: Partial<ImportState>): Promise<ImportOutcome> {
    if (state.status === 'running') await imports.update(state.id, { ...change, finishedAt: clock.now() });
    const ended = (await imports.get(state.id)) ?? state;
    if (ended.dryRun || ended.status !== 'done') await imports.discardFile(state.id);
    if (!ended.dryRun && ended.status !== 'failed')
      await deps.onIndicatorChange?.({ kind: 'cases', procedure: ended.procedure });
    return { status: ended.status, cases: ended.cases, errorCount: ended.errorCount };
  }

  return {
    /**
     * Reads the file and stores its cases, in one go. May be repeated at any point: the file is read anew, and cases this
     * import stored before are counted as what they were then. A malformed file is an outcome, not a fault.
     */
    async runImport(id: string): Promise<ImportOutcome> {
      const state = await imports.get(id);
      if (state === undefined) throw ApplicationFailure.nonRetryable(`there is no import ${id}`, 'UNKNOWN_IMPORT');
      if (state.status !== 'running') return end(state, {});
      const tally = new ErrorTally();
      const progress = importProgress(state, imports);
      const errors = () => ({ errors: tally.kept, errorCount: tally.count });
      try {
        const cases = await readAndStore(state, tally, progress, deps);
        return await end(state, { status: 'done', cases, bytesRead: state.bytes, ...errors() });
      } catch (error) {
        if (!(error instanceof MalformedFile)) throw error;
        const { message: failure, words: failureWords } = error;
        return await end(state, { status: 'failed', failure, failureWords, ...errors() });
      } finally {
        progress.stop();
      }
    },

    /** Marks an import that was cancelled. Cases it stored before stay: each is whole, and the next import completes them. */
    async cancelImport(id: string): Promise<ImportOutcome> {
      const state = await imports.get(id);
      if (state === undefined) throw ApplicationFailure.nonRetryable(`there is no import ${id}`, 'UNKNOWN_IMPORT');
      return end(state, { status: 'cancelled' });
    },
  };
}

async function readAndStore(
  state: ImportState,
  tally: ErrorTally,
  progress: ImportProgress,
  { imports, cases, sources, organisation }: ImportDeps,
): Promise<ImportCounts> {
  const reading = await readingOf(state, imports, organisation);
  const bytes = countedBytes(await imports.file(state.id), progress);
  const report = tally.add.bind(tally);
  let counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, older: 0 };
  for await (const batch of sources.read(state.contentType, bytes, { ...reading, report })) {
    const { procedure, id, startedAt } = state;
    const done = state.dryRun
      ? await cases.compare(procedure, batch, startedAt)
      : await cases.store(procedure, id, batch, startedAt);
    counts = sumOf(counts, done);
    await progress.counted(counts, tally.count);
  }
  return counts;
}

/** The mapping as it stood when the import first ran, so that a retry after an edit does not read the file differently. */
async function readingOf(
  state: ImportState,
  imports: Imports,
  organisation: Organisation,
): Promise<NonNullable<ImportState['reading']>> {
  if (state.reading !== undefined) return state.reading;
  const procedure = (await organisation.procedures.get(state.procedure))?.value;
  const place = { unit: procedure?.unit ?? '', procedure: state.procedure };
  const { timeZone } = await calendarOf(organisation, place);
  const reading = { mapping: procedure?.mapping ?? {}, timeZone };
  await imports.update(state.id, { reading });
  return reading;
}

async function* countedBytes(file: NodeJS.ReadableStream, progress: ImportProgress): AsyncIterable<Uint8Array> {
  for await (const chunk of file) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    await progress.read(bytes.length);
    yield bytes;
  }
}

function sumOf(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    added: a.added + b.added,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    older: (a.older ?? 0) + (b.older ?? 0),
  };
}
