import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '../../../src/api/app';
import { PAGES } from '../../../src/api/pages/web';
import { listen } from '../../../src/api/server';
import { apiDeps } from '../../../src/worker/apiMain';
import { eventually } from '../support/eventually';
import { aProcedure, launched, tokenOf } from './office';
import { describePages, openStage } from './stage';
import type { Stage } from './stage';

const HTML = { accept: 'text/html' };
const PASSWORD = 'four boats on the river';

describePages('what the server sends with pages, errors and cookies', () => {
  let stage: Stage;
  let plain: string;
  let secure: { readonly base: string; readonly close: () => Promise<void> };

  beforeAll(async () => {
    stage = await openStage('web-headers');
    plain = `http://127.0.0.1:${stage.api.port}`;
    const { stores, client } = stage.run;
    const publicUrl = 'https://kairyo.example.gov.vn';
    const server = await listen(createApp({ ...apiDeps(stores, client, false), settings: { publicUrl } }), { port: 0 });
    secure = { base: `http://127.0.0.1:${server.port}`, close: () => server.close() };
  });
  afterAll(async () => {
    await secure?.close();
    await stage?.close();
  });

  const policyOf = (headers: Headers): ReadonlyMap<string, string> =>
    new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
  /** What is missing from the headers of one answer; nothing where all is well. */
  function lacksOf(headers: Headers): readonly string[] {
    const policy = policyOf(headers);
    const expected: Readonly<Record<string, string>> = {
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    };
    return [
      ...[...policy].filter(([, sources]) => /unsafe|\*|https?:|blob:/.test(sources)).map(([name]) => `loose ${name}`),
      ...['default-src', 'base-uri', 'frame-ancestors'].filter((name) => policy.get(name) !== "'none'"),
      ...(policy.has('form-action') ? [] : ['form-action']),
      ...Object.entries(expected)
        .filter(([name, value]) => headers.get(name) !== value)
        .map(([name]) => `${name}: ${headers.get(name)}`),
      ...(headers.get('permissions-policy')?.includes('camera=()') === true ? [] : ['permissions-policy']),
      ...(headers.has('x-powered-by') ? ['x-powered-by'] : []),
    ];
  }
  const addresses = [
    ...['/', ...PAGES.map((one) => one.replace(':id', 'nothing'))],
    ...[
      '/about',
      '/docs',
      '/problems',
      '/openapi.json',
      '/no/such/page',
      '/v1/no-such-thing',
      '/v1/units',
      '/%E0%A4%A',
    ],
    ...['/s/no-such-survey', '/s/%E0%A4%A', '/app/no-such-file.js', '/assets/survey.css', '/assets/survey.js'],
  ];

  it('allows no inline script, no frame around it, no device and nothing from elsewhere, on every page and error page', async () => {
    const found: string[] = [];
    for (const address of addresses) {
      const { headers, status } = await fetch(plain + address, { headers: HTML, redirect: 'manual' });
      found.push(...lacksOf(headers).map((lack) => `${address} (${status}): ${lack}`));
    }
    expect(found).toEqual([]);
  });

  it('asks browsers to stay with https where the office has it, and only there', async () => {
    for (const address of ['/', '/v1/units', '/no/such/page', '/s/no-such-survey']) {
      const [over, without] = await Promise.all([
        fetch(secure.base + address, { headers: HTML }),
        fetch(plain + address, { headers: HTML }),
      ]);
      expect([address, over.headers.get('strict-transport-security')]).toEqual([address, 'max-age=31536000']);
      expect([address, without.headers.get('strict-transport-security')]).toEqual([address, null]);
    }
  });

  it('keeps cookies from scripts and other sites, and from http where the office has https', async () => {
    await stage.api.admin.post('/v1/invitations', { person: 'binh' });
    const { body } = await stage.api.admin.post('/v1/people/binh/password-reset', {});
    const token = (body as { address: string }).address.split('#')[1];
    const given = async (base: string, path: string, sent: object): Promise<readonly string[]> => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(sent) });
      expect(answer.status).toBeLessThan(300);
      return answer.headers.getSetCookie();
    };
    const cookies = [
      ...(await given(secure.base, '/v1/password-resets/accept', { token, password: PASSWORD })),
      ...(await given(secure.base, '/v1/session', { email: 'binh', password: PASSWORD })),
    ];
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    const withoutHttps = await given(plain, '/v1/session', { email: 'binh', password: PASSWORD });
    for (const cookie of withoutHttps) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  it('asks nobody else for anything, and leaves no complaint of the browser, in a walk over all pages', async () => {
    const lead = await tokenOf(stage.api.admin, 'lead');
    await aProcedure(stage.run, 'permit');
    const cycle = await launched(stage.api.as(lead), 'permit');
    const { page, complaints, close } = await stage.browser.visit(lead);
    const walk = ['/', ...PAGES].flatMap((one) => {
      if (one.startsWith('/cycles/:id')) return [one.replace(':id', encodeURIComponent(cycle))];
      return one.includes(':') || /^\/(sign-in|welcome|reset)$/.test(one) ? [] : [one];
    });
    for (const address of [...walk, '/no/such/page']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await eventually(async () => expect([address, await page.locator('.waiting').count()]).toEqual([address, 0]));
    }
    expect(complaints).toEqual([]);
    const cookies = await page.context().cookies();
    expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([]);
    await close();
  });
});
