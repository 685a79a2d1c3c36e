import type { Place } from './policy';

type Node = { readonly id: string; readonly parent?: string | undefined };
type Nodes = readonly Node[];

/** A tree is asked again and again while a request or a round lasts: it is indexed once. */
const indices = new WeakMap<Nodes, ReadonlyMap<string, Node>>();

function indexed(units: Nodes): ReadonlyMap<string, Node> {
  const known = indices.get(units) ?? new Map(units.map((unit) => [unit.id, unit]));
  indices.set(units, known);
  return known;
}

/** The unit and those above it, nearest first. Empty when the unit is unknown; a parent that is unknown or a circle ends the line. */
export function lineOf<Unit extends Node>(units: readonly Unit[], unit: string): readonly Unit[] {
  const byId = indexed(units) as ReadonlyMap<string, Unit>;
  const line = new Set<Unit>();
  for (let at = byId.get(unit); at !== undefined && !line.has(at); at = byId.get(at.parent ?? '')) line.add(at);
  return [...line];
}

/** Ids of the unit, its parent, and so on to the root. */
export const placeOf = (units: Nodes, unit: string): Place => lineOf(units, unit).map(({ id }) => id);

/** The units directly below each unit that has some. */
export function childrenIn(units: Nodes): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parent } of units) {
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [id]);
    else siblings.push(id);
  }
  return children;
}

/** The unit and all units below it, the unit first. Empty when the unit is unknown. */
export function withUnitsBelow(units: Nodes, unit: string): readonly string[] {
  const children = childrenIn(units);
  const found = new Set(units.some(({ id }) => id === unit) ? [unit] : []);
  for (const at of found) for (const id of children.get(at) ?? []) found.add(id);
  return [...found];
}
