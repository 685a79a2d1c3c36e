import { describe, expect, it } from '@jest/globals';
import { xmr } from '../../../src/domain/statistics/xmr';
import { XMR_RULES } from '../../../src/domain/statistics/xmrRules';
import flagged from './plotthedots.json';

/** plotthedots.R runs the package's own rules on made-up series. */
describe('the R package NHSRplotthedots flags the same points', () => {
  it.each(flagged)('of series %#', ({ values, screen, ...expected }) => {
    const chart = xmr(values, { screen });
    if (!chart.ok) throw new Error(chart.because);
    for (const rule of XMR_RULES) {
      const found = chart.points.filter(({ rules }) => rules.includes(rule)).map(({ index }) => index);
      expect([rule, found]).toEqual([rule, expected[rule]]);
    }
  });
});
