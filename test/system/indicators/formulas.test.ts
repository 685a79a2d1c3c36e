import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGE } from '../../../src/domain/formula/describe';
import { apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());
const check = (formula: unknown) => caller(api.app).post('/v1/formulas/check', { formula });

describe('formulas over HTTP', () => {
  it('are read and checked, with the names they need', async () => {
    const read = await check('percent(late / decided) - previous(late)').expect(200);
    expect(read.body).toMatchObject({
      ok: true,
      type: 'number',
      references: [
        { name: 'late', lag: 0, place: { start: 8, end: 12 } },
        { name: 'decided', lag: 0 },
        { name: 'late', lag: 1 },
      ],
    });
    expect((await check('a > 1').expect(200)).body).toMatchObject({ type: 'truth' });
  });

  it('are refused with a code, words in the language asked for, and the place', async () => {
    const refused = await check('a +').expect(422);
    expect(refused.body).toMatchObject({ code: 'FORMULA_ENDS_TOO_EARLY', errors: [{ field: '/formula' }] });
    const vietnamese = await check('a +').set('Accept-Language', 'vi').expect(422);
    expect(JSON.stringify(vietnamese.body)).toContain('Công thức bị cụt');
    expect((await check('process.exit(1)').expect(422)).body).toHaveProperty('params.position');
    await check('').expect(422);
    await check('1+'.repeat(1001)).expect(422);
    await check(7).expect(422);
  });

  it('are for people who are signed in', async () => {
    const nobody = caller(api.app, 'no-such-token');
    await nobody.post('/v1/formulas/check', { formula: '1' }).expect(401);
    await nobody.get('/v1/formulas/functions').expect(401);
  });

  it('can do what the list of functions says, and every example of it is a formula', async () => {
    const listed = await caller(api.app).get('/v1/formulas/functions').expect(200);
    const { items } = listed.body as {
      items: readonly { name: string; description: string; example: { formula: string } }[];
    };
    expect(items.map(({ name }) => name)).toEqual(LANGUAGE.map(({ name }) => name));
    for (const { example } of items) await check(example.formula).expect(200);
    const vietnamese = await caller(api.app).get('/v1/formulas/functions').set('Accept-Language', 'vi').expect(200);
    const [first] = (vietnamese.body as { items: typeof items }).items;
    expect(first?.description).toBe(LANGUAGE[0]?.words.vi);
  });
});
