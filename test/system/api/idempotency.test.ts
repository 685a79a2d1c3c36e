import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '../../../src/api/server';
import { createIdempotency } from '../../../src/store/idempotency';
import { ADMIN_TOKEN, apiUnderTest, caller, seedProvince } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
beforeAll(async () => {
  api = await apiUnderTest();
  admin = caller(api.app);
  await seedProvince(api);
});
afterAll(() => api.close());
const launch = (key: string, body: object = { procedure: 'permit', unit: 'office' }) =>
  admin.post('/v1/cycles', body).set('Idempotency-Key', key);

describe('a POST with an Idempotency-Key', () => {
  it('is carried out once and answers a repetition as the first time', async () => {
    const first = await launch('one').expect(201);
    const again = await launch('one').expect(201).expect('Idempotency-Replayed', 'true');
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ location: first.headers['location'], etag: first.headers['etag'] });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(api.cycles.carriedOut).toHaveLength(1);
  });

  it('answers a repeated refusal as the first time', async () => {
    const refused = await launch('two').expect(409);
    await admin.post('/v1/cycles/office~permit~1/commands', { type: 'WithdrawPlan', reason: 'test' }).expect(200);
    const again = await launch('two').expect(409).expect('Idempotency-Replayed', 'true');
    expect(again.body).toEqual(refused.body);
    expect(again.headers['content-type']).toMatch(/problem/);
  });

  it('refuses the key for another request', async () => {
    const answer = await launch('one', { procedure: 'permit', unit: 'health' }).expect(422);
    expect(answer.body).toMatchObject({ code: 'KEY_USED_DIFFERENTLY' });
  });

  it('lets a corrected body through: a misprint is not kept', async () => {
    await launch('three', { procedure: 'permit', unti: 'office' }).expect(422);
    await launch('three').expect(201);
  });

  it('keeps the keys of different people apart', async () => {
    await admin.put('/v1/people/other', { name: 'O', unit: 'province', roles: ['head-of-unit'] }).expect(201);
    const issued = await admin.post('/v1/people/other/tokens', { name: 't' }).set('Idempotency-Key', 'one').expect(201);
    const other = caller(api.app, (issued.body as { token: string }).token);
    await other.post('/v1/cycles', { procedure: 'permit', unit: 'health' }).set('Idempotency-Key', 'one').expect(201);
  });

  it('shows a token once only, also to a repetition', async () => {
    const ask = () => admin.post('/v1/people/other/tokens', { name: 'once' }).set('Idempotency-Key', 'token');
    const first = await ask().expect(201);
    const again = await ask().expect(201).expect('Idempotency-Replayed', 'true');
    const { token, ...rest } = first.body as { token: string };
    expect(token).toMatch(/^kairyo_/);
    expect(again.body).toEqual(rest);
    const kept = await api.connection.collection('idempotency').find({}).toArray();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('refuses a key that is none', async () => {
    await launch('a b').expect(400);
    await launch('x'.repeat(256)).expect(400);
  });
});

describe('a request under way', () => {
  it('makes its repetition wait, and only one of many at once is carried out', async () => {
    let proceed = () => {};
    const waiting = new Promise<void>((resolve) => (proceed = resolve));
    const slow = await apiUnderTest({
      commands: {
        launch: async (input, by, commandId) => {
          await waiting;
          return slow.cycles.commands.launch(input, by, commandId);
        },
        command: async () => ({ ok: false, refusal: { code: 'CYCLE_IS_CLOSED' } }),
      },
    });
    await seedProvince(slow);
    const ask = () =>
      caller(slow.app).post('/v1/cycles', { procedure: 'permit', unit: 'office' }).set('Idempotency-Key', 'k');
    let refused = 0;
    const asked = [ask(), ask(), ask(), ask()].map((sent) =>
      sent.then((answer) => {
        refused += answer.status === 409 ? 1 : 0;
        if (refused === 3) proceed();
        return answer;
      }),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const waits = answers.find(({ status }) => status === 409);
    expect(waits?.body).toMatchObject({ code: 'REQUEST_IN_PROGRESS' });
    expect(Number(waits?.headers['retry-after'])).toBeGreaterThan(0);
    await slow.close();
  });

  it('that died with its process is carried out again under the same command id', async () => {
    const ids: string[] = [];
    let clock = Date.now();
    let dies = true;
    let buried = () => {};
    const mortal = await apiUnderTest({
      commands: {
        launch: async (input, by, commandId) => {
          ids.push(commandId);
          if (dies) return new Promise<never>((_resolve, reject) => (buried = () => reject(new Error('dead'))));
          return mortal.cycles.commands.launch(input, by, commandId);
        },
        command: async () => ({ ok: false, refusal: { code: 'CYCLE_IS_CLOSED' } }),
      },
    });
    Object.assign(mortal.deps, {
      idempotency: createIdempotency(mortal.connection, { leaseMs: 30_000, now: () => clock }),
    });
    await seedProvince(mortal);
    const ask = () =>
      caller(mortal.app).post('/v1/cycles', { procedure: 'permit', unit: 'office' }).set('Idempotency-Key', 'k');
    const server = await listen(mortal.app, { port: 0, graceMs: 0 });
    const lost = fetch(`http://127.0.0.1:${server.port}/v1/cycles`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${ADMIN_TOKEN}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'k',
      },
      body: JSON.stringify({ procedure: 'permit', unit: 'office' }),
    });
    while (ids.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.close();
    await expect(lost).rejects.toThrow();
    await ask().expect(409);
    dies = false;
    clock += 31_000;
    await ask().expect(201);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
    buried();
    await mortal.close();
  });

  it('that failed by a fault of ours is carried out again', async () => {
    let broken = true;
    const flaky = await apiUnderTest({
      commands: {
        launch: async (input, by, commandId) => {
          if (broken) throw Object.assign(new Error('gone'), { name: 'MongoNetworkError' });
          return flaky.cycles.commands.launch(input, by, commandId);
        },
        command: async () => ({ ok: false, refusal: { code: 'CYCLE_IS_CLOSED' } }),
      },
    });
    await seedProvince(flaky);
    const ask = () =>
      caller(flaky.app).post('/v1/cycles', { procedure: 'permit', unit: 'office' }).set('Idempotency-Key', 'k');
    const unavailable = await ask().expect(503);
    expect(unavailable.headers['retry-after']).toBe('5');
    broken = false;
    await ask().expect(201);
    await flaky.close();
  });
});
