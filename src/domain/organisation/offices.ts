import { lineOf } from '../access/place';
import type { OfficeSettings, Unit } from './organisation.schema';

type Units = readonly Unit[];

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
