import { createApp } from '../../../src/api/app';
import { ensureAdministrator } from '../../../src/api/auth/administrator';
import { listen } from '../../../src/api/server';
import { ensureShipped } from '../../../src/worker/shipped';
import type { ApiDeps } from '../../../src/api/ports';
import { createConversations } from '../../../src/store/conversations';
import { masterKeysFrom } from '../../../src/store/sealed';
import { apiDeps } from '../../../src/worker/apiMain';
import type { Engine } from './engine';

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };
/** One person's way to the API: every call over real HTTP. */
export type Caller = {
  readonly get: (path: string) => Promise<Answer>;
  readonly put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
};

/** Of made-up notes alone. */
const NOTES_KEY = Buffer.alloc(32, 7).toString('base64');

/** The API of an engine on a free port, with an administrator. */
export async function httpApi(
  engine: Engine,
): Promise<{ as(token: string): Caller; admin: Caller; deps: ApiDeps; port: number; close(): Promise<void> }> {
  const conversations = createConversations(engine.stores.connection, masterKeysFrom(NOTES_KEY));
  const deps = { ...apiDeps(engine.stores, engine.client, false), conversations };
  await ensureShipped(deps.organisation);
  await ensureAdministrator(deps, 'administrator-for-tests');
  const server = await listen(createApp(deps), { port: 0 });
  const as = (token: string): Caller => callerOf(`http://127.0.0.1:${server.port}`, token);
  return { as, admin: as('administrator-for-tests'), deps, port: server.port, close: () => server.close() };
}

function callerOf(base: string, token: string): Caller {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const raw = body instanceof Uint8Array;
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    get: (path) => call('GET', path),
    put: (path, body, headers) => call('PUT', path, body, headers),
    delete: (path) => call('DELETE', path),
    post: (path, body, headers) => call('POST', path, body, headers),
  };
}
