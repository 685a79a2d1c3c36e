import { usePeople, useProcedures, useUnits } from '../api/queries';

type Named = { readonly id: string; readonly name: string };
const finder = (list: readonly Named[] | undefined) => {
  const byId = new Map((list ?? []).map(({ id, name }) => [id, name]));
  return (id: string): string => byId.get(id) ?? id;
};

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
