import { describe, expect, it } from '@jest/globals';
import { attained } from '../../../src/domain/outputs/attainmentBand';

const bandOf = (value: number, better: 'higher' | 'lower' = 'higher', target = 100): string => {
  const result = attained({ value, target, better });
  return result.ok ? result.attained.band : result.refusal.code;
};

describe('the attainment band of the evaluation sheet', () => {
  it.each([
    [150.0001, "A'"],
    [150, 'A'],
    [90, 'A'],
    [89.9999, 'B'],
    [50, 'B'],
    [49.9999, 'C'],
    [0, 'C'],
    [-5, 'C'],
  ])('of %d %% is %s', (percent, band) => {
    expect(bandOf(percent)).toBe(band);
  });

  it('is that of target ÷ value where lower is better', () => {
    expect([4, 5, 5.5, 6, 10, 10.1, 3].map((days) => bandOf(days, 'lower', 5))).toEqual([
      ...['A', 'A', 'A', 'B', 'B', 'C', "A'"],
    ]);
  });

  it('is of the unrounded ratio: 0.3 ÷ 0.2 is 150 %, not a hair above', () => {
    expect(bandOf(0.3, 'higher', 0.2)).toBe('A');
  });

  it('flags over-achievement, as the target may have been wrong', () => {
    expect(attained({ value: 151, target: 100, better: 'higher' })).toMatchObject({
      attained: { ratio: 1.51, overAchieved: true },
    });
    expect(attained({ value: 150, target: 100, better: 'higher' })).toMatchObject({
      attained: { overAchieved: false },
    });
  });

  it('is refused where nothing is a share of the target', () => {
    expect([bandOf(1, 'higher', 0), bandOf(0, 'lower')]).toEqual([
      'ATTAINMENT_TARGET_NOT_POSITIVE',
      'ATTAINMENT_VALUE_NOT_POSITIVE',
    ]);
  });
});
