import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import type { Action } from '../../../src/domain/access/actions';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import type { Option } from '../parts/choices';
import { standingOf } from '../parts/mayDo';
import { walked } from '../parts/unitTree';

type Where = { readonly unit: string; readonly owner?: string | undefined };

/** Asks the policy the API asks, so that no button is shown that would be refused. The API has the last word. */
function useAsk(): (action: Action, where: Where) => boolean {
  const { session, last } = useSession();
  const { data: units = [] } = useUnits();
  const person = (session ?? last)?.person;
  if (person === undefined) return () => false;
  const standing = standingOf(person);
  return (action, { unit, owner }) => {
    const relations = owner === person.id ? (['owner'] as const) : [];
    return allowed({ person: standing, action, place: placeOf(units, unit), relations }).ok;
  };
}

export function useMay(unit: string, owner?: string): (action: Action) => boolean {
  const ask = useAsk();
  return (action) => ask(action, { unit, owner });
}

/** The units in which the reader may do this, in the order of the tree. `below`: only this one and those below it. */
export function useUnitsWhere(action: Action, below?: string): readonly Option[] {
  const ask = useAsk();
  const { data: units = [] } = useUnits();
  return walked(units)
    .filter(({ id }) => (below === undefined || placeOf(units, id).includes(below)) && ask(action, { unit: id }))
    .map(({ id, name, depth }) => ({ value: id, text: `${'\u2003'.repeat(depth)}${name}` }));
}
