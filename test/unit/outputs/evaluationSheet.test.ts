import { describe, expect, it } from '@jest/globals';
import { evaluationSheet, sheetYears } from '../../../src/domain/outputs/evaluationSheet';
import type { SheetFacts } from '../../../src/domain/outputs/evaluationSheet';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { evaluateScorecard } from '../../../src/domain/scorecards/evaluate';
import { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';

const valueOf = (period: string, value: number): IndicatorValue => ({
  ...{
    indicator: 'late',
    unit: 'department',
    period,
    state: 'value',
    value,
    quality: 'normal',
    target: 5,
    baseline: 12,
  },
});
const definition = ScorecardDefinition.parse({
  name: 'Department',
  unit: 'department',
  frequency: 'year',
  perspectives: [{ key: 'citizens', name: 'Citizens' }],
  objectives: [
    { key: 'quick', perspective: 'citizens', name: 'Be quick', owner: 'lan', measures: [{ indicator: 'late' }] },
    { key: 'bare', perspective: 'citizens', name: 'Not measured yet' },
  ],
  initiatives: [{ key: 'renew', objective: 'quick', name: 'Renew', programme: 'renewal' }],
});
const late = IndicatorDefinition.parse({ name: 'Days late', unit: 'days', direction: 'lower', target: 5 });

/** A sheet of 2025 on which the indicator, lower is better with a target of 5, had this value. */
function sheetWith(value: number, more: Partial<SheetFacts> = {}) {
  const series = [valueOf('2024', 8), valueOf('2025', value)];
  const measures = new Map([['late', { definition: late, period: '2025', series }]]);
  const view = evaluateScorecard({ definition, period: '2025', today: '2026-02-01', measures });
  const facts = { scorecard: 'department', view, yearly: new Map([['late', series]]), programmes: new Map() };
  return evaluationSheet({ ...facts, remarks: [], resolutions: [], ...more });
}
const remark = (text: string) => ({ measure: 'late', text, by: 'lan', at: '2026-01-20T00:00:00.000Z' });
const resolution = (key: string, measure = 'late') => ({
  ...{ key, text: `decided ${key}`, owner: 'lan', at: '2026-01-21T00:00:00.000Z', measure },
});

describe('the evaluation sheet', () => {
  it('shows the year of its period and the four before it', () => {
    expect(sheetYears('2025-Q4')).toEqual(['2021', '2022', '2023', '2024', '2025']);
    expect(sheetWith(4).objectives[0]?.measures[0]).toMatchObject({
      ...{ baseline: 12, target: 5, value: 4 },
      actuals: [{ period: '2021' }, {}, {}, { period: '2024', value: 8 }, { period: '2025', value: 4 }],
      attained: { ratio: 1.25, band: 'A', overAchieved: false },
    });
  });

  it('flags over-achievement and proposes to look at the target first', () => {
    const [quick] = sheetWith(3).objectives;
    expect(quick).toMatchObject({
      measures: [{ attained: { band: "A'", overAchieved: true }, note: { en: expect.stringContaining('target') } }],
      nextAction: { proposed: { action: 'revise', words: { en: expect.stringContaining('the target first') } } },
    });
  });

  it('proposes to continue at A and to revise at B, and decides nothing', () => {
    expect(sheetWith(5).objectives[0]?.nextAction).toMatchObject({ proposed: { action: 'continue' } });
    const { nextAction } = sheetWith(8).objectives[0] ?? {};
    expect(nextAction).toMatchObject({ proposed: { action: 'revise' } });
    expect(nextAction).not.toHaveProperty('decided');
    expect(sheetWith(5).objectives[1]?.nextAction).toEqual({});
  });

  it('takes the next action from the last decision of a review that names one', () => {
    const resolutions = [resolution('next-continue'), resolution('next-stop-2027'), resolution('more-staff')];
    expect(sheetWith(5, { resolutions }).objectives[0]?.nextAction.decided).toMatchObject({ action: 'stop' });
    const elsewhere = [resolution('next-expand', 'another'), resolution('next-year')];
    expect(sheetWith(5, { resolutions: elsewhere }).objectives[0]?.nextAction).not.toHaveProperty('decided');
  });

  it('keeps factors and external factors apart', () => {
    const texts = ['Two desks', 'Yếu tố bên ngoài: bão lũ', '外部要因：台風'];
    const [quick] = sheetWith(5, { remarks: texts.map(remark) }).objectives;
    expect([quick?.factors.length, quick?.externalFactors.length]).toEqual([1, 2]);
  });

  it('reckons budget execution as spent ÷ (initial + supplementary), year by year', () => {
    const amount = (figure: string, period: string, value: number) => ({
      ...{ programme: 'renewal', unit: 'department', figure, period, amount: value },
    });
    const amounts = [
      amount('budget-initial', '2025', 80),
      amount('budget-supplementary', '2025', 20),
      ...['2025-Q1', '2025-Q2'].map((quarter) => amount('spent', quarter, 45)),
    ];
    const renewal = { id: 'renewal', name: { vi: 'Đổi mới', en: 'Renewal', ja: '更新' }, amounts };
    expect(sheetWith(5, { programmes: new Map([['renewal', renewal]]) }).objectives[0]?.budget).toMatchObject([
      { programme: 'renewal', period: '2025', initial: 80, supplementary: 20, spent: 90, executionRate: 0.9 },
    ]);
  });
});
