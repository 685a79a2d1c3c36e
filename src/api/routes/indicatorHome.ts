import type { IndicatorDefinition } from '../../domain/indicators/indicator.schema';
import { firstDayOf, isPeriod } from '../../domain/indicators/period';
import type { LocalDate } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';

/**
 * The unit that defines an indicator which states none: the one it has already, its owner's, its editor's, that of the
 * procedure it counts, else the root of the tree.
 *
 * @throws ProblemError NO_UNIT_YET: there is no tree
 */
export async function homeOf(
  { home, owner, source }: IndicatorDefinition,
  before: string | undefined,
  { deps, person }: Context,
): Promise<string> {
  if (home !== undefined) return home;
  if (before !== undefined) return before;
  const { organisation } = deps;
  const units = await organisation.allUnits();
  const answers = owner === undefined ? undefined : await organisation.people.get(owner);
  const counted = source.type === 'cases' ? await organisation.procedures.get(source.procedure) : undefined;
  const wanted = [answers?.value.unit, person.unit, counted?.value.unit];
  const known = new Set(units.map(({ id }) => id));
  const root = units.find(({ parent }) => parent === undefined || !known.has(parent));
  const found = wanted.find((unit) => unit !== undefined && known.has(unit)) ?? root?.id;
  if (found === undefined) throw new ProblemError('NO_UNIT_YET', { field: '/home' });
  return found;
}

/** A period means its first day. */
export const firstDay = (text: string): LocalDate => (isPeriod(text) ? firstDayOf(text) : text);
