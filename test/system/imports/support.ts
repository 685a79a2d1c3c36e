import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type mongoose from 'mongoose';
import type { ImportState } from '../../../src/activities/ports';
import { importActivities } from '../../../src/activities/imports.activities';
import type { Mapping } from '../../../src/domain/organisation/organisation.schema';
import { createSources } from '../../../src/sources/catalogue';
import { caseCollections, createCases } from '../../../src/store/cases';
import { prepareCollections } from '../../../src/store/collections';
import { connect } from '../../../src/store/connection';
import { createImports, importCollections } from '../../../src/store/imports';
import { createOrganisation, organisationCollections } from '../../../src/store/organisation';
import { IMPORT_WORKFLOW, importWorkflowId } from '../../../src/workflows/importCases.contract';
import { HEAVY_TASK_QUEUE, TASK_QUEUE } from '../../../src/workflows/queues.contract';

const COLLECTIONS = [...organisationCollections, ...caseCollections, ...importCollections];

/** Stores over a database of its own, with the unit `hall` and procedures as they are asked for. */
export async function storesAt(uri: string, procedures: Readonly<Record<string, Mapping>> = {}) {
  const connection = await connect(uri);
  await prepareCollections(connection, COLLECTIONS);
  const organisation = createOrganisation(connection);
  await organisation.units.put({ id: 'hall', name: 'Town hall' }, 'test');
  for (const [id, mapping] of Object.entries(procedures))
    await organisation.procedures.put({ id, name: id, unit: 'hall', mapping }, 'test');
  return { connection, organisation, cases: createCases(connection), imports: createImports(connection) };
}
export type Stores = Awaited<ReturnType<typeof storesAt>>;

export function activitiesOver({ organisation, cases, imports }: Omit<Stores, 'connection'>) {
  const clock = { now: () => new Date().toISOString() };
  return importActivities({ organisation, cases, imports, clock, sources: createSources() });
}

/** Workers of both task queues in this process, as the worker's composition root makes them. */
export async function workersAt(address: string, activities: ReturnType<typeof activitiesOver>) {
  const connection = await NativeConnection.connect({ address });
  const workflowsPath = join(__dirname, '../../../src/workflows/importCases.workflow.ts');
  const [main, heavy] = await Promise.all([
    Worker.create({ connection, taskQueue: TASK_QUEUE, workflowsPath, activities }),
    // An activity hears of its cancellation by the answer to a heartbeat, so these must not be held back for long.
    Worker.create({ connection, taskQueue: HEAVY_TASK_QUEUE, activities, maxHeartbeatThrottleInterval: '1 second' }),
  ]);
  const running = Promise.all([main.run(), heavy.run()]);
  return {
    stop: async (): Promise<void> => {
      main.shutdown();
      heavy.shutdown();
      await running;
      await connection.close();
    },
  };
}

export type FileOptions = Partial<Pick<ImportState, 'contentType' | 'dryRun' | 'gzip'>>;

/** The office: hands in files and follows what becomes of them. */
export async function officeAt(address: string, imports: Stores['imports']) {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const { workflow } = client;

  async function handIn(procedure: string, file: string | Uint8Array, options: FileOptions = {}): Promise<string> {
    const id = randomUUID();
    await imports.create(newImport(id, procedure, options), Readable.from([Buffer.from(file)]));
    await workflow.start(IMPORT_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: importWorkflowId(id),
      args: [{ importId: id }],
    });
    return id;
  }

  async function ended(id: string): Promise<ImportState> {
    await workflow.getHandle(importWorkflowId(id)).result();
    const state = await imports.get(id);
    if (state === undefined) throw new Error(`import ${id} is gone`);
    return state;
  }

  return {
    handIn,
    ended,
    imported: async (...file: Parameters<typeof handIn>): Promise<ImportState> => ended(await handIn(...file)),
    cancel: (id: string) => workflow.getHandle(importWorkflowId(id)).cancel(),
    close: () => connection.close(),
  };
}
export type Office = Awaited<ReturnType<typeof officeAt>>;

export function newImport(id: string, procedure: string, options: FileOptions = {}): ImportState {
  return {
    id,
    procedure,
    by: 'lan',
    status: 'running',
    contentType: 'text/csv',
    gzip: false,
    dryRun: false,
    bytes: 0,
    bytesRead: 0,
    cases: { added: 0, updated: 0, unchanged: 0, older: 0 },
    errors: [],
    errorCount: 0,
    startedAt: new Date().toISOString(),
    ...options,
  };
}

/** A table of made cases, two steps each; `decidedDay(i)` is the day of January 2026 on which case i was decided. */
export function tableOf(count: number, decidedDay: (i: number) => number = () => 20): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const decided = `2026-01-${String(decidedDay(i)).padStart(2, '0')}T15:00:00Z`;
    return `case-${i},Receive,2026-01-02T08:00:00Z,counter\ncase-${i},Decide,${decided},counter`;
  });
  return ['case:concept:name,concept:name,time:timestamp,channel', ...rows].join('\n');
}

export async function allCases(connection: mongoose.Connection): Promise<number> {
  return connection.collection('cases').countDocuments({});
}

/** Waits until something holds, at most two minutes. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 25) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come about');
}
