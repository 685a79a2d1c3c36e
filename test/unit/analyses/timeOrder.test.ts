import { describe, expect, it } from '@jest/globals';
import { CompareAsked, PPrimeAsked } from '../../../src/domain/analyses/analyses.schema';
import { analyseChange } from '../../../src/domain/analyses/compare';
import type { ComparisonAnalysis } from '../../../src/domain/analyses/comparison';
import { analysePPrime } from '../../../src/domain/analyses/pPrime';

const ask = (asked: object) => analyseChange(CompareAsked.parse(asked));
function compare(asked: object): ComparisonAnalysis {
  const answer = ask(asked);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.analysis;
}
/** Noise that is the same on every run: sums of fractional parts. */
const noise = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => ((((i + from) * 0.6180339887) % 1) + (((i + from) * 0.7548776662) % 1) - 1) * 2);
const series = (n: number, from: number, value: (i: number) => number) => noise(n, from).map((e, i) => value(i) + e);
const codes = ({ notes }: ComparisonAnalysis) => notes.map(({ code }) => code);

describe('level and slope of values in order of time', () => {
  const method = 'interrupted-time-series';

  it('find a jump', () => {
    const jump = compare({ before: series(12, 0, () => 20), after: series(12, 12, () => 14), better: 'lower', method });
    expect(jump).toMatchObject({ verdict: 'improved', method, before: { n: 12 }, after: { n: 12 } });
    expect(jump.level?.estimate).toBeLessThan(-3);
    expect(jump.shift?.estimate).toBe(jump.level?.estimate);
    expect(jump.slope?.p).toBeGreaterThan(0.05);
    expect(jump.words.en.split('\n')).toHaveLength(2);
  });

  it('do not credit a change with what was falling already, where ranks would', () => {
    const [before, after] = [series(12, 0, (i) => 30 - i), series(12, 12, (i) => 18 - i)];
    expect(compare({ before, after, better: 'lower' }).verdict).toBe('improved');
    const segmented = compare({ before, after, better: 'lower', method });
    expect(segmented).toMatchObject({ verdict: 'no-evidence' });
    expect(segmented.trendBefore?.high).toBeLessThan(0);
  });

  it('say nothing where level and slope go opposite ways', () => {
    const found = compare({
      before: series(12, 0, () => 20),
      after: series(12, 12, (i) => 10 + 2 * i),
      better: 'lower',
      method,
    });
    expect(found.verdict).toBe('no-evidence');
    expect(codes(found)).toContain('LEVEL_AND_SLOPE_DISAGREE');
  });

  it('keep the place of a blank in time', () => {
    const before: (number | null)[] = series(12, 0, (i) => 30 - i);
    before[3] = before[7] = null;
    const found = compare({ before, after: series(12, 12, (i) => 18 - i), better: 'lower', method });
    expect(found).toMatchObject({ verdict: 'no-evidence', before: { n: 10 } });
    expect(Math.round(found.trendBefore?.estimate ?? 0)).toBe(-1);
    expect(codes(found)).toContain('BLANKS_LEFT_OUT');
  });

  it('warn where neighbours are alike, and where nothing varies', () => {
    const slow = (n: number) => Array.from({ length: n }, (_, i) => Math.sin(i / 3));
    expect(codes(compare({ before: slow(20), after: slow(20), better: 'lower', method }))).toContain(
      'NEIGHBOURS_ALIKE',
    );
    const same = (v: number) => Array.from({ length: 9 }, () => v);
    const exact = compare({ before: same(5), after: same(3), better: 'lower', method });
    expect(exact).toMatchObject({ verdict: 'no-evidence' });
    expect(codes(exact)).toEqual(['EXACT_LINES']);
  });

  it.each([
    [7, 20, '/before'],
    [20, 7, '/after'],
    [0, 20, '/before'],
  ])('need eight on a side: %d and %d are refused at %s', (m, n, field) => {
    expect(ask({ before: noise(m), after: noise(n), better: 'lower', method })).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_FEW_VALUES', field, params: { least: 8 } },
    });
  });
});

describe('means by random division', () => {
  const method = 'permutation';
  const [before, after] = [series(10, 0, () => 20), series(10, 10, () => 18)];

  it('find a difference, and the same seed finds the same', () => {
    const first = compare({ before, after, better: 'lower', method });
    expect(first).toMatchObject({ verdict: 'improved', method });
    expect(first.p).toBeGreaterThan(0);
    expect(first.shift?.high).toBeLessThan(0);
    expect(compare({ before, after, better: 'lower', method })).toEqual(first);
    expect(compare({ before, after, better: 'lower', method, seed: 'other' }).p).not.toBe(first.p);
  });

  it('have no evidence where all are equal and too few data under six', () => {
    const same = Array.from({ length: 8 }, () => 0.1);
    expect(compare({ before: same, after: same, better: 'lower', method })).toMatchObject({ verdict: 'no-evidence' });
    expect(compare({ before: same.slice(3), after: same, better: 'lower', method })).toMatchObject({
      verdict: 'too-few-data',
      method,
    });
  });
});

describe('a u chart of own counts', () => {
  const counts = { numerators: [12, 30, 14, 9, 40, 11], denominators: [10, 10, 10, 10, 10, 10] };
  const chart = (asked: object) => {
    const answer = analysePPrime(PPrimeAsked.parse({ ...counts, ...asked }));
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.analysis;
  };

  it('takes more events than exposure; of shares that is refused', () => {
    expect(chart({ chart: 'u' })).toMatchObject({ centre: 116 / 60 });
    expect(analysePPrime(PPrimeAsked.parse(counts))).toMatchObject({ refusal: { code: 'PART_EXCEEDS_WHOLE' } });
  });

  it('has wider limits with the correction, where points vary more than chance', () => {
    const outside = (asked: object) => chart({ chart: 'u', ...asked }).points.filter((p) => p.outside).length;
    expect(outside({ prime: false })).toBe(1);
    expect(outside({})).toBe(0);
  });

  it('says whether a target will be met, by its last limits', () => {
    const asked = { chart: 'u', better: 'lower' };
    expect(chart({ ...asked, target: 60 }).assurance).toBe('always');
    expect(chart({ ...asked, target: 2 }).assurance).toBe('hit-and-miss');
    expect(chart({ ...asked, target: -60 }).assurance).toBe('never');
  });

  it('of no events at all is a constant series, not a signal', () => {
    const none = chart({ chart: 'u', numerators: [0, 0, 0, 0, 0, 0] });
    expect(none.notes.map(({ code }) => code)).toContain('CONSTANT');
    expect(none.points.some(({ outside }) => outside)).toBe(false);
  });
});
