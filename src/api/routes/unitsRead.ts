import { placeOf, withUnitsBelow } from '../../domain/access/place';
import type { Action, Relation } from '../../domain/access/actions';
import type { Unit } from '../../domain/organisation/organisation.schema';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';

type Asked = {
  readonly tree: readonly Unit[];
  readonly context: Pick<Context, 'may'>;
  readonly relations?: readonly Relation[];
};

/** Those of the units in which the caller may do this: a role may reach a unit and not what is below it. */
export async function thoseAllowed(
  units: readonly string[],
  action: Action,
  { tree, context, relations = [] }: Asked,
): Promise<readonly string[]> {
  const where = (unit: string) => ({ unit, place: placeOf(tree, unit), relations });
  const may = await Promise.all(units.map((unit) => context.may(action, where(unit))));
  return units.filter((_unit, index) => may[index]);
}

/**
 * The unit and those below it whose cycles the caller may read. `top` missing: of the caller; of one who stands nowhere in the
 * tree (the first administrator), all.
 *
 * @throws ProblemError NOT_YOUR_UNIT and the like when the unit itself is not theirs; NOT_FOUND when there is none
 */
export async function unitsOfHistory(top: string | undefined, context: Context): Promise<readonly string[]> {
  const { allow, deps, person } = context;
  await allow('history.read', { unit: top ?? person.unit });
  const tree = await deps.organisation.allUnits();
  const below = withUnitsBelow(tree, top ?? person.unit);
  if (below.length === 0 && top !== undefined)
    throw new ProblemError('NOT_FOUND', { params: { kind: 'unit', id: top } });
  const units = below.length === 0 ? tree.map(({ id }) => id) : below;
  return thoseAllowed(units, 'history.read', { tree, context });
}
