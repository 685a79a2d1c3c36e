import type { Calendar } from '../calendar/calendar.schema';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import { accept, refuse } from '../shared/result';
import type { Decision, Refusal } from '../shared/result';
import type { Instant, LocalDate } from '../shared/time';
import type { EngineCommand } from './commands';
import { decidePublished } from './decidePublished';
import { decideRatings } from './decideRatings';
import { decideWork } from './decideWork';
import type { EvaluationCommand } from './evaluation.schema';
import type { EvaluationEvent, ToldResult } from './events';
import { evolve } from './evolve';
import { standingFindings } from './factsOf';
import { movedPlace, transferRefusal } from './place';
import type { EvaluationRefusalCode } from './refusals';
import type { Evaluation, EvaluationPhase } from './state';

export type AnyEvaluationCommand = EvaluationCommand | EngineCommand;
export type CommandOf<Type extends AnyEvaluationCommand['type']> = Extract<AnyEvaluationCommand, { type: Type }>;
export type EvaluationContext = {
  readonly at: Instant;
  readonly by: string;
  /** The day of the office. */
  readonly today: LocalDate;
  readonly calendar: Calendar;
  readonly definition: SchemeDefinition;
  /** Score and class as the scheme gives them now. */
  readonly scored: (evaluation: Evaluation) => ToldResult;
  /** Office and raters in the unit that somebody is transferred to. */
  readonly newPlace?: NewPlace;
};
export type NewPlace = { readonly agency: string; readonly manager?: string; readonly approver?: string };
export type EvaluationVerdict = Decision<EvaluationEvent, EvaluationRefusalCode>;

const COLLECTING = ['collecting', 'self', 'rating'] as const;
const UNTIL_TOLD = [...COLLECTING, 'approving', 'calibrating'] as const;
const TOLD = ['published', 'appealed'] as const;
const OPEN = [...UNTIL_TOLD, ...TOLD, 'excluded'] as const;
const ALLOWED = {
  AssignWork: COLLECTING,
  ReviseWork: COLLECTING,
  WithdrawWork: COLLECTING,
  ReportDone: COLLECTING,
  TakeBackDone: COLLECTING,
  CheckQuality: UNTIL_TOLD,
  NoteDelay: UNTIL_TOLD,
  BeginWaiting: COLLECTING,
  EndWaiting: COLLECTING,
  RequestObjectiveCause: UNTIL_TOLD,
  DecideObjectiveCause: UNTIL_TOLD,
  AssessSelf: COLLECTING,
  Rate: [...COLLECTING, 'approving'],
  Approve: ['approving'],
  SendBack: ['approving', 'calibrating'],
  Calibrate: ['approving', 'calibrating'],
  SetGoals: COLLECTING,
  RecordOverride: OPEN,
  RevokeOverride: OPEN,
  Exclude: UNTIL_TOLD,
  Include: ['excluded'],
  Pause: [...UNTIL_TOLD, 'excluded'],
  Resume: OPEN,
  Transfer: [...UNTIL_TOLD, 'excluded'],
  Appeal: ['published'],
  WithdrawAppeal: ['appealed'],
  DecideAppeal: ['appealed'],
  Correct: TOLD,
  BeginStep: UNTIL_TOLD,
  AdjustPlace: [...UNTIL_TOLD, 'excluded'],
  NoteIndicators: UNTIL_TOLD,
  PublishResult: ['calibrating', 'excluded'],
  ReviseResult: TOLD,
  Finalise: ['published'],
} as const satisfies Record<AnyEvaluationCommand['type'], readonly EvaluationPhase[]>;
const WHILE_PAUSED: readonly AnyEvaluationCommand['type'][] = [
  'Resume',
  'RecordOverride',
  'RevokeOverride',
  'AdjustPlace',
  'Exclude',
  'Transfer',
];
const RATERS: readonly AnyEvaluationCommand['type'][] = [
  ...(['CheckQuality', 'NoteDelay', 'DecideObjectiveCause', 'Rate', 'Approve', 'SendBack', 'Calibrate'] as const),
  ...(['RecordOverride', 'RevokeOverride', 'Exclude', 'Include', 'DecideAppeal', 'Correct', 'SetGoals'] as const),
];

/** Events that follow from a command, or its refusal. What was told is told anew where a command changes it. */
export function decide(
  command: AnyEvaluationCommand,
  evaluation: Evaluation,
  context: EvaluationContext,
): EvaluationVerdict {
  const refusal = refusalOf(command, evaluation, context);
  if (refusal !== undefined) return { ok: false, refusal };
  const verdict = decided(command, evaluation, context);
  return verdict.ok
    ? { ok: true, events: [...verdict.events, ...revision(command, evaluation, verdict.events, context)] }
    : verdict;
}

function refusalOf(
  { type }: AnyEvaluationCommand,
  { phase, paused, person }: Evaluation,
  { by }: EvaluationContext,
): Refusal<EvaluationRefusalCode> | undefined {
  const allowed: readonly EvaluationPhase[] = ALLOWED[type];
  if (!allowed.includes(phase)) return { code: 'EVALUATION_NOT_IN_THIS_PHASE', params: { phase, allowed } };
  if (paused !== undefined && !WHILE_PAUSED.includes(type))
    return { code: 'EVALUATION_IS_PAUSED', params: { reason: paused.reason } };
  if (by === person && RATERS.includes(type)) return { code: 'NOT_ONES_OWN_EVALUATION' };
  return undefined;
}

function decided(command: AnyEvaluationCommand, evaluation: Evaluation, context: EvaluationContext): EvaluationVerdict {
  if ('item' in command) return decideWork(command, evaluation, context);
  const { at, by } = context;
  switch (command.type) {
    case 'AssessSelf':
    case 'Rate':
    case 'Approve':
    case 'SendBack':
    case 'Calibrate':
      return decideRatings(command, evaluation, context);
    case 'SetGoals': {
      const twice = command.goals.find(({ key }, i) => command.goals.findIndex((one) => one.key === key) !== i);
      if (twice !== undefined) return refuse('GOAL_IS_TWICE', { field: '/goals', params: { key: twice.key } });
      return accept({ type: 'GoalsSet', at, by, goals: command.goals });
    }
    case 'RecordOverride':
    case 'RevokeOverride':
      return found(command, evaluation, context);
    case 'Exclude':
      return accept({ type: 'Excluded', at, by, reason: command.reason });
    case 'Include':
      return accept({ type: 'Included', at, by, reason: command.reason });
    case 'Pause':
      return evaluation.paused ? accept() : accept({ type: 'Paused', at, by, reason: command.reason });
    case 'Resume':
      return evaluation.paused
        ? accept({ type: 'Resumed', at, by, reason: command.reason })
        : refuse('EVALUATION_IS_NOT_PAUSED');
    case 'Transfer':
      return transferred(command, evaluation, context);
    case 'BeginStep':
      return evaluation.begun === command.phase || evaluation.begun === 'rating'
        ? accept()
        : accept({ type: 'StepBegan', at, by, phase: command.phase });
    case 'AdjustPlace': {
      const place = movedPlace(evaluation, command);
      return place === undefined ? accept() : accept({ type: 'PlaceAdjusted', at, by, ...place });
    }
    case 'NoteIndicators':
      return accept({ type: 'IndicatorsNoted', at, by, scores: command.scores });
    case 'Finalise':
      return accept({ type: 'EvaluationFinal', at, by });
    default:
      return decidePublished(command, evaluation, context);
  }
}

function found(
  command: CommandOf<'RecordOverride' | 'RevokeOverride'>,
  evaluation: Evaluation,
  { at, by, definition }: EvaluationContext,
): EvaluationVerdict {
  const { override } = command;
  const stands = evaluation.findings.some((one) => one.override === override && one.revoked === undefined);
  const known = definition.overrides.map(({ key }) => key);
  if (command.type === 'RevokeOverride')
    return stands
      ? accept({ type: 'OverrideRevoked', at, by, override, reason: command.reason })
      : refuse('OVERRIDE_DOES_NOT_STAND', { field: '/override', params: { override } });
  if (!known.includes(override)) return refuse('NO_SUCH_OVERRIDE', { field: '/override', params: { override, known } });
  if (stands) return refuse('OVERRIDE_STANDS', { field: '/override', params: { override } });
  const { document, from } = command;
  return accept({ type: 'OverrideRecorded', at, by, override, document, from });
}

function transferred(
  { unit, on, manager: named, reason }: CommandOf<'Transfer'>,
  evaluation: Evaluation,
  { at, by, newPlace }: EvaluationContext,
): EvaluationVerdict {
  const refusal = transferRefusal(on, evaluation);
  if (refusal !== undefined) return { ok: false, refusal };
  const manager = named ?? newPlace?.manager;
  return accept({
    ...{ type: 'Transferred', at, by, unit, on, reason },
    ...(newPlace && { agency: newPlace.agency }),
    ...(manager !== undefined && { manager }),
    ...(newPlace?.approver !== undefined && { approver: newPlace.approver }),
  });
}

/** A result that was told and is another now is told again, with what it was before. */
function revision(
  command: AnyEvaluationCommand,
  before: Evaluation,
  events: readonly EvaluationEvent[],
  { at, by, scored, definition }: EvaluationContext,
): readonly EvaluationEvent[] {
  const { published } = before;
  if (published === undefined || events.length === 0 || command.type === 'ReviseResult') return [];
  const after = events.reduce<Evaluation>(evolve, before);
  if (published.total === undefined && standingFindings(after).length === 0) return [];
  const [then, now] = [scored(before), scored(after)];
  if (then.total === now.total && then.class === now.class) return [];
  const result = { ...now, ...(published.lowered && { class: worse(now.class, published.class, definition) }) };
  if (result.total === published.total && result.class === published.class) return [];
  const reason = reasonOf(command);
  const was = {
    ...(published.total !== undefined && { total: published.total }),
    ...(published.class !== undefined && { class: published.class }),
  };
  return [{ type: 'ResultRevised', at, by, reason, before: was, after: given(result) }];
}

function reasonOf(command: AnyEvaluationCommand): string {
  if (command.type === 'DecideAppeal') return command.decisions.map(({ reason }) => reason).join('; ');
  if (command.type === 'RecordOverride') return command.document;
  return 'reason' in command ? command.reason : '';
}

const given = ({
  total,
  class: band,
  why,
}: {
  total?: number | undefined;
  class?: string | undefined;
  why?: string | undefined;
}) => ({
  ...(total !== undefined && { total }),
  ...(band !== undefined && { class: band }),
  ...(why !== undefined && { why }),
});

/** Bands stand from the best to the worst. */
function worse(a: string | undefined, b: string | undefined, { bands }: SchemeDefinition): string | undefined {
  const rank = (band: string | undefined): number => bands.findIndex(({ key }) => key === band);
  return rank(a) > rank(b) ? a : b;
}
