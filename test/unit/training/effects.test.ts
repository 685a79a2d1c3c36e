import { describe, expect, it } from '@jest/globals';
import { effectOf } from '../../../src/domain/training/effects';
import type { BeforeAfter } from '../../../src/domain/training/effects';
import { pairsOf } from '../../../src/domain/training/pairs';

const changed = (changes: readonly number[]): readonly BeforeAfter[] =>
  changes.map((change) => ({ before: 0.4, after: 0.4 + change }));
/** p: scipy 1.17.1, `scipy.stats.mannwhitneyu(trained, others, alternative='two-sided')`, exact and with ties. */
const CLEAR = {
  trained: [0.3, 0.25, 0.2, 0.35, 0.1, 0.28, 0.15, 0.4],
  others: [0.05, 0.12, -0.05, 0.02, 0.18, 0.08, 0.01, -0.02],
  p: 0.0010878010878010878,
} as const;
const TIED = {
  trained: [0.1, 0.2, 0, 0.1, 0.3, 0.1, 0.2],
  others: [0.1, 0.1, 0, 0.2, 0.1, 0, 0.1],
  p: 0.27016090203873777,
} as const;

describe('whether training helped a group', () => {
  it('is judged against people who were as weak, by the rank-sum test as scipy computes it', () => {
    const effect = effectOf(changed(CLEAR.trained), changed(CLEAR.others), 5);
    expect(effect).toMatchObject({ verdict: 'improved', trained: 8, others: 8 });
    expect(effect.p).toBeCloseTo(CLEAR.p, 12);
    expect(effect.shift?.low).toBeGreaterThan(0);
    const turned = effectOf(changed(CLEAR.others), changed(CLEAR.trained), 5);
    expect([turned.verdict, turned.p]).toEqual(['worse', effect.p]);
  });

  it('takes equal changes as ties, and says that nothing is shown where chance explains it', () => {
    const effect = effectOf(changed(TIED.trained), changed(TIED.others), 5);
    expect(effect.verdict).toBe('no-evidence');
    expect(effect.p).toBeCloseTo(TIED.p, 12);
  });

  it('is no verdict when everybody got better alike: that is regression to the mean', () => {
    const alike = changed([0.2, 0.2, 0.2, 0.2, 0.2, 0.2]);
    expect(effectOf(alike, alike, 5).verdict).toBe('no-evidence');
  });

  it('shows no number of a small group, and none of small others', () => {
    expect(effectOf(changed([0.3, 0.3, 0.3, 0.3]), changed(CLEAR.others), 5)).toEqual({
      verdict: 'too-few-data',
      words: [expect.anything()],
    });
    const alone = effectOf(changed(CLEAR.trained), changed([0.1, 0.1]), 5);
    expect(alone).toMatchObject({ verdict: 'too-few-data', trained: 8 });
    expect(alone).not.toHaveProperty('others');
    expect(alone).not.toHaveProperty('p');
  });
});

describe('who is compared', () => {
  const rated = [
    { person: 'a', period: '2026-03', share: 0.4 },
    { person: 'a', period: '2026-04', share: 0.5 },
    { person: 'a', period: '2026-05', share: 0.8 },
    { person: 'b', period: '2026-03', share: 0.5 },
    { person: 'b', period: '2026-05', share: 0.55 },
    { person: 'strong', period: '2026-03', share: 0.9 },
    { person: 'strong', period: '2026-05', share: 0.9 },
    { person: 'planned', period: '2026-03', share: 0.3 },
    { person: 'planned', period: '2026-05', share: 0.9 },
  ];

  it('the first period that begins after the completion, and others weak in the same periods without a plan', () => {
    const trained = [{ person: 'a', period: '2026-03', on: '2026-04-10' }];
    const pairs = pairsOf({ rated, trained, concerned: new Set(['a', 'planned']), weakBelow: 0.6 });
    expect(pairs).toEqual({ trained: [{ before: 0.4, after: 0.8 }], others: [{ before: 0.5, after: 0.55 }] });
  });

  it('nobody who was not rated again', () => {
    const trained = [{ person: 'a', period: '2026-03', on: '2026-05-02' }];
    expect(pairsOf({ rated, trained, concerned: new Set(['a']), weakBelow: 0.6 })).toEqual({ trained: [], others: [] });
  });
});
