import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { shifted } from '../../../src/domain/indicators/period';
import type { IndicatorValue, NoValue } from '../../../src/domain/indicators/value';
import { evaluateScorecard } from '../../../src/domain/scorecards/evaluate';
import { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';
import type { MeasureFacts } from '../../../src/domain/scorecards/view';

export const PERIOD = '2026-Q2';
const WHY = { words: { vi: 'vì', en: 'because', ja: '理由' } };
type Read = { readonly definition?: object; readonly series: readonly (number | NoValue | Partial<IndicatorValue>)[] };

/** An indicator and what it was in the last periods, oldest first: a number is value and score at once. */
export function facts(indicator: string, { definition = {}, series }: Read): MeasureFacts {
  const values = series.map((one, i): IndicatorValue => {
    const head = { indicator, unit: 'kh', period: shifted(PERIOD, i + 1 - series.length) };
    if (typeof one === 'string') return { ...head, state: one, because: WHY };
    const value = typeof one === 'number' ? { value: one, score: one, raw: one } : one;
    return { ...head, state: 'value', quality: 'normal', value: 0, ...value } as IndicatorValue;
  });
  const parsed = IndicatorDefinition.parse({ name: indicator, scoring: { rule: 'progress' }, ...definition });
  return { definition: parsed, period: PERIOD, series: values };
}

export type Stated = { readonly weight: number; readonly measures: readonly { id: string; weight: number }[] };

/** One perspective for each list of objectives. */
export function cardOf(perspectives: readonly (readonly Stated[])[], more: object = {}): ScorecardDefinition {
  return ScorecardDefinition.parse({
    ...{ name: 'Card', unit: 'kh' },
    perspectives: perspectives.map((_, i) => ({ key: `p${i}`, name: `P${i}` })),
    objectives: perspectives.flatMap((objectives, i) =>
      objectives.map(({ weight, measures }, at) => ({
        ...{ key: `p${i}o${at}`, perspective: `p${i}`, name: 'O', weight },
        measures: measures.map(({ id, weight: own }) => ({ indicator: id, weight: own })),
      })),
    ),
    ...more,
  });
}

export const evaluated = (definition: ScorecardDefinition, measures: readonly MeasureFacts[]) =>
  evaluateScorecard({
    ...{ definition, period: PERIOD, today: '2026-07-10' },
    measures: new Map(measures.map((one) => [one.series[0]?.indicator ?? '', one])),
  });

/** One objective with these measures, weighing the same. */
export const single = (measures: readonly MeasureFacts[], more: object = {}) => {
  const ids = measures.map(({ series }) => ({ id: series[0]?.indicator ?? '', weight: 1 }));
  return evaluated(cardOf([[{ weight: 1, measures: ids }]], more), measures);
};
