import { Exact } from '../scoring/scored';
import type { Refusal } from '../shared/result';
import type { LocalDate } from '../shared/time';
import type { DefinitionVersion, Figure } from './facts';
import type { IndicatorDefinition, IndicatorSource } from './indicator.schema';
import type { ObservationEntry } from './observation.schema';
import type { ObservationCode } from './observationRefusals';
import { firstDayOf, grainOf, lastDayOf } from './period';
import type { Period } from './period';
import { inForceOn } from './versions';

export type ObservationRefusal = Refusal<ObservationCode | 'UNKNOWN_UNIT' | 'UNKNOWN_INDICATOR'>;

/** The definition that holds for a period: the greatest `validFrom` not after its last day; of equal ones the last recorded. */
export const definitionIn = (versions: readonly DefinitionVersion[], period: Period): DefinitionVersion | undefined =>
  inForceOn(versions, lastDayOf(period));

/** What the values are computed from, in technical words; `undefined`: they are entered. */
export function computedFrom(source: IndicatorSource): string | undefined {
  switch (source.type) {
    case 'entered':
      return undefined;
    case 'ratio':
      return source.numerator === undefined ? undefined : `${source.numerator} / ${source.denominator ?? ''}`;
    case 'cases':
      return `cases:${source.procedure}`;
    case 'survey':
      return `survey:${source.survey}`;
    case 'programme':
      return `programme:${source.programme}`;
    case 'indicator':
      return source.indicator;
    case 'formula':
      return source.formula;
  }
}

const EXAMPLES = { month: '2026-03', quarter: '2026-Q1', year: '2026' } as const;

/** What is wrong with the period itself, for this definition and on this day of the office. */
export function periodRefusals(
  period: Period,
  { indicator, definition, today }: { indicator: string; definition: IndicatorDefinition; today: LocalDate },
): readonly ObservationRefusal[] {
  const field = '/period';
  if (grainOf(period) !== definition.frequency)
    return [
      {
        code: 'PERIOD_HAS_ANOTHER_LENGTH',
        field,
        params: { indicator, period, form: EXAMPLES[definition.frequency] },
      },
    ];
  if (firstDayOf(period) > today) return [{ code: 'OBSERVATION_IN_THE_FUTURE', field, params: { period, today } }];
  return definition.retired === true ? [{ code: 'INDICATOR_NOT_IN_FORCE', field, params: { indicator, period } }] : [];
}

/** Numerator over denominator times `per`, unrounded; `undefined` when something is not given or the denominator is 0. */
export function quotientOf(entry: Pick<ObservationEntry, 'numerator' | 'denominator'>, per = 1): Exact | undefined {
  const { numerator, denominator } = entry;
  if (numerator === undefined || denominator === undefined || denominator === 0) return undefined;
  return new Exact(numerator).div(denominator).times(per);
}

/** A stated value may be the quotient as people round it: half a unit of its last digit, and within a hundredth of it. */
function agrees(value: number, quotient: Exact): boolean {
  const stated = new Exact(value);
  const distance = stated.minus(quotient).abs();
  const halfUnit = new Exact(10).pow(-stated.decimalPlaces()).div(2);
  return distance.lte(quotient.abs().times(1e-9)) || (distance.lte(halfUnit) && distance.lte(quotient.abs().div(100)));
}

export function ratioRefusals(
  entry: ObservationEntry,
  { indicator, source }: { indicator: string; source: IndicatorSource },
): readonly ObservationRefusal[] {
  const { value, numerator, denominator } = entry;
  if (source.type === 'ratio' && value !== undefined && numerator === undefined)
    return [{ code: 'RATIO_NEEDS_BOTH_PARTS', field: '/numerator', params: { indicator } }];
  if (value === undefined || numerator === undefined || denominator === undefined) return [];
  const quotient = quotientOf(entry, perOf(source));
  if (quotient !== undefined && agrees(value, quotient)) return [];
  const ratio = quotient === undefined ? `${numerator}/0` : quotient.toSignificantDigits(12).toString();
  return [{ code: 'VALUE_IS_NOT_THE_RATIO', field: '/value', params: { value, ratio } }];
}

export const perOf = (source: IndicatorSource): number => (source.type === 'ratio' ? (source.per ?? 1) : 1);

/** How a figure reads in a sentence. */
export function shownFigure({ status, value, numerator, denominator }: Partial<Figure>): string {
  if (numerator !== undefined && denominator !== undefined) return `${numerator}/${denominator}`;
  return value === undefined ? (status ?? '-') : String(value);
}
