import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { cardOf, scoring } from './world';
import type { Scoring } from './world';

let at: Scoring;
const PERIOD = '2026-Q1';
const OPEN = '/v1/public/scorecards';
type Read = { readonly body: unknown; readonly text: string; readonly headers: Readonly<Record<string, string>> };
const visitor = (path: string) => request(at.api.app).get(path);

beforeAll(async () => {
  at = await scoring();
  await at.define('wait', { unit: 'days', direction: 'lower', target: 5, scoring: { rule: 'lower-ratio' } });
  await at.define('satisfied', { unit: 'ratio', source: { type: 'ratio' }, minimumN: 30, target: 0.9 });
  await at.enter('wait', PERIOD, { value: 6 });
  await at.enter('satisfied', PERIOD, { numerator: 5, denominator: 8 });
  const card = { ...cardOf(['wait', 'satisfied']), owner: 'head' };
  await at.head.put('/v1/scorecards/open', { ...card, public: true }).expect(201);
  await at.head.put('/v1/scorecards/inside', card).expect(201);
});
afterAll(() => at.api.close());

describe('public scorecards', () => {
  it('are those that the office made public, and are read by nobody in particular', async () => {
    const { body, headers } = (await visitor(OPEN).expect(200)) as Read;
    expect((body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(['open']);
    expect(headers['cache-control']).toBe('public, max-age=300');
    await visitor(`${OPEN}/inside`).expect(404);
    await visitor(`${OPEN}/nowhere`).expect(404);
  });

  it('say value, target, score and status, and name no person', async () => {
    const { body, text } = (await visitor(`${OPEN}/open?period=${PERIOD}`).expect(200)) as Read;
    expect(body).toMatchObject({
      period: PERIOD,
      unit: 'department',
      perspectives: [
        { objectives: [{ measures: [{ indicator: 'wait', value: 6, target: 5, score: 0.8, status: 'yellow' }, {}] }] },
      ],
    });
    for (const inside of ['head', 'owner', 'initiatives', 'numerator']) expect(text).not.toContain(`"${inside}"`);
  });

  it('leave out a value of too few cases, in the table too', async () => {
    const { text } = await visitor(`${OPEN}/open?period=${PERIOD}`).expect(200);
    expect(text).toContain('"valueState":"too-few"');
    expect(text).not.toContain('0.625');
    const table = await visitor(`${OPEN}/open?period=${PERIOD}&format=csv&language=vi`).expect(200);
    expect(table.headers['content-type']).toContain('text/csv');
    expect(table.text.split('\r\n')[0]).toContain('scorecard,unit,period,perspective,objective,indicator,measure');
    expect(table.text).toContain('too-few');
    expect(table.text).not.toContain('0.625');
  });

  it('answer that nothing changed to whoever has the same already', async () => {
    const path = `${OPEN}/open?period=${PERIOD}`;
    const { headers } = await visitor(path).expect(200);
    await visitor(path).set('If-None-Match', `${headers['etag']}`).expect(304);
  });

  it('have a schema that names every column of the table', async () => {
    const { body } = (await visitor(`${OPEN}/schema`).expect(200)) as Read;
    const { json, csv } = body as { json: object; csv: { fields: { name: string }[] } };
    const table = await visitor(`${OPEN}/open?format=csv`).expect(200);
    const [heading = ''] = table.text.replace('\uFEFF', '').split('\r\n');
    expect(csv.fields.map(({ name }) => name).join(',')).toBe(heading);
    expect(json).toHaveProperty('properties.perspectives');
  });

  it('are no longer there once the office takes them back', async () => {
    const card = { ...cardOf(['wait', 'satisfied']), public: false, reason: 'Taken back' };
    await at.head.put('/v1/scorecards/open', card).expect(200);
    await visitor(`${OPEN}/open`).expect(404);
  });
});

describe('a flood of readers', () => {
  it('is told when to come again', async () => {
    for (let count = 0; count < 130; count += 1) {
      const { status, headers } = await visitor(`${OPEN}/schema`);
      if (status === 200) continue;
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      return;
    }
    throw new Error('nobody was held back');
  });
});
