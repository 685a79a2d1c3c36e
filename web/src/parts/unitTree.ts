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
