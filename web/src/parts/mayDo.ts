import { allowed } from '../../../src/domain/access/policy';
import type { Answer, Standing } from '../../../src/domain/access/policy';
import { relationsToCycle } from '../../../src/domain/access/relations';
import { PHASES } from '../../../src/domain/cycle/rules';
import type { Role } from '../../../src/domain/organisation/roles';
import type { CycleView } from '../api/queries';
import type { Person } from '../api/session';
import { FORMS } from './commands';
import type { CommandType } from './commands';

const TYPES: readonly CommandType[] = ['RevisePlan', ...(Object.keys(FORMS) as (keyof typeof FORMS)[])];

/** The person as the policy sees them, with whom they stand in for today. */
export const standingOf = (person: Person): Standing => ({ ...person, roles: person.roles as readonly Role[] });

export type Offered = {
  readonly type: CommandType;
  /** The absent person in whose place alone it may be done; missing: in the reader's own right. */
  readonly inPlaceOf?: string;
};

/**
 * The commands that make sense now and that the policy lets this person give: the engine's own rules, asked here so that no
 * button is shown that would be refused. The engine has the last word.
 */
export function commandsFor(cycle: CycleView, person: Person, place: readonly string[]): readonly Offered[] {
  const standing = standingOf(person);
  const relations = relationsToCycle(cycle, standing);
  return TYPES.filter((type) => makesSense(type, cycle, standing)).flatMap((type): readonly Offered[] => {
    const answer = allowed({ person: standing, action: `cycle.command.${type}`, place, relations });
    return offered(type, cycle, answer);
  });
}

function offered(type: CommandType, { authors }: CycleView, answer: Answer): readonly Offered[] {
  if (!answer.ok) return [];
  if (answer.inPlaceOf === undefined) return [{ type }];
  const inPlaceOf = answer.inPlaceOf.find((id) => type !== 'ApprovePlan' || !authors.includes(id));
  return inPlaceOf === undefined ? [] : [{ type, inPlaceOf }];
}

function makesSense(type: CommandType, cycle: CycleView, standing: Standing): boolean {
  const paused = 'paused' in cycle && cycle.paused !== undefined;
  const inPhase = (PHASES[type] as readonly string[]).includes(cycle.phase);
  if (!inPhase || (paused ? !WHILE_PAUSED.has(type) : type === 'ResumeCycle')) return false;
  if (type === 'CloseEarlierDecision') return cycle.earlier !== undefined && cycle.earlier.closed === undefined;
  if (type === 'ApprovePlan') return !cycle.authors.includes(standing.id);
  return type !== 'RecordReview' || mayReview(cycle, standing);
}

const WHILE_PAUSED: ReadonlySet<CommandType> = new Set([
  ...(['ResumeCycle', 'CancelCycle', 'NoteDeviation', 'ProgressCountermeasure', 'CloseEarlierDecision'] as const),
]);

function mayReview(cycle: CycleView, { id, standsInFor = [] }: Standing): boolean {
  const done = 'reviews' in cycle ? cycle.reviews.map(({ reviewer }) => reviewer) : [];
  const reviewers = (cycle.plan.reviewers ?? []).filter((reviewer) => !done.includes(reviewer));
  return [id, ...standsInFor].some((one) => reviewers.includes(one));
}
