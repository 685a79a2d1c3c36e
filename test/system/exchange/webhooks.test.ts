import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { outboxActivities } from '../../../src/activities/outbox.activities';
import { createWebhookChannel } from '../../../src/channels/webhook';
import { isSigned, signatureOf } from '../../../src/channels/webhookSignature';
import { httpPost } from '../../../src/sources/http/post';
import { createWebhooks } from '../../../src/store/webhooks';
import { anOffice, commanded, DUNG, dungRated, dungWorked } from './office';
import type { Office } from './office';
import { startReceiver } from './receiver';

const SECRET = 'between-the-office-and-kairyo';
const ENV = { KAIRYO_SECRET_EOFFICE: SECRET };
const EVENTS = ['evaluation.published', 'evaluation.appealed'];
type Listed = {
  readonly items: readonly { readonly id: string; readonly state: string; readonly lastError?: string }[];
};

let office: Office;
beforeAll(async () => {
  office = await anOffice();
  await dungWorked(office);
  await dungRated(office);
}, 120_000);
afterAll(() => office.api.close());

const webhook = (url: string, more: object = {}) => ({
  ...{ name: 'E-Office', url, events: EVENTS, secret: 'env:KAIRYO_SECRET_EOFFICE', allowPrivate: true, ...more },
});

/** Lets the outbox work until nothing is due. Pauses between attempts are short. */
async function deliver(env: Readonly<Record<string, string>>, retries = { pausesMs: [1], giveUpAfterMs: 60_000 }) {
  const webhooks = createWebhooks(office.api.connection);
  const { outbox } = webhooks;
  const clock = { now: () => new Date().toISOString() };
  const channels = [createWebhookChannel({ webhooks, ...httpPost({ env: { ...ENV, ...env } }) })];
  const activities = outboxActivities({ outbox, channels, clock, retries });
  for (let next: string | undefined = clock.now(); next !== undefined;) {
    const run = (at: string) => activities.deliverDue({ at });
    const environment = new MockActivityEnvironment();
    next = (await environment.run<[string], Awaited<ReturnType<typeof run>>, typeof run>(run, clock.now())).nextAt;
  }
}

const deliveriesOf = async (id: string) =>
  (await office.admin.get(`/v1/webhooks/${id}/deliveries`).expect(200)).body as Listed;

describe('a webhook', () => {
  it('gets each event once, signed, after two failures; the body has ids alone', async () => {
    const receiver = await startReceiver(SECRET, [500, 503]);
    try {
      await office.admin.put('/v1/webhooks/eoffice', webhook(receiver.url)).expect(201);
      const by = { id: 'kairyo' };
      const result = { total: 64.333, class: 'completed' };
      const told = { command: { type: 'PublishResult' as const, ...result }, by, commandId: 'tell' };
      expect((await office.api.deps.evaluations.command(DUNG, told)).ok).toBe(true);
      await office.api.deps.evaluations.command(DUNG, told);
      await commanded(office.dung, {
        ...{ type: 'Appeal', points: [{ part: 'item', key: 'cv-2', why: 'Đã sửa trước hạn' }] },
      });
      const env = { KAIRYO_WEBHOOK_ALLOW: receiver.host };
      await deliver(env);
      await deliver(env);
      expect(receiver.attempts).toHaveLength(4);
      expect(receiver.accepted.map(({ type }) => type).sort()).toEqual([...EVENTS].sort());
      expect(new Set(receiver.accepted.map(({ id }) => id)).size).toBe(2);
      const published = receiver.accepted.find(({ type }) => type === 'evaluation.published');
      expect(JSON.parse(published?.body ?? '')).toEqual({
        ...{ id: published?.id, type: 'evaluation.published', at: expect.any(String) },
        data: { evaluation: DUNG, period: 'vn-335-2025~office~2026-03', person: 'dung' },
      });
      for (const { body } of receiver.accepted) expect(body).not.toMatch(/Nguyễn|64|completed|Đã sửa/);
      const { items } = await deliveriesOf('eoffice');
      expect(items.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    } finally {
      await receiver.stop();
    }
  });

  it('is sent a delivered event again when asked, under the same id', async () => {
    const receiver = await startReceiver(SECRET);
    try {
      await office.admin.put('/v1/webhooks/eoffice', webhook(receiver.url)).expect(200);
      const [first] = (await deliveriesOf('eoffice')).items;
      const { id = '' } = first ?? {};
      await office.admin.post(`/v1/webhooks/eoffice/deliveries/${encodeURIComponent(id)}/retry`).expect(204);
      await deliver({ KAIRYO_WEBHOOK_ALLOW: receiver.host });
      expect(receiver.accepted.map((one) => `eoffice ${one.id}`)).toEqual([id]);
    } finally {
      await receiver.stop();
    }
  });

  it('can be tested, and waits while it is paused', async () => {
    const receiver = await startReceiver(SECRET);
    const env = { KAIRYO_WEBHOOK_ALLOW: receiver.host };
    try {
      await office.admin.put('/v1/webhooks/paused', webhook(receiver.url, { enabled: false })).expect(201);
      await office.admin.post('/v1/webhooks/paused/test').expect(202);
      await deliver(env);
      expect(receiver.attempts).toEqual([]);
      await office.admin.put('/v1/webhooks/paused', webhook(receiver.url)).expect(200);
      await deliver(env);
      expect(receiver.accepted.map(({ type }) => type)).toEqual(['test']);
    } finally {
      await receiver.stop();
    }
  });

  it.each([
    ['an inner address that nobody allowed', {}, {}, 'WEBHOOK_ADDRESS_NOT_ALLOWED'],
    ['a secret that is not there', {}, { secret: 'env:KAIRYO_SECRET_NONE' }, 'WEBHOOK_SECRET_MISSING'],
  ])('says why it does not arrive: %s', async (_what, env, more, code) => {
    const receiver = await startReceiver(SECRET);
    try {
      await office.admin.put(`/v1/webhooks/${code.toLowerCase()}`.replace(/_/g, '-'), webhook(receiver.url, more));
      const id = code.toLowerCase().replace(/_/g, '-');
      await office.admin.post(`/v1/webhooks/${id}/test`).expect(202);
      await deliver(env, { pausesMs: [1], giveUpAfterMs: 0 });
      const { items } = await deliveriesOf(id);
      expect(items[0]).toMatchObject({ state: 'gave-up', lastError: expect.stringContaining(code) });
      expect(receiver.attempts).toEqual([]);
    } finally {
      await receiver.stop();
    }
  });

  it('follows no redirect', async () => {
    const receiver = await startReceiver(SECRET, [302]);
    try {
      await office.admin.put('/v1/webhooks/sends-on', webhook(receiver.url)).expect(201);
      await office.admin.post('/v1/webhooks/sends-on/test').expect(202);
      await deliver({ KAIRYO_WEBHOOK_ALLOW: receiver.host }, { pausesMs: [1], giveUpAfterMs: 0 });
      expect((await deliveriesOf('sends-on')).items[0]?.lastError).toContain('302');
      expect(receiver.attempts).toHaveLength(1);
    } finally {
      await receiver.stop();
    }
  });

  it('drops what waits when it is removed', async () => {
    await office.admin.put('/v1/webhooks/gone', webhook('https://example.invalid/')).expect(201);
    await office.admin.post('/v1/webhooks/gone/test').expect(202);
    await office.admin.delete('/v1/webhooks/gone').expect(204);
    await office.admin.get('/v1/webhooks/gone/deliveries').expect(404);
    const waiting = await createWebhooks(office.api.connection).deliveries('gone', undefined, 10);
    expect(waiting).toEqual([]);
  });

  it('takes no secret itself, and is an administrator’s to make', async () => {
    await office.admin.put('/v1/webhooks/bad', webhook('https://a.example/', { secret: SECRET })).expect(422);
    await office.hoa.put('/v1/webhooks/mine', webhook('https://a.example/')).expect(403);
    await office.hoa.get('/v1/webhooks').expect(403);
  });
});

describe('a signature', () => {
  const at = Date.parse('2026-04-16T03:00:00.000Z');
  const signature = signatureOf('{"a":1}', { secret: SECRET, at });
  const holds = (body: string, secret: string, later = 0) => isSigned(body, signature, { secret, at: at + later });

  it('holds for this body and secret, for five minutes', () => {
    expect(holds('{"a":1}', SECRET)).toBe(true);
    expect(holds('{"a":1}', SECRET, 299_000)).toBe(true);
    expect(holds('{"a":2}', SECRET)).toBe(false);
    expect(holds('{"a":1}', 'another')).toBe(false);
    expect(holds('{"a":1}', SECRET, 301_000)).toBe(false);
  });
});
