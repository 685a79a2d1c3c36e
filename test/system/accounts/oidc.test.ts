import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOidc } from '../../../src/api/auth/oidc';
import { accountsUnderTest, browser, PASSWORD } from './browser';
import type { AccountsUnderTest } from './browser';

const SECRET = 'a-secret-of-the-client-for-tests';
const HERE = '/v1/session/oidc';
let api: AccountsUnderTest;
let provider: ChildProcess;
let publicUrl: string;

beforeAll(async () => {
  const [mine, theirs] = [await freePort(), await freePort()];
  publicUrl = `http://127.0.0.1:${mine}`;
  const issuer = `http://127.0.0.1:${theirs}`;
  provider = await startProvider(theirs, `${publicUrl}${HERE}/callback`);
  const settings = { issuer, clientId: 'kairyo', clientSecret: SECRET, scope: 'openid email', claim: 'email' };
  const oidc = createOidc({ ...settings, trustEmail: false, label: 'Tỉnh' });
  api = await accountsUnderTest({ oidc, settings: { publicUrl } }, mine);
});
afterAll(async () => {
  await api.close();
  provider.kill();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startProvider(port: number, callback: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(__dirname, 'provider.mjs'), `${port}`, callback, SECRET], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the provider ended with ${String(code)}`)));
  });
  return child;
}

/** Follows redirects like a browser, keeping cookies by origin, and fills in the provider's two pages. */
async function journey(user: string, jar = new Map<string, Map<string, string>>()) {
  const seen: string[] = [];
  let under = '';
  let next = `${publicUrl}${HERE}`;
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 20; steps += 1) {
    const { origin } = new URL(next);
    const cookies = jar.get(origin) ?? new Map<string, string>();
    jar.set(origin, cookies);
    const response = await fetch(next, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), accept: 'text/html,*/*' },
      ...(form !== undefined && { body: form }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(header)) cookies.delete(name);
      else cookies.set(name, value);
      if (name === 'kairyo_oidc' && value !== '') under = pair;
    }
    const location = response.headers.get('location');
    form = undefined;
    if (location !== null) {
      next = new URL(location, next).href;
      seen.push(next);
      const { origin: to, pathname, hash } = new URL(next);
      if (to === publicUrl && !pathname.startsWith(HERE)) return { end: `${pathname}${hash}`, jar, seen, under };
    } else {
      const html = await response.text();
      next = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', next).href;
      form = new URLSearchParams({
        prompt: /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '',
        login: user,
        password: 'x',
      });
    }
  }
  throw new Error(`the journey does not end: ${seen.join(' ')}`);
}
const cookieOf = (jar: Map<string, Map<string, string>>) => jar.get(publicUrl)?.get('kairyo_session');

async function known(id: string): Promise<void> {
  await api.admin.put(`/v1/people/${id}`, { name: id, unit: 'office', roles: ['officer'] }).expect(201);
  await api.admin.put(`/v1/people/${id}/account`, { email: `${id}@example.gov.vn` }).expect(200);
}

describe('signing in through the organisation', () => {
  it('is offered where it is configured', async () => {
    expect((await api.open().get('/v1/session/ways')).body).toEqual({
      password: true,
      oidc: { label: 'Tỉnh', address: HERE },
      resetByEmail: false,
      firstStart: true,
    });
    const without = await accountsUnderTest();
    expect((await without.open().get('/v1/session/ways')).body).toEqual({
      password: true,
      resetByEmail: false,
      firstStart: true,
    });
    expect((await without.open().get(HERE)).status).toBe(404);
    await without.close();
  });

  it('goes by code with PKCE, state and nonce, and ends signed in', async () => {
    await known('lan');
    const { end, jar, seen } = await journey('lan@example.gov.vn');
    expect(end).toBe('/');
    const asked = new URL(seen[0] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const page = browser(api.base);
    page.setCookie(`kairyo_session=${cookieOf(jar) ?? ''}`);
    expect((await page.get('/v1/session')).body).toMatchObject({ person: { id: 'lan' } });
    expect(jar.get(publicUrl)?.has('kairyo_oidc')).toBe(false);
    const items = (await api.admin.get('/v1/sign-ins?person=lan').expect(200)).body as { items: unknown[] };
    expect(items.items[0]).toMatchObject({ outcome: 'signed-in', method: 'oidc' });
    expect((await api.open().signIn('lan@example.gov.vn', PASSWORD)).status).toBe(401);
  });

  it.each(['stranger@example.gov.vn', 'unverified@example.gov.vn'])(
    'says so to whom it cannot place: %s',
    async (user) => {
      const id = user.split('@')[0] ?? '';
      if (id === 'unverified') await known(id);
      const { end, jar } = await journey(user);
      expect(end).toBe('/sign-in#OIDC_NO_ACCOUNT');
      expect(cookieOf(jar)).toBeUndefined();
      const words = await api.open().get('/problems/OIDC_NO_ACCOUNT');
      expect(words.body).toMatchObject({ detail: { en: expect.stringContaining('ask an administrator') } });
    },
  );

  it('takes no answer that another browser asked for, and none twice', async () => {
    await known('mai');
    const { seen, under } = await journey('mai@example.gov.vn');
    const back = seen.find((address) => address.startsWith(`${publicUrl}${HERE}/callback`)) ?? '';
    const path = back.slice(publicUrl.length);
    const other = api.open();
    expect((await other.get(path)).headers.get('location')).toBe('/sign-in#OIDC_FAILED');
    await other.get(HERE);
    expect(other.cookie()).toMatch(/^kairyo_oidc=/);
    expect((await other.get(path)).headers.get('location')).toBe('/sign-in#OIDC_FAILED');
    const again = api.open();
    expect(under).toMatch(/^kairyo_oidc=[\w-]{43}$/);
    again.setCookie(under);
    expect((await again.get(path)).headers.get('location')).toBe('/sign-in#OIDC_FAILED');
  });

  it('goes back to the page when the provider refuses, or is away', async () => {
    const page = api.open();
    await page.get(HERE);
    const refused = await page.get(`${HERE}/callback?error=access_denied&state=x`);
    expect(refused.headers.get('location')).toBe('/sign-in#OIDC_FAILED');
    const nowhere = { issuer: `http://127.0.0.1:${await freePort()}`, clientId: 'x', clientSecret: undefined };
    const oidc = createOidc({ ...nowhere, scope: 'openid', claim: 'sub', trustEmail: false, label: 'x' });
    const away = await accountsUnderTest({ oidc });
    const answer = await away.open().get(HERE);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in#OIDC_UNAVAILABLE']);
    await away.close();
  });
});
