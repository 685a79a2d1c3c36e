import { describe, expect, it } from '@jest/globals';
import type { ComputedAsk, ComputedFigure } from '../../../src/domain/indicators/evaluation';
import { defined, evaluating, figure, indicators, record, RECORDED, short, type Given } from './world';

const short3 = (given: Given, keys: readonly (readonly [string, string, string])[]) => {
  const evaluate = evaluating(given);
  return keys.map((key) => short(evaluate.value(...key)));
};

describe('a survey and a programme', () => {
  const survey = { type: 'survey', survey: 's', question: 'q', measure: 'top-box' } as const;
  const programme = { type: 'programme', programme: 'p', figure: 'spent' } as const;
  const figureFor = ({ source, unit, period }: ComputedAsk): ComputedFigure =>
    source.type === 'survey'
      ? {
          ...(unit !== 'b' && { value: 0.25, numerator: 5, denominator: 20 }),
          n: unit === 'b' ? 0 : 20,
          origin: { kind: 'survey', survey: 's', question: 'q' },
          recordedAt: RECORDED,
        }
      : {
          value: period.length === 4 ? 90 : 40,
          n: 1,
          origin: { kind: 'programme', programme: 'p', figure: 'spent' },
          recordedAt: RECORDED,
        };
  const all = indicators({
    happy: { source: survey, unit: 'ratio', minimumN: 10 },
    spent: { source: programme, unit: 'VND' },
    summed: { source: programme, unit: 'VND', overTime: 'sum' },
    share: { source: { type: 'formula', formula: 'spent / 100 + happy' } },
  });
  const asked: ComputedAsk[] = [];
  const given: Given = {
    indicators: all,
    computed: (ask) => {
      asked.push(ask);
      return figureFor(ask);
    },
  };
  it('are asked for the unit with all below it and for the longer period itself', () => {
    expect(
      short3(given, [
        ['spent', 'top', '2026'],
        ['happy', 'top', '2026-Q1'],
      ]),
    ).toEqual([90, 0.25]);
    expect(asked).toEqual([
      { source: programme, unit: 'top', period: '2026' },
      { source: survey, unit: 'top', period: '2026-Q1' },
    ]);
  });
  it('add up over time where that is stated', () => {
    expect(short3(given, [['summed', 'top', '2026-Q1']])).toEqual([120]);
  });
  it('give numerator, denominator and how many answered; nobody is missing', () => {
    const evaluate = evaluating(given);
    expect(evaluate.value('happy', 'a', '2026-01')).toMatchObject({ n: 20, numerator: 5, denominator: 20 });
    expect(evaluate.value('happy', 'b', '2026-01')).toMatchObject({
      state: 'missing',
      n: 0,
      because: { inputs: ['happy'] },
    });
    expect(evaluate.value('happy', 'a', '2026-12').state).toBe('not-yet-due');
    expect(evaluate.explain('happy', 'a', '2026-01')).toMatchObject({ how: 'survey', origin: { kind: 'survey' } });
    expect(evaluate.explain('spent', 'a', '2026-01')).toMatchObject({ how: 'programme', value: 40 });
  });
  it('go into formulas', () => {
    expect(
      short3(given, [
        ['share', 'a', '2026-01'],
        ['share', 'b', '2026-01'],
      ]),
    ).toEqual([0.65, 'missing']);
  });
});

describe('a formula', () => {
  const formula = { source: { type: 'formula', formula: 'x * x' }, unit: 'points' };
  const figures = (['a1', 'a2', 'b'] as const).flatMap((unit, i) =>
    ['2026-01', '2026-02', '2026-03'].map((period, month) => figure('x', period, { unit, value: i + 1 + month, n: 4 })),
  );
  const all = indicators({
    x: { unit: 'cases' },
    whole: formula,
    units: { ...formula, overUnits: 'max' },
    months: { ...formula, overTime: 'sum' },
    both: { ...formula, overUnits: 'sum', overTime: 'max' },
    ratio: { ...formula, overUnits: 'ratio' },
  });
  it('is computed from its inputs at the level asked for, or from its parts where that is stated', () => {
    const at = (indicator: string, period: string) => [indicator, 'top', period] as const;
    const keys = [at('whole', '2026-01'), at('units', '2026-01'), at('ratio', '2026-01')];
    expect(short3({ indicators: all, figures }, keys)).toEqual([36, 9, 36]);
    const quarters = [at('whole', '2026-Q1'), at('months', '2026-Q1'), at('both', '2026-Q1')];
    expect(short3({ indicators: all, figures }, quarters)).toEqual([729, 36 + 81 + 144, 9 + 16 + 25]);
  });
  it('sees what stands in for missing inputs, and passes over it only where it says so', () => {
    const some = indicators({
      nothing: {},
      zero: { missing: 'zero' },
      kept: { missing: 'carry-forward' },
      blocked: { missing: 'block' },
      sum: { source: { type: 'formula', formula: 'zero + kept' } },
      growth: { source: { type: 'formula', formula: 'kept - previous(kept)' } },
      either: { source: { type: 'formula', formula: 'coalesce(nothing, 7)' } },
      spoilt: { source: { type: 'formula', formula: 'coalesce(blocked, 7)' } },
      missing: { source: { type: 'formula', formula: 'nothing + 1' }, missing: 'zero' },
      again: { source: { type: 'formula', formula: 'kept + nothing' }, missing: 'carry-forward' },
    });
    const given = {
      indicators: some,
      figures: [figure('kept', '2026-01', { value: 3 }), figure('nothing', '2026-01', { value: 1 })],
    };
    const at = (indicator: string) => [indicator, 'top', '2026-03'] as const;
    const keys = ['sum', 'growth', 'either', 'spoilt', 'missing', 'again'].map(at);
    expect(short3(given, keys)).toEqual([3, 0, 7, 'blocked', 0, 4]);
    const evaluate = evaluating(given);
    expect(evaluate.value('sum', 'top', '2026-03')).toMatchObject({ quality: 'estimated' });
    expect(evaluate.value('spoilt', 'top', '2026-03')).toMatchObject({ because: { inputs: ['blocked'] } });
    expect(evaluate.value('again', 'top', '2026-03')).toMatchObject({ stoodIn: { period: '2026-01' } });
  });
  it('rests on no more than the input that rests on the fewest', () => {
    const some = indicators({ x: {}, y: {}, f: { source: { type: 'formula', formula: 'x + y' }, minimumN: 3 } });
    const given = {
      indicators: some,
      figures: [figure('x', '2026-01', { value: 1, n: 9 }), figure('y', '2026-01', { value: 1, n: 2 })],
    };
    expect(evaluating(given).value('f', 'top', '2026-01')).toMatchObject({ state: 'too-few', n: 2 });
  });
});

describe('the least number behind a value', () => {
  const x = { source: { type: 'ratio' }, minimumN: 10 };
  const ratio = (unit: string, period: string, denominator: number) =>
    figure('x', period, { unit, numerator: 1, denominator });
  it('counts for the roll-up as a whole, over units and over time', () => {
    const figures = [
      ratio('a1', '2026-01', 4),
      ratio('a2', '2026-01', 4),
      ratio('b', '2026-01', 4),
      ratio('b', '2026-02', 6),
    ];
    const given = { indicators: indicators({ x }), figures };
    const keys = [
      ['x', 'a1', '2026-01'],
      ['x', 'a', '2026-01'],
      ['x', 'top', '2026-01'],
      ['x', 'b', '2026-Q1'],
    ] as const;
    expect(short3(given, keys)).toEqual(['too-few', 'too-few', 0.25, 0.2]);
    expect(evaluating(given).value('x', 'a', '2026-01')).toMatchObject({ n: 8 });
  });
  it('hides no value of which nobody said how many are behind it', () => {
    const given = { indicators: indicators({ x: { minimumN: 10 } }), figures: [figure('x', '2026-01', { value: 1 })] };
    expect(short3(given, [['x', 'top', '2026-01']])).toEqual([1]);
  });
});

describe('an indicator that is not in force', () => {
  const from = defined({}, { validFrom: '2026-03-15' });
  const retired = defined({ retired: true }, { version: 2, validFrom: '2026-06-01' });
  const all = new Map([
    ['x', record([from, retired])],
    ['f', record([defined({ source: { type: 'formula', formula: 'x + 1' } }, { indicator: 'f' })])],
    ['g', record([defined({ source: { type: 'formula', formula: 'x - previous(x)' } }, { indicator: 'g' })])],
  ]);
  const figures = ['2026-02', '2026-03', '2026-06'].map((period) => figure('x', period, { value: 1 }));
  const evaluate = evaluating({ indicators: all, figures });
  it('has no value before its first day and after it is retired, and the words say which', () => {
    expect(evaluate.value('x', 'top', '2026-02')).toMatchObject({
      state: 'not-in-force',
      because: { words: { en: expect.stringContaining('not in force yet') } },
    });
    expect(evaluate.value('x', 'top', '2026-03').state).toBe('value');
    expect(evaluate.value('x', 'top', '2026-06')).toMatchObject({
      state: 'not-in-force',
      definitionVersion: 2,
      because: { words: { en: expect.stringContaining('retired') } },
    });
    expect(evaluate.value('gone', 'top', '2026-06')).toMatchObject({
      state: 'not-in-force',
      because: { words: { en: expect.stringContaining('no indicator gone') } },
    });
  });
  it('is not in force for a formula; earlier than its beginning it is missing', () => {
    expect(evaluate.value('f', 'top', '2026-02')).toMatchObject({ state: 'not-in-force', because: { inputs: ['x'] } });
    expect(evaluate.value('f', 'top', '2026-06').state).toBe('not-in-force');
    expect(evaluate.value('g', 'top', '2026-03').state).toBe('missing');
  });
  it('is carried forward neither into nor across the time without it', () => {
    const kept = [{ missing: 'carry-forward' }, { retired: true }, { missing: 'carry-forward' }].map((input, i) =>
      defined(input, { version: i + 1, validFrom: ['0001-01-01', '2026-02-01', '2026-03-01'][i] ?? '' }),
    );
    for (const tellsPeriods of [false, true]) {
      const given = {
        indicators: new Map([['x', record(kept)]]),
        figures: [figure('x', '2026-01', { value: 1 })],
        tellsPeriods,
      };
      const keys = ['2026-01', '2026-02', '2026-04'].map((period) => ['x', 'top', period] as const);
      expect(short3(given, keys)).toEqual([1, 'not-in-force', 'missing']);
    }
  });
});

it('a figure is carried forward over ten years without a look at each empty period of each unit', () => {
  const looks: string[] = [];
  const given: Given = {
    indicators: indicators({ x: { missing: 'carry-forward' } }),
    figures: [figure('x', '2016-11', { value: 5 })],
    tellsPeriods: true,
    looked: (period) => void looks.push(period),
  };
  expect(evaluating(given).value('x', 'top', '2026-10')).toMatchObject({ value: 5, stoodIn: { period: '2016-11' } });
  expect(new Set(looks)).toEqual(new Set(['2026-10', '2016-11']));
});
