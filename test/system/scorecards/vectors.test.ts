import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardOf, measureOf, scoring } from './world';
import type { Card, Scoring } from './world';

let at: Scoring;
beforeAll(async () => {
  at = await scoring();
});
afterAll(() => at.api.close());

const PERIOD = '2026-Q1';
/** A value through an indicator on a scorecard: what the measure's score is on the scale of 0 to 1. */
async function scoreOf(id: string, definition: object, figure: object) {
  await at.define(id, definition);
  await at.enter(id, PERIOD, figure);
  await at.head.put(`/v1/scorecards/${id}`, cardOf([id])).expect(201);
  const card = await at.head.get(`/v1/scorecards/${id}?period=${PERIOD}`).expect(200);
  return measureOf(card.body, id);
}

const STEPS = [
  [10, 80],
  [20, 100],
  [25, 120],
];
const steps = { scoring: { rule: 'steps', points: STEPS } };
const flag = (goal: number, redFlag: number, direction: string) => ({
  ...{ direction, target: goal, scoring: { rule: 'goal-red-flag', redFlag } },
});
const lower = (target: number) => ({ direction: 'lower', target, scoring: { rule: 'lower-ratio' } });

describe('the scoring rules on a scorecard', () => {
  it.each([
    ['steps: before the first 0', steps, 8, 0, 0],
    ['steps: the first', steps, 10, 0.8, 0.8],
    ['steps: between', steps, 14, 0.88, 0.88],
    ['steps: beyond 100 points counts as 1', steps, 23, 1.12, 1],
    ['steps: beyond the last', steps, 40, 1.2, 1],
    ['goal and red flag: far below', flag(700, 500, 'higher'), 300, 0, 0],
    ['goal and red flag: at the red flag', flag(700, 500, 'higher'), 500, 1 / 3, 1 / 3],
    ['goal and red flag: between', flag(700, 500, 'higher'), 600, 0.5, 0.5],
    ['goal and red flag: at the goal', flag(700, 500, 'higher'), 700, 2 / 3, 2 / 3],
    ['goal and red flag: far above', flag(700, 500, 'higher'), 900, 1, 1],
    ['goal and red flag, lower is better: at the red flag', flag(3, 7, 'lower'), 7, 1 / 3, 1 / 3],
    ['goal and red flag, lower is better: at the goal', flag(3, 7, 'lower'), 3, 2 / 3, 2 / 3],
    ['lower is better: at the target', lower(50), 50, 1, 1],
    ['lower is better: twice the target', lower(50), 100, 0, 0],
    ['lower is better: nothing at all counts as 1', lower(50), 0, 2, 1],
    ['progress', { baseline: 10, target: 30, scoring: { rule: 'progress' } }, 25, 0.75, 0.75],
    [
      'progress the other way',
      { baseline: 30, target: 10, direction: 'lower', scoring: { rule: 'progress' } },
      0,
      1.5,
      1,
    ],
    [
      'range: outside, half of the way',
      { direction: 'range', range: { low: 4, high: 6 }, scoring: { rule: 'range', width: 2 } },
      7,
      0.5,
      0.5,
    ],
  ])('%s', async (name, definition, value, raw, score) => {
    const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const measure = await scoreOf(id, definition, { value });
    expect(measure.raw).toBeCloseTo(raw, 12);
    expect(measure.score).toBeCloseTo(score, 12);
    expect(measure.overAchieved).toBe(raw > 1);
  });

  it('reads a goal and red flag by its own thirds: green at the goal, red at the red flag', async () => {
    const rated = async (id: string, value: number) =>
      (await scoreOf(id, flag(700, 500, 'higher'), { value })).status?.rating;
    expect(await rated('at-goal', 700)).toBe('green');
    expect(await rated('between-them', 600)).toBe('yellow');
    expect(await rated('at-flag', 500)).toBe('red');
  });
});

describe('a published score table', () => {
  const TABLE = [
    // numerator, denominator, target, better, score as published: numerator / denominator / target, lower is better target / value
    { id: 'on-time', numerator: 1425, denominator: 1500, target: 0.95, direction: 'higher', score: 1 },
    { id: 'online', numerator: 540, denominator: 900, target: 0.8, direction: 'higher', score: 0.75 },
    { id: 'rework', numerator: 30, denominator: 600, target: 0.04, direction: 'lower', score: 0.8 },
    { id: 'reached', numerator: 640, denominator: 800, target: 0.64, direction: 'higher', score: 1.25 },
  ];

  it('is rebuilt from numerator, denominator and target', async () => {
    for (const { id, numerator, denominator, target, direction } of TABLE) {
      await at.define(id, { source: { type: 'ratio' }, target, direction, scoring: { rule: 'attainment' } });
      await at.enter(id, PERIOD, { numerator, denominator });
    }
    await at.head.put('/v1/scorecards/published', cardOf(TABLE.map(({ id }) => id))).expect(201);
    const answer = await at.head.get(`/v1/scorecards/published?period=${PERIOD}`).expect(200);
    const body = answer.body as Card;
    for (const { id, score } of TABLE) expect(measureOf(body, id).raw).toBeCloseTo(score, 12);
    expect(measureOf(body, 'reached')).toMatchObject({ score: 1, overAchieved: true });
    expect(measureOf(body, 'reached').notes.map(({ code }) => code)).toEqual(['OVER_ACHIEVED']);
    expect(body.score).toBeCloseTo((1 + 0.75 + 0.8 + 1) / 4, 12);
  });

  it('explains a score down to numerator and denominator', async () => {
    const url = `/v1/scorecards/published/explain?measure=online&period=${PERIOD}`;
    const answer = await at.head.get(url).expect(200);
    expect(answer.body).toMatchObject({
      scorecard: 'published',
      period: PERIOD,
      tree: { how: 'measure', score: 0.75 },
    });
    expect(answer.text).toContain('"numerator":540');
    const whole = await at.head.get(`/v1/scorecards/published/explain?period=${PERIOD}`).expect(200);
    expect(whole.body).toMatchObject({ tree: { how: 'scorecard', parts: [{ parts: [{ key: 'good' }] }] } });
    await at.head.get(`/v1/scorecards/published/explain?measure=nothing&period=${PERIOD}`).expect(422);
  });
});
