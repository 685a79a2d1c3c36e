import { describe, expect, it } from '@jest/globals';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { lintScorecard } from '../../../src/domain/scorecards/lint';
import type { MeasureFacts } from '../../../src/domain/scorecards/view';
import { cardOf, facts } from './world';

const at = (targetMet: boolean): Partial<IndicatorValue> => ({ value: 1, score: 1, target: 1, targetMet });
const codes = (series: readonly Partial<IndicatorValue>[], definition: object = {}, more: object = {}) => {
  const measure = facts('a', { definition, series });
  const card = cardOf([[{ weight: 1, measures: [{ id: 'a', weight: 1 }] }]], more);
  return lintScorecard(card, new Map([['a', measure]])).map(({ code }) => code);
};
const NONE = new Map<string, MeasureFacts>();
const eight = (met: boolean) => Array.from({ length: 8 }, () => at(met));

describe('lint of a scorecard', () => {
  it('doubts a target that was met, or missed, in each of the last 8 periods, and no other', () => {
    expect(codes(eight(true))).toContain('TARGET_NEVER_MISSED');
    expect(codes(eight(false))).toContain('TARGET_ALWAYS_MISSED');
    expect(codes([at(false), ...eight(true)])).toContain('TARGET_NEVER_MISSED');
    const mixed = codes([...eight(true), at(false)]);
    expect(mixed).not.toContain('TARGET_NEVER_MISSED');
    expect(codes(eight(true).slice(1))).not.toContain('TARGET_NEVER_MISSED');
  });

  it('knows leading indicators and counter-indicators', () => {
    expect(codes([at(true)])).toEqual(expect.arrayContaining(['NO_LEADING_INDICATOR', 'NO_COUNTER_INDICATOR']));
    const good = codes([at(true)], { kind: ['output', 'leading'], counterIndicator: 'a' });
    expect(good).not.toContain('NO_LEADING_INDICATOR');
    expect(good).not.toContain('NO_COUNTER_INDICATOR');
  });

  it('says that a goal counts two thirds, until the bands fit', () => {
    const scoring = { scoring: { rule: 'goal-red-flag', redFlag: 0 }, target: 1 };
    const statusBands = [{ key: 'green', atLeast: 0.66 }, { key: 'red' }];
    expect(codes([at(true)], scoring)).toContain('GOAL_COUNTS_TWO_THIRDS');
    expect(codes([at(true)], scoring, { statusBands })).not.toContain('GOAL_COUNTS_TWO_THIRDS');
  });

  it('counts the indicators, each once, and states the number', () => {
    const measures = Array.from({ length: 26 }, (_, i) => ({ id: `i${i}`, weight: 1 }));
    const [first] = lintScorecard(cardOf([[{ weight: 1, measures }]]), new Map());
    expect(first).toMatchObject({ code: 'TOO_MANY_INDICATORS', field: '/objectives' });
    expect(first?.words.en).toContain('26 indicators');
    expect(first?.words.en).toContain('[A]');
  });

  it('misses measure, owner and initiative of an objective, each at its place and by the name of the objective', () => {
    const card = cardOf([[{ weight: 1, measures: [] }]]);
    const named = { vi: 'Nhanh hơn', en: 'Faster', ja: '迅速化' };
    const of = lintScorecard({ ...card, objectives: card.objectives.map((one) => ({ ...one, name: named })) }, NONE);
    expect(of.map(({ code, field }) => [code, field])).toEqual([
      ['OBJECTIVE_WITHOUT_MEASURE', '/objectives/0/measures'],
      ['OBJECTIVE_WITHOUT_OWNER', '/objectives/0/owner'],
      ['OBJECTIVE_WITHOUT_INITIATIVE', '/initiatives'],
    ]);
    for (const { words } of of) {
      expect(words.vi).toContain('«Nhanh hơn»');
      expect(words.en).toContain('“Faster”');
      expect(words.ja).toContain('「迅速化」');
    }
    const initiatives = [{ key: 'i', objective: 'p0o0', name: 'I' }];
    const objectives = card.objectives.map((one) => ({
      ...one,
      owner: 'lan',
      measures: [{ indicator: 'a', weight: 1 }],
    }));
    const whole = lintScorecard({ ...card, objectives, initiatives }, NONE).map(({ code }) => code);
    expect(whole).toEqual(['NO_LEADING_INDICATOR', 'NO_COUNTER_INDICATOR']);
  });

  it('says of an indicator that serves two objectives once, and by its name, what there is to say', () => {
    const measures = [{ id: 'a', weight: 1 }];
    const card = cardOf([
      [
        { weight: 1, measures },
        { weight: 1, measures },
      ],
    ]);
    const definition = { name: { vi: 'Đúng hạn', en: 'On time', ja: '期限内' }, scoring: undefined };
    const bare = facts('a', { definition, series: [{ value: 1 }] });
    const found = lintScorecard(card, new Map([['a', bare]])).filter(({ code }) => code.startsWith('MEASURE'));
    expect(found.map(({ code, field }) => [code, field])).toEqual([
      ['MEASURE_WITHOUT_TARGET', '/objectives/0/measures/0'],
      ['MEASURE_WITHOUT_SCORING', '/objectives/0/measures/0'],
    ]);
    expect(found.map(({ words }) => words.vi).every((text) => text.includes('«Đúng hạn»'))).toBe(true);
  });

  it('finds nothing more once a measure has target and rule', () => {
    const of = codes([at(true)]);
    expect(of.filter((code) => code.startsWith('MEASURE') || code.startsWith('TARGET'))).toEqual([]);
  });
});
