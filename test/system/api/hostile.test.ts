import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apiRoutes } from '../../../src/api/app';
import { listen } from '../../../src/api/server';
import type { ApiServer } from '../../../src/api/server';
import { ADMIN_TOKEN, apiUnderTest, seedProvince } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
let server: ApiServer;
const faults: unknown[] = [];
beforeAll(async () => {
  const { default: pino } = await import('pino');
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
  api = await apiUnderTest({ log });
  await seedProvince(api);
  server = await listen(api.app, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await api.close();
});

async function call(
  method: string,
  url: string,
  body?: string | Uint8Array,
): Promise<{ status: number; type: string; body: string }> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${url}`, {
    method,
    headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
}
/** Whatever came in, the answer is one of ours: no fault, and a problem document where it is a refusal. */
function isOurs({ status, type, body }: { status: number; type: string; body: string }): void {
  expect([status < 500, body, faults]).toEqual([true, body, []]);
  if (status >= 400) expect([type, body.includes('"code"')]).toEqual(['application/problem+json; charset=utf-8', true]);
}

const bodies = apiRoutes().filter(({ body }) => body !== undefined);
const addresses = (path: string) => path.replace('{id}', 'office~permit~1').replace(/\{\w+\}/g, 'office');
const id = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '..',
    '.',
    '%',
    '\u0000',
    '\ud800',
    'a'.repeat(5000),
    '$where',
    'a.b',
  ),
);
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));

describe('whatever a client sends', () => {
  it('as JSON in a body, the answer is not a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies),
        fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
        async (route, value) => {
          isOurs(await call(route.method.toUpperCase(), addresses(route.path), JSON.stringify(value)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as a body like the example with one member changed, the answer is not a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies),
        fc.nat(),
        fc.jsonValue({ maxDepth: 2 }),
        async (route, at, value) => {
          const example = route.bodyExample as Record<string, unknown>;
          const name = Object.keys(example)[at % Object.keys(example).length] ?? '';
          isOurs(
            await call(
              route.method.toUpperCase(),
              addresses(route.path),
              JSON.stringify({ ...example, [name]: value }),
            ),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as an id or a query, the answer is not a fault', async () => {
    // A stream of events does not end: it has tests of its own.
    const ends = ({ path }: { path: string }) => path !== '/v1/live';
    const reads = apiRoutes().filter((one) => one.method === 'get' && one.path.startsWith('/v1') && ends(one));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...reads), id, id, id, async ({ path }, part, name, value) => {
        const address = path.replace(/\{\w+\}/g, () => encoded(part) || 'x');
        isOurs(await call('GET', `${address}?${encoded(name)}=${encoded(value)}`));
        isOurs(await call('GET', `${address}?cursor=${encoded(value)}&limit=${encoded(name)}`));
      }),
      { numRuns: 200 },
    );
  });

  it('as bytes, the answer is not a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), async (bytes) => {
        isOurs(await call('PUT', '/v1/units/office', bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('nested very deeply, the answer is not a fault', async () => {
    isOurs(await call('PUT', '/v1/units/office', '['.repeat(100_000)));
    isOurs(await call('PUT', '/v1/units/office', '['.repeat(100_000) + ']'.repeat(100_000)));
    isOurs(await call('PUT', '/v1/units/office', `${'{"office":'.repeat(50_000)}1${'}'.repeat(50_000)}`));
  });

  it('reaches for prototypes, nothing of it arrives', async () => {
    const answer = await call(
      'PUT',
      '/v1/units/office',
      '{"name":"x","parent":"department","__proto__":{"roles":["administrator"]}}',
    );
    isOurs(answer);
    expect(answer.status).toBe(422);
    expect(({} as { roles?: unknown }).roles).toBeUndefined();
    isOurs(await call('PUT', '/v1/units/__proto__', '{"name":"x"}'));
    isOurs(await call('PUT', '/v1/units/constructor', '{"name":"x"}'));
    expect((await call('GET', '/v1/units/constructor')).status).toBe(200);
  });

  it('that is not HTTP at all, the next one is served', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'));
      socket
        .on('close', () => resolve())
        .on('error', () => undefined)
        .resume();
    });
    expect((await call('GET', '/v1/me')).status).toBe(200);
  });
});
