import { allowed } from '../../../src/domain/access/policy';
import { relationsToCycle } from '../../../src/domain/access/relations';
import { PHASES } from '../../../src/domain/cycle/rules';
import type { Role } from '../../../src/domain/organisation/roles';
import type { CycleView } from '../api/queries';
import type { Person } from '../api/session';
import { FORMS } from './commands';
import type { CommandType } from './commands';

const TYPES: readonly CommandType[] = ['RevisePlan', ...(Object.keys(FORMS) as (keyof typeof FORMS)[])];

/**
 * The commands that make sense now and that the policy lets this person give: the engine's own rules, asked here so that no
 * button is shown that would be refused. The engine has the last word.
 */
export function commandsFor(cycle: CycleView, person: Person, place: readonly string[]): readonly CommandType[] {
  const standing = { ...person, roles: person.roles as readonly Role[] };
  const paused = 'paused' in cycle && cycle.paused !== undefined;
  return TYPES.filter((type) => {
    const inPhase = (PHASES[type] as readonly string[]).includes(cycle.phase);
    if (!inPhase || (paused ? !WHILE_PAUSED.has(type) : type === 'ResumeCycle')) return false;
    if (type === 'CloseEarlierDecision' && (cycle.earlier === undefined || cycle.earlier.closed !== undefined))
      return false;
    if (type === 'ApprovePlan' && cycle.authors.includes(person.id)) return false;
    if (type === 'RecordReview' && !mayReview(cycle, person.id)) return false;
    const relations = relationsToCycle(cycle, standing);
    return allowed({ person: standing, action: `cycle.command.${type}`, place, relations }).ok;
  });
}

const WHILE_PAUSED: ReadonlySet<CommandType> = new Set([
  ...(['ResumeCycle', 'CancelCycle', 'NoteDeviation', 'ProgressCountermeasure', 'CloseEarlierDecision'] as const),
]);

function mayReview(cycle: CycleView, person: string): boolean {
  const done = 'reviews' in cycle ? cycle.reviews.map(({ reviewer }) => reviewer) : [];
  return (cycle.plan.reviewers ?? []).includes(person) && !done.includes(person);
}
