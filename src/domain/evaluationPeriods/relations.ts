import type { Action, Relation } from '../access/actions';
import type { PeriodCommand } from './period.schema';
import type { AnyPeriodCommand } from './decide';
import type { EvaluationPeriod } from './state';

type Somebody = { readonly id: string; readonly standsInFor?: readonly string[] };

/** Members of the calibrating body review a period; whoever opened it leads it. */
export function relationsToPeriod(
  { calibrators, openedBy }: Pick<EvaluationPeriod, 'calibrators' | 'openedBy'>,
  { id, standsInFor = [] }: Somebody,
): readonly Relation[] {
  const selves = [id, ...standsInFor];
  return [
    ...(selves.includes(openedBy) ? (['lead'] as const) : []),
    ...(calibrators.some((one) => selves.includes(one)) ? (['reviewer'] as const) : []),
  ];
}

/** The meeting and the quota are the calibrating body's; all else is for whoever manages the period. */
export const actionOf = ({ type }: AnyPeriodCommand | PeriodCommand): Action & `evaluationPeriod.${string}` =>
  type === 'HoldCalibration' || type === 'DrawSample' || type === 'AcceptQuota'
    ? 'evaluationPeriod.calibrate'
    : 'evaluationPeriod.manage';
