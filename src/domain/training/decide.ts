import { accept, refuse } from '../shared/result';
import type { Decision } from '../shared/result';
import type { Instant, LocalDate } from '../shared/time';
import type { NeedSource, TrainingEvent } from './events';
import type { TrainingRefusalCode } from './refusals';
import type { Need, NeedStatus } from './state';
import type { TrainingCommand } from './training.schema';

export type TrainingDecision = Decision<TrainingEvent, TrainingRefusalCode>;
type By = { readonly by: string; readonly at: Instant };
/** What is known from outside: today at the office, and by when the next step is owed. */
export type TrainingFacts = { readonly today: LocalDate; readonly due: Instant };

export type Opening = {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly manager?: string;
  readonly topic: string;
  readonly source?: NeedSource;
  readonly reason?: string;
  readonly due: Instant;
};
/** Opens a need; one that was suggested may be dropped in the same breath, with a reason. */
export function open(opening: Opening, who: By, dropped?: { readonly reason: string | undefined }): TrainingDecision {
  const opened: TrainingEvent = { type: 'NeedOpened', ...opening, ...who };
  if (dropped === undefined) return accept<TrainingEvent>(opened);
  const { reason } = dropped;
  if (reason === undefined) return refuse('TRAINING_DROP_NEEDS_A_REASON', { field: '/reason' });
  return accept<TrainingEvent>(opened, { type: 'NeedDropped', reason, ...who });
}

const ALLOWED = {
  DropNeed: ['open', 'planned'],
  ReopenNeed: ['dropped', 'planned', 'completed'],
  PlanTraining: ['open', 'planned'],
  CompleteTraining: ['planned'],
  RecordOutcome: ['completed'],
} as const satisfies Record<TrainingCommand['type'], readonly NeedStatus[]>;

/** Events that follow from a command, or its refusal. */
export function decide(command: TrainingCommand, need: Need, who: By, facts: TrainingFacts): TrainingDecision {
  const allowed: readonly NeedStatus[] = ALLOWED[command.type];
  if (!allowed.includes(need.status))
    return refuse('TRAINING_NOT_IN_THIS_STATE', { params: { status: need.status, allowed } });
  const { due, today } = facts;
  switch (command.type) {
    case 'DropNeed':
      return accept<TrainingEvent>({ type: 'NeedDropped', reason: command.reason, ...who });
    case 'ReopenNeed':
      return accept<TrainingEvent>({ type: 'NeedReopened', reason: command.reason, due, ...who });
    case 'PlanTraining':
      return planned(command, need, who, due);
    case 'CompleteTraining': {
      const { on, evidence } = command;
      if (on > today) return refuse('TRAINING_DAY_LIES_AHEAD', { field: '/on', params: { on, today } });
      return accept<TrainingEvent>({ type: 'TrainingCompleted', on, evidence, due, ...who });
    }
    case 'RecordOutcome':
      return accept<TrainingEvent>({ type: 'OutcomeRecorded', useful: command.useful, text: command.text, ...who });
  }
}

type Planning = Extract<TrainingCommand, { type: 'PlanTraining' }>;
function planned({ way, from, to, owner, note }: Planning, need: Need, who: By, due: Instant): TrainingDecision {
  if (to < from) return refuse('TRAINING_ENDS_BEFORE_IT_BEGINS', { field: '/to', params: { from, to } });
  if (way.kind === 'mentor' && way.mentor === need.person)
    return refuse('TRAINING_MENTOR_IS_THE_PERSON', { field: '/way/mentor' });
  const plan = { way, from, to, owner, ...(note !== undefined && { note }) };
  return accept<TrainingEvent>({ type: 'TrainingPlanned', plan, due, ...who });
}
