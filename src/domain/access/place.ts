import type { Place } from './policy';

type Node = { readonly id: string; readonly parent?: string | undefined };

/** The unit, its parent, and so on to the root. Empty when the unit is unknown; ends where a parent is unknown or repeats. */
export function placeOf(units: readonly Node[], unit: string): Place {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const place: string[] = [];
  for (let at: string | undefined = unit; at !== undefined && parents.has(at) && !place.includes(at);) {
    place.push(at);
    at = parents.get(at);
  }
  return place;
}

/** The unit and all units below it, the unit first. Empty when the unit is unknown. */
export function withUnitsBelow(units: readonly Node[], unit: string): readonly string[] {
  const children = new Map<string, string[]>();
  for (const { id, parent } of units) {
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [id]);
    else siblings.push(id);
  }
  const found = new Set(units.some(({ id }) => id === unit) ? [unit] : []);
  for (const at of found) for (const id of children.get(at) ?? []) found.add(id);
  return [...found];
}
