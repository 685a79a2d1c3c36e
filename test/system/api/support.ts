import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import type mongoose from 'mongoose';
import pino from 'pino';
import request from 'supertest';
import type { DocumentKind } from '../../../src/activities/ports';
import { ideaCommands } from '../../../src/activities/ideaBook';
import { trainingCommands } from '../../../src/activities/trainingBook';
import { createConversations } from '../../../src/store/conversations';
import { masterKeysFrom } from '../../../src/store/sealed';
import { scorecardReader } from '../../../src/activities/scorecards';
import { indicatorValues } from '../../../src/activities/indicatorValues';
import { createApp } from '../../../src/api/app';
import { ensureAdministrator } from '../../../src/api/auth/administrator';
import type { ApiDeps } from '../../../src/api/ports';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { STANDARD_POLICY } from '../../../src/domain/reminders/policy';
import { createCases } from '../../../src/store/cases';
import { createCollectorRuns } from '../../../src/store/collectorRuns';
import { createCollectors } from '../../../src/store/collectors';
import { prepareCollections } from '../../../src/store/collections';
import type { CollectionSpec } from '../../../src/store/collections';
import { connect } from '../../../src/store/connection';
import { createEvidence } from '../../../src/store/evidence';
import { createIdempotency } from '../../../src/store/idempotency';
import { createImports } from '../../../src/store/imports';
import { ensureDocument } from '../../../src/store/organisation';
import { createOutbox } from '../../../src/store/outbox';
import { createSurveyTemplates } from '../../../src/store/surveyTemplates';
import { createTokens } from '../../../src/store/tokens';
import { readObservationTable } from '../../../src/sources/observationsCsv';
import { storesOver } from '../../../src/worker/stores';
import { periodsOver, schemesOver } from '../../../src/worker/evaluationPeriods';
import { COLLECTIONS } from '../../../src/worker/collections';
import { servers } from '../support/servers';
import { memoryCycles, memoryPeriods, memoryReviews, memorySurveys } from './fakes';

/** A database of its own on the test run's MongoDB, with the given collections. */
export async function freshDatabase(collections: readonly CollectionSpec[]): Promise<mongoose.Connection> {
  const name = `api_${randomBytes(6).toString('hex')}`;
  const connection = await connect(servers().mongoUri(name));
  await prepareCollections(connection, collections);
  return connection;
}

export const ADMIN_TOKEN = 'an-administrators-token-for-tests';

/** The API on a real database; cycles in memory, imports stored and not run. */
export async function apiUnderTest(change: Partial<ApiDeps> = {}) {
  const connection = await freshDatabase(COLLECTIONS);
  const stores = storesOver(connection);
  const { organisation, reminders } = stores;
  const now = () => new Date().toISOString();
  const cycles = memoryCycles(now);
  const told: (readonly [DocumentKind, string])[] = [];
  const started: string[] = [];
  const values = indicatorValues({ ...stores, clock: { now } });
  const deps: ApiDeps = {
    organisation,
    tokens: createTokens(connection),
    identity: stores.identity,
    privacy: stores.privacy,
    ideas: stores.ideas,
    ideaCommands: ideaCommands({ ideas: stores.ideas, now }),
    ideaPoints: stores.ideaPoints,
    trainings: stores.trainings,
    trainingCommands: trainingCommands({ trainings: stores.trainings, now }),
    trainingSettings: stores.trainingSettings,
    courses: stores.courses,
    conversations: createConversations(connection, masterKeysFrom(Buffer.alloc(32, 7).toString('base64'))),
    idempotency: createIdempotency(connection),
    cycles: cycles.reader,
    events: cycles.events,
    commands: cycles.commands,
    imports: createImports(connection),
    indicators: stores.indicators,
    scorecards: stores.scorecards,
    schemes: stores.schemes,
    scorecardReader: scorecardReader({ ...stores, indicatorValues: values, clock: { now } }),
    figures: stores.figures,
    closings: stores.closings,
    evidence: createEvidence(connection),
    readObservationTable,
    collectors: createCollectors(connection),
    collectorRuns: createCollectorRuns(connection),
    collecting: {
      schedule: async () => undefined,
      nextRunAt: async () => undefined,
      unschedule: async () => undefined,
      run: async () => undefined,
      preview: async () => undefined,
    },
    programmeFigures: stores.programmeFigures,
    programmes: stores.programmes,
    importCommands: { start: async (id) => void started.push(id), cancel: async () => undefined },
    cases: createCases(connection),
    surveys: stores.surveys,
    reviews: stores.reviews,
    reviewPlans: stores.reviewPlans,
    reviewCommands: memoryReviews,
    evaluationPeriods: stores.evaluationPeriods,
    posts: stores.posts,
    accessLog: stores.accessLog,
    periodCommands: memoryPeriods,
    ...periodsOver(stores, { schemeInForce: schemesOver(stores), now: change.now ?? now }),
    packs: stores.packs,
    practices: stores.practices,
    surveyTemplates: createSurveyTemplates(),
    surveyCommands: memorySurveys,
    inbox: reminders,
    changes: stores.changes,
    today: stores.today,
    cycleRows: stores.cycleRows,
    webhooks: stores.webhooks,
    outbox: createOutbox(connection),
    calendarOf: async () => VIETNAM,
    indicatorValues: values,
    onIndicatorChange: async () => undefined,
    beforeClosing: values.ensureRecorded,
    recomputations: stores.recomputations,
    watchFindings: stores.watchFindings,
    probes: { mongodb: () => connection.asPromise(), temporal: async () => undefined },
    onChanged: async (kind, id) => void told.push([kind, id]),
    log: pino({ level: 'silent' }),
    now,
    settings: { checkAnswers: true },
    ...change,
  };
  await ensureDocument(organisation, 'calendar', VIETNAM, undefined);
  await ensureDocument(organisation, 'reminderPolicy', STANDARD_POLICY, undefined);
  await ensureAdministrator(deps, ADMIN_TOKEN);
  const app = createApp(deps);
  return { app, deps, connection, cycles, told, started, reminders, close: () => connection.close() };
}
export type ApiUnderTest = Awaited<ReturnType<typeof apiUnderTest>>;

/** Calls in the name of a token; English unless said otherwise. */
export function caller(app: Express, token = ADMIN_TOKEN) {
  const call = (method: 'get' | 'put' | 'post' | 'delete', url: string) =>
    request(app)[method](url).set('Authorization', `Bearer ${token}`).set('Accept-Language', 'en');
  return {
    get: (url: string) => call('get', url),
    put: (url: string, body: object) => call('put', url).send(body),
    post: (url: string, body?: object) => (body === undefined ? call('post', url) : call('post', url).send(body)),
    delete: (url: string) => call('delete', url),
  };
}

/** A small province: province > department > office, and health beside the department. */
export async function seedProvince({ app }: ApiUnderTest): Promise<void> {
  const admin = caller(app);
  await admin.put('/v1/units/province', { name: 'Tỉnh' }).expect(201);
  await admin.put('/v1/units/department', { name: 'Sở Xây dựng', parent: 'province' }).expect(201);
  await admin.put('/v1/units/office', { name: 'Phòng Cấp phép', parent: 'department' }).expect(201);
  await admin.put('/v1/units/health', { name: 'Sở Y tế', parent: 'province' }).expect(201);
  await admin.put('/v1/procedures/permit', { name: 'Cấp phép xây dựng', unit: 'office' }).expect(201);
}

/** Makes a person and a token of theirs. */
export async function signedInAs(
  { app }: ApiUnderTest,
  id: string,
  person: { readonly unit: string; readonly roles: readonly string[] } & Record<string, unknown>,
) {
  const admin = caller(app);
  await admin.put(`/v1/people/${id}`, { name: id, ...person });
  const issued = await admin.post(`/v1/people/${id}/tokens`, { name: 'test' }).expect(201);
  return caller(app, (issued.body as { token: string }).token);
}
