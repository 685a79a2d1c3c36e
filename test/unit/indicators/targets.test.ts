import { describe, expect, it } from '@jest/globals';
import type { OverrideVersion } from '../../../src/domain/indicators/facts';
import { targetsAt } from '../../../src/domain/indicators/targetsAt';
import { defined, evaluating, figure, record, RECORDED, type Given } from './world';

const MONTHS = ['2026-01', '2026-02', '2026-03'] as const;
const steps = MONTHS.map((period, i) => ({ period, target: i + 1 }));
const own = (rest: Partial<OverrideVersion>): OverrideVersion => ({
  indicator: 'x',
  unit: 'a',
  version: 1,
  validFrom: '0001-01-01',
  recordedAt: RECORDED,
  by: 'e',
  override: { target: 7 },
  ...rest,
});
const of = (input: object, period: string, overrides: readonly OverrideVersion[] = []) =>
  targetsAt(record([defined(input)], overrides), { unitLine: ['a1', 'a', 'top'], period });

describe('the target of a period', () => {
  it('is the one of the trajectory, else the target', () => {
    const given = { target: 9, trajectory: steps };
    expect(of(given, '2026-02')).toEqual({ target: 2 });
    expect(of(given, '2026-04')).toEqual({ target: 9 });
  });
  it.each([
    ['sum', { unit: 'cases' }, 6],
    ['mean', { unit: 'days' }, 2],
    ['last', { overTime: 'last' }, 3],
    ['min', { overTime: 'min' }, 1],
    ['max', { overTime: 'max' }, 3],
    ['mean of a median', { overTime: 'median' }, 2],
    ['mean of a ratio', { source: { type: 'ratio' }, unit: 'ratio' }, 2],
    ['last of a book', { source: { type: 'programme', programme: 'p', figure: 'spent' } }, 3],
    [
      'sum of answers that are counted',
      { source: { type: 'survey', survey: 's', question: 'q', measure: 'count' } },
      6,
    ],
    ['mean of a survey’s mean', { source: { type: 'survey', survey: 's', question: 'q', measure: 'mean' } }, 2],
  ])('of a quarter is, by the rule of the values, the %s of its months', (_rule, input, target) => {
    expect(of({ trajectory: steps, ...input }, '2026-Q1')).toEqual({ target });
  });
  it('of a longer period is not known where that of one part is not', () => {
    expect(of({ trajectory: steps.slice(1) }, '2026-Q1')).toEqual({});
    expect(of({ trajectory: steps, baseline: 2, unit: 'cases', weight: 4 }, '2026-Q1')).toEqual({
      ...{ target: 6, baseline: 6, weight: 4 },
    });
  });
  it('of a shorter period than the indicator has is not known; its weight is', () => {
    expect(of({ frequency: 'quarter', target: 3, weight: 2 }, '2026-01')).toEqual({ weight: 2 });
  });
  it('follows the nearest unit that says something, and the definition of each part', () => {
    const overrides = [own({}), own({ unit: 'top', override: { target: 5, weight: 2 } })];
    expect(of({ target: 1, weight: 1 }, '2026-01', overrides)).toEqual({ target: 7, weight: 1 });
    const later = defined({ target: 10, unit: 'cases' }, { version: 2, validFrom: '2026-03-01' });
    const both = record([defined({ target: 1, unit: 'cases' }), later]);
    expect(targetsAt(both, { unitLine: ['top'], period: '2026-Q1' })).toEqual({ target: 12 });
  });
  it('is that of the unit above again once the own one is taken back, from that day on', () => {
    const overrides = [
      own({}),
      own({ version: 2, validFrom: '2026-02-01', recordedAt: '2026-05-01T00:00:00.000Z', override: 'as-above' }),
      own({ unit: 'top', override: { target: 5 } }),
    ];
    const at = (period: string, knownAt?: string) =>
      targetsAt(record([defined({ target: 1 })], overrides), { unitLine: ['a1', 'a', 'top'], period, knownAt });
    expect([at('2026-01'), at('2026-02')]).toEqual([{ target: 7 }, { target: 5 }]);
    expect(at('2026-02', '2026-04-01T00:00:00.000Z')).toEqual({ target: 7 });
  });
});

describe('the target of a year that runs', () => {
  const given = (input: object, figures: Given['figures'] = []): Given => ({
    indicators: new Map([['x', record([defined({ target: 10, ...input })])]]),
    figures,
  });
  const yearOf = (world: Given) => evaluating(world).value('x', 'top', '2026');
  it('adds up over the months that are due, a mean stays', () => {
    const months = MONTHS.map((period) => figure('x', period, { value: 1 }));
    expect(yearOf(given({ unit: 'cases' }, months))).toMatchObject({ state: 'value', value: 3, target: 100 });
    expect(yearOf(given({ unit: 'days' }, months))).toMatchObject({ value: 1, target: 10 });
  });
  it('of a formula adds up over the months that have begun', () => {
    const source = { type: 'formula', formula: '1 + 1' };
    expect(yearOf(given({ source, unit: 'cases' }))).toMatchObject({ value: 2, target: 110 });
  });
  it('leaves out months to which the indicator does not apply', () => {
    const months = [figure('x', '2026-01', { value: 1 }), figure('x', '2026-02', { status: 'not-applicable' })];
    expect(yearOf(given({ unit: 'cases' }, months))).toMatchObject({ target: 90 });
  });
});
