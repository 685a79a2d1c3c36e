import { describe, expect, it } from '@jest/globals';
import type { PlanIndicator } from '../../../src/domain/cycle/cycle.schema';
import { PlanIndicator as Schema } from '../../../src/domain/cycle/cycle.schema';
import { missingIn } from '../../../src/domain/cycle/gate';
import { resolvePlan } from '../../../src/domain/cycle/resolvePlan';
import type { IndicatorVerdict } from '../../../src/domain/cycle/verdict';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { periodsBetween, shifted } from '../../../src/domain/indicators/period';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { seededRandom } from '../../../src/domain/statistics/random';
import { compareSeries, type ComparedSeries } from '../../../src/domain/verdict/compareSeries';
import { periodWindows, seriesPossibleFrom } from '../../../src/domain/verdict/librarySeries';
import { verdictChanges } from '../../../src/domain/verdict/changes';

type Figures = { value: number; n?: number; numerator?: number; denominator?: number; definitionVersion?: number };
const defined = (more: object = {}) =>
  IndicatorDefinition.parse({ name: { vi: 'Ngày', en: 'Days' }, unit: 'days', direction: 'lower', ...more });
const plan = (more: Partial<PlanIndicator> = {}): PlanIndicator => ({
  key: 'x',
  indicator: 'lib',
  role: 'outcome',
  better: 'lower',
  ...more,
});

/** Values of months up to, and from, April 2026; `undefined` is a gap. */
function compared(
  before: (Figures | undefined)[],
  after: (Figures | undefined)[],
  more: Partial<ComparedSeries> = {},
): IndicatorVerdict {
  const first = shifted('2026-04', -before.length);
  const value = (period: string, figures: Figures | undefined): IndicatorValue =>
    figures === undefined
      ? { indicator: 'lib', unit: 'u', period, state: 'missing', because: { words: { vi: '', en: '', ja: '' } } }
      : { indicator: 'lib', unit: 'u', period, state: 'value', quality: 'normal', definitionVersion: 1, ...figures };
  const side = (from: string, all: (Figures | undefined)[]) =>
    all.map((figures, i) => value(shifted(from, i), figures));
  const periods = {
    before: before.length === 0 ? [] : periodsBetween(first, '2026-03'),
    after: after.length === 0 ? [] : periodsBetween('2026-04', shifted('2026-04', after.length - 1)),
  };
  const definition = more.definition ?? defined();
  const verdict = compareSeries({
    indicator: plan(),
    definitions: [],
    definition,
    periods,
    values: { before: side(first, before), after: side('2026-04', after) },
    ...more,
  });
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
  return verdict;
}
const codes = ({ warnings = [] }: IndicatorVerdict) => warnings.map(({ code }) => code);
const level = (n: number, at: number, seed: string): Figures[] => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => ({ value: at + random() }));
};
const share = (n: number, p: number, of: number, spread: number, seed = 's'): Figures[] => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => {
    const numerator = Math.round(of * (p + spread * (random() - 0.5)));
    return { value: numerator / of, numerator, denominator: of };
  });
};

describe('an indicator of the library, compared by its periods', () => {
  it('is improved by rank when its values fell, and says so in two lines', () => {
    const verdict = compared(level(12, 10, 'a'), level(8, 5, 'b'));
    expect(verdict).toMatchObject({
      verdict: 'improved',
      method: 'mann-whitney-periods',
      library: 'lib',
      points: { before: 12, after: 8 },
    });
    expect(verdict.words.en).toMatch(/^Days: .* \(12 periods\) before, .* \(8 periods\) after\. Change: .*\n/);
    expect(verdict.words.vi).toMatch(/^Ngày: trước .* \(12 kỳ\)/);
    expect(verdict.window).toEqual({
      before: { from: '2025-04-01', to: '2026-04-01' },
      after: { from: '2026-04-01', to: '2026-12-01' },
    });
  });

  it('has too few data under six periods after, with the day from which a verdict is possible', () => {
    const windows = {
      before: { from: '2026-01-01', to: '2026-04-01' },
      after: { from: '2026-04-10', to: '2026-08-01' },
    };
    const periods = periodWindows(windows, 'month', {});
    expect(periods.after).toEqual(['2026-05', '2026-06', '2026-07']);
    expect(periods.before).toHaveLength(12);
    const possible = seriesPossibleFrom({ before: 12, after: 3 }, periods, {
      windows,
      grain: 'month',
      calendar: VIETNAM,
    });
    expect(possible).toBe('2026-11-02');
    expect(compared(level(12, 9, 'a'), level(3, 5, 'b'), { possibleFrom: possible ?? '' })).toMatchObject({
      verdict: 'too-few-data',
      possibleFrom: '2026-11-02',
    });
    const none = { ...windows, after: { from: '2026-04-10', to: '2026-04-20' } };
    expect(
      seriesPossibleFrom({ before: 12, after: 0 }, periodWindows(none, 'month', {}), {
        windows: none,
        grain: 'month',
        calendar: VIETNAM,
      }),
    ).toBe('2026-11-02');
  });

  it('compares shares by all their counts, and large numbers do not make a signal of every difference', () => {
    const definition = defined({ unit: 'ratio', direction: 'higher', source: { type: 'ratio' } });
    const indicator = plan({ better: 'higher' });
    const steady = compared(share(12, 0.8, 200, 0), share(12, 0.9, 200, 0), { definition, indicator });
    expect(steady).toMatchObject({ verdict: 'improved', method: 'newcombe', before: { n: 2400 } });
    const wild = compared(share(12, 0.8, 1e6, 0.2, 'c'), share(12, 0.8, 1e6, 0.2, 'd'), { definition, indicator });
    expect(wild).toMatchObject({ verdict: 'no-evidence', method: 'newcombe-prime' });
    const percent = defined({ unit: '%', direction: 'higher', source: { type: 'ratio', per: 100 } });
    const scaled = compared(share(12, 0.8, 200, 0), share(12, 0.9, 200, 0), { definition: percent, indicator });
    expect(scaled.shift?.estimate).toBeCloseTo(10, 9);
    expect(scaled.words.en).toContain('10 percentage points more');
  });

  it('adds up the shares of cases by the cases of each period', () => {
    const source = { type: 'cases', procedure: 'permit', aggregation: 'share-within-days' };
    const definition = defined({ unit: 'ratio', direction: 'higher', source });
    const of = (counts: [number, number][]) => counts.map(([part, n]) => ({ value: part / n, n }));
    const before = of([[12, 15], [53, 70], [116, 136], [107, 117], [101, 106], [107, 131]]); // prettier-ignore
    const after = of([[76, 86], [97, 107], [73, 80], [102, 116], [78, 80], [81, 83], [114, 120], [81, 82], [47, 49], [56, 56]]); // prettier-ignore
    const verdict = compared(before, after, { definition, indicator: plan({ better: 'higher' }) });
    expect(verdict).toMatchObject({ verdict: 'improved', method: 'newcombe-prime' });
    expect([verdict.before.value, verdict.after.value]).toEqual([496 / 575, 805 / 859]);
    const median = defined({ source: { ...source, aggregation: 'median' } });
    expect(compared(before, after, { definition: median }).method).toBe('mann-whitney-periods');
  });

  it('never signals where all values are equal, nor where there are none', () => {
    const same = Array.from({ length: 8 }, () => ({ value: 0.1 }));
    expect(compared(same, same)).toMatchObject({ verdict: 'no-evidence' });
    expect(compared([], [])).toMatchObject({ verdict: 'too-few-data', before: { n: 0 }, prediction: 'none' });
    const none = Array.from({ length: 8 }, () => ({ value: 0, numerator: 0, denominator: 0 }));
    expect(['no-evidence', 'too-few-data']).toContain(compared(none, none).verdict);
  });

  it('warns of a trend that was there before, however straight', () => {
    const falling = (from: number) => Array.from({ length: 10 }, (_, i) => ({ value: from - i }));
    const verdict = compared(falling(30), falling(20));
    expect(verdict.verdict).toBe('improved');
    expect(codes(verdict)).toContain('TREND_BEFORE');
    expect(verdict.warnings?.at(-1)?.words.en).toContain('the change may not be the cause');
    expect(codes(compared(level(10, 9, 'a'), level(10, 5, 'b')))).not.toContain('TREND_BEFORE');
  });

  it('warns of a changed definition, of gaps, and of few periods; a new target is no change of meaning', () => {
    const version = (n: number, more: object) => ({
      indicator: 'lib',
      version: n,
      validFrom: '0001-01-01',
      recordedAt: '2026-01-01T00:00:00Z',
      by: 'a',
      definition: { ...defined(more), home: 'u' },
    });
    const after = level(8, 5, 'b').map((figures) => ({ ...figures, definitionVersion: 2 }));
    const before = [undefined, ...level(11, 10, 'a')];
    const changed = compared(before, after, { definitions: [version(1, {}), version(2, { unit: 'hours' })] });
    expect(codes(changed)).toEqual(['SMALL_SAMPLE', 'GAPS', 'DEFINITION_CHANGED']);
    expect(changed.definitions).toEqual({ before: [1], after: [2] });
    expect(codes(compared(before, after, { definitions: [version(1, {}), version(2, { target: 3 })] }))).not.toContain(
      'DEFINITION_CHANGED',
    );
  });

  it('compares the distance to a range, and says whether a balancing indicator was harmed', () => {
    const definition = defined({ direction: 'range', range: { low: 4, high: 6 } });
    const verdict = compared(level(8, 4.5, 'a'), level(8, 9, 'b'), {
      definition,
      indicator: plan({ role: 'balancing' }),
    });
    expect(verdict).toMatchObject({ verdict: 'worse', harmed: true, targetMet: false });
  });
});

describe('a plan that names an indicator of the library', () => {
  const library = new Map([
    ['lib', defined({ speed: true })],
    ['gone', defined({ retired: true })],
    ['mid', defined({ direction: 'range' })],
  ]);
  const resolve = (indicator: PlanIndicator) => resolvePlan({ indicators: [indicator] }, { library });
  const bare = ({ better: _better, ...rest }: PlanIndicator): PlanIndicator => rest;

  it('takes direction, speed, unit and name from the definition', () => {
    expect(resolve(bare(plan()))).toMatchObject({
      ok: true,
      plan: { indicators: [{ better: 'lower', speed: true, unit: 'days', name: 'Ngày' }] },
    });
  });

  it('needs a balance beside speed', () => {
    const found = resolve(plan());
    if (!found.ok) throw new Error(found.refusal.code);
    expect(missingIn(found.plan).map(({ rule }) => rule)).toContain('SPEED_NEEDS_A_BALANCE');
  });

  it.each([
    ['other', 'UNKNOWN_INDICATOR', '/plan/indicators/0/indicator'],
    ['gone', 'INDICATOR_IS_RETIRED', '/plan/indicators/0/indicator'],
    ['mid', 'INDICATOR_NEEDS_A_DIRECTION', '/plan/indicators/0/better'],
  ])('is refused for %s: %s', (indicator, code, field) => {
    expect(resolve(bare(plan({ indicator })))).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('names an aggregation or an indicator, never both or neither', () => {
    expect(Schema.safeParse({ key: 'x' }).success).toBe(false);
    expect(Schema.safeParse({ key: 'x', indicator: 'lib', aggregation: 'median' }).success).toBe(false);
    expect(Schema.safeParse({ key: 'x', indicator: 'lib' }).success).toBe(true);
  });
});

describe('a check as recorded and as today', () => {
  const check = (verdicts: IndicatorVerdict[]) => ({
    computedAt: 'x',
    window: { before: { from: '', to: '' }, after: { from: '', to: '' } },
    verdicts,
  });

  it('differ in what is said, by place', () => {
    const [then, now] = [
      compared(level(12, 10, 'a'), level(8, 5, 'b')),
      compared(level(12, 10, 'a'), level(8, 10, 'b')),
    ];
    expect(verdictChanges(check([then]), check([then]))).toEqual([]);
    const [change] = verdictChanges(check([then]), check([now]));
    expect(change?.what[0]).toEqual({ field: '/verdict', recorded: 'improved', now: 'no-evidence' });
    expect(verdictChanges(check([then]), check([]))).toEqual([{ indicator: 'x', only: 'recorded', what: [] }]);
  });
});
