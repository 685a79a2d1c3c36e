import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../src/domain/organisation/roles';
import { apiUnderTest, caller, seedProvince, signedInAs } from './support';
import type { ApiUnderTest } from './support';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
beforeAll(async () => {
  api = await apiUnderTest();
  admin = caller(api.app);
  await seedProvince(api);
});
afterAll(() => api.close());

const VECTOR = [12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 13, 12];

describe('trying a method on own numbers', () => {
  it('answers whoever has an account, of whatever role, and nobody else', async () => {
    for (const role of ROLES) {
      const person = await signedInAs(api, `tries-${role}`, { unit: 'office', roles: [role] });
      const answer = await person.post('/v1/analyses/xmr', { values: VECTOR, screen: true }).expect(200);
      expect(answer.body).toMatchObject({ points: VECTOR.map((value, index) => ({ index, value, rules: [] })) });
    }
    const nobody = await caller(api.app, 'no-token').post('/v1/analyses/xmr', { values: VECTOR }).expect(401);
    expect(nobody.body).toMatchObject({ code: 'TOKEN_NOT_VALID' });
  });

  it('tells the signal of a run chart, the limits of a p′ chart and a score', async () => {
    const run = await admin.post('/v1/analyses/run-chart', { values: [1, 1, 1, 1, 1, 9, 9, 9, 9, 9] }).expect(200);
    expect(run.body).toMatchObject({ median: 5, longestRun: 5, longestRunLimit: 6, crossings: 1, signal: true });
    const shares = { numerators: [53, 116, 107], denominators: [70, 136, 117] };
    const prime = await admin.post('/v1/analyses/p-prime', shares).expect(200);
    expect(prime.body).toMatchObject({ points: [{ index: 0 }, { index: 1 }, { index: 2 }] });
    const bands = [{ key: 'met', atLeast: 6 }, { key: 'open' }];
    const scored = { rule: 'goal-red-flag', value: 700, goal: 700, redFlag: 500, bands };
    await admin
      .post('/v1/analyses/score', scored)
      .expect(200)
      .expect({ score: 20 / 3, raw: 20 / 3, band: 'met' });
  });

  it('gives a verdict on shares with words in two languages', async () => {
    const asked = { before: { successes: 496, n: 575 }, after: { successes: 805, n: 859 }, better: 'higher' };
    const answer = await admin.post('/v1/analyses/compare', asked).expect(200);
    const { verdict, words } = answer.body as { verdict: string; words: { vi: string; en: string } };
    expect(verdict).toBe('improved');
    expect(words.en).toBe(
      'Share: 86.3 % (575 values) before, 93.7 % (859 values) after. Change: 7.5 percentage points more (between 4.3 ' +
        'and 10.8 percentage points).\nThis is a real improvement: such a difference would hardly come by chance.',
    );
    expect(words.vi.split('\n')).toHaveLength(2);
  });

  it.each([
    ['xmr', { values: [5] }, 'TOO_FEW_VALUES', '/values'],
    ['p-prime', { numerators: [1, 4], denominators: [3, 3] }, 'PART_EXCEEDS_WHOLE', '/numerators/1'],
    ['p-prime', { numerators: [1, 4], denominators: [3] }, 'LENGTHS_DIFFER', '/denominators'],
    ['score', { rule: 'progress', value: 1, baseline: 2, target: 2 }, 'TARGET_IS_BASELINE', '/target'],
    ['xmr', { values: [1, 'two', 3] }, 'VALIDATION_FAILED', '/values/1'],
    [
      'compare',
      { before: { successes: 3, n: 2 }, after: { successes: 1, n: 2 }, better: 'lower' },
      'VALIDATION_FAILED',
      '/before/successes',
    ],
    ['score', { rule: 'guess', value: 1 }, 'VALIDATION_FAILED', '/rule'],
  ])('%s refuses %j by the name %s, at %s', async (name, body, code, field) => {
    const answer = await admin.post(`/v1/analyses/${name}`, body).expect(422);
    expect(answer.body).toMatchObject({ code, errors: expect.arrayContaining([expect.objectContaining({ field })]) });
  });

  it('refuses a number beyond all numbers, which JSON can spell', async () => {
    const answer = await admin.post('/v1/analyses/xmr').type('json').send('{"values":[1,1e999,2]}').expect(422);
    expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
