import { placeOf, withUnitsBelow } from '../domain/access/place';
import { readableWords } from '../domain/indicators/named';
import { grainOf, isFiner, lastDayOf, partsOf, periodOfDay } from '../domain/indicators/period';
import type { Period } from '../domain/indicators/period';
import type { Figure } from '../domain/indicators/facts';
import type { Person, Unit } from '../domain/organisation/organisation.schema';
import type { Role } from '../domain/organisation/roles';
import { owedKey } from '../domain/reviews/events';
import type { OwedValue, ReviewMeasure } from '../domain/reviews/state';
import { closureOf } from './indicatorFacts';
import type { Figures, Indicators, StoredIndicator } from './indicators.ports';
import type { Deputies, Organisation } from './ports';

export type OwedDeps = {
  readonly indicators: Pick<Indicators, 'many'> & Indicators;
  readonly figures: Pick<Figures, 'find'>;
  readonly organisation: Organisation & Pick<Deputies, 'peopleInUnits'>;
};

const CLOSURE = 2_000;

/**
 * Figures that people enter, that the measures are computed from, and that are missing in the period. A unit owes one when
 * it has reported the indicator before or has a target of its own for it; where no unit has, the unit of the measure does.
 */
export async function owedValues(
  measures: readonly ReviewMeasure[],
  { period, chair }: { readonly period: Period; readonly chair: string },
  deps: OwedDeps,
): Promise<readonly OwedValue[]> {
  const units = await deps.organisation.allUnits();
  const asker = await whoEnters(units, deps);
  const owed = new Map<string, OwedValue>();
  for (const measure of measures) {
    const closure = await closureOf([measure.measure], deps.indicators, CLOSURE);
    for (const stored of [...closure.values()].filter(isEntered)) {
      const figures = await deps.figures.find({ indicators: [stored.id], units: withUnitsBelow(units, measure.unit) });
      for (const one of missingOf(stored, figures, { measure, period, units })) {
        const persons = asker(one.unit, stored, { measure, chair });
        owed.set(owedKey(one), { ...one, persons });
      }
    }
  }
  return [...owed.values()];
}

/** Keys of those that are there now. */
export async function arrivedOf(
  owed: readonly OwedValue[],
  { figures }: Pick<OwedDeps, 'figures'>,
): Promise<readonly string[]> {
  const waits = owed.filter(({ arrivedAt }) => arrivedAt === undefined);
  if (waits.length === 0) return [];
  const found = await figures.find({
    indicators: [...new Set(waits.map(({ indicator }) => indicator))],
    units: [...new Set(waits.map(({ unit }) => unit))],
  });
  const there = new Set(found.map(owedKey));
  return waits.map(owedKey).filter((key) => there.has(key));
}

function isEntered({ definitions }: StoredIndicator): boolean {
  const source = definitions.at(-1)?.definition.source;
  return source?.type === 'entered' || (source?.type === 'ratio' && source.numerator === undefined);
}

type At = { readonly measure: ReviewMeasure; readonly period: Period; readonly units: readonly Unit[] };

function missingOf(
  { id, definitions, overrides }: StoredIndicator,
  figures: readonly Figure[],
  { measure, period, units }: At,
): readonly Omit<OwedValue, 'persons'>[] {
  const definition = definitions.at(-1)?.definition;
  if (definition === undefined) return [];
  const below = withUnitsBelow(units, measure.unit);
  const own = overrides.filter(({ override }) => override !== 'as-above').map(({ unit }) => unit);
  const known = [...new Set([...figures.map(({ unit }) => unit), ...own])].filter((unit) => below.includes(unit));
  const reporting = known.length > 0 ? known : [measure.unit];
  const there = new Set(figures.map(owedKey));
  return reporting.flatMap((unit) =>
    periodsOwed(period, definition.frequency).flatMap((one) => {
      const key = { indicator: id, unit, period: one };
      const unitName = units.find((at) => at.id === unit)?.name ?? unit;
      const title = `${readableWords(definition.name).vi}, ${readableWords(unitName).vi}, ${one}`;
      return there.has(owedKey(key)) ? [] : [{ ...key, title }];
    }),
  );
}

/** The periods of the indicator within the one reviewed; a longer one when it ends with it. */
function periodsOwed(period: Period, frequency: 'month' | 'quarter' | 'year'): readonly Period[] {
  if (!isFiner(grainOf(period), frequency)) return partsOf(period, frequency);
  const around = periodOfDay(lastDayOf(period), frequency);
  return lastDayOf(around) === lastDayOf(period) ? [around] : [];
}

type Fallback = { readonly measure: ReviewMeasure; readonly chair: string };
const ENTERING = ['improvement-lead', 'head-of-unit'] as const satisfies readonly Role[];

/** In the indicator's home its owner; elsewhere the nearest unit's improvement leads, else its heads; else whoever answers for the measure. */
async function whoEnters(units: readonly Unit[], { organisation }: OwedDeps) {
  const byUnit = new Map<string, Person[]>();
  for (const person of await organisation.peopleInUnits(units.map(({ id }) => id)))
    byUnit.set(person.unit, [...(byUnit.get(person.unit) ?? []), person]);
  const inUnit = (unit: string, role: Role): readonly string[] =>
    (byUnit.get(unit) ?? []).filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  return (unit: string, stored: StoredIndicator, { measure, chair }: Fallback): readonly string[] => {
    const definition = stored.definitions.at(-1)?.definition;
    if (definition?.owner !== undefined && unit === definition.home) return [definition.owner];
    for (const at of placeOf(units, unit))
      for (const role of ENTERING) {
        const found = inUnit(at, role);
        if (found.length > 0) return found;
      }
    return measure.owners.length > 0 ? measure.owners : [chair];
  };
}
