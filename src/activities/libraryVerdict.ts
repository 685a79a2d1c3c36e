import { localDateOf } from '../domain/calendar/zone';
import type { PlanIndicator } from '../domain/cycle/cycle.schema';
import { unitOfCycle } from '../domain/cycle/ids';
import type { IndicatorVerdict } from '../domain/cycle/verdict';
import type { Period } from '../domain/indicators/period';
import type { IndicatorValue } from '../domain/indicators/value';
import { inForceOrNext } from '../domain/indicators/versions';
import type { CheckRequest } from '../domain/verdict/check';
import { compareSeries } from '../domain/verdict/compareSeries';
import { periodWindows, pointOf, seriesPossibleFrom } from '../domain/verdict/librarySeries';
import type { CheckDeps, CheckInput } from './checkResult';
import type { IndicatorValues } from './indicators.ports';

type Asked = { readonly input: CheckInput; readonly request: CheckRequest };
type Place = { readonly indicator: string; readonly unit: string };

async function valuesOf(
  from: Pick<IndicatorValues, 'values'>,
  place: Place,
  periods: readonly Period[],
): Promise<readonly IndicatorValue[]> {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? [] : from.values({ ...place, from: first, to: last });
}

const counted = (values: readonly IndicatorValue[]): number => values.filter((v) => pointOf(v) !== undefined).length;

/**
 * The verdict on a plan's indicator of the library, for the cycle's unit. `undefined`: the indicator is none of the library's.
 * @throws Error while the library does not know it: repaired from outside, so it is tried again
 */
export async function libraryVerdict(
  indicator: PlanIndicator,
  { indicators, indicatorValues, clock }: Pick<CheckDeps, 'indicators' | 'indicatorValues' | 'clock'>,
  { input, request }: Asked,
): Promise<IndicatorVerdict | undefined> {
  const id = indicator.indicator;
  if (id === undefined) return undefined;
  const stored = await indicators?.get(id);
  const { windows, calendar } = request;
  const current = stored && inForceOrNext(stored.definitions, localDateOf(clock.now(), calendar.timeZone));
  if (current === undefined || indicatorValues === undefined) throw new Error(`there is no indicator ${id}`);
  const { definition } = current;
  const periods = periodWindows(windows, definition.frequency, input.plan);
  const place = { indicator: id, unit: unitOfCycle(input.cycleId) };
  const before = await valuesOf(indicatorValues, place, periods.before);
  const after = await valuesOf(indicatorValues, place, periods.after);
  const counts = { before: counted(before), after: counted(after) };
  const possible = seriesPossibleFrom(counts, periods, { windows, calendar, grain: definition.frequency });
  const { filter, control } = input.plan.pilot ?? {};
  return compareSeries({
    indicator,
    definitions: stored?.definitions ?? [],
    definition,
    periods,
    values: { before, after },
    ...(possible === undefined ? {} : { possibleFrom: possible }),
    pilotIsPart: filter !== undefined || control !== undefined,
  });
}
