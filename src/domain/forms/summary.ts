import type { EvaluationPeriod } from '../evaluationPeriods/state';
import type { Evaluation } from '../evaluations/state';
import { readableWords } from '../indicators/named';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { Words } from '../shared/language';
import { formResult, stateOf } from './personal';
import type { FormResult, PersonalForm } from './personal';

export type SummaryRow = {
  readonly evaluation: string;
  readonly person: string;
  readonly position: string;
  readonly state: PersonalForm['state'];
  /** Class and total before the quota and the publication may differ: this is what stands. */
  readonly result: FormResult;
  readonly lowered: boolean;
  /** Why there is no result: an exclusion in its own words. */
  readonly reason?: string;
};
export type SummaryUnit = { readonly unit: string; readonly rows: readonly SummaryRow[] };

/** The list of a period, unit by unit. `counts`: people by class, in the order of the bands. */
export type SummaryForm = {
  readonly period: string;
  readonly of: string;
  readonly unit: string;
  readonly scheme: Words;
  readonly state: 'published' | 'provisional';
  readonly people: number;
  readonly counts: readonly { readonly class: string; readonly name: Words; readonly people: number }[];
  readonly notRated: number;
  readonly units: readonly SummaryUnit[];
  readonly assumptions: readonly Words[];
};

/** People of a period as the official list shows them: units in the order of their ids, in each the best first. */
export function summaryForm(
  period: Pick<EvaluationPeriod, 'id' | 'period' | 'unit' | 'publication'>,
  people: readonly Evaluation[],
  definition: SchemeDefinition,
): SummaryForm {
  const all = [...byUnit(people)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rowsOf = (those: readonly Evaluation[]) => those.map((one) => rowOf(one, definition)).sort(bestFirst);
  const shown = all.map(([unit, those]) => ({ unit, rows: rowsOf(those) }));
  const rows = shown.flatMap((one) => one.rows);
  return {
    ...{ period: period.id, of: period.period, unit: period.unit, scheme: readableWords(definition.name) },
    state: period.publication === undefined ? 'provisional' : 'published',
    people: rows.length,
    counts: definition.bands.map(({ key }) => ({
      class: key,
      name: readableWords(definition.bandNames[key] ?? key),
      people: rows.filter(({ result }) => result.class === key).length,
    })),
    notRated: rows.filter(({ result }) => result.class === undefined).length,
    units: shown,
    assumptions: definition.assumptions.map(({ words }) => readableWords(words)),
  };
}

function byUnit(people: readonly Evaluation[]): ReadonlyMap<string, readonly Evaluation[]> {
  const units = new Map<string, Evaluation[]>();
  for (const one of people) {
    const there = units.get(one.unit);
    if (there === undefined) units.set(one.unit, [one]);
    else there.push(one);
  }
  return units;
}

function rowOf(evaluation: Evaluation, definition: SchemeDefinition): SummaryRow {
  const { id, person, position, excluded, published } = evaluation;
  return {
    ...{ evaluation: id, person, position, state: stateOf(evaluation), result: formResult(evaluation, definition) },
    lowered: published?.lowered ?? false,
    ...(excluded !== undefined && { reason: excluded.reason }),
  };
}

const bestFirst = (a: SummaryRow, b: SummaryRow): number =>
  (b.result.total ?? -1) - (a.result.total ?? -1) || (a.person < b.person ? -1 : 1);
