import { usePeople, useProcedures, useUnits } from '../api/queries';

type Named = { readonly id: string; readonly name: string };
type Finder = (id: string) => string;
const NONE: readonly Named[] = [];
const finders = new WeakMap<readonly Named[], Finder>();

/** A list is indexed once, however many parts of a page ask. */
function finder(list: readonly Named[] = NONE): Finder {
  const known = finders.get(list);
  if (known !== undefined) return known;
  const byId = new Map(list.map(({ id, name }) => [id, name]));
  const find: Finder = (id) => byId.get(id) ?? id;
  finders.set(list, find);
  return find;
}

/** Names of units, procedures and people by their ids; the id itself where the reader may not see the name. */
export function useNames() {
  const { data: units } = useUnits();
  const { data: procedures } = useProcedures();
  const { data: people } = usePeople();
  return { unit: finder(units), procedure: finder(procedures), person: finder(people) };
}

/** The unit a page begins with: the reader's own, else the first root of the tree. */
export function useHomeUnit(own: string | undefined): string | undefined {
  const { data: units } = useUnits();
  if (units === undefined) return undefined;
  if (units.some(({ id }) => id === own)) return own;
  return units.find(({ parent }) => parent === undefined)?.id;
}
