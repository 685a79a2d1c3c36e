import type { Connection } from 'mongoose';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import { duesOf } from '../domain/evaluationPeriods/dues';
import { duesOfWaiting } from '../domain/evaluationPeriods/waiting';
import type { Waiting } from '../domain/evaluationPeriods/waiting';
import type { DueItem, EvaluationDueKind } from '../domain/reminders/due';

type Due = DueItem<EvaluationDueKind>;
type PeriodDoc = { readonly _id: string; readonly state: EvaluationPeriod };
type Grouped = {
  readonly _id: { readonly periodId: string; readonly who: string; readonly agency: string };
  readonly count: number;
  readonly decideUntil?: string | null;
};

/** Who has to act on an evaluation that stands there. */
const WHO = { self: 'person', rating: 'manager', approving: 'approver', appealed: 'person' } as const satisfies Record<
  Waiting['phase'],
  string
>;
const RUNNING = ['selfAssessment', 'rating', 'approval', 'calibration', 'appeals'];

/** What is owed to evaluations in these units: what one person owes about many people is one item. */
export async function openEvaluationDues(connection: Connection, units: readonly string[]): Promise<readonly Due[]> {
  const dues = await duesWhere(connection, () => ({ unit: { $in: [...units] } }));
  return dues.filter(({ unit, paused }) => units.includes(unit) && paused !== true);
}

/** What these people owe to evaluations. */
export async function evaluationDuesOf(connection: Connection, persons: readonly string[]): Promise<readonly Due[]> {
  const dues = await duesWhere(connection, (phase) =>
    phase === 'appealed' ? {} : { [WHO[phase]]: { $in: [...persons] } },
  );
  return dues.filter((due) => due.paused !== true && due.persons.some((person) => persons.includes(person)));
}

async function duesWhere(
  connection: Connection,
  matchOf: (phase: Waiting['phase']) => Readonly<Record<string, unknown>>,
): Promise<readonly Due[]> {
  const found = connection.collection<PeriodDoc>('evaluation_periods').find({ phase: { $in: RUNNING } });
  const periods = (await found.toArray()).map(({ state }) => state);
  if (periods.length === 0) return [];
  const ids = periods.map(({ id }) => id);
  const phases = Object.keys(WHO) as Waiting['phase'][];
  const waiting = await Promise.all(
    phases.map((phase) => waitingAt(connection, phase, { ids, match: matchOf(phase) })),
  );
  return periods.flatMap((period) => [
    ...duesOf(period),
    ...duesOfWaiting(
      period,
      waiting.flat().flatMap(({ periodId, ...one }) => (periodId === period.id ? [one] : [])),
    ),
  ]);
}

type Asked = { readonly ids: readonly string[]; readonly match: Readonly<Record<string, unknown>> };
async function waitingAt(connection: Connection, phase: Waiting['phase'], { ids, match }: Asked) {
  const grouped = await connection
    .collection('evaluations')
    .aggregate<Grouped>([
      { $match: { ...match, periodId: { $in: [...ids] }, phase, 'evaluation.paused': { $exists: false } } },
      {
        $group: {
          _id: { periodId: '$periodId', who: `$${WHO[phase]}`, agency: '$evaluation.agency' },
          count: { $sum: 1 },
          decideUntil: { $max: '$evaluation.appeal.decideUntil' },
        },
      },
    ])
    .toArray();
  return grouped.flatMap(({ _id: { periodId, who, agency }, count, decideUntil }) =>
    typeof who !== 'string'
      ? []
      : [{ periodId, phase, who, agency, count, ...(typeof decideUntil === 'string' && { decideUntil }) }],
  );
}
