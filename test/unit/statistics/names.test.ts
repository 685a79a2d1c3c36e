import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hodgesLehmann } from '../../../src/domain/statistics/hodgesLehmann';
import { mannWhitney } from '../../../src/domain/statistics/mannWhitney';
import { mean } from '../../../src/domain/statistics/mean';
import { median } from '../../../src/domain/statistics/median';
import { newcombe } from '../../../src/domain/statistics/newcombe';
import { quantile, sorted } from '../../../src/domain/statistics/quantile';
import { quantileDifference } from '../../../src/domain/statistics/quantileDifference';
import { kthDifference } from '../../../src/domain/statistics/pairwiseDifferences';
import { sampleSd } from '../../../src/domain/statistics/sampleSd';
import { skewness } from '../../../src/domain/statistics/skewness';
import { twoProportions } from '../../../src/domain/statistics/twoProportions';
import { welch } from '../../../src/domain/statistics/welch';
import { wilson } from '../../../src/domain/statistics/wilson';

const none = (because: string): object => ({ ok: false, because });

describe('what cannot be answered has a name instead of NaN', () => {
  it('no values', () => {
    expect([
      mean([]),
      median([]),
      quantile([], 0.9),
      sampleSd([]),
      skewness([]),
      wilson({ successes: 0, n: 0 }),
    ]).toEqual(Array(6).fill(undefined));
    expect(mannWhitney([], [1])).toEqual(none('empty'));
    expect(hodgesLehmann([1], [])).toEqual(none('empty'));
    expect(quantileDifference([], [1], 0.9)).toEqual(none('empty'));
    expect(newcombe({ successes: 0, n: 0 }, { successes: 1, n: 1 })).toEqual(none('empty'));
    expect(twoProportions({ successes: 0, n: 0 }, { successes: 1, n: 1 })).toEqual(none('empty'));
  });

  it('one value', () => {
    expect(median([7])).toBe(7);
    expect([sampleSd([7]), skewness([7])]).toEqual([undefined, undefined]);
    expect(welch([7], [1, 2])).toEqual(none('too-few'));
    expect(mannWhitney([7], [7])).toEqual(none('constant'));
  });

  it('a constant series', () => {
    expect(sampleSd([0.1, 0.1, 0.1])).toBe(0);
    expect(skewness([2, 2, 2, 2])).toBeUndefined();
    expect(mannWhitney([2, 2, 2], [2, 2])).toEqual(none('constant'));
    expect(welch([2, 2, 2], [2, 2])).toEqual(none('constant'));
    expect(quantileDifference([2, 2, 2], [2, 2], 0.9)).toEqual(none('constant'));
    expect(twoProportions({ successes: 5, n: 5 }, { successes: 8, n: 8 })).toEqual(none('constant'));
    expect(hodgesLehmann([2, 2, 2], [5, 5])).toEqual({ ok: true, estimate: 3, low: 3, high: 3 });
  });

  it('NaN and infinity', () => {
    expect(mannWhitney([1, Number.NaN], [2])).toEqual(none('not-finite'));
    expect(hodgesLehmann([1], [Number.POSITIVE_INFINITY])).toEqual(none('not-finite'));
    expect(welch([1, 2], [Number.NaN, 2])).toEqual(none('not-finite'));
  });

  it('a proportion of none or all stays within 0..1', () => {
    expect(wilson({ successes: 0, n: 10 })?.low).toBe(0);
    expect(wilson({ successes: 10, n: 10 })?.high).toBe(1);
  });
});

describe('the shift of Hodges and Lehmann', () => {
  /** Hollander and Wolfe (1973), p. 69: permeability; `wilcox.test(x, y, conf.int = TRUE)` of R's manual, signs turned. */
  it('gives the example of the textbook', () => {
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    const shift = hodgesLehmann(term, early);
    if (!shift.ok) throw new Error(shift.because);
    expect([shift.estimate, shift.low, shift.high].map((v) => v.toFixed(3))).toEqual(['-0.305', '-0.760', '0.150']);
    const test = mannWhitney(term, early);
    expect(test.ok && test.p.toFixed(4)).toBe('0.2544');
  });

  it('finds the k-th difference without making the pairs', () => {
    const values = fc.array(
      fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(values, values, (before, after) => {
        const all = sorted(after.flatMap((a) => before.map((b) => a - b)));
        const found = Array.from(all, (_, k) => kthDifference(sorted(before), sorted(after), k + 1));
        expect(found.map((v) => v + 0)).toEqual(Array.from(all, (v) => v + 0));
      }),
    );
  });
});

describe('a test that sees no difference', () => {
  it('has p = 1 for a sample against itself, and never more', () => {
    const same = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(mannWhitney(same, same)).toMatchObject({ ok: true, p: 1, superiority: 0.5 });
  });

  it('leaves its input as it was', () => {
    const values = [3, 1, 2];
    mannWhitney(values, values);
    hodgesLehmann(values, values);
    expect(values).toEqual([3, 1, 2]);
  });
});
