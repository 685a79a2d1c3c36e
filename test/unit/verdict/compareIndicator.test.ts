import { describe, expect, it } from '@jest/globals';
import { findAggregation } from '../../../src/domain/cases/aggregations/catalogue';
import type { PlanIndicator } from '../../../src/domain/cycle/cycle.schema';
import type { IndicatorVerdict } from '../../../src/domain/cycle/verdict';
import { compareIndicator, type Compared } from '../../../src/domain/verdict/compareIndicator';
import type { Evidence } from '../../../src/domain/verdict/evidence';
import { seededRandom } from '../../../src/domain/statistics/random';

function aggregationOf(key: string): Compared['aggregation'] {
  const found = findAggregation(key);
  if (found === undefined) throw new Error(key);
  return found;
}

function evidence(key: string, values: readonly number[], more: Partial<Evidence> = {}): Evidence {
  const aggregation = aggregationOf(key);
  const measured = Float64Array.from(values);
  const value = aggregation.nature === 'stock' ? undefined : aggregation.compute(measured);
  return {
    values: measured,
    ...(value === undefined ? {} : { value }),
    n: values.length,
    periods: { measured: 3, all: 3 },
    open: 0,
    ...more,
  };
}

const indicatorOf = (aggregation: string, more: Partial<PlanIndicator> = {}): PlanIndicator => ({
  key: 'it',
  aggregation,
  role: 'outcome',
  ...more,
});

type Extra = Partial<Compared> & { indicator?: PlanIndicator };

function compare(key: string, before: readonly number[], after: readonly number[], more: Extra = {}): IndicatorVerdict {
  return compareIndicator({
    indicator: indicatorOf(key),
    aggregation: aggregationOf(key),
    sides: { before: evidence(key, before), after: evidence(key, after) },
    seed: 'seed',
    ...more,
  });
}

const random = seededRandom('verdicts');
const durations = (n: number, meanDays: number): readonly number[] =>
  Array.from({ length: n }, () => -Math.log(1 - random()) * meanDays);
const yes = (successes: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, i) => (i < successes ? 1 : 0));

describe('the verdict on durations', () => {
  it('is improved when the cases became clearly faster', () => {
    const verdict = compare('median', durations(60, 10), durations(60, 2));
    expect(verdict).toMatchObject({ verdict: 'improved', method: 'mann-whitney', better: 'lower' });
    expect(verdict.shift?.high).toBeLessThan(0);
    expect(verdict.p).toBeLessThan(0.001);
  });

  it('is worse when they became clearly slower, and improved when slower is better', () => {
    const [fast, slow] = [durations(60, 2), durations(60, 10)];
    expect(compare('median', fast, slow).verdict).toBe('worse');
    expect(compare('median', fast, slow, { indicator: indicatorOf('median', { better: 'higher' }) }).verdict).toBe(
      'improved',
    );
  });

  it('is no evidence when nothing changed', () => {
    expect(compare('median', durations(60, 5), durations(60, 5)).verdict).toBe('no-evidence');
    expect(compare('median', Array<number>(20).fill(3), Array<number>(20).fill(3)).verdict).toBe('no-evidence');
  });

  it('is too few data under six cases on a side, with the date from which one is possible', () => {
    const verdict = compare('median', durations(60, 5), durations(5, 1), { possibleFrom: '2026-09-03' });
    expect(verdict).toMatchObject({ verdict: 'too-few-data', possibleFrom: '2026-09-03' });
    expect(verdict.shift).toBeUndefined();
    expect(verdict.words.vi).toContain('03/09/2026');
    expect(
      compare('median', durations(60, 5), durations(6, 1), { possibleFrom: '2026-09-03' }).possibleFrom,
    ).toBeUndefined();
  });

  it('is given without any NaN when there are no cases at all', () => {
    const verdict = compare('p90', [], []);
    expect(verdict).toMatchObject({ verdict: 'too-few-data', before: { n: 0 }, after: { n: 0 } });
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    expect(verdict.words.en).toContain('no data');
  });
});

describe('the verdict on the slow end', () => {
  it('sees that only the slowest cases became faster', () => {
    const middle = Array.from({ length: 170 }, (_, i) => 1 + i / 100);
    const [slow, tamed] = [
      Array<number>(30)
        .fill(0)
        .map((_, i) => 30 + i),
      Array<number>(30)
        .fill(0)
        .map((_, i) => 4 + i / 10),
    ];
    const verdict = compare('p90', [...middle, ...slow], [...middle, ...tamed]);
    expect(verdict).toMatchObject({ verdict: 'improved', method: 'quantile-difference' });
    expect(compare('median', [...middle, ...slow], [...middle, ...tamed]).verdict).toBe('no-evidence');
  });
});

describe('the verdict on means', () => {
  it("uses Welch's test for many cases and says when a mean is skewed", () => {
    const verdict = compare('mean', durations(80, 10), durations(80, 3));
    expect(verdict).toMatchObject({ verdict: 'improved', method: 'welch' });
    expect(verdict.warnings?.map(({ code }) => code)).toContain('SKEWED');
  });

  it('compares ranks when few skewed cases would let one case decide', () => {
    const verdict = compare('mean', [1, 2, 1.5, 1.2, 2.2, 1.8, 1.1], [0.5, 0.2, 0.4, 0.3, 0.6, 0.1, 90]);
    expect(verdict.method).toBe('mann-whitney');
    expect(verdict.verdict).toBe('no-evidence');
  });

  it('has a verdict when neither side varies', () => {
    expect(compare('mean', Array<number>(12).fill(5), Array<number>(12).fill(2)).verdict).toBe('improved');
  });
});

describe('the verdict on shares', () => {
  it('has the difference with its interval and both intervals', () => {
    const verdict = compare('share-within-days', yes(496, 575), yes(805, 859));
    expect(verdict).toMatchObject({ verdict: 'improved', method: 'newcombe', better: 'higher' });
    expect(verdict.before.interval?.low.toFixed(4)).toBe('0.8321');
    expect(verdict.after.interval?.high.toFixed(4)).toBe('0.9515');
    expect(verdict.shift?.low).toBeGreaterThan(0);
  });

  it('is no evidence when everybody was in time on both sides', () => {
    expect(compare('share-within-days', yes(20, 20), yes(30, 30)).verdict).toBe('no-evidence');
  });
});

describe('prediction and target', () => {
  const faster = (more: Partial<PlanIndicator>): IndicatorVerdict =>
    compare('median', [9, 9, 9, 9, 9, 9, 9], [2, 2, 2, 2, 2, 2, 3], { indicator: indicatorOf('median', more) });

  it('held when the value lies within the bounds, both included', () => {
    expect(faster({ prediction: { atMost: 2 } }).prediction).toBe('held');
    expect(faster({ prediction: { atMost: 1.9 } }).prediction).toBe('missed');
    expect(faster({ prediction: { atMost: 3, atLeast: 2.5 } }).prediction).toBe('missed');
    expect(faster({}).prediction).toBe('none');
  });

  it('cannot be compared when nothing was measured', () => {
    const indicator = indicatorOf('median', { prediction: { atMost: 2 }, target: 2 });
    const verdict = compare('median', [1, 2, 3, 4, 5, 6], [], { indicator });
    expect(verdict).toMatchObject({ prediction: 'not-comparable', verdict: 'too-few-data' });
    expect(verdict.targetMet).toBeUndefined();
  });

  it('meets a target on its better side', () => {
    expect(faster({ target: 2 }).targetMet).toBe(true);
    expect(faster({ target: 1 }).targetMet).toBe(false);
    expect(faster({ target: 1, better: 'higher' }).targetMet).toBe(true);
  });
});

describe('pilot and control', () => {
  const sides = (before: readonly number[], after: readonly number[]): NonNullable<Compared['control']> => ({
    before: evidence('median', before),
    after: evidence('median', after),
  });

  it('calls a change no evidence that the control group shares', () => {
    const control = sides(durations(200, 10), durations(200, 4));
    const verdict = compare('median', durations(200, 10), durations(200, 4), { control });
    expect(verdict).toMatchObject({ verdict: 'no-evidence', method: 'difference-in-differences' });
    expect(verdict.control?.difference?.low).toBeLessThan(0);
    expect(verdict.control?.difference?.high).toBeGreaterThan(0);
  });

  it('calls a change improved that goes beyond the control group, the same with the same seed', () => {
    const [before, after] = [durations(200, 10), durations(200, 4)];
    const control = sides(durations(200, 10), durations(200, 10));
    const verdict = compare('median', before, after, { control });
    expect(verdict.verdict).toBe('improved');
    expect(compare('median', before, after, { control })).toEqual(verdict);
    expect(compare('median', before, after, { control, seed: 'other' }).control).not.toEqual(verdict.control);
  });

  it('falls back on before and after, and says so, when the control group is too small', () => {
    const verdict = compare('median', durations(60, 10), durations(60, 1), { control: sides([1, 2], [3]) });
    expect(verdict).toMatchObject({ verdict: 'improved', method: 'mann-whitney' });
    expect(verdict.warnings?.map(({ code }) => code)).toContain('CONTROL_TOO_SMALL');
  });
});

describe('warnings', () => {
  it('names cases that are still open: they tend to be the slow ones', () => {
    const before = evidence('median', durations(60, 5));
    const after = evidence('median', durations(60, 5), { open: 20 });
    const verdict = compare('median', [], [], { sides: { before, after } });
    expect(verdict.warnings?.map(({ code }) => code)).toEqual(['OPEN_CASES']);
    expect(verdict.warnings?.[0]?.words.vi).toContain('20 hồ sơ');
  });

  it('names gaps and small numbers', () => {
    const before = evidence('median', durations(60, 5), { periods: { measured: 4, all: 6 } });
    const verdict = compare('median', [], [], { sides: { before, after: evidence('median', durations(8, 5)) } });
    expect(verdict.warnings?.map(({ code }) => code)).toEqual(['SMALL_SAMPLE', 'GAPS']);
  });
});

describe('the words', () => {
  it('are two lines without jargon in both languages, numbers as the language writes them', () => {
    const indicator = indicatorOf('median', { prediction: { atMost: 3 } });
    const { words } = compare('median', [8.25, 9, 9.5, 7, 8, 9, 10], [0.01, 0.02, 0.0104, 0.5, 0.003, 0.02, 0.0104], {
      indicator,
    });
    expect(words.en).toBe(
      'Time to decision (median): 9 days (7 cases) before, 15 minutes (7 cases) after. Change: 8.98 days less (between 7.75 and 9.49 days).\n' +
        'This is a real improvement: such a difference would hardly come by chance. The prediction (at most 3 days) held.',
    );
    expect(words.vi).toBe(
      'Thời gian giải quyết (trung vị): trước 9 ngày (7 hồ sơ), sau 15 phút (7 hồ sơ). Thay đổi: giảm 8,98 ngày (trong khoảng 7,75 đến 9,49 ngày).\n' +
        'Có cải thiện thật: chênh lệch như vậy khó có thể do ngẫu nhiên. Dự báo (không quá 3 ngày): đúng.',
    );
  });

  it('give shares in percent and their difference in percentage points', () => {
    const { words } = compare('share-within-days', yes(496, 575), yes(805, 859));
    expect(words.vi).toContain('trước 86,3 % (575 hồ sơ), sau 93,7 % (859 hồ sơ)');
    expect(words.vi).toContain('7,5 điểm phần trăm');
    expect(words.en).toContain('7.5 percentage points more');
  });

  it('give the change beyond the control group where there is one', () => {
    const control = {
      before: evidence('median', durations(200, 10)),
      after: evidence('median', durations(200, 10)),
    };
    const { words } = compare('median', durations(1200, 10), durations(1200, 2), { control });
    expect(words.en).toContain('(1,200 cases) after. Beyond the control group: ');
    expect(words.vi).toContain('(1.200 hồ sơ). So với nhóm đối chứng: giảm ');
    expect(words.vi.split('\n')).toHaveLength(2);
  });
});
