import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { temporalCycles } from '../../../src/api/temporalCycles';
import { temporalImports } from '../../../src/api/temporalImports';
import type { CycleCommand, DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import type { Standing } from '../../../src/domain/access/policy';
import { activityDeps } from '../../../src/worker/activityDeps';
import { documentChanged, ensureStandingWorkflows } from '../../../src/worker/standing';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { startWorkers } from '../../../src/worker/workers';
import { announceWorkflowId } from '../../../src/workflows/announce.contract';
import { workflowIdOf } from '../../../src/workflows/cycle.contract';
import { importWorkflowId } from '../../../src/workflows/importCases.contract';
import { officeDayWorkflowId } from '../../../src/workflows/officeDay.contract';
import { OUTBOX_WORKFLOW_ID } from '../../../src/workflows/outbox.contract';
import { RETENTION_WORKFLOW_ID } from '../../../src/workflows/retention.contract';
import { newImport, tableOf } from '../imports/support';
import { eventually } from './eventually';
import { LIBRARY_STORIES, sourceThatComes } from './library-stories';
import { anOffice, BY, CHI, DUNG, HEAD, LEAD, PLAN } from './office';
import type { OwnServers } from './run-servers';

/** Histories name who acted: never the machine they were recorded on. */
const IDENTITY = 'kairyo';
const REVIEW = {
  type: 'RecordReview',
  strengths: [],
  weaknesses: [],
  learning: ['A list is enough'],
  predictionCompared: 'As predicted',
} as const satisfies CycleCommand;

export type Book = {
  readonly stores: Stores;
  readonly client: Client;
  readonly launch: (name: string, plan?: Partial<DraftPlan>) => Promise<string>;
  readonly give: (id: string, command: CycleCommand, by: Standing) => Promise<void>;
  readonly inPhase: (id: string, phase: string) => Promise<void>;
};

/**
 * Plays each story on real servers and writes its history to `<folder>/<story>.json`: what `npm test` replays ever after.
 * `only`: the stories of these workflows.
 */
export async function recordHistories(
  servers: OwnServers,
  version: string,
  { folder, only = [] }: { readonly folder: string; readonly only?: readonly string[] },
): Promise<readonly string[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const address = servers.temporal.address;
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const client = new Client({ connection, identity: IDENTITY });
  const stores = await openStores(servers.mongo.uri('histories'));
  await anOffice(stores, { rounds: { everySeconds: 1 } });
  const deps = {
    ...activityDeps({ stores, client, env: {}, say: () => undefined }),
    collectSource: sourceThatComes(),
  };
  const workers = await startWorkers({ connection: native, namespace: 'default', deps, identity: IDENTITY });
  const book = bookOver(stores, client);
  const workflowIds: Record<string, string> = {};
  const wanted = (story: string): boolean => only.length === 0 || only.includes(story.split('-')[0] ?? '');
  for (const [story, play] of Object.entries(STORIES)) if (wanted(story)) workflowIds[story] = await play(book);
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const [story, workflowId] of Object.entries(workflowIds)) {
    const file = join(folder, `${story.replace('-', `-${version}-`)}.json`);
    writeFileSync(file, historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory()));
    files.push(file);
  }
  await workers.stop();
  await Promise.all([native.close(), connection.close(), stores.connection.close()]);
  return files;
}

function bookOver(stores: Stores, client: Client): Book {
  const commands = temporalCycles({ ...stores, client, searchable: true });
  return {
    stores,
    client,
    launch: async (name, plan = {}) => {
      await stores.organisation.put('procedure', { id: name, name, unit: 'kh-dpi' }, BY);
      const outcome = await commands.launch({ procedure: name, plan: { ...PLAN, ...plan } }, LEAD, `launch-${name}`);
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return outcome.cycle.id;
    },
    give: async (id, command, by) => {
      const outcome = await commands.command(id, command, by, randomUUID());
      if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
    },
    inPhase: (id, phase) =>
      eventually(async () => {
        const found = (await stores.cycles.get(id))?.cycle.phase;
        if (found !== phase) throw new Error(`${id} stands in ${found}, not in ${phase}`);
      }),
  };
}

async function toAct({ launch, give, inPhase }: Book, name: string): Promise<string> {
  const id = await launch(name, { do: 'PT1S' });
  await give(id, { type: 'RevisePlan', plan: { causes: ['Two forms ask the same'] } }, LEAD);
  await give(id, { type: 'ApprovePlan' }, HEAD);
  await inPhase(id, 'check');
  await give(id, REVIEW, CHI);
  await give(id, REVIEW, DUNG);
  return id;
}

/** Name of the file, without the version → plays it and answers the id of its workflow. */
const STORIES: Readonly<Record<string, (book: Book) => Promise<string>>> = {
  ...LIBRARY_STORIES,
  'cycle-adapt': async (book) => {
    const id = await toAct(book, 'adapted');
    await book.give(id, { type: 'AdaptChange', reason: 'Half way there', changes: { do: 'P2M' } }, HEAD);
    await book.inPhase('kh-dpi~adapted~2', 'plan');
    return workflowIdOf(id);
  },
  'cycle-sustain': async (book) => {
    const id = await toAct(book, 'adopted');
    const said = { reason: 'It held', newVersion: '2', training: 'One hour', sustainAfter: 'PT1S' };
    await book.give(id, { type: 'AdoptChange', ...said }, HEAD);
    await book.client.workflow.getHandle(workflowIdOf(id)).result();
    return workflowIdOf(id);
  },
  'cycle-detours': async (book) => {
    const id = await book.launch('detours');
    await book.give(id, { type: 'ApprovePlan' }, HEAD);
    await book.give(id, { type: 'NoteDeviation', text: 'The counter was closed for a day' }, LEAD);
    await book.give(id, { type: 'PauseCycle', reason: 'Storm' }, LEAD);
    await book.give(id, { type: 'ResumeCycle', reason: 'Over' }, LEAD);
    await book.give(id, { type: 'ExtendDo', by: 'P1M', reason: 'Few cases' }, LEAD);
    await book.give(id, { type: 'EndDoEarly', reason: 'Clear already' }, LEAD);
    await book.give(id, { type: 'RecomputeCheck', reason: 'Late cases came in' }, LEAD);
    await book.give(id, { type: 'CancelCycle', reason: 'The procedure is abolished' }, HEAD);
    return workflowIdOf(id);
  },
  'officeDay-rounds': async ({ stores, client, launch, give, inPhase }) => {
    const now = [
      { duration: '-PT1H', level: 0 },
      { duration: 'PT0S', level: 1 },
    ];
    await stores.organisation.put('reminderPolicy', { id: 'soon', name: 'soon', steps: now }, BY);
    const id = await launch('reminded', { do: 'PT1S', check: 'PT2S', reminderPolicy: 'soon' });
    await give(id, { type: 'ApprovePlan' }, HEAD);
    await inPhase(id, 'check');
    await ensureStandingWorkflows(client, stores.organisation);
    await eventually(async () => {
      const messages = await stores.reminders.inbox('head', undefined, 10);
      if (messages.length === 0) throw new Error('the superior was not told yet');
    });
    return officeDayWorkflowId('kh');
  },
  'outbox-idle': async () => OUTBOX_WORKFLOW_ID,
  'retention-daily': async ({ stores, client }) => {
    await ensureStandingWorkflows(client, stores.organisation);
    await eventually(async () => {
      const { events } = await client.workflow.getHandle(RETENTION_WORKFLOW_ID).fetchHistory();
      if (events?.at(-1)?.timerStartedEventAttributes == null) throw new Error('it does not sleep yet');
    });
    return RETENTION_WORKFLOW_ID;
  },
  'announce-calendar': async ({ stores, client }) => {
    const at = new Date().toISOString();
    const calendar = (await stores.organisation.calendars.get('vn'))?.value;
    if (calendar === undefined) throw new Error('no calendar');
    await documentChanged(client, () => at)('calendar', calendar.id);
    const workflowId = announceWorkflowId({ kind: 'calendar', id: calendar.id, at });
    await client.workflow.getHandle(workflowId).result();
    return workflowId;
  },
  'importCases-table': async ({ stores, client, launch }) => {
    await launch('imported');
    const id = randomUUID();
    await stores.imports.create(newImport(id, 'imported'), Readable.from([Buffer.from(tableOf(20))]));
    await temporalImports(client).start(id);
    await client.workflow.getHandle(importWorkflowId(id)).result();
    return importWorkflowId(id);
  },
};
