import type { Action, Relation } from '../access/actions';
import type { EvaluationCommand } from './evaluation.schema';
import type { Evaluation } from './state';

type Somebody = { readonly id: string; readonly standsInFor?: readonly string[] };

/** The person concerned, who rates and approves them, and the calibrating body of the period. Nobody stands in for the person concerned. */
export function relationsToEvaluation(
  { person, manager, approver }: Pick<Evaluation, 'person' | 'manager' | 'approver'>,
  { id, standsInFor = [] }: Somebody,
  calibrators: readonly string[] = [],
): readonly Relation[] {
  const selves = [id, ...standsInFor];
  const among = (one: string | undefined): boolean => one !== undefined && selves.includes(one);
  return [
    ...(id === person ? (['self'] as const) : []),
    ...(among(manager) ? (['manager'] as const) : []),
    ...(among(approver) ? (['approver'] as const) : []),
    ...(calibrators.some(among) ? (['reviewer'] as const) : []),
  ];
}

const ACTION_OF = {
  AssignWork: 'evaluation.assign',
  ReviseWork: 'evaluation.assign',
  WithdrawWork: 'evaluation.assign',
  SetGoals: 'evaluation.assign',
  CheckQuality: 'evaluation.assign',
  NoteDelay: 'evaluation.assign',
  DecideObjectiveCause: 'evaluation.assign',
  ReportDone: 'evaluation.report',
  TakeBackDone: 'evaluation.report',
  BeginWaiting: 'evaluation.report',
  EndWaiting: 'evaluation.report',
  RequestObjectiveCause: 'evaluation.report',
  AssessSelf: 'evaluation.assess',
  Rate: 'evaluation.rate',
  Approve: 'evaluation.approve',
  SendBack: 'evaluation.approve',
  Calibrate: 'evaluation.calibrate',
  RecordOverride: 'evaluation.manage',
  RevokeOverride: 'evaluation.manage',
  Exclude: 'evaluation.manage',
  Include: 'evaluation.manage',
  Pause: 'evaluation.manage',
  Resume: 'evaluation.manage',
  Transfer: 'evaluation.manage',
  Correct: 'evaluation.manage',
  Appeal: 'evaluation.appeal',
  WithdrawAppeal: 'evaluation.appeal',
  DecideAppeal: 'evaluation.decideAppeal',
} as const satisfies Record<EvaluationCommand['type'], Action & `evaluation.${string}`>;

export const actionOf = ({ type }: EvaluationCommand): Action => ACTION_OF[type];
