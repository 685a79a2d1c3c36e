import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '../../../src/api/server';
import type { ApiServer } from '../../../src/api/server';
import { ADMIN_TOKEN, apiUnderTest, caller, seedProvince, signedInAs } from './support';
import type { ApiUnderTest } from './support';

const CSV = 'case:concept:name,concept:name,time:timestamp\n1,start,2026-01-05T08:00:00Z\n1,end,2026-01-06T08:00:00Z\n';
const URL = '/v1/procedures/permit/imports';

let api: ApiUnderTest;
let server: ApiServer;
let admin: ReturnType<typeof caller>;
const folder = mkdtempSync(path.join(tmpdir(), 'kairyo-api-'));
beforeAll(async () => {
  api = await apiUnderTest({ settings: { checkAnswers: true, importBytes: 5_000_000 } });
  admin = caller(api.app);
  await seedProvince(api);
  server = await listen(api.app, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

const upload = (headers: Record<string, string> = {}, url = URL) =>
  admin.post(url).set({ 'Content-Type': 'text/csv', ...headers });
const fileOf = async (id: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of await api.deps.imports.file(id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
const imports = () => api.connection.collection('imports').countDocuments();
const chunks = () => api.connection.collection('importFiles.chunks').countDocuments();

describe('importing a file', () => {
  it('stores the bytes as they came, starts the import, and says where to look', async () => {
    const answer = await upload().send(CSV).expect(202);
    const { id } = answer.body as { id: string };
    expect(answer.headers['location']).toBe(`/v1/imports/${id}`);
    expect(answer.body).toMatchObject({ status: 'running', cases: { added: 0, updated: 0, unchanged: 0 }, errors: [] });
    expect(api.started).toContain(id);
    expect((await fileOf(id)).toString()).toBe(CSV);
    const state = await admin.get(`/v1/imports/${id}`).expect(200);
    expect(state.body).toMatchObject({
      id,
      procedure: 'permit',
      progress: { bytes: CSV.length, bytesRead: 0, share: 0 },
    });
  });

  it('passes a gzipped file through as it is', async () => {
    const answer = await upload({ 'Content-Encoding': 'gzip', 'Content-Type': 'application/xes+xml' })
      .send(gzipSync('<log/>'))
      .expect(202);
    const { id } = answer.body as { id: string };
    expect(gunzipSync(await fileOf(id)).toString()).toBe('<log/>');
    expect(await api.deps.imports.get(id)).toMatchObject({ gzip: true, contentType: 'application/xes+xml' });
  });

  it('knows a preview from an import', async () => {
    const answer = await upload({}, `${URL}?dryRun=true`).send(CSV).expect(202);
    expect(answer.body).toMatchObject({ dryRun: true });
    await upload({}, `${URL}?dryRun=maybe`).send(CSV).expect(400);
  });

  it('shows errors of rows in the language of the caller', async () => {
    const { id } = (await upload().send(CSV).expect(202)).body as { id: string };
    const words = { vi: 'Không đọc được.', en: 'Cannot be read.', ja: '読み取れません。' };
    await api.deps.imports.update(id, {
      status: 'done',
      errors: [{ row: 3, field: 'end', message: words.en, code: 'TIME_UNREADABLE', words }],
      errorCount: 1,
    });
    const vietnamese = await admin.get(`/v1/imports/${id}`).set('Accept-Language', 'vi').expect(200);
    expect(vietnamese.body).toMatchObject({ status: 'done', errors: [{ row: 3, field: 'end', message: words.vi }] });
    const late = await admin.post(`/v1/imports/${id}/cancel`).expect(409);
    expect(late.body).toMatchObject({ code: 'IMPORT_HAS_ENDED' });
  });

  it('refuses what it cannot take, before reading it', async () => {
    await upload({ 'Content-Type': 'application/pdf' }).send('%PDF').expect(415);
    await upload({ 'Content-Encoding': 'br' }).send('x').expect(415);
    await upload().expect(400);
    await admin.post('/v1/procedures/none/imports').set('Content-Type', 'text/csv').send(CSV).expect(404);
    const officer = await signedInAs(api, 'officer', { unit: 'office', roles: ['officer'] });
    await officer.post(URL).set('Content-Type', 'text/csv').send(CSV).expect(403);
    await admin.get('/v1/imports/none').expect(404);
  });

  it('keeps nothing of a file that is too large, whether it says so or not', async () => {
    const before = [await imports(), await chunks()];
    await upload().send('x'.repeat(5_000_001)).expect(413);
    const file = path.join(folder, 'large.csv');
    writeFileSync(file, 'x'.repeat(6_000_000));
    const answer = await fetch(`http://127.0.0.1:${server.port}${URL}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'text/csv' },
      body: createReadStream(file),
      duplex: 'half',
    });
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'TOO_LARGE' }]);
    expect([await imports(), await chunks()]).toEqual(before);
  });

  it('keeps nothing of an upload whose client goes away', async () => {
    const before = [await imports(), await chunks(), api.started.length];
    await new Promise<void>((resolve) => {
      const request = httpRequest({
        port: server.port,
        path: URL,
        method: 'POST',
        headers: {
          Authorization: `Bearer ${ADMIN_TOKEN}`,
          'Content-Type': 'text/csv',
          'Content-Length': 4_000_000,
          'Idempotency-Key': 'gone',
        },
      });
      request.on('error', () => resolve());
      request.write('x'.repeat(1_000_000), () => setTimeout(() => request.destroy(), 200));
    });
    await eventually(async () => expect(await chunks()).toBe(before[1]));
    expect([await imports(), await chunks(), api.started.length]).toEqual(before);
    await eventually(() => upload({ 'Idempotency-Key': 'gone' }).send(CSV).expect(202));
  });
});

describe('an import with an Idempotency-Key', () => {
  const keyed = (body: string) => upload({ 'Idempotency-Key': 'import' }).send(body);

  it('is begun once: the same file again gives the same answer, another one is refused', async () => {
    const first = await keyed(CSV).expect(202);
    const before = await imports();
    const again = await keyed(CSV).expect(202).expect('Idempotency-Replayed', 'true');
    expect(again.body).toEqual(first.body);
    const other = await keyed(`${CSV}2,start,2026-01-07T08:00:00Z\n`).expect(422);
    expect(other.body).toMatchObject({ code: 'KEY_USED_DIFFERENTLY' });
    expect(await imports()).toBe(before);
  });
});

async function eventually(hold: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await hold();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
