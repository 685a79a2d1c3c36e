import { describe, expect, it } from '@jest/globals';
import { facts, single } from './world';

const first = (view: ReturnType<typeof single>) => {
  const measure = view.perspectives[0]?.objectives[0]?.measures[0];
  if (measure === undefined) throw new Error('no measure');
  return measure;
};

describe('what counts', () => {
  it('over-achievement counts as 1 and is flagged, so that it does not average a failure away', () => {
    const over = facts('over', {
      definition: { scoring: { rule: 'attainment' }, target: 1 },
      series: [{ value: 3, score: 3, raw: 3 }],
    });
    const under = facts('under', { series: [0] });
    const view = single([over, under]);
    expect(view.score).toBe(0.5);
    expect(first(view)).toMatchObject({ score: 1, raw: 3, overAchieved: true, notes: [{ code: 'OVER_ACHIEVED' }] });
  });

  it('a score far below nothing counts as 0, and shows what it was', () => {
    const sunk = facts('sunk', { definition: { scoring: { rule: 'lower-ratio' } }, series: [{ value: 9, score: -8 }] });
    expect(first(single([sunk]))).toMatchObject({ score: 0, raw: -8 });
  });

  it('decimals: three times 0.1 of weight 1 and 0.6 make no rounding noise, and bands are read unrounded', () => {
    const scores = [0.1, 0.2, 0.6].map((score, i) => facts(`d${i}`, { series: [score] }));
    expect(single(scores).score).toBe(0.3);
    const edge = [0.89, 0.91].map((score, i) => facts(`e${i}`, { series: [score] }));
    expect(single(edge)).toMatchObject({ score: 0.9, status: { rating: 'green' } });
    const below = [0.89, 0.909].map((score, i) => facts(`f${i}`, { series: [score] }));
    expect(single(below)).toMatchObject({ score: 0.8995, status: { rating: 'yellow' } });
  });

  it('bands with names of their own are coloured by their place', () => {
    const statusBands = [{ key: 'A', atLeast: 0.8 }, { key: 'B', atLeast: 0.5 }, { key: 'C' }];
    const rated = (score: number) => single([facts('a', { series: [score] })], { statusBands }).status;
    expect([0.8, 0.6, 0.1].map((score) => rated(score)?.rating)).toEqual(['green', 'yellow', 'red']);
    expect(rated(0.6)?.band).toBe('B');
  });

  it('missing, not yet due and not applicable are three things', () => {
    const state = (one: 'missing' | 'not-yet-due' | 'not-applicable' | 'blocked') =>
      single([facts('a', { series: [one] })]).state;
    expect(['missing', 'not-yet-due', 'not-applicable', 'blocked'].map((one) => state(one as 'missing'))).toEqual([
      ...['missing', 'not-yet-due', 'not-applicable', 'missing'],
    ]);
  });
});

describe('where a measure moves', () => {
  const moved = (series: readonly number[], definition: object = {}) =>
    first(single([facts('a', { definition, series })])).progress;

  it('is read against the last period while there are few, toward the target whichever way that is', () => {
    expect(moved([5, 6])).toMatchObject({ movement: 'improving', rule: 'last-period', rating: 'green' });
    expect(moved([5, 6], { direction: 'lower' })).toMatchObject({ movement: 'worsening', rating: 'red' });
    const range = { direction: 'range', range: { low: 4, high: 5 } };
    expect(moved([8, 6], range).movement).toBe('improving');
    expect(moved([100, 101])).toMatchObject({ movement: 'steady', rating: 'yellow' });
  });

  it('is unknown without a value, and without anything to compare with', () => {
    expect(moved([5])).toMatchObject({ movement: 'unknown', rule: 'none' });
    expect(moved([5])).not.toHaveProperty('rating');
  });

  it('is read from the XmR chart from 12 values on: what chance explains is steady', () => {
    const noise = [12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 13];
    expect(moved([...noise, 12])).toMatchObject({ movement: 'steady', rule: 'xmr' });
    expect(moved([...noise, 20])).toMatchObject({ movement: 'improving', rule: 'xmr' });
    expect(moved([...noise, 20], { direction: 'lower' })).toMatchObject({ movement: 'worsening' });
  });

  it('is rated apart from the status: red and improving, green and worsening', () => {
    const late = first(
      single([
        facts('a', {
          series: [
            { value: 1, score: 0.1 },
            { value: 2, score: 0.2 },
          ],
        }),
      ]),
    );
    expect([late.status?.rating, late.progress.movement]).toEqual(['red', 'improving']);
    const met = { value: 5, score: 1, targetMet: true };
    const sinking = first(single([facts('a', { series: [{ value: 9, score: 1 }, met] })]));
    expect([sinking.status?.rating, sinking.progress.rating]).toEqual(['green', 'yellow']);
  });
});
