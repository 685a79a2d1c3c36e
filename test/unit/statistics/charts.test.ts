import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { permutationTest } from '../../../src/domain/statistics/permutation';
import { interruptedTimeSeries } from '../../../src/domain/statistics/interruptedTimeSeries';
import { mean } from '../../../src/domain/statistics/mean';
import { pPrime, uChart } from '../../../src/domain/statistics/prime';
import { rankSumDistribution, rankSumLowerTail } from '../../../src/domain/statistics/rankSum';
import { crossingsLimit, longestRunLimit, runChart, type RunChart } from '../../../src/domain/statistics/runChart';
import type { Answered } from '../../../src/domain/statistics/unanswered';
import { assurance, xmr } from '../../../src/domain/statistics/xmr';
import { CLOSED_FORM, distance } from './close';
import reference from './reference.json';

const CDI = path.resolve(__dirname, '../../../../shared/data/spc-cdi.csv');
const cdiIsThere = existsSync(CDI);
if (!cdiIsThere) console.warn('SKIPPED: ../shared/data/spc-cdi.csv is not there; its limits are not tested.');

function answer<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Error(answered.because);
  return answered;
}

/** The vector of the domain's facts, §4. */
const VECTOR = [12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 13, 12];

describe('the XmR chart', () => {
  it('gives the vector of the domain', () => {
    const { centre, meanRange, lower, upper, rangeLimit } = answer(xmr(VECTOR));
    expect([centre, meanRange, lower, upper, rangeLimit].map((v) => v.toFixed(4))).toEqual([
      '12.1667',
      '1.4545',
      '8.2976',
      '16.0358',
      '4.7520',
    ]);
  });

  it.each(reference.xmr.map((series, i) => [i, series] as const))(
    'has the limits and flags of NHSRplotthedots for series %i',
    (_i, { values, screen, rules, ...limits }) => {
      const chart = answer(xmr(values, { screen }));
      for (const name of ['centre', 'lower', 'upper'] as const)
        expect(distance(chart[name], limits[name])).toBeLessThan(CLOSED_FORM);
      expect(chart.points.map((point) => [...point.rules])).toEqual(rules);
    },
  );

  (cdiIsThere ? it : it.skip)(
    'gives the limits of the infections as qicharts2 does, with and without screening',
    () => {
      const [, ...lines] = readFileSync(CDI, 'utf8').trim().split('\n');
      const monthly = lines.map((line) => Number(line.split(',')[1]));
      const plain = answer(xmr(monthly, { factor: 'qicharts2' }));
      const screened = answer(xmr(monthly, { factor: 'qicharts2', screen: true }));
      expect(plain.centre.toFixed(4)).toBe('14.8333');
      expect([screened.lower.toFixed(5), screened.upper.toFixed(4)]).toEqual(['3.33458', '26.3321']);
      expect([plain.lower.toFixed(5), plain.upper.toFixed(4)]).toEqual(['2.21935', '27.4473']);
    },
  );

  it('never signals on a constant series, whatever its rounding', () => {
    const chart = answer(xmr(Array<number>(20).fill(0.1)));
    expect(chart.points.every(({ rules }) => rules.length === 0)).toBe(true);
    expect([chart.lower, chart.upper]).toEqual([chart.centre, chart.centre]);
  });

  it('holds later points against a frozen baseline', () => {
    const chart = answer(xmr([...VECTOR, 30, 31], { baseline: VECTOR.length }));
    expect(chart.centre.toFixed(4)).toBe('12.1667');
    expect(chart.points.slice(-2).map(({ rules, side }) => [rules, side])).toEqual([
      [['outside'], 1],
      [['outside'], 1],
    ]);
  });

  it('makes new limits where it is rebased', () => {
    const later = VECTOR.map((v) => v + 20);
    const chart = answer(xmr([...VECTOR, ...later], { rebaseAt: [VECTOR.length] }));
    expect(chart.segments.map(({ centre }) => centre.toFixed(4))).toEqual(['12.1667', '32.1667']);
    expect(chart.points.every(({ rules }) => rules.length === 0)).toBe(true);
    expect(chart.points.map(({ index }) => index)).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  it('warns under twelve points and names what it cannot answer', () => {
    expect(answer(xmr([1, 2, 3])).few).toBe(true);
    expect(answer(xmr(VECTOR)).few).toBe(false);
    expect(xmr([])).toEqual({ ok: false, because: 'empty' });
    expect(xmr([1])).toEqual({ ok: false, because: 'too-few' });
    expect(xmr([1, Number.NaN, 2])).toEqual({ ok: false, because: 'not-finite' });
  });

  it('says whether a target is always, never or sometimes met', () => {
    const limits = answer(xmr(VECTOR));
    expect(assurance(limits, 17, 'lower')).toBe('always');
    expect(assurance(limits, 17, 'higher')).toBe('never');
    expect(assurance(limits, 8, 'higher')).toBe('always');
    expect(assurance(limits, 12, 'lower')).toBe('hit-and-miss');
  });
});

describe('the run chart', () => {
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
  ])('for %i useful points allows runs to %i and %i crossings', (useful, longest, crossings) => {
    expect([longestRunLimit(useful), crossingsLimit(useful)]).toEqual([longest, crossings]);
  });

  it('has the binomial limits of scipy', () => {
    expect(reference.crossingsLimits.map(([n = 0]) => crossingsLimit(n))).toEqual(
      reference.crossingsLimits.map(([, limit]) => limit),
    );
  });

  it('leaves points on the median out', () => {
    const chart: RunChart = answer(runChart([1, 2, 3, 2, 1, 2, 3, 2, 2]));
    expect(chart).toMatchObject({ median: 2, useful: 4, longestRun: 1, crossings: 3, signal: false });
  });

  it('signals a shift, not a constant series', () => {
    const shifted = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8];
    expect(runChart(shifted)).toMatchObject({ ok: true, longestRun: 10, crossings: 1, signal: true });
    expect(runChart([3, 3, 3])).toEqual({ ok: false, because: 'constant' });
    expect(runChart([])).toEqual({ ok: false, because: 'empty' });
  });
});

describe('charts of shares and rates', () => {
  it('agree with qicharts2 for large denominators', () => {
    const { numerators, denominators, ...expected } = reference.pPrime;
    const chart = answer(pPrime(numerators, denominators));
    expect(distance(chart.centre, expected.centre)).toBeLessThan(CLOSED_FORM);
    expect(distance(chart.sigmaZ, expected.sigmaZ)).toBeLessThan(CLOSED_FORM);
    chart.points.forEach(({ lower, upper }, i) => {
      expect(distance(lower, expected.lower[i] ?? 0)).toBeLessThan(CLOSED_FORM);
      expect(distance(upper, expected.upper[i] ?? 0)).toBeLessThan(CLOSED_FORM);
    });
    expect(chart.points.filter(({ outside }) => outside)).toEqual([]);
  });

  it('do not turn a large n into a signal, unlike a plain chart of chance', () => {
    const { numerators, denominators } = reference.pPrime;
    const plain = answer(uChart(numerators, denominators));
    const prime = answer(uChart(numerators, denominators, { prime: true }));
    expect(plain.points.filter(({ outside }) => outside).length).toBeGreaterThan(3);
    expect(prime.points.filter(({ outside }) => outside)).toEqual([]);
  });

  it('name what they cannot answer', () => {
    expect(pPrime([0, 0, 0], [10, 10, 10])).toEqual({ ok: false, because: 'constant' });
    expect(pPrime([1, 1], [10, 0])).toEqual({ ok: false, because: 'not-finite' });
    expect(pPrime([1], [10])).toEqual({ ok: false, because: 'too-few' });
    expect(uChart([], [])).toEqual({ ok: false, because: 'empty' });
  });
});

describe('the permutation test', () => {
  const difference = (a: Float64Array, b: Float64Array): number => (mean(b) ?? 0) - (mean(a) ?? 0);

  it('comes close to the exact p, the same with the same seed, never 0', () => {
    const [before, after] = [
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12],
    ];
    const test = answer(permutationTest(before, after, difference, { seed: 'a' }));
    // 2 of the 924 divisions differ as much.
    expect(Math.abs(test.p - 2 / 924)).toBeLessThan(0.002);
    expect(test.p).toBeGreaterThan(0);
    expect(permutationTest(before, after, difference, { seed: 'a' })).toEqual({ ok: true, ...test });
    expect(before).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('names a constant series', () => {
    expect(permutationTest([1, 1], [1, 1], difference, { seed: 'a' })).toEqual({ ok: false, because: 'constant' });
  });
});

describe('the interrupted time series', () => {
  it('agrees with one regression over the whole series', () => {
    const { before, after, ...expected } = reference.interrupted;
    const series = answer(interruptedTimeSeries(before, after));
    for (const name of ['level', 'slope'] as const) {
      const { estimate, low, high, t, p } = series[name];
      [estimate, low, high, t, p].forEach((v, i) => {
        expect(distance(v, expected[name][i] ?? 0)).toBeLessThan(CLOSED_FORM);
      });
    }
    expect(distance(series.durbinWatson, expected.durbinWatson)).toBeLessThan(CLOSED_FORM);
    expect(series.df).toBe(18);
  });

  it('draws no line through fewer than eight points, and names a series without variation', () => {
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(interruptedTimeSeries(eight.slice(1), eight)).toEqual({ ok: false, because: 'too-few' });
    expect(interruptedTimeSeries(eight, eight)).toEqual({ ok: false, because: 'constant' });
    expect(interruptedTimeSeries(Array<number>(8).fill(0.1), Array<number>(8).fill(0.1))).toMatchObject({ ok: false });
  });
});

describe('the lower tail of the rank sum', () => {
  it.each([
    [1, 1],
    [3, 5],
    [6, 6],
    [8, 8],
    [8, 120],
    [2, 300],
  ])('of %i and %i values is the sum of the whole distribution', (m, n) => {
    const all = rankSumDistribution(m, n);
    let sum = 0;
    for (let u = 0; u <= (m * n) / 2; u += 1) {
      sum += all[u] ?? 0;
      expect(Math.abs(rankSumLowerTail(u, m, n) / sum - 1)).toBeLessThan(1e-11);
    }
  });
});
