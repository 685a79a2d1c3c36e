import { lineOf, placeOf, withUnitsBelow } from '../domain/access/place';
import { endOf, firstDayOf, periodOfDay, periodsBetween, type Period } from '../domain/indicators/period';
import type { LocalDate } from '../domain/shared/time';
import type { CaseFigures } from './caseFigures';
import { readBy, type LoadedFacts } from './indicatorFacts';
import type { IndicatorChange, StoredIndicator } from './indicators.ports';

/** The values of one indicator that are kept. */
export type Scope = {
  readonly indicator: string;
  readonly units: readonly string[];
  readonly periods: readonly Period[];
};

type Deps = { readonly caseFigures: Pick<CaseFigures, 'extent'> };
/** What an indicator is made of: in which units, and from which day to which. */
type Extent = { readonly units: ReadonlySet<string>; readonly from?: LocalDate; readonly to?: LocalDate };

/** How many years back figures of surveys and programmes are computed, where nothing else says from when. */
const YEARS_BACK = 4;

/** Answers for indicators over the same facts; each extent is found once. */
export function scopesOver(facts: LoadedFacts, today: LocalDate, { caseFigures }: Deps) {
  const own = figuresBy(facts);
  const known = new Map<string, Promise<Extent>>();

  async function extentOf(id: string): Promise<Extent> {
    const stored = facts.closure.get(id);
    const extents: Extent[] = [own.get(id) ?? { units: new Set() }];
    for (const { definition } of stored?.definitions ?? []) {
      const { source, home } = definition;
      if (source.type === 'cases') extents.push(await caseFigures.extent(source));
      if (source.type === 'survey' || source.type === 'programme')
        extents.push({ units: new Set([home]), from: `${String(Number(today.slice(0, 4)) - YEARS_BACK)}-01-01` });
    }
    return merged(extents);
  }
  const extentFor = (id: string): Promise<Extent> => {
    const found = known.get(id) ?? extentOf(id);
    known.set(id, found);
    return found;
  };

  /** The units that have figures, those that have a target of their own, and those above them up to the home. */
  return async (stored: StoredIndicator): Promise<Scope> => {
    const definition = stored.definitions.at(-1)?.definition;
    const extent = merged(await Promise.all(belowOf(stored, facts).map(extentFor)));
    if (definition === undefined || extent.from === undefined) return { indicator: stored.id, units: [], periods: [] };
    const units = new Set([definition.home]);
    for (const unit of [...extent.units, ...stored.overrides.map((one) => one.unit)])
      for (const above of upTo(definition.home, unit, facts)) units.add(above);
    const last = periodOfDay(extent.to === undefined || extent.to < today ? today : extent.to, definition.frequency);
    return {
      indicator: stored.id,
      units: [...units],
      periods: periodsBetween(periodOfDay(extent.from, definition.frequency), last),
    };
  };
}

function figuresBy({ figures }: LoadedFacts): ReadonlyMap<string, Extent> {
  const found = new Map<string, { units: Set<string>; from: LocalDate; to: LocalDate }>();
  for (const { indicator, unit, period } of figures) {
    const [from, to] = [firstDayOf(period), firstDayOf(period)];
    const known = found.get(indicator);
    if (known === undefined) found.set(indicator, { units: new Set([unit]), from, to });
    else {
      known.units.add(unit);
      if (from < known.from) known.from = from;
      if (to > known.to) known.to = to;
    }
  }
  return found;
}

function merged(extents: readonly Extent[]): Extent {
  const from = extents.flatMap((one) => one.from ?? []).sort()[0];
  const to = extents
    .flatMap((one) => one.to ?? [])
    .sort()
    .at(-1);
  return {
    units: new Set(extents.flatMap(({ units }) => [...units])),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** The indicator and all it is computed from. */
function belowOf(stored: StoredIndicator, { closure }: LoadedFacts): readonly string[] {
  const found = new Set([stored.id]);
  for (const id of found) for (const read of closure.get(id) ? readBy(closure.get(id) ?? stored) : []) found.add(read);
  return [...found];
}

/** From the unit up to the home; only the unit itself where it does not lie below the home. */
function upTo(home: string, unit: string, { units }: LoadedFacts): readonly string[] {
  const line = lineOf(units, unit).map(({ id }) => id);
  const end = line.indexOf(home);
  return end < 0 ? line.slice(0, 1) : line.slice(0, end + 1);
}

/** What closings and reopenings touch: their units, those below and above, from the period on. */
export function touchedBy(changes: readonly IndicatorChange[], scope: Scope, { units }: LoadedFacts): Scope {
  const closings = changes.flatMap((change) => (change.kind === 'period' ? [change] : []));
  const touched = new Set(closings.flatMap(({ unit }) => [...placeOf(units, unit), ...withUnitsBelow(units, unit)]));
  const from = closings.map(({ period }) => firstDayOf(period)).sort()[0] ?? '';
  return {
    ...scope,
    units: scope.units.filter((unit) => touched.has(unit)),
    periods: scope.periods.filter((period) => endOf(period) > from),
  };
}
