import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { shifted } from '../../../src/domain/indicators/period';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { isSameEpisode, watchFindings } from '../../../src/domain/indicators/watch/watchFinding';

const definition = (given: object) => IndicatorDefinition.parse({ name: { vi: 'Đúng hạn', en: 'On time' }, ...given });
const WORST = definition({
  watch: { worstBandPeriods: 3 },
  bands: [{ key: 'good', atLeast: 0.9 }, { key: 'fair', atLeast: 0.7 }, { key: 'poor' }],
});
const CAUSE = definition({ direction: 'lower', watch: { specialCause: true } });

type Point = number | undefined | { readonly value: number; readonly band: string };
const series = (points: readonly Point[]): readonly IndicatorValue[] =>
  points.map((point, i) => {
    const common = { indicator: 'i', unit: 'u', period: shifted('2024-01', i) };
    if (point === undefined) return { ...common, state: 'missing', because: { words: { vi: '', en: '', ja: '' } } };
    const value = typeof point === 'number' ? { value: point } : point;
    return { ...common, state: 'value', quality: 'normal', ...value };
  });
const bands = (letters: string): readonly Point[] =>
  [...letters].map((one) => (one === '-' ? undefined : { value: 1, band: one === 'p' ? 'poor' : 'good' }));
const found = (of: IndicatorDefinition, points: readonly Point[], current = '2030-01') =>
  watchFindings({ definition: of, series: series(points), current });

describe('the worst band', () => {
  it('is found when the last periods lie in it, from the first of them', () => {
    expect(found(WORST, bands('ggppp'))).toMatchObject([
      { kind: 'worst-band', since: '2024-03', until: '2024-05', periods: 3 },
    ]);
  });
  it('is not found with fewer periods, when the newest is better, or when one in between has no value', () => {
    for (const letters of ['gpp', 'pppg', 'pp-p', '']) expect(found(WORST, bands(letters))).toEqual([]);
  });
  it('does not look at the period that runs now', () => {
    expect(found(WORST, bands('ppp'), '2024-03')).toEqual([]);
  });
  it('keeps its first period while it lasts', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 3, max: 20 }), (good, poor) => {
        const points = bands('g'.repeat(good) + 'p'.repeat(poor));
        expect(found(WORST, points)).toMatchObject([{ since: shifted('2024-01', good) }]);
      }),
    );
  });
  it('says it in every language', () => {
    const [finding] = found(WORST, bands('ppp'));
    expect(finding?.words).toEqual({
      vi: '«Đúng hạn» ở mức xếp loại thấp nhất 3 tháng liên tiếp (từ tháng 01/2024); giá trị mới nhất là 1.',
      en: '“On time” has been in its worst band for 3 months in a row (since 2024-01); the newest value is 1.',
      ja: '「On time」は 3 か月続けて最も低い区分にあります（2024年1月から）。最新の値は 1 です。',
    });
  });
});

describe('a special cause', () => {
  const usual = [10, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9, 10, 11];
  it('of concern is found at the newest point', () => {
    expect(found(CAUSE, [...usual, 30])).toMatchObject([{ kind: 'special-cause', since: '2025-02', until: '2025-02' }]);
  });
  it('on the better side is none', () => {
    expect(found(CAUSE, [...usual, -10])).toEqual([]);
    expect(found(definition({ direction: 'higher', watch: { specialCause: true } }), [...usual, -10])).toHaveLength(1);
  });
  it('of a range lies outside of it', () => {
    const inside = definition({ direction: 'range', range: { low: 0, high: 50 }, watch: { specialCause: true } });
    expect(found(inside, [...usual, 30])).toEqual([]);
    expect(found(inside, [...usual, 60])).toHaveLength(1);
  });
  it('is not looked for under twelve points, nor in a constant series', () => {
    expect(found(CAUSE, [...usual.slice(0, 10), 30])).toEqual([]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), (x) => found(CAUSE, Array(24).fill(x)).length === 0));
  });
  it('is found in what is there, whatever is missing, and never breaks', () => {
    const point = fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { nil: undefined });
    fc.assert(fc.property(fc.array(point, { maxLength: 60 }), (points) => found(CAUSE, points).length <= 1));
  });
});

it('an episode whose first period moved is the same episode', () => {
  const one = { kind: 'worst-band', since: '2024-03', until: '2024-05' } as const;
  expect(isSameEpisode(one, { ...one, since: '2024-02', until: '2024-06' })).toBe(true);
  expect(isSameEpisode(one, { ...one, since: '2024-07', until: '2024-09' })).toBe(false);
  expect(isSameEpisode(one, { ...one, kind: 'special-cause' })).toBe(false);
});
