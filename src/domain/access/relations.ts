import type { Relation } from './actions';
import type { Standing } from './policy';
import type { Cycle } from '../cycle/state';

/** A person's ties to a cycle. A deputy of someone who is away today has that person's ties. */
export function relationsToCycle(cycle: Cycle, person: Standing, countermeasure?: string): readonly Relation[] {
  const selves = [person.id, ...(person.standsInFor ?? [])];
  const { reviewers = [], countermeasures = [] } = cycle.plan;
  const owned = countermeasures.filter(({ key }) => countermeasure === undefined || key === countermeasure);
  const ties: readonly (readonly [Relation, boolean])[] = [
    ['lead', selves.includes(cycle.lead)],
    ['reviewer', reviewers.some((reviewer) => selves.includes(reviewer))],
    ['countermeasure-owner', owned.some(({ owner }) => owner !== undefined && selves.includes(owner))],
  ];
  return ties.filter(([, holds]) => holds).map(([relation]) => relation);
}
