import type { DueItem, EvaluationDueKind } from '../reminders/due';
import type { EvaluationPeriod } from './state';
import { finalBeforeOf } from './yearly';

type Due = DueItem<EvaluationDueKind>;

/** What the calibrating body and whoever opened the period owe. What people owe their evaluations lies with those. */
export const duesOf = (period: EvaluationPeriod): readonly Due[] => [...ofCalibration(period), ...ofYear(period)];

function ofCalibration(period: EvaluationPeriod): readonly Due[] {
  const { phase, dates, calibrators, openedBy, calibration } = period;
  if (phase !== 'approval' && phase !== 'calibration') return [];
  const step = calibration === undefined ? dates.steps.calibration : dates.steps.publication;
  const persons = calibrators.length > 0 ? calibrators : [openedBy];
  const [openedAt, dueAt] = [dates.steps.managerRating.at, step.at];
  return [due(period, { kind: 'evaluation-calibration', persons, openedAt, dueAt })];
}

/** The year is not final before each of its periods is. A period that ends after that day cannot be in time: nobody is reminded. */
function ofYear(period: EvaluationPeriod): readonly Due[] {
  const { scheme, period: of, dates, phase, openedBy } = period;
  const before = finalBeforeOf(scheme.deadlines, of.slice(0, 4));
  if (before === undefined || phase === 'final' || phase === 'cancelled') return [];
  const dueAt = `${before}${MORNING}`;
  const openedAt = dates.steps.publication.at;
  return openedAt >= dueAt ? [] : [due(period, { kind: 'evaluation-year', persons: [openedBy], openedAt, dueAt })];
}
/** 07:00 in Vietnam. */
const MORNING = 'T00:00:00.000Z';

function due(
  { id, unit, title, paused }: EvaluationPeriod,
  own: Pick<Due, 'kind' | 'persons' | 'openedAt' | 'dueAt'>,
): Due {
  return {
    ...{ ...own, key: `${id}/${own.kind}`, stream: id, unit, procedure: '', title: title.vi },
    ...(paused !== undefined && { paused: true }),
  };
}
