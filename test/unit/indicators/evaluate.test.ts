import { describe, expect, it } from '@jest/globals';
import type { ComputedAsk } from '../../../src/domain/indicators/evaluation';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { defined, evaluating, figure, indicators, record, short, type Given } from './world';

const value = (given: Given, [indicator, unit, period]: [string, string, string], asOf?: string): IndicatorValue =>
  evaluating(given, asOf).value(indicator, unit, period);
const monthly = (values: readonly number[], indicator = 'x', unit = 'top') =>
  values.map((one, i) => figure(indicator, `2026-0${i + 1}`, { value: one, unit }));

describe('an entered figure', () => {
  const x = indicators({ x: { approval: true } });
  it('is the latest version that was known', () => {
    const figures = [
      figure('x', '2026-03', { value: 1, recordedAt: '2026-04-01T00:00:00.000Z' }),
      figure('x', '2026-03', { value: 2, version: 2, recordedAt: '2026-05-01T00:00:00.000Z' }),
    ];
    const given = { indicators: indicators({ x: {} }), figures };
    expect(short(value(given, ['x', 'top', '2026-03']))).toBe(2);
    expect(short(value(given, ['x', 'top', '2026-03'], '2026-04-15T00:00:00.000Z'))).toBe(1);
    expect(short(value(given, ['x', 'top', '2026-03'], '2026-03-31T00:00:00.000Z'))).toBe('not-yet-due');
  });
  it('does not count while it waits for approval, nor once it is rejected', () => {
    const first = figure('x', '2026-03', { value: 1, approval: { state: 'approved', at: '2026-01-02T00:00:00.000Z' } });
    const waiting = figure('x', '2026-03', { value: 2, version: 2, approval: { state: 'waiting' } });
    const rejected = { ...waiting, approval: { state: 'rejected', at: '2026-02-01T00:00:00.000Z' } } as const;
    expect(short(value({ indicators: x, figures: [waiting] }, ['x', 'top', '2026-03']))).toBe('waiting-approval');
    expect(short(value({ indicators: x, figures: [first, waiting] }, ['x', 'top', '2026-03']))).toBe(1);
    expect(short(value({ indicators: x, figures: [rejected] }, ['x', 'top', '2026-03']))).toBe('missing');
  });
  it('that is estimated or not applicable says so', () => {
    const figures = [
      figure('x', '2026-03', { value: 1, status: 'estimated' }),
      figure('x', '2026-04', { status: 'not-applicable' }),
    ];
    const evaluate = evaluating({ indicators: indicators({ x: {} }), figures });
    expect(evaluate.value('x', 'top', '2026-03')).toMatchObject({ quality: 'estimated' });
    expect(evaluate.value('x', 'top', '2026-04').state).toBe('not-applicable');
    expect(evaluate.value('x', 'top', '2026-05').state).toBe('missing');
    expect(evaluate.value('x', 'top', '2026-12').state).toBe('not-yet-due');
  });
  it('has no value in a period shorter than its frequency, and the words say the frequency', () => {
    const got = value({ indicators: indicators({ x: { frequency: 'quarter' } }) }, ['x', 'top', '2026-03']);
    expect(got).toMatchObject({
      state: 'not-applicable',
      because: { words: { en: expect.stringContaining('quarter') } },
    });
  });
});

describe('over time', () => {
  it.each([
    ['sum', 0.6],
    ['mean', 0.2],
    ['last', 0.2],
    ['min', 0.1],
    ['max', 0.3],
    ['median', 0.2],
    ['p90', 0.28],
  ])('%s of 0.1, 0.3 and 0.2 is %d', (overTime, expected) => {
    const given = { indicators: indicators({ x: { overTime } }), figures: monthly([0.1, 0.3, 0.2]) };
    expect(short(value(given, ['x', 'top', '2026-Q1']))).toBe(expected);
  });
  it('ratios are ratios of the sums, times per', () => {
    const figures = [
      figure('x', '2026-01', { numerator: 1, denominator: 10 }),
      figure('x', '2026-02', { numerator: 80, denominator: 90 }),
      figure('x', '2026-03', { numerator: 0, denominator: 0 }),
    ];
    const evaluate = evaluating({ indicators: indicators({ x: { source: { type: 'ratio', per: 100 } } }), figures });
    expect(evaluate.value('x', 'top', '2026-Q1')).toMatchObject({ value: 81, numerator: 81, denominator: 100, n: 100 });
    expect(evaluate.value('x', 'top', '2026-03')).toMatchObject({ state: 'division-by-zero' });
  });
  it('cases are asked for the longer period itself, with the units below', () => {
    const asks: ComputedAsk[] = [];
    const computed = (ask: ComputedAsk) => {
      asks.push(ask);
      return {
        value: 7,
        n: 3,
        origin: { kind: 'cases', procedure: 'p', aggregation: 'median' },
        recordedAt: '',
      } as const;
    };
    const x = { source: { type: 'cases', procedure: 'p', aggregation: 'median' } };
    expect(short(value({ indicators: indicators({ x }), computed }, ['x', 'top', '2026-Q1']))).toBe(7);
    expect(asks).toMatchObject([{ unit: 'top', period: '2026-Q1' }]);
  });
  it('the target of a sum adds up over the months that are due', () => {
    const x = { overTime: 'sum', target: 10, trajectory: [{ period: '2026-02', target: 20 }] };
    const given = { indicators: indicators({ x }), figures: monthly([1, 2, 3]) };
    expect(value(given, ['x', 'top', '2026-Q1'])).toMatchObject({ value: 6, target: 40, targetMet: false });
    expect(value(given, ['x', 'top', '2026'])).toMatchObject({ target: 110 });
  });
});

describe('over units', () => {
  const figures = [...monthly([1], 'x', 'a1'), ...monthly([2], 'x', 'a2'), ...monthly([6], 'x', 'b')];
  it('takes all units below that report, and its own figure before them', () => {
    const given = { indicators: indicators({ x: {} }), figures };
    expect(short(value(given, ['x', 'top', '2026-01']))).toBe(3);
    expect(short(value(given, ['x', 'a', '2026-01']))).toBe(1.5);
    const own = { ...given, figures: [...figures, figure('x', '2026-01', { unit: 'a', value: 4 })] };
    expect(short(value(own, ['x', 'top', '2026-01']))).toBe(5);
  });
  it('adds up what is counted', () => {
    expect(short(value({ indicators: indicators({ x: { unit: 'cases' } }), figures }, ['x', 'top', '2026-01']))).toBe(
      9,
    );
    expect(short(value({ indicators: indicators({ x: { kind: 'output' } }), figures }, ['x', 'top', '2026-01']))).toBe(
      9,
    );
  });
  it('says in the explanation how many units gave a value', () => {
    const tree = evaluating({ indicators: indicators({ x: {} }), figures: figures.slice(1) }).explain(
      'x',
      'top',
      '2026-01',
    );
    expect(tree).toMatchObject({ how: 'over-units', words: { en: '2 of 3 units gave a value; missing: 1.' } });
  });
});

describe('ratios, formulas and other indicators', () => {
  const all = indicators({
    n: {},
    d: {},
    r: { source: { type: 'ratio', numerator: 'n', denominator: 'd', per: 100 } },
    f: { source: { type: 'formula', formula: 'n / d' } },
    was: { source: { type: 'indicator', indicator: 'n', lag: 1 } },
    run: { source: { type: 'formula', formula: 'n - previous(n)' } },
  });
  const figures = [...monthly([1, 3, 0], 'n'), ...monthly([2, 4, 0], 'd')];
  const evaluate = evaluating({ indicators: all, figures });
  it('divides at the unit and period asked for', () => {
    expect(short(evaluate.value('r', 'top', '2026-01'))).toBe(50);
    expect(evaluate.value('r', 'top', '2026-Q1')).toMatchObject({ numerator: 4, denominator: 6 });
    expect(short(evaluate.value('f', 'top', '2026-02'))).toBe(0.75);
  });
  it('names the denominator that is 0', () => {
    expect(evaluate.value('r', 'top', '2026-03')).toMatchObject({
      state: 'division-by-zero',
      because: { inputs: ['d'] },
    });
    expect(evaluate.value('f', 'top', '2026-03')).toMatchObject({
      state: 'division-by-zero',
      because: { inputs: ['d'] },
    });
  });
  it('reads earlier periods, and finds nothing before the first', () => {
    expect(short(evaluate.value('was', 'top', '2026-02'))).toBe(1);
    expect(short(evaluate.value('run', 'top', '2026-02'))).toBe(2);
    expect(evaluate.value('run', 'top', '2026-01')).toMatchObject({ state: 'missing', because: { inputs: ['n'] } });
  });
  it('names everything in a circle, from wherever it is entered', () => {
    const circle = indicators({
      a: { source: { type: 'formula', formula: 'b + 1' } },
      b: { source: { type: 'formula', formula: 'c + 1' } },
      c: { source: { type: 'indicator', indicator: 'a' } },
      out: { source: { type: 'formula', formula: 'a * 2' } },
    });
    for (const id of ['a', 'b', 'c'])
      expect(value({ indicators: circle }, [id, 'top', '2026-01'])).toMatchObject({
        state: 'circular',
        because: { inputs: ['a', 'b', 'c'] },
      });
    expect(value({ indicators: circle }, ['out', 'top', '2026-01'])).toMatchObject({
      state: 'circular',
      because: { inputs: ['a'] },
    });
  });
  it('may read itself one period earlier; that ends where nothing is earlier', () => {
    const self = indicators({ x: { source: { type: 'formula', formula: 'previous(x) + 1' } } });
    expect(short(value({ indicators: self, earliest: '2025-01-01' }, ['x', 'top', '2026-01']))).toBe('missing');
  });
  it('follows a chain of twenty thousand indicators', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`i${i + 1}`, { source: { type: 'indicator', indicator: `i${i}` } }]),
    );
    const given = { indicators: indicators({ i0: {}, ...chain }), figures: monthly([5], 'i0') };
    const evaluateChain = evaluating(given);
    expect(short(evaluateChain.value('i20000', 'top', '2026-01'))).toBe(5);
    expect(
      JSON.stringify(evaluateChain.explain('i20000', 'top', '2026-01')).match(/"how"/g)?.length,
    ).toBeLessThanOrEqual(2000);
  });
});

describe('the missing rule', () => {
  const figures = monthly([4]);
  it.each([
    ['ignore', 'missing'],
    ['zero', 0],
    ['carry-forward', 4],
    ['block', 'blocked'],
  ])('%s gives %s, and a formula sees it', (missing, expected) => {
    const all = indicators({ x: { missing }, f: { source: { type: 'formula', formula: 'x * 2' } } });
    const evaluate = evaluating({ indicators: all, figures });
    expect(short(evaluate.value('x', 'top', '2026-03'))).toBe(expected);
    expect(short(evaluate.value('f', 'top', '2026-03'))).toBe(typeof expected === 'number' ? expected * 2 : expected);
    expect(evaluate.value('x', 'top', '2026-12').state).toBe('not-yet-due');
  });
  it('says what stands in', () => {
    expect(
      value({ indicators: indicators({ x: { missing: 'carry-forward' } }), figures }, ['x', 'top', '2026-03']),
    ).toMatchObject({
      stoodIn: { by: 'carry-forward', period: '2026-01' },
    });
  });
  it('blocks the roll-up by name', () => {
    const some = monthly([1], 'x', 'a1');
    expect(
      value({ indicators: indicators({ x: { missing: 'block' } }), figures: some }, ['x', 'top', '2026-01']),
    ).toMatchObject({
      state: 'blocked',
      because: { inputs: ['x'], words: { en: expect.stringContaining('b') } },
    });
  });
  it('not applicable is not missing', () => {
    const stated = [figure('x', '2026-03', { status: 'not-applicable' })];
    expect(
      short(value({ indicators: indicators({ x: { missing: 'zero' } }), figures: stated }, ['x', 'top', '2026-03'])),
    ).toBe('not-applicable');
  });
});

describe('what is shown', () => {
  it('hides what rests on too few, but rolls it up', () => {
    const all = indicators({ x: { minimumN: 5 }, f: { source: { type: 'formula', formula: 'x + 1' } } });
    const figures = ['a', 'b'].map((unit) => figure('x', '2026-01', { unit, value: 2, n: 3 }));
    const evaluate = evaluating({ indicators: all, figures });
    expect(evaluate.value('x', 'a', '2026-01')).toMatchObject({ state: 'too-few', n: 3 });
    expect(evaluate.value('f', 'a', '2026-01')).toMatchObject({ state: 'too-few', because: { inputs: ['x'] } });
    expect(evaluate.value('x', 'top', '2026-01')).toMatchObject({ value: 2, n: 6 });
  });
  it('scores by the rule, bands the unrounded score, and says what a score lacks', () => {
    const bands = [{ key: 'good', atLeast: 0.5 }, { key: 'poor' }];
    const x = { scoring: { rule: 'progress' }, baseline: 0.1, target: 0.5, bands };
    const figures = monthly([0.3]);
    expect(value({ indicators: indicators({ x }), figures }, ['x', 'top', '2026-01'])).toMatchObject({
      score: 0.5,
      band: 'good',
      targetMet: false,
    });
    const flat = { ...x, baseline: 0.5 };
    expect(value({ indicators: indicators({ x: flat }), figures }, ['x', 'top', '2026-01'])).toMatchObject({
      value: 0.3,
      notScored: { words: { en: expect.stringContaining('0.5') } },
    });
  });
  it('an override holds for a unit and those below it', () => {
    const own = {
      indicator: 'x',
      unit: 'a',
      version: 1,
      validFrom: '2026-02-01',
      recordedAt: '2026-01-01T00:00:00.000Z',
      by: 'e',
    };
    const all = new Map([['x', record([defined({ target: 1, weight: 3 })], [{ ...own, override: { target: 2 } }])]]);
    const evaluate = evaluating({ indicators: all });
    expect(evaluate.value('x', 'a1', '2026-02')).toMatchObject({ target: 2, weight: 3 });
    expect(evaluate.value('x', 'a1', '2026-01')).toMatchObject({ target: 1 });
    expect(evaluate.value('x', 'b', '2026-02')).toMatchObject({ target: 1 });
  });
});

describe('a closed period', () => {
  const closing = { unit: 'top', period: '2026-Q1', closedAt: '2026-05-01T00:00:00.000Z', by: 'e' };
  const figures = [
    ...monthly([1]),
    figure('x', '2026-01', { value: 9, version: 2, recordedAt: '2026-06-01T00:00:00.000Z' }),
  ];
  const all = new Map([
    [
      'x',
      record([
        defined({ target: 1 }),
        defined({ target: 2 }, { version: 2, validFrom: '2026-01-01', recordedAt: '2026-06-01T00:00:00.000Z' }),
      ]),
    ],
  ]);
  it('keeps its figure and its definition, for all units below', () => {
    expect(value({ indicators: all, figures, closings: [closing] }, ['x', 'top', '2026-01'])).toMatchObject({
      value: 1,
      target: 1,
      closed: true,
      definitionVersion: 1,
    });
  });
  it('once reopened is read as it is known now', () => {
    const reopened = { ...closing, reopenedAt: '2026-06-02T00:00:00.000Z' };
    const given = { indicators: all, figures, closings: [reopened] };
    expect(value(given, ['x', 'top', '2026-01'])).toMatchObject({ value: 9, target: 2 });
    expect(value(given, ['x', 'top', '2026-01'], '2026-06-01T12:00:00.000Z')).toMatchObject({ value: 1, closed: true });
  });
});

describe('figures that are not loaded', () => {
  it('are named once, and taken when they are there', () => {
    const loaded = new Map<string, number>();
    const computed = ({ period }: ComputedAsk) =>
      loaded.has(period)
        ? ({
            value: loaded.get(period) ?? 0,
            n: 9,
            origin: { kind: 'cases', procedure: 'p', aggregation: 'count' },
            recordedAt: '',
          } as const)
        : 'not-loaded';
    const all = indicators({
      x: { source: { type: 'cases', procedure: 'p', aggregation: 'count' }, missing: 'zero' },
      f: { source: { type: 'formula', formula: 'x * 2' } },
    });
    const evaluate = evaluating({ indicators: all, computed });
    evaluate.value('f', 'top', '2026-01');
    evaluate.value('x', 'top', '2026-01');
    expect(evaluate.wanted()).toHaveLength(1);
    loaded.set('2026-01', 21);
    expect(short(evaluate.value('f', 'top', '2026-01'))).toBe(42);
    expect(evaluate.wanted()).toEqual([]);
  });
});
