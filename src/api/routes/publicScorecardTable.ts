import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import type { Table } from '../tables/table';
import type { PublicScorecardView } from './publicScorecardView';

/** Columns of the open data under the names that programs read; `describes` stands in the schema. */
export const PUBLIC_COLUMNS = [
  { name: 'scorecard', type: 'string', describes: 'Id of the scorecard' },
  { name: 'unit', type: 'string', describes: 'Unit of the organisation' },
  { name: 'period', type: 'string', describes: 'Period of the scorecard, e.g. 2027-Q1' },
  { name: 'perspective', type: 'string', describes: 'Perspective, in the language asked for' },
  { name: 'objective', type: 'string', describes: 'Objective, in the language asked for' },
  { name: 'indicator', type: 'string', describes: 'Id of the indicator' },
  { name: 'measure', type: 'string', describes: 'Name of the indicator, in the language asked for' },
  { name: 'unitOfMeasure', type: 'string', describes: 'What the value counts; ratio: 0 to 1' },
  { name: 'better', type: 'string', describes: 'higher, lower or range: which way is better' },
  { name: 'valuePeriod', type: 'string', describes: 'Period of the value' },
  { name: 'valueState', type: 'string', describes: 'value, or why there is none; too-few: too few cases to be shown' },
  { name: 'value', type: 'number', describes: 'Value, unrounded' },
  { name: 'target', type: 'number', describes: 'Target of the period' },
  { name: 'score', type: 'number', describes: '0 to 1, unrounded' },
  { name: 'status', type: 'string', describes: 'green, yellow or red, against the target now' },
  { name: 'movement', type: 'string', describes: 'improving, steady, worsening or unknown' },
  { name: 'weight', type: 'number', describes: 'Weight among the measures of the objective' },
] as const;

/** A row for each measure. */
export function publicTable(view: PublicScorecardView, language: Language): Table {
  return {
    name: `${view.id}-${view.period}`,
    columns: PUBLIC_COLUMNS.map(({ name }) => ({ title: { vi: name, en: name, ja: name } })),
    rows: view.perspectives.flatMap((perspective) =>
      perspective.objectives.flatMap((objective) =>
        objective.measures.map((one) => [
          ...[view.id, view.unitName, view.period, inWords(perspective.name, language)],
          ...[inWords(objective.name, language), one.indicator],
          one.name === undefined ? undefined : inWords(one.name, language),
          ...[one.unitOfMeasure, one.better, one.period, one.valueState, one.value, one.target],
          ...[one.score, one.status, one.movement, one.weight],
        ]),
      ),
    ),
  };
}
