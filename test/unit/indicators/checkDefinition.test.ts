import { describe, expect, it } from '@jest/globals';
import { fill } from '../../../src/api/problems/problem';
import { isProblemCode, WORDS } from '../../../src/api/problems/table';
import { checkDefinition, checkOverride, type KnownToDefinition } from '../../../src/domain/indicators/checkDefinition';
import type { Graph } from '../../../src/domain/indicators/graph';
import { INDICATOR_REFUSALS } from '../../../src/domain/indicators/refusals';
import { defined } from './world';

const known = (rest: Partial<KnownToDefinition> = {}): KnownToDefinition => ({
  id: 'x',
  indicator: (id) => ['a', 'b', 'up'].includes(id),
  procedure: (id) => (id === 'permit' ? {} : undefined),
  ...rest,
});
const refusalOf = (input: object, rest: Partial<KnownToDefinition> = {}) =>
  checkDefinition(defined(input).definition, known(rest));

const progress = { scoring: { rule: 'progress' } };
const REFUSED: readonly (readonly [sentence: string, input: object, code: string, field: string])[] = [
  [
    'a formula that cannot be read',
    { source: { type: 'formula', formula: 'a +' } },
    'FORMULA_ENDS_TOO_EARLY',
    '/source/formula',
  ],
  [
    'a formula that gives no number',
    { source: { type: 'formula', formula: 'a > b' } },
    'FORMULA_GIVES_NO_NUMBER',
    '/source/formula',
  ],
  [
    'a name without an indicator',
    { source: { type: 'formula', formula: 'a + c' } },
    'FORMULA_UNKNOWN_NAME',
    '/source/formula',
  ],
  [
    'an input without an indicator',
    { source: { type: 'formula', formula: 'a + c', inputs: { c: 'gone' } } },
    'UNKNOWN_INDICATOR',
    '/source/inputs/c',
  ],
  [
    'a numerator that is not there',
    { source: { type: 'ratio', numerator: 'gone', denominator: 'a' } },
    'UNKNOWN_INDICATOR',
    '/source/numerator',
  ],
  [
    'a denominator that is not there',
    { source: { type: 'ratio', numerator: 'a', denominator: 'gone' } },
    'UNKNOWN_INDICATOR',
    '/source/denominator',
  ],
  [
    'another indicator that is not there',
    { source: { type: 'indicator', indicator: 'gone' } },
    'UNKNOWN_INDICATOR',
    '/source/indicator',
  ],
  [
    'a procedure that is not there',
    { source: { type: 'cases', procedure: 'gone', aggregation: 'median' } },
    'UNKNOWN_PROCEDURE',
    '/source/procedure',
  ],
  [
    'an aggregation that is not there',
    { source: { type: 'cases', procedure: 'permit', aggregation: 'gone' } },
    'NO_SUCH_AGGREGATION',
    '/source/aggregation',
  ],
  ['itself as its counter-indicator', { counterIndicator: 'x' }, 'OWN_COUNTER_INDICATOR', '/counterIndicator'],
  ['a counter-indicator that is not there', { counterIndicator: 'gone' }, 'UNKNOWN_INDICATOR', '/counterIndicator'],
  [
    'a trajectory of other periods',
    { trajectory: [{ period: '2026-Q1', target: 1 }] },
    'TRAJECTORY_HAS_OTHER_PERIODS',
    '/trajectory/0/period',
  ],
  [
    'a trajectory that names a period twice',
    { trajectory: [1, 2].map((target) => ({ period: '2026-01', target })) },
    'TRAJECTORY_NAMES_A_PERIOD_TWICE',
    '/trajectory/1/period',
  ],
  ['the direction range without a range', { direction: 'range' }, 'DIRECTION_NEEDS_A_RANGE', '/range'],
  ['the last of units', { overUnits: 'last' }, 'UNITS_HAVE_NO_LAST', '/overUnits'],
  ['progress without a target', { ...progress, baseline: 1 }, 'SCORING_NEEDS_A_TARGET', '/target'],
  ['progress without a baseline', { ...progress, target: 1 }, 'SCORING_NEEDS_A_BASELINE', '/baseline'],
  ['progress from the target', { ...progress, target: 1, baseline: 1 }, 'TARGET_IS_BASELINE', '/target'],
  ['a lower ratio without a target', { scoring: { rule: 'lower-ratio' } }, 'SCORING_NEEDS_A_TARGET', '/target'],
  ['attainment without a target', { scoring: { rule: 'attainment' } }, 'SCORING_NEEDS_A_TARGET', '/target'],
  [
    'attainment of a target of 0',
    { scoring: { rule: 'attainment' }, target: 0 },
    'ATTAINMENT_TARGET_NOT_POSITIVE',
    '/target',
  ],
  [
    'attainment of a range',
    { scoring: { rule: 'attainment' }, target: 1, direction: 'range', range: { low: 0, high: 1 } },
    'SCORING_NEEDS_A_DIRECTION',
    '/direction',
  ],
  [
    'a red flag without a goal',
    { scoring: { rule: 'goal-red-flag', redFlag: 1 } },
    'SCORING_NEEDS_A_TARGET',
    '/target',
  ],
  [
    'a red flag that is the goal',
    { scoring: { rule: 'goal-red-flag', goal: 1, redFlag: 1 } },
    'GOAL_IS_RED_FLAG',
    '/scoring/redFlag',
  ],
  [
    'steps that do not rise',
    {
      scoring: {
        rule: 'steps',
        points: [
          [1, 1],
          [1, 2],
        ],
      },
    },
    'STEPS_DO_NOT_RISE',
    '/scoring/points/1',
  ],
  [
    'a range to score by that is empty',
    { scoring: { rule: 'range', low: 2, high: 1, width: 1 } },
    'RANGE_IS_EMPTY',
    '/scoring/low',
  ],
  [
    'an aggregation that needs a limit, without one',
    { source: { type: 'cases', procedure: 'permit', aggregation: 'share-within-working-days' } },
    'AGGREGATION_NEEDS_A_LIMIT',
    '/source/parameters/days',
  ],
  [
    'a range to score by that is not given',
    { scoring: { rule: 'range', width: 1 } },
    'SCORING_NEEDS_A_RANGE',
    '/scoring',
  ],
];

describe('a definition is refused for', () => {
  it.each(REFUSED)('%s', (_sentence, input, code, field) => {
    expect(refusalOf(input)).toMatchObject({ code, field });
  });
  it('a circle, which it names', () => {
    const graph: Graph = new Map([
      ['a', { references: ['b'], atOnce: ['b'] }],
      ['b', { references: ['x'], atOnce: ['x'] }],
    ]);
    const reading = (formula: string) => refusalOf({ source: { type: 'formula', formula } }, { graph });
    expect(reading('a + 1')).toMatchObject({ code: 'INDICATORS_FORM_A_CIRCLE', params: { circle: 'x → a → b → x' } });
    expect(reading('x + 1')).toMatchObject({ params: { circle: 'x → x' } });
    expect(reading('previous(a) + previous(x)')).toBeUndefined();
  });
  it('a trajectory of a unit that names other periods than the indicator has', () => {
    const { definition } = defined({ frequency: 'quarter' });
    expect(checkOverride({ trajectory: [{ period: '2026-01', target: 1 }] }, definition)).toMatchObject({
      code: 'TRAJECTORY_HAS_OTHER_PERIODS',
    });
    expect(checkOverride({ trajectory: [{ period: '2026-Q1', target: 1 }] }, definition)).toBeUndefined();
  });
  it('nothing, where targets may come from the trajectory or from units', () => {
    const trajectory = [{ period: '2026-01', target: 1 }];
    expect(refusalOf({ ...progress, baseline: 0, trajectory })).toBeUndefined();
    expect(refusalOf({ scoring: { rule: 'goal-red-flag', redFlag: 0 }, trajectory })).toBeUndefined();
    expect(refusalOf({ source: { type: 'programme', programme: 'any', figure: 'spent' } })).toBeUndefined();
  });
});

it('says every refusal in a sentence without gaps, in both languages', () => {
  const refusals = REFUSED.map(([, input]) => refusalOf(input));
  for (const refusal of refusals) {
    if (refusal === undefined || !isProblemCode(refusal.code))
      throw new Error(`${refusal?.code ?? 'none'} has no words`);
    const { params = {} } = refusal;
    for (const language of ['vi', 'en'] as const) {
      for (const [, name = ''] of WORDS[refusal.code][language].matchAll(/\{(\w+)\}/g))
        expect(params).toHaveProperty(name);
      expect(fill(WORDS[refusal.code], params, language)).toMatch(/^[^{}]+[.?)]$/u);
    }
  }
  const seen = new Set<string>(refusals.map((one) => one?.code ?? ''));
  expect(Object.keys(INDICATOR_REFUSALS).filter((code) => !seen.has(code))).toEqual(['INDICATORS_FORM_A_CIRCLE']);
});
