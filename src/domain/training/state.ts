import type { Relation } from '../access/actions';
import type { Instant, LocalDate } from '../shared/time';
import type { NeedSource, TrainingPlan } from './events';

type Said = { readonly by: string; readonly at: Instant };
export const NEED_STATUSES = ['open', 'planned', 'completed', 'closed', 'dropped'] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];

/** A need for training and what came of it. JSON-plain. */
export type Need = {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly manager?: string;
  readonly topic: string;
  readonly source?: NeedSource;
  readonly reason?: string;
  readonly opened: Said;
  readonly status: NeedStatus;
  /** Since when, and by when, the next step is owed. */
  readonly owed?: { readonly since: Instant; readonly due: Instant };
  readonly dropped?: Said & { readonly reason: string };
  readonly plan?: Said & TrainingPlan;
  readonly completed?: Said & { readonly on: LocalDate; readonly evidence: string };
  readonly outcome?: Said & { readonly useful: 'yes' | 'partly' | 'no'; readonly text: string };
};

/** The person, their manager, and who sees to the plan. */
export function relationsToNeed(
  { person, manager, plan }: Pick<Need, 'person' | 'manager' | 'plan'>,
  { id, standsInFor = [] }: { readonly id: string; readonly standsInFor?: readonly string[] },
): readonly Relation[] {
  const among = (one: string | undefined): boolean => one !== undefined && (one === id || standsInFor.includes(one));
  const mentor = plan?.way.kind === 'mentor' ? plan.way.mentor : undefined;
  return [
    ...(person === id ? (['self'] as const) : []),
    ...(among(manager) ? (['manager'] as const) : []),
    ...(among(plan?.owner) || among(mentor) ? (['owner'] as const) : []),
  ];
}
