import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { periodsBetween, shifted } from '../../../src/domain/indicators/period';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { yearEndLikelihood, type Likelihood } from '../../../src/domain/scorecards/likelihood';
import type { MeasureFacts } from '../../../src/domain/scorecards/view';
import { futures } from '../../../src/domain/statistics/futures';

type Given = { readonly values: readonly number[]; readonly last?: string; readonly denominators?: readonly number[] };

function facts(definition: object, { values, last = '2026-Q2', denominators }: Given): MeasureFacts {
  const of = IndicatorDefinition.parse({ name: 'x', frequency: 'quarter', ...definition });
  const series = periodsBetween(shifted(last, 1 - values.length), last).map((period, i): IndicatorValue => {
    const denominator = denominators?.[i];
    return {
      ...{ indicator: 'x', unit: 'office', period, state: 'value', value: values[i] ?? 0, quality: 'normal' },
      ...(of.target !== undefined && { target: of.target }),
      ...(denominator !== undefined && { denominator }),
    };
  });
  return { definition: of, period: last, series };
}

type Known = Extract<Likelihood, { state: 'known' }>;
function known(likelihood: Likelihood): Known {
  if (likelihood.state !== 'known') throw new Error(likelihood.because);
  return likelihood;
}

const past = [20, 22, 19, 21, 23, 20, 21, 22, 20, 21];

describe('the likelihood of meeting the target at the end of the year', () => {
  it('adds up what the year has so far and what it may bring', () => {
    const sum = { overTime: 'sum', unit: 'cases' };
    const found = known(yearEndLikelihood(facts({ ...sum, target: 20 }, { values: past })));
    expect(found).toMatchObject({ year: '2026', target: 80, remaining: 2, past: 10 });
    expect(found.likelihood).toBeGreaterThan(0.8);
    expect(found.middle).toBeGreaterThan(81);
    expect(found.middle).toBeLessThan(86);
    expect(found.low).toBeLessThan(found.middle);
    expect(known(yearEndLikelihood(facts({ ...sum, target: 24 }, { values: past }))).likelihood).toBeLessThan(0.1);
  });

  it('weighs the parts of a ratio by their denominators', () => {
    const ratio = { source: { type: 'ratio' }, unit: 'ratio', target: 0.5 };
    const values = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.1, 0.5, 0.5];
    const year = { values, denominators: values.map((_, i) => (i === 8 ? 1000 : 10)), last: '2026-Q4' };
    const found = known(yearEndLikelihood(facts(ratio, year)));
    expect(found.remaining).toBe(0);
    expect(found.middle).toBeCloseTo((0.9 * 10 + 0.1 * 10 + 0.5 * 1000 + 0.5 * 10) / 1030, 10);
  });

  it('asks for the last value of a stock', () => {
    const stock = { overTime: 'last', direction: 'lower', target: 25 };
    const found = known(yearEndLikelihood(facts(stock, { values: past })));
    expect(found.target).toBe(25);
    expect(found.likelihood).toBeGreaterThan(0.9);
  });

  it('follows the targets of a trajectory into the periods to come', () => {
    const way = [
      { period: '2026-Q3', target: 30 },
      { period: '2026-Q4', target: 50 },
    ];
    expect(
      known(yearEndLikelihood(facts({ overTime: 'sum', target: 20, trajectory: way }, { values: past }))).target,
    ).toBe(120);
  });

  it('says what came out when the year is over, in words', () => {
    const over = known(yearEndLikelihood(facts({ overTime: 'mean', target: 20 }, { values: past, last: '2026-Q4' })));
    expect(over).toMatchObject({ likelihood: 1, remaining: 0, middle: 21 });
    expect(over.words.en).toBe('The year 2026 is complete: 21, the target of 20 is met.');
  });

  it('asks about the year of the review where an indicator has a value a year', () => {
    const yearly = facts({ frequency: 'year', target: 20 }, { values: past.slice(0, 7), last: '2025' });
    expect(yearEndLikelihood(yearly, '2026-Q3')).toMatchObject({ state: 'known', year: '2026', remaining: 1 });
  });

  it('is unknown under six past values and without a target, and says so', () => {
    expect(yearEndLikelihood(facts({ target: 20 }, { values: past.slice(0, 5) }))).toMatchObject({
      because: 'too-few',
    });
    const without = yearEndLikelihood(facts({}, { values: past }));
    expect(without).toMatchObject({ state: 'unknown', because: 'no-target' });
    expect(without.words.vi).toContain('chưa có chỉ tiêu');
  });

  it('lies within 0 and 1, is the same each time, and is never higher for a harder target', () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 6, maxLength: 14 });
    const rule = fc.constantFrom('sum', 'mean', 'last', 'min', 'max');
    const target = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(
        values,
        rule,
        fc.constantFrom('higher', 'lower'),
        fc.tuple(target, target),
        (all, overTime, direction, two) => {
          const of = (one: number) =>
            known(yearEndLikelihood(facts({ overTime, direction, target: one }, { values: all }))).likelihood;
          const [easy, hard] = [Math.min(...two), Math.max(...two)].map(of) as [number, number];
          expect(of(Math.min(...two))).toBe(easy);
          for (const one of [easy, hard]) expect(one >= 0 && one <= 1).toBe(true);
          if (direction === 'higher') expect(hard).toBeLessThanOrEqual(easy);
          else expect(easy).toBeLessThanOrEqual(hard);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('how a series may go on', () => {
  const asked = { steps: 2, season: 4, seed: 'on', draws: 400 };
  const mean = (all: ArrayLike<number>[], i: number) => all.reduce((sum, one) => sum + (one[i] ?? 0), 0) / all.length;

  it('lies about the level of values without memory, and goes on from the last of a walk', () => {
    const level = futures({ ...asked, past: [1, -1, 1, -1, 1, -1, 1, -1] });
    const walk = futures({ ...asked, past: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
    if (!level.ok || !walk.ok) throw new Error('no futures');
    expect(Math.abs(mean([...level.courses], 0))).toBeLessThan(0.5);
    expect(mean([...walk.courses], 0)).toBeGreaterThan(8.5);
    expect(level.memory).toBeLessThan(walk.memory);
  });

  it('knows a season from three whole ones on', () => {
    const year = [0, 0, 0, 10];
    const found = futures({ ...asked, steps: 4, past: [...year, ...year, ...year] });
    if (!found.ok) throw new Error(found.because);
    expect(found.seasonal).toBe(true);
    expect(mean([...found.courses], 3)).toBeGreaterThan(8);
    expect(futures({ ...asked, past: [...year, ...year] })).toMatchObject({ seasonal: false });
  });

  it('keeps within its bounds, and needs six values', () => {
    const found = futures({ ...asked, past: [0, 1, 0, 0, 1, 0, 0], least: 0, most: 1 });
    if (!found.ok) throw new Error(found.because);
    expect(found.courses.every((one) => one.every((value) => value >= 0 && value <= 1))).toBe(true);
    expect(futures({ ...asked, past: [1, 2, null, 3, 4, 5] })).toEqual({ ok: false, because: 'too-few' });
  });
});
