import type { DueItem, TrainingDueKind } from '../reminders/due';
import type { Need } from './state';

/** The next step that is owed: a plan, its completion, or what came of it. */
export function duesOf(need: Need): readonly DueItem<TrainingDueKind>[] {
  const { id, unit, topic, owed, status, plan } = need;
  if (owed === undefined) return [];
  const lead = need.manager ?? need.person;
  const item = (kind: TrainingDueKind, person: string): readonly DueItem<TrainingDueKind>[] => [
    {
      ...{ key: `${id}/${kind}`, kind, stream: id, unit, procedure: '', title: topic, persons: [person] },
      ...{ openedAt: owed.since, dueAt: owed.due },
    },
  ];
  if (status === 'open') return item('training-plan', lead);
  if (status === 'planned') return item('training-completion', plan?.owner ?? lead);
  return status === 'completed' ? item('training-outcome', lead) : [];
}
