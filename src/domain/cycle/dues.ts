import type { CycleDueKind, DueItem } from '../reminders/due';
import type { Instant, LocalDate } from '../shared/time';
import { reviewed } from './decide';
import type { Cycle } from './state';

/** End of a working day on the office's calendar. */
export type EndOfDay = (date: LocalDate) => Instant;

/** Everything that people owe this cycle now. Countermeasures are due at the end of their day on the office's calendar. */
export function duesOf(cycle: Cycle, endOfDay: EndOfDay): readonly DueItem<CycleDueKind>[] {
  const common = {
    stream: cycle.id,
    unit: cycle.unit,
    procedure: cycle.procedure,
    title: cycle.title,
    ...policyOf(cycle),
  };
  switch (cycle.phase) {
    case 'plan':
    case 'closed':
      return [];
    case 'do':
      return countermeasures(cycle, endOfDay).map((due) => ({ ...common, ...due, ...pausedOf(cycle) }));
    case 'check': {
      const owing = (cycle.plan.reviewers ?? []).filter((person) => !reviewed(cycle).includes(person));
      const persons = owing.length > 0 ? owing : [cycle.lead];
      const review = {
        key: `${cycle.id}/review`,
        kind: 'review',
        persons,
        openedAt: cycle.checkOpenedAt,
        dueAt: cycle.reviewDue.at,
      } as const;
      return [review, ...countermeasures(cycle, endOfDay)].map((due) => ({ ...common, ...due, ...pausedOf(cycle) }));
    }
    case 'act': {
      const openedAt = cycle.reviews.at(-1)?.at ?? cycle.checkOpenedAt;
      const decision = {
        key: `${cycle.id}/decision`,
        kind: 'decision',
        persons: [cycle.lead],
        openedAt,
        dueAt: cycle.decisionDue.at,
      } as const;
      return [decision, ...countermeasures(cycle, endOfDay)].map((due) => ({ ...common, ...due, ...pausedOf(cycle) }));
    }
  }
}

type Running = Extract<Cycle, { phase: 'do' | 'check' | 'act' }>;

const policyOf = ({ plan }: Cycle): { policy?: string } =>
  plan.reminderPolicy === undefined ? {} : { policy: plan.reminderPolicy };
const pausedOf = ({ paused }: Running): { paused?: true } => (paused === undefined ? {} : { paused: true });

function countermeasures(
  cycle: Running,
  endOfDay: EndOfDay,
): readonly Pick<DueItem<CycleDueKind>, 'key' | 'kind' | 'persons' | 'openedAt' | 'dueAt'>[] {
  return cycle.plan.countermeasures.flatMap(({ key, owner, due }) => {
    const status = cycle.progress[key]?.status;
    if (owner === undefined || due === undefined || status === 'done' || status === 'dropped') return [];
    return [
      {
        key: `${cycle.id}/countermeasure/${key}`,
        kind: 'countermeasure',
        persons: [owner],
        openedAt: cycle.approvedAt,
        dueAt: endOfDay(due),
      },
    ];
  });
}
