import { describe, expect, it } from '@jest/globals';
import { hodgesLehmann } from '../../../src/domain/statistics/hodgesLehmann';
import { interruptedTimeSeries } from '../../../src/domain/statistics/interruptedTimeSeries';
import { mannWhitney } from '../../../src/domain/statistics/mannWhitney';
import { overdispersion } from '../../../src/domain/statistics/overdispersion';
import { pPrime } from '../../../src/domain/statistics/prime';
import { crossingsLimit, longestRunLimit } from '../../../src/domain/statistics/runChart';
import { twoProportions } from '../../../src/domain/statistics/twoProportions';
import type { Answered } from '../../../src/domain/statistics/unanswered';
import { welch } from '../../../src/domain/statistics/welch';
import { wilson } from '../../../src/domain/statistics/wilson';
import { CLOSED_FORM, distance } from './close';
import reference from './referenceR.json';

function answer<T>(given: Answered<T>): T {
  if (!given.ok) throw new Error(given.because);
  return given;
}
const near = (value: number | undefined, expected: number | undefined) =>
  expect(distance(value ?? Number.NaN, expected ?? Number.NaN)).toBeLessThan(CLOSED_FORM);

/** Every reference value comes from base R: reference.R makes referenceR.json. */
describe('base R agrees', () => {
  it.each(reference.compared)('in wilcox.test and t.test, sample %#', (sample) => {
    const { before, after } = sample;
    const test = answer(mannWhitney(before, after));
    expect(test.u).toBe(sample.u);
    if (test.method === 'exact') near(test.p, sample.exactP);
    const shift = answer(hodgesLehmann(before, after));
    near(shift.estimate, sample.estimate);
    near(shift.low, sample.low);
    near(shift.high, sample.high);
    const means = answer(welch(before, after));
    near(means.t, sample.t);
    near(means.df, sample.df);
    near(means.p, sample.welchP);
    near(means.low, sample.welchLow);
    near(means.high, sample.welchHigh);
  });

  it.each(reference.shares)('in prop.test, counts %#', ({ counts: [a = 0, b = 0, c = 0, d = 0], ...expected }) => {
    const test = answer(twoProportions({ successes: a, n: b }, { successes: c, n: d }));
    near(test.z ** 2, expected.chisq);
    near(test.p, expected.p);
    near(wilson({ successes: a, n: b })?.low, expected.low);
    near(wilson({ successes: a, n: b })?.high, expected.high);
  });

  it("in the limits of Anhøj's rules", () => {
    const { n, longestRun, crossings } = reference.limits;
    expect(n.map(longestRunLimit)).toEqual(longestRun);
    expect(n.map(crossingsLimit)).toEqual(crossings);
  });

  it.each(reference.segmented)('in a segmented regression by lm, series %#', ({ values, level, slope }) => {
    const half = values.length / 2;
    const series = answer(interruptedTimeSeries(values.slice(0, half), values.slice(half)));
    for (const [found, expected] of [[series.level, level] as const, [series.slope, slope] as const])
      [found.estimate, found.low, found.high, found.t, found.p].forEach((value, i) => near(value, expected[i]));
  });

  it.each(reference.dispersion)('in the dispersion of a quasi-binomial glm, periods %#', (given) => {
    const side = (counts: readonly number[]) => counts.map((successes, i) => ({ successes, n: given.size[i] ?? 0 }));
    expect(distance(overdispersion(side(given.before), side(given.after)).factor, given.dispersion)).toBeLessThan(1e-6);
  });

  it.each(reference.primes)('in the formula of a p′ chart, months %#', ({ size, x, centre, lower, upper }) => {
    const chart = answer(pPrime(x, size));
    near(chart.centre, centre);
    chart.points.forEach((point, i) => {
      near(point.lower, lower[i]);
      near(point.upper, upper[i]);
    });
  });
});
