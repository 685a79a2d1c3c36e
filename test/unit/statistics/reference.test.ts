import { describe, expect, it } from '@jest/globals';
import { hodgesLehmann } from '../../../src/domain/statistics/hodgesLehmann';
import { logGamma } from '../../../src/domain/statistics/logGamma';
import { mannWhitney } from '../../../src/domain/statistics/mannWhitney';
import { mean } from '../../../src/domain/statistics/mean';
import { newcombe } from '../../../src/domain/statistics/newcombe';
import { normalCdf } from '../../../src/domain/statistics/normal';
import { normalQuantile } from '../../../src/domain/statistics/normalQuantile';
import { quantile } from '../../../src/domain/statistics/quantile';
import { sampleSd } from '../../../src/domain/statistics/sampleSd';
import { skewness } from '../../../src/domain/statistics/skewness';
import { twoSidedT, twoSidedTP } from '../../../src/domain/statistics/studentT';
import { twoProportions } from '../../../src/domain/statistics/twoProportions';
import { welch } from '../../../src/domain/statistics/welch';
import { wilson } from '../../../src/domain/statistics/wilson';
import { CLOSED_FORM, distance } from './close';
import reference from './reference.json';

/** Every reference value comes from scipy: reference.py makes reference.json. */
describe('distributions agree with scipy', () => {
  it.each(reference.normalCdf)('normal cdf at %p', (x = 0, p = 0) => {
    expect(distance(normalCdf(x), p)).toBeLessThan(1e-12);
  });
  it.each(reference.normalQuantile)('normal quantile of %p', (p = 0, z = 0) => {
    expect(distance(normalQuantile(p), z)).toBeLessThan(1e-14);
  });
  it.each(reference.logGamma)('ln gamma of %p', (x = 0, value = 0) => {
    expect(distance(logGamma(x), value)).toBeLessThan(1e-13);
  });
  it.each(reference.twoSidedT)("Student's t of p = %p with %p degrees of freedom", (p = 0, df = 0, t = 0) => {
    expect(distance(twoSidedT(p, df), t)).toBeLessThan(CLOSED_FORM);
    expect(distance(twoSidedTP(t, df), p)).toBeLessThan(CLOSED_FORM);
  });
});

describe.each(Object.entries(reference.samples))('sample "%s" agrees with scipy', (_name, sample) => {
  const { before, after } = sample;

  it('in quantiles, mean, spread and skewness', () => {
    for (const [q = 0, value = 0] of sample.quantiles) expect(distance(quantile(before, q), value)).toBeLessThan(1e-14);
    expect(distance(mean(before), sample.mean)).toBeLessThan(1e-14);
    expect(distance(sampleSd(before), sample.sd)).toBeLessThan(CLOSED_FORM);
    expect(distance(skewness(before), sample.skewness)).toBeLessThan(CLOSED_FORM);
  });

  it('in the rank-sum test', () => {
    const test = mannWhitney(before, after);
    if (!test.ok) throw new Error(test.because);
    expect(test.u).toBe(sample.u);
    expect(distance(test.p, sample.p)).toBeLessThan(CLOSED_FORM);
  });

  it('in the shift and its interval, found among all pairs', () => {
    expect(hodgesLehmann(before, after)).toEqual({ ok: true, ...sample.shift });
  });

  if ('welch' in sample)
    it("in Welch's test", () => {
      const test = welch(before, after);
      if (!test.ok) throw new Error(test.because);
      for (const name of ['t', 'df', 'p', 'low', 'high'] as const)
        expect(distance(test[name], sample.welch[name])).toBeLessThan(CLOSED_FORM);
    });
});

describe('proportions agree with scipy', () => {
  it.each(reference.proportions)('%j', ({ before, after, ...expected }) => {
    const intervals = [wilson(before), wilson(after)].map((i) => [i?.low, i?.high]);
    intervals
      .flat()
      .forEach((bound, i) => expect(distance(bound, expected.wilson.flat()[i] ?? 0)).toBeLessThan(CLOSED_FORM));
    const difference = newcombe(before, after);
    const test = twoProportions(before, after);
    if (!difference.ok || !test.ok) throw new Error('no answer');
    const { estimate, low, high } = difference;
    [estimate, low, high].forEach((v, i) => expect(distance(v, expected.newcombe[i] ?? 0)).toBeLessThan(CLOSED_FORM));
    expect(distance(test.z, expected.z)).toBeLessThan(CLOSED_FORM);
    expect(distance(test.p, expected.p)).toBeLessThan(CLOSED_FORM);
  });
});
