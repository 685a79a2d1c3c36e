import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporalCollectors } from '../../../src/api/temporalCollectors';
import type { Collector } from '../../../src/domain/collect/collector.schema';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { httpCollectSource } from '../../../src/sources/http/collect';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { anOffice } from '../support/office';

const SECRET = 'very-secret-value';
let server: Server;
let host: string;
let rows: object[] = [{ p: '2026-01', v: 5 }];
const seen: IncomingMessage[] = [];

const PACK = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;
/** Packed before anyone asks: the time a reader gives the source is not spent on it. */
const packed = (body: Buffer) => Object.entries(PACK).map(([encoding, pack]) => [encoding, pack(body)] as const);
const BODIES = {
  packed: new Map(packed(Buffer.from(JSON.stringify(rows)))),
  bomb: new Map(packed(Buffer.alloc(20_000_000, ' '))),
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  seen.push(request);
  const path = request.url ?? '';
  if (path.startsWith('/slow')) return;
  if (path.startsWith('/away')) return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  const asked = /^\/(bomb|packed)\/(gzip|deflate|br)$/.exec(path);
  if (asked) {
    const [, body, encoding] = asked;
    return void response
      .writeHead(200, { 'content-encoding': encoding })
      .end(BODIES[body as keyof typeof BODIES].get(encoding ?? ''));
  }
  if (path.startsWith('/drops')) {
    response.write('[');
    const drop = setInterval(() => response.write(' '), 50);
    return void response.once('close', () => clearInterval(drop));
  }
  if (path.startsWith('/endless')) {
    const more = setInterval(() => response.write('x'.repeat(10_000)), 1);
    return void response.once('close', () => clearInterval(more));
  }
  if (path.startsWith('/broken')) return void response.end('{"a":');
  if (path.startsWith('/503')) return void response.writeHead(503).end();
  if (path.startsWith('/csv')) return void response.end('kỳ;giá trị\n01/2026;1,5\n02/2026;2,5\n');
  response.end(JSON.stringify(rows));
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const collector = (path: string, change: Partial<Collector> = {}): Collector => ({
  id: 'c1',
  name: 'Source',
  unit: 'kh-dpi',
  url: `http://${host}${path}`,
  format: 'json',
  method: 'GET',
  schedule: { every: 'PT2S' },
  timeoutSeconds: 20,
  maxBytes: 100_000,
  allowPrivate: true,
  enabled: true,
  mapping: { period: { path: 'p' }, indicator: { fixed: 'late' }, value: { path: 'v' } },
  ...change,
});
const env = () => ({ KAIRYO_COLLECT_ALLOW: host, KAIRYO_SECRET_X: SECRET });
const read = (path: string, change: Partial<Collector> = {}) =>
  httpCollectSource({ env: env() }).read(collector(path, change));
const failure = (code: string) => ({ ok: false, failure: { code } });

describe('a source', () => {
  it('is read as JSON and as CSV', async () => {
    expect(await read('/')).toMatchObject({ ok: true, reading: { rows: [{ at: { period: '2026-01' }, value: 5 }] } });
    const mapping = {
      period: { path: 'kỳ', format: 'MM/yyyy' },
      indicator: { fixed: 'late' },
      value: { path: 'giá trị' },
      decimalComma: true,
    };
    expect(await read('/csv', { format: 'csv', mapping })).toMatchObject({
      ok: true,
      reading: {
        rows: [
          { row: 2, value: 1.5 },
          { row: 3, value: 2.5 },
        ],
      },
    });
  });
  it('inside the house is not asked, unless both the editor and the administrator say so', async () => {
    expect(await read('/', { allowPrivate: false })).toMatchObject(failure('COLLECT_ADDRESS_NOT_ALLOWED'));
    expect(await httpCollectSource({ env: {} }).read(collector('/'))).toMatchObject(
      failure('COLLECT_ADDRESS_NOT_ALLOWED'),
    );
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 } as const,
      { address: '10.0.0.1', family: 4 } as const,
    ];
    const named = collector('/', { url: 'http://example.org/' });
    expect(await httpCollectSource({ env: {}, resolve }).read(named)).toMatchObject(
      failure('COLLECT_ADDRESS_NOT_ALLOWED'),
    );
  });
  it('does not lead elsewhere inside, hang, flood, or burst', async () => {
    expect(await read('/away')).toMatchObject(failure('COLLECT_ADDRESS_NOT_ALLOWED'));
    expect(await read('/slow', { timeoutSeconds: 1 })).toMatchObject(failure('COLLECT_TIMEOUT'));
    expect(await read('/endless')).toMatchObject(failure('COLLECT_TOO_LARGE'));
    expect(await read('/broken')).toMatchObject(failure('COLLECT_NOT_JSON'));
    expect(await read('/503')).toMatchObject({ ok: false, failure: { code: 'COLLECT_HTTP_STATUS', again: true } });
  });
  it('may pack its answer, but not a great one into a small one', async () => {
    for (const encoding of Object.keys(PACK)) {
      expect(await read(`/packed/${encoding}`)).toMatchObject({ ok: true, reading: { rows: [{ value: 5 }] } });
      expect(await read(`/bomb/${encoding}`)).toMatchObject(failure('COLLECT_TOO_LARGE'));
    }
  });
  it('that sends one sign after the other for ever is given up when its time is over', async () => {
    expect(await read('/drops', { timeoutSeconds: 1 })).toMatchObject(failure('COLLECT_TIMEOUT'));
  });
  it('gets the secret, and nobody else sees it', async () => {
    const auth = { type: 'bearer', secret: 'env:KAIRYO_SECRET_X' } as const;
    const answered = await read('/', { auth });
    expect(seen.at(-1)?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(JSON.stringify([answered, await read('/503', { auth })])).not.toContain(SECRET);
    const missing = await read('/', { auth: { type: 'bearer', secret: 'env:KAIRYO_SECRET_NONE' } });
    expect(missing).toMatchObject(failure('COLLECT_SECRET_MISSING'));
    expect(JSON.stringify(missing)).toContain('KAIRYO_SECRET_NONE');
  });
});

describe('a collector on schedule', () => {
  let running: Engine;
  const key = { indicator: 'late', unit: 'kh-dpi', period: '2026-01' };
  beforeAll(async () => {
    running = await engine('collect', { collectSource: httpCollectSource({ env: env() }) });
    await anOffice(running.stores);
    const definition = { ...IndicatorDefinition.parse({ name: 'Late' }), home: 'kh-dpi' };
    await running.stores.indicators.define({ id: 'late', validFrom: '0001-01-01', by: 'a' }, definition, {
      references: [],
    });
    await running.work();
  });
  afterAll(async () => {
    await temporalCollectors(running.client).unschedule('c1');
    await running.close();
  });

  it('records once, corrects what the source changed, and leaves what a person corrected', async () => {
    const { stores, client } = running;
    const commands = temporalCollectors(client);
    await stores.collectors.put(collector('/'), 'administrator');
    await commands.schedule(collector('/'), 'Asia/Ho_Chi_Minh');
    const done = async () =>
      (await stores.collectorRuns.list('c1', undefined, 50)).filter((run) => run.status === 'done');
    await eventually(async () => expect((await done()).length).toBeGreaterThan(1));
    expect(await stores.figures.versions(key)).toMatchObject([
      { value: 5, origin: { kind: 'collected', collector: 'c1' } },
    ]);
    rows = [{ p: '2026-01', v: 6 }];
    await eventually(async () => expect(await stores.figures.versions(key)).toHaveLength(2));
    const [, second] = await stores.figures.versions(key);
    expect(second).toMatchObject({ value: 6, reason: expect.stringContaining('collected again') });
    await stores.figures.record([
      {
        ...key,
        status: 'normal',
        value: 7,
        origin: { kind: 'entered' },
        by: 'binh',
        reason: 'counted',
        recordedAt: new Date().toISOString(),
      },
    ]);
    await eventually(async () => expect((await done())[0]?.counts).toMatchObject({ conflicts: 1, corrected: 0 }));
    expect(await stores.figures.versions(key)).toHaveLength(3);
  });
});
