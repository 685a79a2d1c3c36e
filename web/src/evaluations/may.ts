import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import type { Action } from '../../../src/domain/access/actions';
import { relationsToEvaluation } from '../../../src/domain/evaluations/relations';
import { relationsToPeriod } from '../../../src/domain/evaluationPeriods/relations';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { standingOf } from '../parts/mayDo';
import type { EvaluationShown } from './queries';
import type { PeriodShown } from './periodQueries';

export function useMe() {
  const { session, last } = useSession();
  return (session ?? last)?.person;
}

/** Asks the policy the API asks, so that no button is shown that would be refused. */
export function useMayWith(
  evaluation: Pick<EvaluationShown, 'person' | 'manager' | 'approver' | 'unit'>,
  calibrators: readonly string[] = [],
): (action: Action) => boolean {
  const me = useMe();
  const { data: units = [] } = useUnits();
  if (me === undefined) return () => false;
  const person = standingOf(me);
  const relations = relationsToEvaluation(evaluation, person, calibrators);
  return (action) => allowed({ person, action, place: placeOf(units, evaluation.unit), relations }).ok;
}

export function useMayInPeriod(
  period: Pick<PeriodShown, 'unit' | 'openedBy' | 'calibrators'> | undefined,
): (action: Action) => boolean {
  const me = useMe();
  const { data: units = [] } = useUnits();
  if (me === undefined || period === undefined) return () => false;
  const person = standingOf(me);
  const relations = relationsToPeriod(period, person);
  return (action) => allowed({ person, action, place: placeOf(units, period.unit), relations }).ok;
}
