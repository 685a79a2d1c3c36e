type Unit = { readonly id: string; readonly name: string; readonly parent?: string };

/** Units as a tree that was walked: parents before their children, each with its depth. */
export function walked(units: readonly Unit[]): readonly (Unit & { readonly depth: number })[] {
  const known = new Set(units.map(({ id }) => id));
  const under = (parent: string | undefined, depth: number): readonly (Unit & { readonly depth: number })[] =>
    units
      .filter((unit) =>
        parent === undefined ? unit.parent === undefined || !known.has(unit.parent) : unit.parent === parent,
      )
      .flatMap((unit) => [{ ...unit, depth }, ...under(unit.id, depth + 1)]);
  return under(undefined, 0);
}

/** The unit and those above it, as the policy reads a place. */
export function placeOf(id: string, units: readonly Unit[]): readonly string[] {
  const place: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !place.includes(at);) {
    place.push(at);
    at = units.find((unit) => unit.id === at)?.parent;
  }
  return place;
}
