import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandOf } from '../../../src/domain/scoring/bands';
import { scoreBy } from '../../../src/domain/scoring/catalogue';
import { SCORING_REFUSALS } from '../../../src/domain/scoring/refusals';
import { Exact, type Scored } from '../../../src/domain/scoring/scored';
import { ScoringAsked, type Band } from '../../../src/domain/scoring/scoring.schema';
import { weightedMean } from '../../../src/domain/scoring/weightedMean';

const asked = (input: object): Scored => scoreBy(ScoringAsked.parse(input));
function score(input: object): number {
  const answer = asked(input);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.score.toNumber();
}
function raw(input: object): number {
  const answer = asked(input);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.raw.toNumber();
}
function refusal(input: object): string {
  const answer = asked(input);
  return answer.ok ? 'scored' : answer.refusal.code;
}

describe('progress from baseline to target', () => {
  it.each([
    [20, 10, 30, 0.5, 0.5],
    [10, 10, 30, 0, 0],
    [35, 10, 30, 1, 1.25],
    [5, 10, 30, 0, -0.25],
    [6, 8, 4, 0.5, 0.5],
    [0.3, 0.1, 0.5, 0.5, 0.5],
  ])('value %d from %d to %d scores %d, raw %d', (value, baseline, target, clamped, unclamped) => {
    const input = { rule: 'progress', value, baseline, target };
    expect([score(input), raw(input)]).toEqual([clamped, unclamped]);
  });

  it('calls a target that is the baseline an error of definition', () => {
    expect(refusal({ rule: 'progress', value: 1, baseline: 3, target: 3 })).toBe('TARGET_IS_BASELINE');
  });
});

describe('points by steps', () => {
  const points = [
    [10, 80],
    [20, 100],
    [25, 120],
  ];
  it.each([
    [8, 0, 0],
    [10, 80, 80],
    [14, 88, 80],
    [20, 100, 100],
    [23, 112, 100],
    [25, 120, 120],
    [40, 120, 120],
  ])('value %d gets %d interpolated and %d by step', (value, interpolated, stepped) => {
    expect(score({ rule: 'steps', value, points })).toBe(interpolated);
    expect(score({ rule: 'steps', value, points, between: 'step' })).toBe(stepped);
  });

  it.each([
    [2, 100, 100],
    [3, 100, 100],
    [4, 90, 80],
    [5, 80, 80],
    [6, 0, 0],
  ])('where lower is better, value %d gets %d interpolated and %d by step', (value, interpolated, stepped) => {
    const falling = [
      [3, 100],
      [5, 80],
    ];
    expect(score({ rule: 'steps', value, points: falling, better: 'lower' })).toBe(interpolated);
    expect(score({ rule: 'steps', value, points: falling, better: 'lower', between: 'step' })).toBe(stepped);
  });

  it('refuses steps that do not rise', () => {
    const unordered = [
      [10, 80],
      [10, 100],
    ];
    expect(refusal({ rule: 'steps', value: 1, points: unordered })).toBe('STEPS_DO_NOT_RISE');
  });
});

describe('goal and red flag', () => {
  it.each([
    [300, 700, 500, 0],
    [500, 700, 500, 10 / 3],
    [600, 700, 500, 5],
    [700, 700, 500, 20 / 3],
    [900, 700, 500, 10],
    [2000, 700, 500, 10],
    [11, 3, 7, 0],
    [7, 3, 7, 10 / 3],
    [5, 3, 7, 5],
    [3, 3, 7, 20 / 3],
    [-1, 3, 7, 10],
  ])('value %d with goal %d and red flag %d scores %d', (value, goal, redFlag, expected) => {
    expect(score({ rule: 'goal-red-flag', value, goal, redFlag })).toBe(expected);
  });

  it('calls a goal that is the red flag an error of definition', () => {
    expect(refusal({ rule: 'goal-red-flag', value: 1, goal: 3, redFlag: 3 })).toBe('GOAL_IS_RED_FLAG');
  });
});

describe('lower is better, by ratio', () => {
  it.each([
    [50, 50, 1],
    [100, 50, 0],
    [0, 50, 2],
    [0, 0, 1],
    [3, 0, -2],
    [-20, -10, 2],
  ])('actual %d against target %d scores %d', (value, target, expected) => {
    expect(score({ rule: 'lower-ratio', value, target })).toBe(expected);
  });
});

describe('attainment of a target', () => {
  it.each([
    ['higher', 45, 90, 0.5],
    ['higher', 90, 90, 1],
    ['higher', 144, 90, 1.6],
    ['higher', 0, 90, 0],
    ['higher', -9, 90, -0.1],
    ['lower', 12, 9, 0.75],
    ['lower', 9, 9, 1],
    ['lower', 4.5, 9, 2],
  ] as const)('where %s is better, %d against %d scores %d', (better, value, target, expected) => {
    expect(score({ rule: 'attainment', value, target, better })).toBe(expected);
  });

  it('rebuilds a published score from numerator, denominator and target', () => {
    const published = [
      { numerator: 171, denominator: 200, target: 0.9, score: 0.95 },
      { numerator: 63, denominator: 84, target: 0.6, score: 1.25 },
    ];
    for (const { numerator, denominator, target, score: expected } of published)
      expect(score({ rule: 'attainment', value: numerator / denominator, target })).toBeCloseTo(expected, 12);
  });

  it.each([
    ['the target is 0', { value: 3, target: 0 }, 'ATTAINMENT_TARGET_NOT_POSITIVE'],
    ['the target is negative', { value: -20, target: -10 }, 'ATTAINMENT_TARGET_NOT_POSITIVE'],
    ['lower is better and the target is 0', { value: 3, target: 0, better: 'lower' }, 'ATTAINMENT_TARGET_NOT_POSITIVE'],
    ['lower is better and the value is 0', { value: 0, target: 9, better: 'lower' }, 'ATTAINMENT_VALUE_NOT_POSITIVE'],
  ])('says why there is no score when %s', (_, figures, code) => {
    expect(refusal({ rule: 'attainment', ...figures })).toBe(code);
  });
});

describe('a range is better', () => {
  it.each([
    [10, 1, 1],
    [20, 1, 1],
    [15, 1, 1],
    [7.5, 0.5, 0.5],
    [5, 0, 0],
    [24, 0.2, 0.2],
    [30, 0, -1],
  ])('value %d in 10 to 20 with width 5 scores %d, raw %d', (value, clamped, unclamped) => {
    const input = { rule: 'range', value, low: 10, high: 20, width: 5 };
    expect([score(input), raw(input)]).toEqual([clamped, unclamped]);
  });

  it('has hard edges without a width', () => {
    expect(score({ rule: 'range', value: 20, low: 10, high: 20, width: 0 })).toBe(1);
    expect(score({ rule: 'range', value: 20.001, low: 10, high: 20, width: 0 })).toBe(0);
  });

  it('refuses a range without values', () => {
    expect(refusal({ rule: 'range', value: 1, low: 5, high: 4, width: 1 })).toBe('RANGE_IS_EMPTY');
  });
});

describe('bands', () => {
  const bands: Band[] = [
    { key: 'excellent', atLeast: 90 },
    { key: 'good', atLeast: 70 },
    { key: 'completed', above: 50 },
    { key: 'not-completed' },
  ];
  it.each([
    [90, 'excellent'],
    [89.9999, 'good'],
    [70, 'good'],
    [50.0001, 'completed'],
    [50, 'not-completed'],
  ])('put %d into %s: the first whose edges hold', (value, key) => {
    expect(bandOf(new Exact(value), bands)).toBe(key);
  });

  it('classify before any rounding', () => {
    expect(bandOf(new Exact(90).minus('1e-40'), bands)).toBe('good');
    expect(bandOf(new Exact(0.1).plus(0.2), [{ key: 'up-to-0.3', atMost: 0.3 }])).toBe('up-to-0.3');
  });

  it('may leave a score in none', () => {
    expect(bandOf(new Exact(5), [{ key: 'low', below: 5 }])).toBeUndefined();
  });
});

describe('the weighted mean', () => {
  it('is taken over what is available and says how much that is', () => {
    const mean = weightedMean(
      [
        { weight: 1, state: 'scored', score: 80 },
        { weight: 3, state: 'scored', score: 100 },
        { weight: 1, state: 'missing' },
        { weight: 5, state: 'not-applicable' },
      ],
      0.8,
    );
    expect([mean.score?.toNumber(), mean.coverage.toNumber(), mean.incomplete]).toEqual([95, 0.8, false]);
  });

  it('is incomplete below the coverage asked for, and without any score', () => {
    const some = weightedMean([
      { weight: 1, state: 'scored', score: 1 },
      { weight: 1, state: 'not-yet-due' },
    ]);
    expect([some.coverage.toNumber(), some.incomplete]).toEqual([0.5, true]);
    expect(weightedMean([{ weight: 1, state: 'missing' }], 0)).toMatchObject({ incomplete: true });
    expect(weightedMean([], 0).score).toBeUndefined();
  });
});

describe('every rule', () => {
  const figure = fc.oneof(fc.integer(), fc.double({ noNaN: false }));
  const input = fc.oneof(
    fc.record({ rule: fc.constant('progress'), value: figure, baseline: figure, target: figure }),
    fc.record({ rule: fc.constant('goal-red-flag'), value: figure, goal: figure, redFlag: figure }),
    fc.record({ rule: fc.constant('lower-ratio'), value: figure, target: figure }),
    fc.record({
      rule: fc.constant('attainment'),
      value: figure,
      target: figure,
      better: fc.constantFrom('higher', 'lower'),
    }),
    fc.record({ rule: fc.constant('range'), value: figure, low: figure, high: figure, width: figure }),
    fc.record({
      rule: fc.constant('steps'),
      value: figure,
      points: fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 5 }),
      between: fc.constantFrom('step', 'interpolate'),
      better: fc.constantFrom('higher', 'lower'),
    }),
  );

  it('gives a number or a refusal that has words, whatever the figures, NaN and infinity among them', () => {
    fc.assert(
      fc.property(input, (given) => {
        const answer = scoreBy(given as ScoringAsked);
        return answer.ok
          ? Number.isFinite(answer.score.toNumber()) && Number.isFinite(answer.raw.toNumber())
          : Object.hasOwn(SCORING_REFUSALS, answer.refusal.code);
      }),
    );
  });
});
