import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { apiUnderTest } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

const page = async (url: string, language = 'en') =>
  request(api.app)
    .get(url)
    .set('Accept', 'text/html')
    .set('Accept-Language', language)
    .expect(200)
    .expect('Content-Type', /html/);
const linked = (html: string) => [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');

describe('pages for people', () => {
  it('greet in Vietnamese and English and say where to go', async () => {
    expect((await page('/about', 'vi')).text).toContain('Tài liệu API');
    const { text } = await page('/about');
    expect(text).toContain('API documentation');
    expect(linked(text)).toEqual(expect.arrayContaining(['/docs', '/openapi.json', '/readyz']));
  });

  it('greet a program with links', async () => {
    const answer = await request(api.app).get('/').set('Accept', 'application/json').expect(200);
    expect(answer.body).toMatchObject({ name: 'Kairyo', links: { docs: '/docs' } });
  });

  it.each(['/', '/about', '/docs', '/docs/'])(
    'load at %s only what this server has, and nothing inline',
    async (url) => {
      const { text, headers } = await page(url);
      for (const address of linked(text)) {
        expect(address).toMatch(/^\//);
        await request(api.app).get(address).set('Accept', '*/*').redirects(1).expect(200);
      }
      expect(text).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=/);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
    },
  );

  it('read the OpenAPI document from this server', async () => {
    const start = await request(api.app).get('/docs/start.js').expect(200);
    expect(start.text).toContain("url: '/openapi.json'");
    const document = await request(api.app).get('/openapi.json').expect(200);
    expect(document.body).toMatchObject({ openapi: '3.1.1', info: { title: 'Kairyo' } });
    await request(api.app)
      .get('/openapi.json')
      .set('If-None-Match', document.headers['etag'] ?? '')
      .expect(304);
  });

  it('are not a way to other files', async () => {
    for (const url of ['/docs/package.json', '/docs/..%2fpackage.json', '/docs/index.html', '/assets/../package.json'])
      await request(api.app).get(url).expect(404);
  });
});
