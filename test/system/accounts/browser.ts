import { expect } from '@jest/globals';
import type { Express } from 'express';
import { TOTP, Secret } from 'otpauth';
import type { ApiDeps } from '../../../src/api/ports';
import { listen } from '../../../src/api/server';
import { ADMIN_TOKEN, apiUnderTest, caller, seedProvince } from '../api/support';

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly cookies: readonly string[];
  readonly body: Record<string, unknown>;
};
type Options = { readonly headers?: Record<string, string>; readonly csrf?: string | false };

/** A browser as far as sign-in goes: it keeps the cookie and sends it, and sends the CSRF token it was told. */
export function browser(base: string) {
  let cookie: string | undefined;
  let device: string | undefined;
  let csrf: string | undefined;
  async function call(method: string, path: string, body?: unknown, options: Options = {}): Promise<Reply> {
    const token = options.csrf === undefined ? csrf : options.csrf === false ? undefined : options.csrf;
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        cookie: [cookie ?? [], device ?? []].flat().join('; '),
        ...(token !== undefined && { 'x-csrf-token': token }),
        ...options.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const cookies = response.headers.getSetCookie();
    for (const one of cookies) keep(one);
    if (typeof parsed['csrf'] === 'string') csrf = parsed['csrf'];
    return { status: response.status, headers: response.headers, cookies, body: parsed };
  }
  function keep(header: string): void {
    const [pair = ''] = header.split(';');
    if (pair.startsWith('kairyo_device=')) device = pair;
    else cookie = header.includes('Max-Age=0') ? undefined : pair;
  }
  return {
    get: (path: string, options?: Options) => call('GET', path, undefined, options),
    post: (path: string, body?: unknown, options?: Options) => call('POST', path, body, options),
    put: (path: string, body: unknown, options?: Options) => call('PUT', path, body, options),
    delete: (path: string, body?: unknown, options?: Options) => call('DELETE', path, body, options),
    cookie: () => cookie,
    setCookie: (given: string | undefined) => (cookie = given),
    signIn: (email: string, password: string, code?: string) =>
      call('POST', '/v1/session', { email, password, ...(code !== undefined && { code }) }),
  };
}
export type Browser = ReturnType<typeof browser>;

export const PASSWORD = 'sông Hương chiều nay xanh';

/** The API on a port of its own, with a small province and a clock that can be moved; `'stands'`: and that moves by itself no more. */
export async function accountsUnderTest(change: Partial<ApiDeps> = {}, port = 0, clock: 'runs' | 'stands' = 'runs') {
  let ahead = 0;
  const began = Date.now();
  const now = () => new Date((clock === 'stands' ? began : Date.now()) + ahead).toISOString();
  const settings = { checkAnswers: true, accountLinksPerMinute: 1_000, ...change.settings };
  const api = await apiUnderTest({ now, ...change, settings });
  await seedProvince(api);
  const server = await listen(api.app, { port });
  const base = `http://127.0.0.1:${server.port}`;
  const admin = caller(api.app);
  return {
    ...api,
    base,
    admin,
    now,
    later: (ms: number) => (ahead += ms),
    open: () => browser(base),
    /** A person with an account and `PASSWORD`, and the browser they are signed in with. */
    async member(id: string, person: Record<string, unknown> = {}) {
      await invited(api.app, id, person);
      const page = browser(base);
      const token = await invitation(api.app, id);
      const accepted = await page.post('/v1/invitations/accept', { token, password: PASSWORD });
      expect(accepted.status).toBe(200);
      return page;
    },
    async close() {
      await server.close();
      await api.close();
    },
  };
}
export type AccountsUnderTest = Awaited<ReturnType<typeof accountsUnderTest>>;

async function invited(app: Express, id: string, person: Record<string, unknown>): Promise<void> {
  const email = `${id}@example.gov.vn`;
  const given = { name: `Cán bộ ${id}`, unit: 'office', roles: ['officer'], email, ...person };
  await caller(app).put(`/v1/people/${id}`, given).expect(201);
}

/** The secret of a fresh invitation. */
export async function invitation(app: Express, person: string): Promise<string> {
  const answer = await caller(app, ADMIN_TOKEN).post('/v1/invitations', { person }).expect(201);
  return secretOf((answer.body as { address: string }).address);
}

export const secretOf = (address: string): string => address.split('#')[1] ?? '';

/** What an authenticator app shows at a moment. */
export const codeAt = (secret: string, at: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at) });
