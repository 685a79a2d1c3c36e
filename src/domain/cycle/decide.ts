import { given } from '../shared/given';
import { accept, refuse } from '../shared/result';
import type { Decision, Refusal } from '../shared/result';
import type { Instant } from '../shared/time';
import type { CycleCommand, DraftPlan } from './cycle.schema';
import { remaining, REVIEW_WORKING_DAYS, DECISION_WORKING_DAYS, termFrom } from './deadline';
import type { Deadline, DeadlineBasis } from './deadline';
import type { Actor, CycleEvent, DecisionKind, DecisionRecord, NextCycle, Review } from './events';
import { ENGINE } from './events';
import { fidelityOf } from './fidelity';
import { isComplete, missingIn } from './gate';
import { nextPlan } from './nextPlan';
import type { CycleRefusalCode } from './refusals';
import { rulesOf } from './rules';
import type { Cycle } from './state';
import type { CheckResult } from './verdict';

/** Commands the engine gives itself: when a timer fires or a calendar changed. */
export type SystemCommand =
  | { readonly type: 'OpenCheck' }
  | { readonly type: 'CheckSustain' }
  | { readonly type: 'RescheduleCycle'; readonly reason: string };

export type AnyCycleCommand = CycleCommand | SystemCommand;

/** What a decision needs from outside; fetched first, see `factsNeeded`. */
export type Facts = {
  readonly deadline?: Deadline;
  readonly result?: CheckResult;
  readonly next?: { readonly id: string; readonly unit: string; readonly no: number; readonly blockedBy?: string };
};

export type Context = {
  readonly at: Instant;
  readonly by: Actor;
  /** Reviewers the actor stands in for today. */
  readonly standsInFor?: readonly Actor[];
  /** Absent people without whom the actor would not be allowed this; empty or missing: by the actor's own right. */
  readonly inPlaceOf?: readonly Actor[];
};

export type CycleDecision = Decision<CycleEvent, CycleRefusalCode>;
type CycleRefusal = Refusal<CycleRefusalCode>;
type Of<Type extends AnyCycleCommand['type']> = Extract<AnyCycleCommand, { type: Type }>;
type Deciding = Of<'AdoptChange'> | Of<'AdaptChange'> | Of<'ExpandChange'> | Of<'AbandonChange'>;

/** Why a command cannot be carried out, or undefined. Asked by the Update's validator, and again by `decide`. */
export const refusalOf = (command: AnyCycleCommand, cycle: Cycle, context: Context): CycleRefusal | undefined =>
  rulesOf(command, cycle, context);

/** What has to be fetched before `decide` can answer: a date on the calendar, a comparison of cases, the next number of the series. */
export type FactsNeeded = {
  readonly basis?: DeadlineBasis;
  readonly check?: { readonly closesAt: Instant };
  readonly next?: { readonly unit: string; readonly stage: number };
};

export function factsNeeded(command: AnyCycleCommand, cycle: Cycle, context: Context): FactsNeeded {
  const { at } = context;
  const plan: DraftPlan = cycle.plan;
  switch (command.type) {
    case 'ApprovePlan':
      return plan.do === undefined ? {} : { basis: { kind: 'duration', from: at, duration: plan.do } };
    case 'ResumeCycle':
      return 'paused' in cycle && cycle.paused !== undefined ? { basis: remaining(at, cycle.paused.remainingMs) } : {};
    case 'ExtendDo':
      return cycle.phase === 'do' ? { basis: extensionBasis(command, cycle.doEnds) } : {};
    case 'RescheduleCycle': {
      const due = dueOf(cycle);
      return due === undefined ? {} : { basis: due.basis };
    }
    case 'OpenCheck':
    case 'EndDoEarly':
      return { check: { closesAt: at }, basis: termFrom(at, plan.check ?? REVIEW_WORKING_DAYS) };
    case 'RecomputeCheck':
      return 'checkOpenedAt' in cycle ? { check: { closesAt: cycle.checkOpenedAt } } : {};
    case 'CheckSustain':
      return { check: { closesAt: at } };
    case 'RecordReview':
    case 'CloseEarlierDecision':
    case 'ChangeReviewers':
      return { basis: termFrom(at, plan.act ?? DECISION_WORKING_DAYS) };
    case 'AdoptChange':
      return command.sustainAfter === undefined
        ? {}
        : { basis: { kind: 'duration', from: at, duration: command.sustainAfter } };
    case 'AdaptChange':
      return { next: { unit: cycle.unit, stage: cycle.stage } };
    case 'ExpandChange':
      return { next: { unit: command.unit ?? cycle.unit, stage: cycle.stage + 1 } };
    case 'RevisePlan':
    case 'WithdrawPlan':
    case 'ProgressCountermeasure':
    case 'NoteDeviation':
    case 'PauseCycle':
    case 'CancelCycle':
    case 'AbandonChange':
      return {};
  }
}

const extensionBasis = (command: Of<'ExtendDo'>, current: Deadline): DeadlineBasis =>
  command.until === undefined
    ? { kind: 'duration', from: current.at, duration: command.by ?? 'PT0S' }
    : { kind: 'fixed', at: new Date(command.until).toISOString() };

/** The deadline of the phase the cycle is in, if it has one. */
export function dueOf(cycle: Cycle): Deadline | undefined {
  switch (cycle.phase) {
    case 'do':
      return cycle.doEnds;
    case 'check':
      return cycle.reviewDue;
    case 'act':
      return cycle.decisionDue;
    case 'plan':
      return undefined;
    case 'closed':
      return cycle.outcome === 'decided' && cycle.sustain?.result === undefined ? cycle.sustain?.due : undefined;
  }
}

/** Events that follow from a command, or its refusal. Pure: the same question has the same answer, for ever. */
export function decide(command: AnyCycleCommand, cycle: Cycle, context: Context, facts: Facts = {}): CycleDecision {
  const refusal = refusalOf(command, cycle, context);
  if (refusal !== undefined) return { ok: false, refusal };
  const by = { by: context.by, at: context.at };
  switch (command.type) {
    case 'RevisePlan':
      return accept({
        ...by,
        type: 'PlanRevised',
        plan: { ...cycle.plan, ...command.plan },
        ...given({ title: command.title }),
      });
    case 'WithdrawPlan':
      return accept({ ...by, type: 'PlanWithdrawn', reason: command.reason });
    case 'ApprovePlan':
      return approve(command, cycle, context, need(facts.deadline));
    case 'ProgressCountermeasure': {
      const { countermeasure, status, note } = command;
      return accept({ ...by, type: 'CountermeasureProgressed', countermeasure, status, ...given({ note }) });
    }
    case 'NoteDeviation':
      return accept({
        ...by,
        type: 'DeviationNoted',
        text: command.text,
        ...given({ occurredOn: command.occurredOn }),
      });
    case 'PauseCycle':
      return accept({
        ...by,
        type: 'CyclePaused',
        reason: command.reason,
        remainingMs: remainingMs(cycle, context.at),
      });
    case 'ResumeCycle':
      return accept({ ...by, type: 'CycleResumed', reason: command.reason, due: need(facts.deadline) });
    case 'ExtendDo':
      return extend(command, cycle, context, need(facts.deadline));
    case 'RescheduleCycle': {
      const due = dueOf(cycle);
      if (due === undefined || facts.deadline === undefined || facts.deadline.at === due.at) return accept();
      return accept({ ...by, type: 'CycleRescheduled', reason: command.reason, due: facts.deadline });
    }
    case 'EndDoEarly':
      return accept({ ...by, type: 'DoEndedEarly', reason: command.reason }, openCheck(context, facts));
    case 'OpenCheck':
      return accept(openCheck(context, facts));
    case 'RecomputeCheck':
      return accept({ ...by, type: 'CheckRecomputed', reason: command.reason, result: need(facts.result) });
    case 'CheckSustain':
      return sustain(cycle, context, need(facts.result));
    case 'CancelCycle':
      return accept({ ...by, type: 'CycleCancelled', reason: command.reason });
    case 'ChangeReviewers': {
      const changed: CycleEvent = {
        ...by,
        type: 'ReviewersChanged',
        reviewers: command.reviewers,
        reason: command.reason,
      };
      return accept(changed, ...actOpens(cycle, command.reviewers, reviewed(cycle), context, facts));
    }
    case 'RecordReview':
      return review(command, cycle, context, facts);
    case 'CloseEarlierDecision': {
      const { status, reason } = command;
      const closed: CycleEvent = { ...by, type: 'EarlierDecisionClosed', status, reason };
      const settled: Cycle =
        cycle.earlier === undefined ? cycle : { ...cycle, earlier: { ...cycle.earlier, closed: { status, reason } } };
      return accept(closed, ...actOpens(settled, cycle.plan.reviewers ?? [], reviewed(cycle), context, facts));
    }
    case 'AdoptChange':
    case 'AdaptChange':
    case 'ExpandChange':
    case 'AbandonChange':
      return conclude(command, cycle, context, facts);
  }
}

function approve(command: Of<'ApprovePlan'>, cycle: Cycle, context: Context, doEnds: Deadline): CycleDecision {
  const { at, by, inPlaceOf: represented = [] } = context;
  const { plan, authors } = cycle;
  const inPlaceOf = represented.find((person) => !authors.includes(person));
  if (!isComplete(plan)) return refuse('PLAN_IS_INCOMPLETE', { params: { count: missingIn(plan).length } });
  return accept({ type: 'PlanApproved', at, by, plan, doEnds, ...given({ note: command.note, inPlaceOf }) });
}

function extend(command: Of<'ExtendDo'>, cycle: Cycle, { at, by }: Context, doEnds: Deadline): CycleDecision {
  const current = dueOf(cycle);
  if (current !== undefined && doEnds.at <= current.at)
    return refuse('EXTENSION_MUST_BE_LATER', {
      field: command.until === undefined ? '/by' : '/until',
      params: { current: current.at },
    });
  return accept({ type: 'DoExtended', at, by, reason: command.reason, doEnds });
}

function openCheck({ at, by }: Context, facts: Facts): CycleEvent {
  return { type: 'CheckOpened', at, by, result: need(facts.result), reviewDue: need(facts.deadline) };
}

function review(command: Of<'RecordReview'>, cycle: Cycle, context: Context, facts: Facts): CycleDecision {
  const { at, by } = context;
  const { type: _type, ...said } = command;
  const reviewer = reviewerFor(cycle.plan.reviewers ?? [], reviewed(cycle), context) ?? by;
  const record: Review = { by, at, reviewer, ...said };
  const recorded: CycleEvent = { type: 'ReviewRecorded', at, by, review: record };
  return accept(
    recorded,
    ...actOpens(cycle, cycle.plan.reviewers ?? [], [...reviewed(cycle), reviewer], context, facts),
  );
}

/** For whom the actor reviews: themself first, else somebody they stand in for who has not reviewed yet. */
export const reviewerFor = (
  reviewers: readonly Actor[],
  done: readonly Actor[],
  { by, standsInFor = [] }: Context,
): Actor | undefined => [by, ...standsInFor].find((person) => reviewers.includes(person) && !done.includes(person));

/** Act opens when every reviewer has spoken and no earlier decision waits for its status. */
function actOpens(
  cycle: Cycle,
  reviewers: readonly Actor[],
  done: readonly Actor[],
  { at }: Context,
  facts: Facts,
): CycleEvent[] {
  const settled = cycle.earlier === undefined || cycle.earlier.closed !== undefined;
  const complete = cycle.phase === 'check' && settled && reviewers.every((person) => done.includes(person));
  return complete ? [{ type: 'ActOpened', at, by: ENGINE, decisionDue: need(facts.deadline) }] : [];
}

export const reviewed = (cycle: Cycle): readonly Actor[] =>
  'reviews' in cycle ? cycle.reviews.map(({ reviewer }) => reviewer) : [];

const KINDS = {
  AdoptChange: 'adopt',
  AdaptChange: 'adapt',
  ExpandChange: 'expand',
  AbandonChange: 'abandon',
} as const satisfies Record<Deciding['type'], DecisionKind>;

function conclude(command: Deciding, cycle: Cycle, context: Context, facts: Facts): CycleDecision {
  const { at, by, inPlaceOf: [inPlaceOf] = [] } = context;
  if (cycle.phase !== 'act') throw new Error('rules let a decision through outside Act');
  if (facts.next?.blockedBy !== undefined)
    return refuse('NEXT_CYCLE_ALREADY_OPEN', { params: { open: facts.next.blockedBy } });
  const next = nextCycle(command, cycle, facts);
  const decision: DecisionRecord = {
    kind: KINDS[command.type],
    reason: command.reason,
    signer: by,
    ...given({ inPlaceOf }),
    at,
    ...(command.type === 'AdoptChange' ? { newVersion: command.newVersion, training: command.training } : {}),
    ...(command.type === 'AdoptChange' ? given({ sustainAfter: command.sustainAfter }) : {}),
    ...(command.type === 'ExpandChange' ? { scope: command.scope } : {}),
    ...given({ next }),
  };
  const sustainDue =
    command.type === 'AdoptChange' && command.sustainAfter !== undefined ? need(facts.deadline) : undefined;
  return accept({
    type: 'CycleDecided',
    at,
    by,
    ...given({ inPlaceOf }),
    decision,
    fidelity: fidelityOf(cycle, decision),
    ...given({ sustainDue }),
  });
}

function nextCycle(command: Deciding, cycle: Extract<Cycle, { phase: 'act' }>, facts: Facts): NextCycle | undefined {
  if (command.type !== 'AdaptChange' && command.type !== 'ExpandChange') return undefined;
  const { id, unit, no } = need(facts.next);
  const stage = command.type === 'ExpandChange' ? cycle.stage + 1 : cycle.stage;
  const { procedure, title, lead } = cycle;
  return { id, unit, procedure, no, stage, title, lead, plan: nextPlan(command, cycle.plan) };
}

/** The standard held when no indicator that improved is worse now than before the change. */
function sustain(cycle: Cycle, { at, by }: Context, result: CheckResult): CycleDecision {
  const improved =
    'checks' in cycle ? (cycle.checks.at(-1)?.verdicts ?? []).filter(({ verdict }) => verdict === 'improved') : [];
  const held = improved.every(({ indicator }) =>
    result.verdicts.some((now) => now.indicator === indicator && now.verdict === 'improved'),
  );
  return accept({ type: 'SustainChecked', at, by, result, held });
}

const remainingMs = (cycle: Cycle, at: Instant): number => {
  const due = dueOf(cycle);
  return due === undefined ? 0 : Math.max(0, Date.parse(due.at) - Date.parse(at));
};

function need<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error('a fact the decision needs was not fetched');
  return fact;
}
