import { Exact } from '../scoring/scored';
import type { LocalDate } from '../shared/time';
import { daysOf } from '../verdict/windows';
import type { Milestone, ProgrammeDefinition } from './programme.schema';

/** `late`: its day is past and it is not reached; `reached-late`: it was, after its day; `ahead`: its day is still to come. */
export const MILESTONE_STATES = ['reached', 'reached-late', 'late', 'ahead'] as const;
export type MilestoneStatus = Milestone & {
  readonly state: (typeof MILESTONE_STATES)[number];
  /** Days behind its planned day, where it is. */
  readonly daysLate?: number;
};

/** By their planned day. A milestone reached after `day` is not reached yet. */
export function milestonesOn(milestones: readonly Milestone[], day: LocalDate): readonly MilestoneStatus[] {
  return [...milestones]
    .sort((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0))
    .map((one) => ({ ...one, ...statusOf(one, day) }));
}

function statusOf({ planned, actual }: Milestone, day: LocalDate): Pick<MilestoneStatus, 'state' | 'daysLate'> {
  if (actual !== undefined && actual <= day)
    return actual <= planned ? { state: 'reached' } : { state: 'reached-late', daysLate: daysFrom(planned, actual) };
  return planned < day ? { state: 'late', daysLate: daysFrom(planned, day) } : { state: 'ahead' };
}

const daysFrom = (from: LocalDate, to: LocalDate): number => daysOf({ from, to });

/** Shares of the work, 0..1, by the weights of milestones. `undefined`: there are none, or none weighs anything. */
export function workShares({ milestones }: Pick<ProgrammeDefinition, 'milestones'>, day: LocalDate) {
  const weigh = (some: readonly Milestone[]) => some.reduce((sum, { weight }) => sum.plus(weight), new Exact(0));
  const all = weigh(milestones);
  if (all.isZero()) return undefined;
  const due = milestones.filter(({ planned }) => planned <= day);
  const reached = milestones.filter(({ actual }) => actual !== undefined && actual <= day);
  return { planned: weigh(due).div(all), earned: weigh(reached).div(all) };
}
