import { describe, expect, it } from '@jest/globals';
import { funnel, funnelLimits } from '../../../src/domain/statistics/funnel';

const NUMERATORS = [80, 45, 190, 20, 60];
const DENOMINATORS = [100, 50, 200, 40, 75];

describe('a funnel', () => {
  it('has the centre, the dispersion and the limits of the formulas written out elsewhere', () => {
    const drawn = funnel('share', NUMERATORS, DENOMINATORS);
    if (!drawn.ok) throw new Error(drawn.because);
    expect(drawn.centre).toBeCloseTo(0.8494623655913979, 9);
    expect(drawn.dispersion).toBeCloseTo(6.0533564010621435, 9);
    expect(drawn.points[0]?.lowerFar).toBeCloseTo(0.577578231070045, 6);
  });

  it('narrows with the denominator and stays within 0 and 1', () => {
    const mouth = { kind: 'share', centre: 0.95, dispersion: 1 } as const;
    const [few, many] = [funnelLimits(mouth, 10), funnelLimits(mouth, 1000)];
    expect(few.upperFar).toBe(1);
    expect(many.upperFar - many.lowerFar).toBeLessThan(few.upperFar - few.lowerFar);
  });

  it('is never narrower than counting alone', () => {
    expect(funnel('share', [50, 50, 50], [100, 100, 100])).toMatchObject({ ok: true, dispersion: 1 });
  });

  it('does not let one unit that stands out hide itself', () => {
    const numerators = [...Array.from({ length: 12 }, (_none, i) => 490 + (i % 3) * 10), 350];
    const drawn = funnel(
      'share',
      numerators,
      numerators.map(() => 1000),
    );
    if (!drawn.ok) throw new Error(drawn.because);
    expect(drawn.points.map(({ place }) => place)).toEqual([...Array.from({ length: 12 }, () => 'within'), 'beyond']);
  });

  it('takes rates above 1', () => {
    expect(funnel('rate', [300, 250, 280], [100, 100, 100])).toMatchObject({ ok: true });
  });

  it('says by name why there is none', () => {
    expect(funnel('share', [1, 2], [3, 4])).toEqual({ ok: false, because: 'too-few' });
    expect(funnel('share', [1, 2, 0], [3, 4, 0])).toEqual({ ok: false, because: 'not-finite' });
    expect(funnel('share', [3, 4, 5], [3, 4, 5])).toEqual({ ok: false, because: 'constant' });
  });
});
