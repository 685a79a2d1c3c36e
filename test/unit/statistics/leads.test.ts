import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leads } from '../../../src/domain/statistics/leads';
import { prewhitened } from '../../../src/domain/statistics/prewhiten';
import { seededRandom } from '../../../src/domain/statistics/random';
import reference from './leads.json';

const CASES = Object.entries(reference);
const asked = { season: 4, seed: 'a link', permutations: 399 };
const { driver, outcome } = reference['quarters, the driver two before'];

describe('prewhitening and lagged correlation, held to numpy and scipy', () => {
  it.each(CASES)('residuals: %s', (_, { driver: x, outcome: y, season, residuals }) => {
    for (const [series, expected] of [[x, residuals.driver] as const, [y, residuals.outcome] as const])
      prewhitened(series, season).residuals.forEach((found, i) => {
        const at = expected[i] ?? null;
        if (at === null || found === null) expect(found).toBe(at);
        else expect(found).toBeCloseTo(at, 9);
      });
  });

  it.each(CASES)('correlations: %s', (_, { driver: x, outcome: y, season, lags }) => {
    const found = leads({ ...asked, driver: x, outcome: y, season });
    if (!('lags' in found)) throw new Error(found.finding);
    for (const one of lags) {
      const same = found.lags.find(({ lag }) => lag === one.lag);
      if (same === undefined) continue;
      expect(same.pairs).toBe(one.pairs);
      expect(same.rho).toBeCloseTo(one.rho, 9);
    }
    expect(found.lags.length).toBeGreaterThan(0);
  });
});

describe('does a driver lead an outcome?', () => {
  it('finds the driver two quarters before, and says so in the direction that was looked at', () => {
    expect(leads({ ...asked, driver, outcome })).toMatchObject({ finding: 'leads', best: { lag: 2 } });
    expect(leads({ ...asked, driver, outcome, lag: 2 })).toMatchObject({ finding: 'leads', best: { lag: 2 } });
    expect(leads({ ...asked, driver: outcome, outcome: driver })).toMatchObject({
      finding: 'reverse',
      best: { lag: -2 },
    });
  });

  it('says that the outcome falls when the driver rises', () => {
    const falling = outcome.map((value) => -value);
    expect(leads({ ...asked, driver, outcome: falling })).toMatchObject({ finding: 'opposite', best: { lag: 2 } });
  });

  it('does not say which is first when both move in the same period', () => {
    expect(leads({ ...asked, driver, outcome: driver })).toMatchObject({ finding: 'together', best: { lag: 0 } });
  });

  it('takes two straight rises and one shared season for nothing', () => {
    const noise = seededRandom('two lines');
    const line = () => Array.from({ length: 24 }, (_, i) => i + 3 * (i % 4) + noise());
    expect(leads({ ...asked, driver: line(), outcome: line() }).finding).toBe('no-evidence');
  });

  it('says how many pairs are lacking below twelve', () => {
    const few = { ...asked, driver: driver.slice(0, 11), outcome: outcome.slice(0, 11) };
    expect(leads(few)).toEqual({ finding: 'too-few', pairs: 11, lacking: 1 });
    expect(leads({ ...few, lag: 3 })).toEqual({ finding: 'too-few', pairs: 8, lacking: 4 });
  });

  it('names the series that never moves', () => {
    const flat = driver.map(() => 1);
    expect(leads({ ...asked, driver: flat, outcome })).toEqual({ finding: 'constant', which: 'driver' });
    expect(leads({ ...asked, driver, outcome: flat })).toEqual({ finding: 'constant', which: 'outcome' });
  });

  it('gives probabilities, the same for the same seed, whatever the figures', () => {
    const figure = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(null));
    const pair = fc.array(fc.tuple(figure, figure), { maxLength: 40 });
    fc.assert(
      fc.property(pair, fc.constantFrom(undefined, 0, 1, 6), (rows, lag) => {
        const given = { ...asked, permutations: 19, driver: rows.map(([x]) => x), outcome: rows.map(([, y]) => y) };
        const found = leads({ ...given, ...(lag !== undefined && { lag }) });
        expect(leads({ ...given, ...(lag !== undefined && { lag }) })).toEqual(found);
        if ('lags' in found)
          for (const one of found.lags) {
            expect(one.p > 0 && one.p <= 1).toBe(true);
            expect(Math.abs(one.rho)).toBeLessThanOrEqual(1 + 1e-9);
          }
      }),
    );
  });
});
