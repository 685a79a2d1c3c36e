import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apiRoutes } from '../../../src/api/app';
import { checkAnswer } from '../../../src/api/http/checkAnswer';
import type { Context, Route } from '../../../src/api/http/route';
import { ProblemError } from '../../../src/api/problems/problem';
import { HTTP_STATUS } from '../../../src/api/problems/table';

/** The pure routes ask for nothing but leave. */
const CONTEXT = { allow: async () => undefined } as unknown as Context;
const routes = new Map(apiRoutes().map((route) => [route.path, route]));

function routeOf(name: string): Route {
  const found = routes.get(`/v1/analyses/${name}`);
  if (found === undefined) throw new Error(name);
  return found;
}

/** 200 with the promised body and no `null` in it, or a refusal of the caller's numbers. */
async function answers(name: string, body: unknown): Promise<number> {
  const sent: unknown = JSON.parse(JSON.stringify(body));
  try {
    const answer = await routeOf(name).call({ params: {}, query: {}, body: sent }, CONTEXT);
    checkAnswer(routeOf(name), answer);
    expect(JSON.stringify(answer.body)).not.toContain('null');
    return answer.status;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return HTTP_STATUS[error.code];
  }
}

const tame = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.3, 1e30, -1e30, 1e-30, 1e15, 1 + Number.EPSILON),
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -1e30, max: 1e30, noNaN: true }),
);
const wild = fc.oneof(tame, fc.double(), fc.constant(null));
const lists = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.array(value, { maxLength: 30 }),
    fc.tuple(value, fc.nat(20)).map(([one, n]) => Array.from({ length: n }, () => one)),
  );
const better = fc.constantFrom('higher', 'lower');
const METHODS = ['mann-whitney', 'welch', 'permutation', 'interrupted-time-series'];
const method = fc.constantFrom(...METHODS);
const optional = { requiredKeys: [] };

const XMR = fc
  .tuple(
    lists(wild),
    fc.record(
      {
        screen: fc.boolean(),
        factor: fc.constantFrom('nhs', 'qicharts2'),
        baseline: fc.integer({ min: 2, max: 9 }),
        rebaseAt: fc.array(fc.nat(40), { maxLength: 3 }),
        better,
        target: wild,
      },
      optional,
    ),
  )
  .map(([values, options]) => ({ values, ...options }));
const BODIES = {
  xmr: XMR,
  'run-chart': fc.record({ values: lists(wild), median: tame }, { requiredKeys: ['values'] }),
  'p-prime': fc
    .array(fc.tuple(fc.oneof(fc.nat(50), wild), fc.oneof(fc.nat(90), wild)), { maxLength: 30 })
    .chain((pairs) =>
      fc
        .record({ chart: fc.constantFrom('p', 'u'), prime: fc.boolean(), better, target: tame }, optional)
        .map((options) => ({
          numerators: pairs.map(([n]) => n),
          denominators: pairs.map(([, d]) => d),
          ...options,
        })),
    ),
  compare: fc.oneof(
    fc.record(
      { before: lists(wild), after: lists(wild), better, method },
      { requiredKeys: ['before', 'after', 'better'] },
    ),
    fc.record({
      before: fc.record({ successes: fc.nat(12), n: fc.oneof(fc.nat(60), fc.constant(1e12)) }),
      after: fc.record({ successes: fc.nat(12), n: fc.nat(60) }),
      better,
    }),
  ),
  score: fc.oneof(
    fc.record({ rule: fc.constant('progress'), value: wild, baseline: wild, target: wild }),
    fc.record({ rule: fc.constant('goal-red-flag'), value: wild, goal: wild, redFlag: wild }),
    fc.record({ rule: fc.constant('lower-ratio'), value: wild, target: wild }),
    fc.record({
      rule: fc.constant('attainment'),
      value: wild,
      target: wild,
      better: fc.constantFrom('higher', 'lower'),
    }),
    fc.record({ rule: fc.constant('range'), value: wild, low: wild, high: wild, width: wild }),
    fc.record({ rule: fc.constant('steps'), value: wild, points: fc.array(fc.tuple(wild, wild), { maxLength: 4 }) }),
  ),
};

describe('whatever the numbers', () => {
  it.each(Object.entries(BODIES))('%s answers with numbers or refuses by name', async (name, body) => {
    await fc.assert(
      fc.asyncProperty(body as fc.Arbitrary<unknown>, async (sent) => {
        expect([200, 422]).toContain(await answers(name, sent));
      }),
      { numRuns: 400 },
    );
  });

  it.each(['xmr', 'run-chart'])(
    '%s answers for every two finite values of a size that can be calculated with',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.array(tame, { minLength: 2, maxLength: 40 }), async (values) => {
          const sizes = values.map((value) => (Math.abs(value) < 1e-30 ? 0 : value));
          expect(await answers(name, { values: sizes })).toBe(200);
        }),
      );
    },
  );

  it('a constant series never signals, whatever its value and length', async () => {
    const series = fc.tuple(tame, fc.integer({ min: 8, max: 60 }), fc.integer({ min: 8, max: 60 }));
    await fc.assert(
      fc.asyncProperty(series, async ([one, m, n]) => {
        const value = Math.abs(one) < 1e-30 ? 0 : one;
        const [before, after] = [m, n].map((length) => Array.from({ length }, () => value));
        const ask = async (name: string, body: unknown) =>
          (await routeOf(name).call({ params: {}, query: {}, body }, CONTEXT)).body;
        const chart = (await ask('xmr', { values: before })) as { points: { rules: string[] }[] };
        expect(chart.points.flatMap(({ rules }) => rules)).toEqual([]);
        expect(await ask('run-chart', { values: before })).toMatchObject({ signal: false });
        for (const method of METHODS)
          expect(await ask('compare', { before, after, better: 'lower', method })).toMatchObject({
            verdict: 'no-evidence',
          });
      }),
    );
  });

  it('values that are the same before and after never signal, whatever they are', async () => {
    const asked = fc.tuple(fc.array(tame, { minLength: 8, maxLength: 40 }), method);
    await fc.assert(
      fc.asyncProperty(asked, async ([values, by]) => {
        const same = values.map((value) => (Math.abs(value) < 1e-30 ? 0 : value));
        const body = { before: same, after: same, better: 'lower', method: by };
        const answer = (await routeOf('compare').call({ params: {}, query: {}, body }, CONTEXT)).body;
        if (by !== 'interrupted-time-series') expect(answer).toMatchObject({ verdict: 'no-evidence' });
      }),
      { numRuns: 60 },
    );
  });
});
