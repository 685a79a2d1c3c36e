import type { OfficeSettings, Unit } from './organisation.schema';

type Units = readonly Unit[];
type ById = ReadonlyMap<string, Unit>;

const byIds = new WeakMap<Units, ById>();

function indexed(units: Units): ById {
  const known = byIds.get(units) ?? new Map(units.map((unit) => [unit.id, unit]));
  byIds.set(units, known);
  return known;
}

/** The unit and those above it, nearest first. A parent that does not exist or a circle ends the chain. */
export function lineOf(units: Units, unit: string): readonly Unit[] {
  const byId = indexed(units);
  const line: Unit[] = [];
  for (let at = byId.get(unit); at !== undefined && !line.includes(at); at = byId.get(at.parent ?? '')) line.push(at);
  return line;
}

/** Settings an office does not state itself are those of the office above it. */
function inherited(line: readonly Unit[]): OfficeSettings {
  return line.reduceRight<OfficeSettings>((settings, unit) => ({ ...settings, ...unit.office }), {});
}

/**
 * The office a unit belongs to: the nearest unit, itself or above, with `office` settings, else the root of its tree.
 * The answer's `office` holds the settings that apply to it. `undefined`: no such unit.
 */
export function officeOf(units: Units, unit: string): (Unit & { readonly office: OfficeSettings }) | undefined {
  const line = lineOf(units, unit);
  const own = line.findIndex(({ office }) => office !== undefined);
  const at = own < 0 ? line.length - 1 : own;
  const office = line[at];
  return office === undefined ? undefined : { ...office, office: inherited(line.slice(at)) };
}

/** Ids of all offices: units with settings of their own, and roots. */
export function officesOf(units: Units): readonly string[] {
  return units.filter(({ id }) => officeOf(units, id)?.id === id).map(({ id }) => id);
}

/** Ids of the units that belong to an office: itself and those below it without an office nearer to them. */
export function unitsOfOffice(units: Units, office: string): readonly string[] {
  return units.filter(({ id }) => officeOf(units, id)?.id === office).map(({ id }) => id);
}
