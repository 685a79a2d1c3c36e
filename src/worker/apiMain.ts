import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { ideaCommands } from '../activities/ideaBook';
import { trainingCommands } from '../activities/trainingBook';
import { indicatorValues } from '../activities/indicatorValues';
import { calendarOf } from '../activities/officeCalendar';
import { scorecardReader } from '../activities/scorecards';
import { createSurveyFigures } from '../activities/surveyFigures';
import { ensureAdministrator } from '../api/auth/administrator';
import { createOidc } from '../api/auth/oidc';
import { createApp } from '../api/app';
import type { ApiDeps } from '../api/ports';
import { createChannels } from '../channels/catalogue';
import { email } from '../channels/email';
import { listen } from '../api/server';
import { temporalCycles } from '../api/temporalCycles';
import { temporalCollectors } from '../api/temporalCollectors';
import { temporalImports } from '../api/temporalImports';
import { temporalRecompute } from '../api/temporalRecompute';
import { temporalPeriods } from '../api/temporalPeriods';
import { temporalReviews, tellingReviews } from '../api/temporalReviews';
import { cyclesWithSurveys, temporalSurveys } from '../api/temporalSurveys';
import { readObservationTable } from '../sources/observationsCsv';
import { createConversations } from '../store/conversations';
import { checkNowOver } from './checkNow';
import { periodsOver, schemesOver } from './evaluationPeriods';
import { seedExample } from './seed';
import { settingsFrom } from './settings';
import { ensureShipped } from './shipped';
import { documentChanged, wakeOutbox } from './standing';
import { wakingFor } from './waking';
import { openStores } from './stores';
import type { Stores } from './stores';

const EXAMPLE_MADE =
  'kairyo api: the store was empty, so a made-up province was put into it; to start without it: KAIRYO_SEED=off and a new data folder\n';

const now = (): string => new Date().toISOString();

/** Values of indicators, computed in this process. */
function valuesOver(stores: Stores): Pick<ApiDeps, 'indicatorValues' | 'beforeClosing' | 'scorecardReader'> {
  const values = indicatorValues({ ...stores, surveyFigures: createSurveyFigures(stores), clock: { now } });
  const reader = scorecardReader({ ...stores, indicatorValues: values, clock: { now } });
  return { indicatorValues: values, beforeClosing: values.ensureRecorded, scorecardReader: reader };
}

/** The API over its stores and Temporal; what `createApp` takes. */
export const apiDeps = (plain: Stores, client: Client, searchable: boolean): ApiDeps => {
  const stores = wakingFor(plain, () => wakeOutbox(client));
  return {
    ...stores,
    commands: cyclesWithSurveys(
      temporalCycles({ ...stores, client, searchable }),
      temporalSurveys({ ...stores, client }),
    ),
    surveyCommands: temporalSurveys({ ...stores, client }),
    reviewCommands: temporalReviews({ ...stores, client }),
    periodCommands: temporalPeriods({ ...stores, client }),
    ...periodsOver(stores, {
      ...{ schemeInForce: schemesOver(stores), now },
      channels: createChannels(process.env, () => undefined),
    }),
    ideaCommands: ideaCommands({ ideas: stores.ideas, now }),
    trainingCommands: trainingCommands({ trainings: stores.trainings, now }),
    conversations: createConversations(stores.connection, undefined),
    importCommands: temporalImports(client),
    collecting: temporalCollectors(client),
    inbox: stores.reminders,
    checkNow: checkNowOver({ ...stores, clock: { now } }),
    readObservationTable,
    calendarOf: (place) => calendarOf(stores.organisation, place),
    ...valuesOver(stores),
    onIndicatorChange: tellingReviews(temporalRecompute(client), { ...stores, client }),
    wakeOutbox: () => wakeOutbox(client),
    probes: {
      mongodb: async () => stores.connection.db?.command({ ping: 1 }),
      temporal: () => client.workflowService.getSystemInfo({}),
    },
    onChanged: documentChanged(client, now),
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }),
    now,
  };
};

/** The API process: listens on PORT until it is told to stop. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const { mongoUri, temporalAddress, namespace, port, host, adminToken, searchable, seed } = settings;
  const [stores, connection] = await Promise.all([
    openStores(mongoUri),
    Connection.connect({ address: temporalAddress }),
  ]);
  const mail = email.fromEnvironment(process.env);
  const deps = {
    ...apiDeps(stores, new Client({ connection, namespace }), searchable),
    ...(mail !== undefined && { mail }),
    conversations: createConversations(stores.connection, settings.notesKeys),
    ...(settings.oidc !== undefined && { oidc: createOidc(settings.oidc) }),
    settings: settings.access,
  };
  await deps.conversations.rewrap();
  await ensureShipped(stores.organisation);
  await ensureAdministrator(deps, adminToken);
  if (seed && (await seedExample(deps))) process.stdout.write(EXAMPLE_MADE);
  const server = await listen(createApp(deps), { port, host });
  process.stdout.write(`kairyo api ready on port ${server.port}\n`);
  const stop = async (): Promise<void> => {
    await server.close();
    await Promise.allSettled([connection.close(), stores.connection.close()]);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

if (require.main === module)
  main().catch((error: unknown) => {
    process.stderr.write(`kairyo api: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
