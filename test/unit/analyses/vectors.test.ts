import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CompareAsked, PPrimeAsked, RunChartAsked, XmrAsked } from '../../../src/domain/analyses/analyses.schema';
import { analyseChange } from '../../../src/domain/analyses/compare';
import { analysePPrime } from '../../../src/domain/analyses/pPrime';
import type { Analysed } from '../../../src/domain/analyses/refusals';
import { analyseRunChart } from '../../../src/domain/analyses/runChart';
import { analyseXmr } from '../../../src/domain/analyses/xmr';

const CDI = path.resolve(__dirname, '../../../../shared/data/spc-cdi.csv');
const cdiIsThere = existsSync(CDI);
if (!cdiIsThere) console.warn('SKIPPED: ../shared/data/spc-cdi.csv is not there; its chart is not tested.');

function found<T>(tried: Analysed<T>): T {
  if (!tried.ok) throw new Error(tried.refusal.code);
  return tried.analysis;
}
const xmr = (asked: object) => found(analyseXmr(XmrAsked.parse(asked)));
const runChart = (asked: object) => found(analyseRunChart(RunChartAsked.parse(asked)));
const pPrime = (asked: object) => found(analysePPrime(PPrimeAsked.parse(asked)));
const compare = (asked: object) => {
  const answer = analyseChange(CompareAsked.parse(asked));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.analysis;
};
const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) => notes.map(({ code }) => code);
const same = (value: number, n: number): number[] => Array.from({ length: n }, () => value);

/** The vector of the domain's facts, §4. */
const VECTOR = [12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 13, 12];

describe('an XmR chart of own numbers', () => {
  it('gives the vector of the domain, from index 0', () => {
    const { centre, lower, upper, meanRange, rangeLimit, points, notes } = xmr({ values: VECTOR });
    expect([centre, meanRange, lower, upper, rangeLimit].map((v) => v.toFixed(4))).toEqual([
      '12.1667',
      '1.4545',
      '8.2976',
      '16.0358',
      '4.7520',
    ]);
    expect(points.map(({ index, value, rules }) => [index, value, rules])).toEqual(
      VECTOR.map((value, index) => [index, value, []]),
    );
    expect(notes).toEqual([]);
  });

  (cdiIsThere ? it : it.skip)('gives the limits of the infections, screened and not', () => {
    const [, ...lines] = readFileSync(CDI, 'utf8').trim().split('\n');
    const values = lines.map((line) => Number(line.split(',')[1]));
    const [plain, screened] = [false, true].map((screen) => xmr({ values, screen, factor: 'qicharts2' }));
    expect([plain?.centre.toFixed(4), plain?.lower.toFixed(5), plain?.upper.toFixed(4)]).toEqual([
      '14.8333',
      '2.21935',
      '27.4473',
    ]);
    expect([screened?.lower.toFixed(5), screened?.upper.toFixed(4)]).toEqual(['3.33458', '26.3321']);
  });

  it('leaves blanks out, says so, and keeps the places of the others', () => {
    const values = [12, null, 11, 13, null, 12, 14, 11, 12, 13, 12, 11, 13, 12];
    const chart = xmr({ values, rebaseAt: [7] });
    expect(chart.points.map(({ index }) => index)).toEqual([0, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(chart.segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 7],
      [7, 14],
    ]);
    expect(codes(chart)).toEqual(['BLANKS_LEFT_OUT']);
    expect(xmr({ values }).upper).toBe(xmr({ values: VECTOR }).upper);
  });

  it('flags nothing in a constant series, and says that it is one', () => {
    const chart = xmr({ values: same(0.1, 30), screen: true, better: 'lower' });
    expect([chart.lower, chart.upper]).toEqual([chart.centre, chart.centre]);
    expect(chart.points.every(({ rules, signal }) => rules.length === 0 && signal === undefined)).toBe(true);
    expect(codes(chart)).toEqual(['CONSTANT']);
  });

  it('says that its limits have no width where only the values that make them do not vary', () => {
    const frozen = xmr({ values: [4, 4, 1, 2, 1, 2, 1, 2, 1], baseline: 2 });
    expect(codes(frozen)).toEqual(['FEW_POINTS', 'LIMITS_WITHOUT_WIDTH']);
    expect(frozen.points.flatMap(({ rules }) => rules).every((rule) => rule === 'shift')).toBe(true);
    expect(codes(xmr({ values: [...same(5, 12), 6], screen: true }))).toEqual(['LIMITS_WITHOUT_WIDTH']);
  });

  it('says how many values the shortest segment has when it has too few', () => {
    expect(analyseXmr(XmrAsked.parse({ values: [1, 2, 3, 4], rebaseAt: [3] }))).toMatchObject({
      refusal: { code: 'TOO_FEW_VALUES', params: { given: 1, least: 2 } },
    });
  });

  it('says whether a flagged point is good news, and whether the target will be met', () => {
    const values = [...VECTOR, 30];
    const lower = xmr({ values, better: 'lower', target: 100 });
    expect(lower.points.at(-1)).toEqual({ index: 12, value: 30, rules: ['outside'], signal: 'concern' });
    expect(lower.assurance).toBe('always');
    expect(xmr({ values, better: 'higher' }).points.at(-1)?.signal).toBe('improvement');
  });

  it.each([[[]], [[null]], [[5]], [[5, null]]])('refuses %j by name: one value has no limits', (values) => {
    expect(analyseXmr(XmrAsked.parse({ values }))).toMatchObject({ refusal: { code: 'TOO_FEW_VALUES' } });
  });
});

describe('a run chart of own numbers', () => {
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
  ])('of %i values off the median allows runs up to %i and asks for %i crossings', (n, longest, fewest) => {
    const values = Array.from({ length: n }, (_, i) => i % 2);
    const chart = runChart({ values });
    expect([chart.useful, chart.longestRunLimit, chart.crossingsLimit]).toEqual([n, longest, fewest]);
    expect([chart.median, chart.longestRun, chart.crossings, chart.signal]).toEqual([0.5, 1, n - 1, false]);
  });

  it('signals a run that is too long', () => {
    expect(runChart({ values: [...same(1, 10), ...same(2, 10)] })).toMatchObject({ longestRun: 10, signal: true });
  });

  it.each([[same(7, 24)], [[7]], [[7, null]]])(
    'gives no signal for %j, within the limits of one value, and says why',
    (values) => {
      const chart = runChart({ values });
      expect(chart).toMatchObject({ median: 7, useful: 0, longestRun: 0, crossings: 0, signal: false });
      expect([chart.longestRunLimit, chart.crossingsLimit]).toEqual([3, 0]);
      expect(codes(chart)).toContain('CONSTANT');
    },
  );

  it('refuses nothing but blanks by name', () => {
    expect(analyseRunChart({ values: [null] })).toMatchObject({ refusal: { code: 'TOO_FEW_VALUES' } });
  });
});

describe('a p′ chart of own counts', () => {
  it('has limits for each point, in the given places', () => {
    const chart = pPrime({ numerators: [12, 53, null, 116, 107, 5], denominators: [15, 70, 9, 136, 117, 0] });
    expect(chart.centre).toBeCloseTo(288 / 338, 12);
    expect(chart.points.map(({ index }) => index)).toEqual([0, 1, 3, 4]);
    expect(chart.points.every(({ lower, value, upper }) => lower < value && value < upper)).toBe(true);
    expect(codes(chart)).toEqual(['BLANKS_LEFT_OUT', 'FEW_POINTS']);
  });

  it.each([
    ['nobody', 0, same(0, 12), same(40, 12)],
    ['everybody', 1, [10, 20, 30], [10, 20, 30]],
  ])('signals nothing where %s was counted', (_who, centre, numerators, denominators) => {
    const chart = pPrime({ numerators, denominators });
    expect(chart.points.map(({ lower, upper, outside }) => [lower, upper, outside])).toEqual(
      numerators.map(() => [centre, centre, false]),
    );
    expect(codes(chart)).toContain('CONSTANT');
  });

  it('signals nothing where all shares are equal but for rounding', () => {
    const denominators = Array.from({ length: 40 }, (_, i) => (i + 1) * 10);
    const chart = pPrime({ numerators: denominators.map((n) => n / 10), denominators });
    expect(chart.points.filter(({ outside }) => outside)).toEqual([]);
    const odd = pPrime({ numerators: denominators.map((n) => n * 0.3), denominators });
    expect(odd.points.filter(({ outside }) => outside)).toEqual([]);
  });

  it.each([
    ['LENGTHS_DIFFER', [1, 2], [3]],
    ['PART_EXCEEDS_WHOLE', [1, 4], [3, 3]],
    ['TOO_FEW_VALUES', [1], [3]],
    ['TOO_FEW_VALUES', [1, 0, null], [3, 0, 4]],
  ])('refuses by the name %s', (code, numerators, denominators) => {
    expect(analysePPrime(PPrimeAsked.parse({ numerators, denominators }))).toMatchObject({ refusal: { code } });
  });
});

describe('before and after of own numbers', () => {
  const slow = [9, 8, 7, 9, 10, 8, 9, 11];
  const fast = [6, 5, 7, 6, 5, 4, 6, 5];

  it('finds values that fell, good or bad as the direction says', () => {
    const better = compare({ before: slow, after: fast, better: 'lower' });
    expect(better).toMatchObject({ verdict: 'improved', method: 'mann-whitney', shift: { estimate: -3 } });
    expect(better.words.en).toContain('Median: 9 (8 values) before, 5.5 (8 values) after. Change: 3 less');
    expect(better.words.vi).toContain('Trung vị: trước 9 (8 giá trị)');
    expect(compare({ before: slow, after: fast, better: 'higher' }).verdict).toBe('worse');
    expect(compare({ before: slow, after: fast, better: 'lower', method: 'welch' })).toMatchObject({
      verdict: 'improved',
      method: 'welch',
    });
  });

  it('compares the shares of the permit log as the reference does', () => {
    const shares = compare({
      before: { successes: 496, n: 575 },
      after: { successes: 805, n: 859 },
      better: 'higher',
    });
    expect(shares).toMatchObject({ verdict: 'improved', method: 'newcombe', notes: [] });
    const bounds = [shares.before.interval, shares.after.interval].flatMap((i) => [i?.low, i?.high]);
    expect(bounds.map((bound) => bound?.toFixed(4))).toEqual(['0.8321', '0.8884', '0.9189', '0.9515']);
  });

  it.each([
    [{ before: slow, after: [6, 5, 7, null, 6, 5], better: 'lower' }],
    [{ before: [], after: [], better: 'lower' }],
    [{ before: { successes: 0, n: 0 }, after: { successes: 5, n: 5 }, better: 'higher' }],
  ])('says too few data, and makes no test, for %j', (asked) => {
    const answer = compare(asked);
    expect(answer.verdict).toBe('too-few-data');
    expect(Object.keys(answer)).not.toEqual(expect.arrayContaining(['p']));
    expect(codes(answer)).toContain('TOO_FEW_A_SIDE');
  });

  it.each([
    [{ before: same(0.1, 6), after: same(0.1, 7), better: 'lower' }],
    [{ before: same(0.1, 6), after: same(0.1, 7), better: 'lower', method: 'welch' }],
    [{ before: { successes: 9, n: 9 }, after: { successes: 50, n: 50 }, better: 'higher' }],
    [{ before: { successes: 0, n: 9 }, after: { successes: 0, n: 50 }, better: 'higher' }],
  ])('says no evidence, and that nothing differs, for %j', (asked) => {
    const answer = compare(asked);
    expect([answer.verdict, answer.p, codes(answer)]).toEqual(['no-evidence', 1, ['CONSTANT']]);
    expect(answer.shift?.estimate).toBe(0);
    expect(answer.statistic).toBe('method' in asked || 'n' in asked.before ? 0 : 21);
  });

  it('says of ranks where p comes from', () => {
    const distribution = (before: number[], after: number[]) =>
      compare({ before, after, better: 'lower' }).distribution;
    const odd = Array.from({ length: 9 }, (_, i) => 2 * i + 1);
    const even = Array.from({ length: 9 }, (_, i) => 2 * i);
    expect(distribution(odd.slice(1), even)).toBe('exact');
    expect(distribution(odd, even)).toBe('asymptotic');
    expect(distribution(slow, fast)).toBe('asymptotic');
    expect(compare({ before: slow, after: fast, better: 'lower', method: 'welch' }).distribution).toBeUndefined();
  });

  it('takes ties as no evidence', () => {
    const tied = [1, 1, 2, 2, 3, 3, 1, 2];
    expect(compare({ before: tied, after: tied, better: 'lower' })).toMatchObject({ verdict: 'no-evidence', p: 1 });
  });

  it('refuses more successes than there are', () => {
    const asked = { before: { successes: 6, n: 5 }, after: { successes: 1, n: 5 }, better: 'lower' };
    expect(CompareAsked.safeParse(asked).success).toBe(false);
  });
});
