import { describe, expect, it } from '@jest/globals';
import type { CycleView } from '../../../web/src/api/cycleView';
import { fidelityByYear, median, phaseDays } from '../../../web/src/parts/historyFigures';

const DECIDED = {
  phase: 'closed',
  outcome: 'decided',
  launchedAt: '2026-01-01T00:00:00Z',
  approvedAt: '2026-01-11T00:00:00Z',
  checkOpenedAt: '2026-04-11T00:00:00Z',
  closedAt: '2026-04-21T12:00:00Z',
  fidelity: { 'aim-measurable-and-dated': true, 'prediction-before-do': false },
} as unknown as CycleView;

describe('the history of a unit', () => {
  it('counts the days of each phase, and none that is not over', () => {
    expect(phaseDays(DECIDED)).toEqual({ plan: 10, do: 90, after: 10.5 });
    expect(phaseDays({ phase: 'plan', launchedAt: '2026-01-01T00:00:00Z' } as unknown as CycleView)).toEqual({});
  });

  it('takes the middle, and none of nothing', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([1, 2])).toBe(1.5);
    expect(median([])).toBeUndefined();
  });

  it('has the fidelity of the cycles that were decided in a year', () => {
    expect(fidelityByYear([DECIDED, DECIDED])).toEqual([{ period: '2026', value: 0.5, n: 2 }]);
  });
});
