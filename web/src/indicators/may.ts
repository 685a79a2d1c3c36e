import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import type { Action } from '../../../src/domain/access/actions';
import type { Role } from '../../../src/domain/organisation/roles';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';

/** Asks the policy the API asks, so that no button is shown that would be refused. The API has the last word. */
export function useMay(unit: string, owner?: string): (action: Action) => boolean {
  const { session } = useSession();
  const { data: units = [] } = useUnits();
  const place = placeOf(units, unit);
  const person = session?.person;
  if (person === undefined) return () => false;
  const standing = { ...person, roles: person.roles as readonly Role[] };
  const relations = owner === person.id ? (['owner'] as const) : [];
  return (action) => allowed({ person: standing, action, place, relations }).ok;
}
