import type { DueItem, EvaluationDueKind } from '../reminders/due';
import type { EvaluationPeriod } from './state';

/** What the calibrating body owes: the meeting and the publication. What people owe their evaluations lies with those. */
export function duesOf(period: EvaluationPeriod): readonly DueItem<EvaluationDueKind>[] {
  const { id, unit, phase, dates, title, calibrators, openedBy, calibration, paused } = period;
  if (phase !== 'approval' && phase !== 'calibration') return [];
  const step = calibration === undefined ? dates.steps.calibration : dates.steps.publication;
  return [
    {
      key: `${id}/evaluation-calibration`,
      kind: 'evaluation-calibration',
      stream: id,
      unit,
      procedure: '',
      title: title.vi,
      persons: calibrators.length > 0 ? calibrators : [openedBy],
      openedAt: dates.steps.managerRating.at,
      dueAt: step.at,
      ...(paused !== undefined && { paused: true }),
    },
  ];
}
