import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { tellingReviews, temporalReviews } from '../../../src/api/temporalReviews';
import type { ReviewCommands } from '../../../src/api/temporalReviews';
import { sha256 } from '../../../src/api/sha256';
import { verifyChain } from '../../../src/domain/shared/chain';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { ReviewPlan } from '../../../src/domain/reviews/review.schema';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import { reviewId } from '../../../src/domain/reviews/state';
import { openStores } from '../../../src/worker/stores';
import type { Stores } from '../../../src/worker/stores';
import { insist } from '../chaos/site';
import { watchWorker } from '../chaos/workerProcess';
import type { WatchedWorker } from '../chaos/workerProcess';
import { anOffice, BY, LEAD } from '../support/office';
import type { OwnServers } from '../support/run-servers';
import { ownServers } from '../support/servers';
import { defineEntered, figure, waitedFor } from './reviewing';

const [PLAN, PERIOD, BEFORE, INDICATOR] = ['quy', '2026-Q1', '2025-Q4', 'dung-han'];
const UNITS = Array.from({ length: 12 }, (_, i) => `u${i + 10}`);
const ID = reviewId(PLAN, PERIOD);
let own: OwnServers;
let stores: Stores;
let connection: Connection;
let client: Client;
let reviews: ReviewCommands;
let worker: WatchedWorker;

beforeAll(async () => {
  own = await ownServers();
  const mongoUri = own.mongo.uri('reviews');
  stores = await openStores(mongoUri);
  await anOffice(stores, { rounds: { everySeconds: 1 } });
  for (const unit of UNITS) {
    await stores.organisation.put('unit', { id: unit, name: unit, parent: 'kh-dpi' }, BY);
    const lead = { id: `lead-${unit}`, name: unit, unit, language: 'vi', manager: 'head' } as const;
    await stores.organisation.put('person', { ...lead, roles: ['improvement-lead'] }, BY);
  }
  await defineEntered(stores, INDICATOR);
  const at = new Date().toISOString();
  await stores.figures.record(UNITS.map((unit) => figure(INDICATOR, unit, BEFORE, 60, at)));
  connection = await Connection.connect({ address: own.temporal.address });
  client = new Client({ connection });
  reviews = temporalReviews({ ...stores, client });
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
const give = (commandId: string, command: ReviewCommand) =>
  insist(async () => {
    const outcome = await reviews.command(ID, { command, by: LEAD, commandId });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.review;
  });

describe('a review whose worker is killed again and again', () => {
  it('loses nothing, says nothing twice and goes on', async () => {
    const plan = { subject: { type: 'unit', id: 'kh-dpi' }, unit: 'kh-dpi', chair: 'lead' };
    await stores.reviewPlans.put({ id: PLAN, validFrom: FROM_THE_BEGINNING, by: 'head' }, ReviewPlan.parse(plan));
    const opening = insist(() => reviews.open({ plan: PLAN, period: PERIOD }, LEAD, 'open'));
    await worker.kill();
    expect(await opening).toMatchObject({ ok: true, review: { id: ID, phase: 'collecting' } });

    const told = async () => (await stores.reviews.campaign(ID)).map(({ due, step, person }) => [due, step, person]);
    await waitedFor(async () => ((await told()).length > 0 ? true : undefined));
    await worker.kill();
    await waitedFor(async () => ((await told()).length >= UNITS.length ? true : undefined));

    const comment = (text: string) => give(`say-${text}`, { type: 'Comment', measure: INDICATOR, text });
    const said = ['a', 'b', 'c', 'd', 'e', 'f'];
    const saying = Promise.all(said.map(comment));
    await comment('a');
    await worker.kill();
    await saying;

    const tell = tellingReviews(async () => undefined, { client, reviews: stores.reviews });
    const at = new Date().toISOString();
    await stores.figures.record(UNITS.map((unit) => figure(INDICATOR, unit, PERIOD, 40, at)));
    await tell({ kind: 'figures', indicators: [INDICATOR] });
    const preparing = give('memo', { type: 'PrepareMemoNow' });
    await worker.kill();
    const prepared = await preparing;
    expect(prepared).toMatchObject({ phase: 'prepared', memo: { missing: [] } });
    expect(prepared.owed.filter(({ arrivedAt }) => arrivedAt === undefined)).toEqual([]);

    const on = at.slice(0, 10);
    await give('meet', { type: 'HoldMeeting', on, present: ['lead'], absent: [], minutes: 'All was said' });
    const closing = give('close', { type: 'Close', summary: 'Done' });
    await worker.kill();
    const closed = await closing;
    expect(closed).toMatchObject({ phase: 'closed', decisions: [] });
    expect(closed.comments.map(({ text }) => text).sort()).toEqual(said);

    const values = (await told()).filter(([due]) => due?.includes('/review-value/'));
    expect(values.map(([, step, person]) => `${step} ${person}`).sort()).toEqual(
      UNITS.map((unit) => `opening lead-${unit}`),
    );
    const events = await stores.reviews.read(ID);
    async function* links() {
      yield* events;
    }
    expect(await verifyChain(links(), sha256)).toMatchObject({ valid: true, events: events.length });
    for (const type of ['ReviewOpened', 'MemoPrepared', 'MeetingHeld', 'ReviewClosed'])
      expect(events.filter(({ event }) => event.type === type)).toHaveLength(1);
  }, 240_000);
});
