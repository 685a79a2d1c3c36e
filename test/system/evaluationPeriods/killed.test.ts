import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { temporalPeriods } from '../../../src/api/temporalPeriods';
import type { PeriodCommands } from '../../../src/api/temporalPeriods';
import { sha256 } from '../../../src/api/sha256';
import type { AnyPeriodCommand } from '../../../src/domain/evaluationPeriods/decide';
import type { EvaluationPeriod } from '../../../src/domain/evaluationPeriods/state';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import { verifyChain } from '../../../src/domain/shared/chain';
import { periodsOver, schemesOver } from '../../../src/worker/evaluationPeriods';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { insist, settled } from '../chaos/site';
import { watchWorker } from '../chaos/workerProcess';
import type { WatchedWorker } from '../chaos/workerProcess';
import { anOffice, BY, HEAD } from '../support/office';
import type { OwnServers } from '../support/run-servers';
import { ownServers } from '../support/servers';
import { aDepartment, rateEverybody } from './evaluating';
import type { Evaluations } from '../../../src/activities/evaluations.ports';

const [SCHEME, PEOPLE] = ['vn-335-2025', 60];
const ID = `${SCHEME}~kh-dpi~2026-02`;
const RATINGS = { 'general/politics': 5, 'general/discipline': 5, 'general/service': 5 };
let own: OwnServers;
let stores: Stores;
let evaluations: Evaluations;
let connection: Connection;
let periods: PeriodCommands;
let worker: WatchedWorker;
let people: readonly string[];

beforeAll(async () => {
  own = await ownServers();
  const mongoUri = own.mongo.uri('periods');
  stores = await openStores(mongoUri);
  await anOffice(stores);
  people = await aDepartment(stores, PEOPLE);
  for (const unit of ['kh', 'kh-dpi'])
    await stores.organisation.put(
      'person',
      { id: `chief-${unit}`, name: unit, unit, roles: ['head-of-unit'], language: 'vi' },
      BY,
    );
  connection = await Connection.connect({ address: own.temporal.address });
  const client = new Client({ connection });
  const world = { schemeInForce: schemesOver(stores), now: () => new Date().toISOString() };
  evaluations = periodsOver(stores, world).evaluations;
  periods = temporalPeriods({ ...stores, client });
  worker = watchWorker(join(__dirname, '../chaos/workerProcess.cjs'), {
    MONGODB_URI: mongoUri,
    TEMPORAL_ADDRESS: own.temporal.address,
  });
  await worker.ready();
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await connection?.close();
  await stores?.connection.close();
  await own?.close();
});

/** As a client with an idempotency key does: asked again until there is an answer. */
const give = (commandId: string, command: AnyPeriodCommand) =>
  insist(() => periods.command(ID, { command, by: HEAD, commandId })).then((outcome) => {
    if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params ?? {})}`);
    return outcome.period;
  });
async function patiently<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const found = await settled(ask, (answer) => answer !== undefined);
  if (found === undefined) throw new Error('it never was there');
  return found;
}
const inPhase = (phase: EvaluationPeriod['phase']): Promise<EvaluationPeriod> =>
  patiently(async () => {
    const period = (await stores.evaluationPeriods.get(ID))?.period;
    return period?.phase === phase ? period : undefined;
  });
async function everybody(): Promise<readonly Evaluation[]> {
  const found: Evaluation[] = [];
  for await (const { evaluation } of evaluations.ofPeriod(ID)) found.push(evaluation);
  return found;
}
const reached = (count: number, phases: readonly string[]) =>
  patiently(async () => {
    const counts = await evaluations.counts(ID);
    const there = Object.entries(counts).reduce((sum, [phase, of]) => sum + (phases.includes(phase) ? of : 0), 0);
    return there >= count ? true : undefined;
  });

describe('a period whose worker is killed while it opens and while it publishes', () => {
  it('loses nobody, opens and tells nobody twice, and goes on', async () => {
    const opening = { scheme: SCHEME, unit: 'kh-dpi', period: '2026-02', calibrators: ['lead'], excluded: [] };
    expect(await insist(() => periods.open(opening, HEAD, 'open'))).toMatchObject({ ok: true });
    await reached(1, ['collecting', 'self', 'rating', 'approving', 'excluded']);
    await worker.kill();
    const begun = await inPhase('selfAssessment');
    const opened = await everybody();
    expect(begun.people).toBe(opened.length);
    expect(opened.filter(({ person }) => people.includes(person))).toHaveLength(PEOPLE);
    expect(new Set(opened.map(({ person }) => person)).size).toBe(opened.length);

    await rateEverybody(evaluations, opened, RATINGS);
    await give('meet', { type: 'HoldCalibration', attendance: ['lead'], minutes: 'All was seen' });
    await give('publish', { type: 'Publish' });
    await reached(1, ['published']);
    await worker.kill();
    await reached(Math.floor(PEOPLE / 2), ['published']);
    await worker.kill();
    const appeals = await inPhase('appeals');
    expect(appeals.publication?.told).toBe(opened.length);

    const told = await Promise.all(people.map((person) => stores.reminders.inbox(person, undefined, 50)));
    expect(told.map((inbox) => inbox.filter(({ key }) => key.endsWith('/published')).length)).toEqual(
      people.map(() => 1),
    );
    for (const { id } of (await everybody()).slice(0, 50)) {
      const events = await evaluations.read(id);
      async function* links() {
        yield* events;
      }
      expect(await verifyChain(links(), sha256)).toMatchObject({ valid: true, events: events.length });
      for (const type of ['EvaluationOpened', 'ResultPublished'])
        expect(events.filter(({ event }) => event.type === type)).toHaveLength(1);
    }
    const events = await stores.evaluationPeriods.read(ID);
    for (const type of ['PeriodOpened', 'EverybodyOpened', 'PublicationDecided', 'ResultsPublished'])
      expect(events.filter(({ event }) => event.type === type)).toHaveLength(1);
  }, 300_000);
});
