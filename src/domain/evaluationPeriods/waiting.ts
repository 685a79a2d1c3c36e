import type { DueItem, EvaluationDueKind } from '../reminders/due';
import type { LocalDate } from '../shared/time';
import type { EvaluationPeriod, PeriodPhase } from './state';

/** Evaluations of a period that wait for the same person in the same agency. */
export type Waiting = {
  readonly phase: 'self' | 'rating' | 'approving' | 'appealed';
  /** Who has to act; of an appeal the one who appealed. */
  readonly who: string;
  readonly agency: string;
  readonly count: number;
  readonly decideUntil?: LocalDate;
};
type Due = DueItem<EvaluationDueKind>;

const LATER: readonly PeriodPhase[] = ['rating', 'approval', 'calibration'];

/** What people owe a period. Many evaluations that wait for one person are one item, so that a hundred of them are one reminder. */
export function duesOfWaiting(period: EvaluationPeriod, waiting: readonly Waiting[]): readonly Due[] {
  return waiting.flatMap((one) => dueOf(period, one) ?? []);
}

function dueOf(period: EvaluationPeriod, one: Waiting): Due | undefined {
  const { endsAt, steps } = period.dates;
  switch (one.phase) {
    case 'self': {
      if (period.phase !== 'selfAssessment') return undefined;
      const stream = `${period.id}~${one.who}`;
      const key = `${stream}/evaluation-self`;
      return due(period, one, {
        kind: 'evaluation-self',
        key,
        stream,
        openedAt: endsAt,
        dueAt: steps.selfAssessment.at,
      });
    }
    case 'rating':
      if (!LATER.includes(period.phase)) return undefined;
      return forMany(period, one, 'evaluation-rating');
    case 'approving':
      return LATER.includes(period.phase) ? forMany(period, one, 'evaluation-approval') : undefined;
    case 'appealed':
      return appealed(period, one);
  }
}

const forMany = (period: EvaluationPeriod, one: Waiting, kind: 'evaluation-rating' | 'evaluation-approval'): Due => {
  const { selfAssessment, managerRating, approval } = period.dates.steps;
  const key = `${period.id}/${kind}/${one.who}/${one.agency}`;
  const [openedAt, dueAt] =
    kind === 'evaluation-rating' ? [selfAssessment.at, managerRating.at] : [selfAssessment.at, approval.at];
  return due(period, one, { kind, key, stream: period.id, openedAt, dueAt });
};

/** The end of office hours in Vietnam. */
const END_OF_DAY = 'T10:00:00.000Z';

/** Whoever opened the period sees to it that somebody decides who has neither rated nor approved. */
function appealed(period: EvaluationPeriod, { who, agency, decideUntil }: Waiting): Due | undefined {
  if (decideUntil === undefined) return undefined;
  const stream = `${period.id}~${who}`;
  const openedAt = period.publication?.doneAt ?? period.openedAt;
  return {
    ...{ key: `${stream}/evaluation-appeal`, kind: 'evaluation-appeal', stream, unit: agency, procedure: '' },
    ...{
      title: `${who}, ${period.title.vi}`,
      persons: [period.openedBy],
      openedAt,
      dueAt: `${decideUntil}${END_OF_DAY}`,
    },
  };
}

type Own = Pick<Due, 'kind' | 'key' | 'stream' | 'openedAt' | 'dueAt'>;
function due({ title, paused }: EvaluationPeriod, { who, agency, count, phase }: Waiting, own: Own): Due {
  const many = phase === 'self' ? title.vi : `${count} người, ${title.vi}`;
  return {
    ...{ ...own, unit: agency, procedure: '', title: many, persons: [who] },
    ...(paused !== undefined && { paused: true as const }),
  };
}
