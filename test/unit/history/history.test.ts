import { describe, expect, it } from '@jest/globals';
import type { Cycle } from '../../../src/domain/cycle/state';
import { historyOf, historyRow } from '../../../src/domain/history/history';
import type { HistoryRow } from '../../../src/domain/history/history';

const base = {
  id: 'office~permit~1',
  unit: 'office',
  procedure: 'permit',
  no: 1,
  stage: 1,
  title: 'Permits',
  lead: 'lan',
  launchedAt: '2026-01-01T00:00:00.000Z',
  authors: ['lan'],
  plan: {},
};
const decided = {
  ...base,
  phase: 'closed',
  outcome: 'decided',
  approvedAt: '2026-01-11T00:00:00.000Z',
  checkOpenedAt: '2026-04-11T00:00:00.000Z',
  reviews: [{ at: '2026-04-13T00:00:00.000Z' }, { at: '2026-04-16T12:00:00.000Z' }],
  closedAt: '2026-04-20T12:00:00.000Z',
  checks: [
    { verdicts: [{ verdict: 'worse', prediction: 'missed' }] },
    {
      verdicts: [
        { verdict: 'improved', prediction: 'held' },
        { verdict: 'no-evidence', prediction: 'none' },
      ],
    },
  ],
  decision: { kind: 'adopt' },
  fidelity: { a: true, b: true, c: false, d: true },
} as unknown as Cycle;

describe('a cycle in the history of its unit', () => {
  it('says how many days each phase took, what the latest check found, and how well the method was kept', () => {
    expect(historyRow(decided)).toMatchObject({
      outcome: 'adopt',
      days: { plan: 10, do: 90, check: 5.5, act: 4 },
      verdicts: { improved: 1, worse: 0, 'no-evidence': 1, 'too-few-data': 0 },
      predictions: { held: 1, missed: 0 },
      fidelity: 0.75,
    });
  });

  it('has no number for what has not ended', () => {
    const row = historyRow({ ...base, phase: 'plan' });
    expect(row).toMatchObject({ outcome: 'open', days: {} });
    expect(row).not.toHaveProperty('fidelity');
    expect(row).not.toHaveProperty('verdicts');
  });

  it('counts a withdrawn plan as plan until it was withdrawn', () => {
    const closed = {
      ...base,
      phase: 'closed',
      outcome: 'withdrawn',
      closedAt: '2026-01-03T00:00:00.000Z',
      reason: 'x',
    } as const;
    expect(historyRow(closed)).toMatchObject({ outcome: 'withdrawn', days: { plan: 2 } });
  });
});

describe('the history of a unit', () => {
  const row = (over: Partial<HistoryRow>): HistoryRow => ({ ...historyRow({ ...base, phase: 'plan' }), ...over });

  it('counts outcomes, gives medians, and fidelity by the year of the decision', () => {
    const found = historyOf([
      row({ outcome: 'adopt', days: { plan: 10, do: 90 }, fidelity: 0.5, closedAt: '2025-05-01T00:00:00.000Z' }),
      row({ outcome: 'adapt', days: { plan: 20 }, fidelity: 1, closedAt: '2026-05-01T00:00:00.000Z' }),
      row({ outcome: 'adapt', days: { plan: 40 }, fidelity: 0.5, closedAt: '2026-06-01T00:00:00.000Z' }),
      row({}),
    ]);
    expect(found.outcomes).toMatchObject({ open: 1, adopt: 1, adapt: 2, abandon: 0 });
    expect(found.days).toMatchObject({ plan: { n: 3, median: 20 }, do: { n: 1, median: 90 }, act: { n: 0 } });
    expect(found.fidelity).toEqual([
      { year: '2025', share: 0.5, n: 1 },
      { year: '2026', share: 0.75, n: 2 },
    ]);
  });
});
