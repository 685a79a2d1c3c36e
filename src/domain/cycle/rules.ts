import type { Refusal } from '../shared/result';
import type { AnyCycleCommand, Context } from './decide';
import { missingIn } from './gate';
import type { CycleRefusalCode } from './refusals';
import type { Cycle, Phase } from './state';

type Rule = Refusal<CycleRefusalCode> | undefined;

/** In which phases a command makes sense. */
export const PHASES = {
  RevisePlan: ['plan'],
  WithdrawPlan: ['plan'],
  ApprovePlan: ['plan'],
  ProgressCountermeasure: ['do', 'check', 'act'],
  NoteDeviation: ['do', 'check', 'act'],
  PauseCycle: ['do', 'check', 'act'],
  ResumeCycle: ['do', 'check', 'act'],
  ExtendDo: ['do'],
  EndDoEarly: ['do'],
  CancelCycle: ['do', 'check', 'act'],
  ChangeReviewers: ['do', 'check'],
  RecomputeCheck: ['check', 'act'],
  RecordReview: ['check'],
  CloseEarlierDecision: ['plan', 'do', 'check'],
  AdoptChange: ['act'],
  AdaptChange: ['act'],
  ExpandChange: ['act'],
  AbandonChange: ['act'],
  OpenCheck: ['do'],
  CheckSustain: ['closed'],
  RescheduleCycle: ['do', 'check', 'act', 'closed'],
} as const satisfies Record<AnyCycleCommand['type'], readonly Phase[]>;

/** What a paused cycle still takes. */
const WHILE_PAUSED: ReadonlySet<AnyCycleCommand['type']> = new Set([
  'ResumeCycle',
  'PauseCycle',
  'CancelCycle',
  'NoteDeviation',
  'ProgressCountermeasure',
  'CloseEarlierDecision',
]);

const DECISIONS: ReadonlySet<AnyCycleCommand['type']> = new Set([
  'AdoptChange',
  'AdaptChange',
  'ExpandChange',
  'AbandonChange',
]);

/** The first rule a command breaks. Rules of the phase come first, then of the pause, then of the command itself. */
export const rulesOf = (command: AnyCycleCommand, cycle: Cycle, context: Context): Rule =>
  phaseRule(command, cycle) ?? pauseRule(command, cycle) ?? ownRule(command, cycle, context);

function phaseRule({ type }: AnyCycleCommand, cycle: Cycle): Rule {
  const allowed: readonly Phase[] = PHASES[type];
  if (allowed.includes(cycle.phase)) return undefined;
  if (cycle.phase === 'closed') return { code: 'CYCLE_IS_CLOSED', params: { closedAt: cycle.closedAt } };
  if (type === 'RevisePlan') return { code: 'PREDICTIONS_ARE_LOCKED' };
  if (DECISIONS.has(type) && waitsForEarlier(cycle))
    return { code: 'EARLIER_DECISION_HAS_NO_STATUS', params: { cycle: cycle.earlier?.cycle ?? '' } };
  return { code: 'NOT_IN_THIS_PHASE', params: { phase: cycle.phase, allowed } };
}

const waitsForEarlier = (cycle: Cycle): boolean =>
  cycle.phase === 'check' && cycle.earlier !== undefined && cycle.earlier.closed === undefined;

function pauseRule({ type }: AnyCycleCommand, cycle: Cycle): Rule {
  const paused = 'paused' in cycle ? cycle.paused : undefined;
  if (type === 'PauseCycle' && paused !== undefined) return { code: 'CYCLE_IS_ALREADY_PAUSED' };
  if (type === 'ResumeCycle' && paused === undefined) return { code: 'CYCLE_IS_NOT_PAUSED' };
  if (paused !== undefined && !WHILE_PAUSED.has(type)) return { code: 'CYCLE_IS_PAUSED', params: { since: paused.at } };
  return undefined;
}

function ownRule(command: AnyCycleCommand, cycle: Cycle, context: Context): Rule {
  switch (command.type) {
    case 'ApprovePlan':
      return approvalRule(cycle, context);
    case 'ProgressCountermeasure':
      return countermeasureRule(command.countermeasure, cycle);
    case 'ExtendDo':
      return extensionRule(command.until, cycle);
    case 'RecordReview':
      return reviewerRule(cycle, context);
    case 'CloseEarlierDecision':
      return cycle.earlier === undefined || cycle.earlier.closed !== undefined
        ? { code: 'NO_EARLIER_DECISION' }
        : undefined;
    case 'CheckSustain':
      return cycle.phase === 'closed' &&
        cycle.outcome === 'decided' &&
        cycle.sustain !== undefined &&
        cycle.sustain.result === undefined
        ? undefined
        : { code: 'CYCLE_IS_CLOSED', params: { closedAt: 'closedAt' in cycle ? cycle.closedAt : '' } };
    default:
      return undefined;
  }
}

function approvalRule(cycle: Cycle, { by, inPlaceOf = [] }: Context): Rule {
  if (cycle.authors.includes(by)) return { code: 'YOU_WROTE_THIS_PLAN' };
  const [absent] = inPlaceOf;
  if (absent !== undefined && inPlaceOf.every((person) => cycle.authors.includes(person)))
    return { code: 'ABSENT_PERSON_WROTE_THIS_PLAN', params: { person: absent } };
  const missing = missingIn(cycle.plan);
  if (missing.length === 0) return undefined;
  return {
    code: 'PLAN_IS_INCOMPLETE',
    params: { count: missing.length, missing: missing.map(({ rule, field }) => `${rule} ${field}`) },
  };
}

function countermeasureRule(countermeasure: string, { plan }: Cycle): Rule {
  const known = (plan.countermeasures ?? []).map(({ key }) => key);
  return known.includes(countermeasure)
    ? undefined
    : { code: 'NO_SUCH_COUNTERMEASURE', field: '/countermeasure', params: { countermeasure, known } };
}

function extensionRule(until: string | undefined, cycle: Cycle): Rule {
  if (until === undefined || cycle.phase !== 'do' || Date.parse(until) > Date.parse(cycle.doEnds.at)) return undefined;
  return { code: 'EXTENSION_MUST_BE_LATER', field: '/until', params: { current: cycle.doEnds.at } };
}

function reviewerRule(cycle: Cycle, { by, standsInFor = [] }: Context): Rule {
  const reviewers = cycle.plan.reviewers ?? [];
  const speaksFor = [by, ...standsInFor].filter((person) => reviewers.includes(person));
  const [first] = speaksFor;
  if (first === undefined) return { code: 'YOU_ARE_NOT_A_REVIEWER', params: { reviewers } };
  const done = 'reviews' in cycle ? cycle.reviews.map(({ reviewer }) => reviewer) : [];
  return speaksFor.every((person) => done.includes(person))
    ? { code: 'REVIEW_ALREADY_RECORDED', params: { reviewer: first } }
    : undefined;
}
