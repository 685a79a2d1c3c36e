import { accept, refuse } from '../shared/result';
import type { Decision, Refusal } from '../shared/result';
import type { Instant, LocalDate } from '../shared/time';
import { ENGINE, owedKey } from './events';
import type { ReviewEvent } from './events';
import type { ReviewMemo } from './memo';
import type { ReviewRefusalCode } from './refusals';
import type { ReviewCommand } from './review.schema';
import { decisionId, isSettled, uncommented } from './state';
import type { Review, ReviewDecision, ReviewPhase } from './state';

/** Besides what people do: what the engine does by its timers, and a cycle that was opened for a measure. */
export type AnyReviewCommand =
  | ReviewCommand
  | { readonly type: 'LinkCycle'; readonly measure: string; readonly cycle: string }
  | { readonly type: 'LookForValues' | 'PrepareMemo' };

/** `due`: the working day that was asked for, and its end. */
export type ReviewFacts = {
  readonly today?: LocalDate;
  readonly due?: { readonly day: LocalDate; readonly at: Instant };
  readonly memo?: ReviewMemo;
  readonly arrived?: readonly string[];
};
export type ReviewContext = { readonly at: Instant; readonly by: string };
export type ReviewVerdict = Decision<ReviewEvent, ReviewRefusalCode>;

const ALLOWED = {
  Comment: ['collecting', 'prepared', 'held'],
  PrepareMemoNow: ['collecting', 'prepared'],
  HoldMeeting: ['prepared'],
  AmendMinutes: ['held', 'closed'],
  Decide: ['held'],
  SetDecisionStatus: ['collecting', 'prepared', 'held', 'closed'],
  Close: ['held'],
  Reopen: ['closed'],
  Postpone: ['collecting', 'prepared'],
  Cancel: ['collecting', 'prepared', 'held'],
  LinkCycle: ['collecting', 'prepared', 'held', 'closed'],
  LookForValues: ['collecting', 'prepared'],
  PrepareMemo: ['collecting'],
} as const satisfies Record<AnyReviewCommand['type'], readonly ReviewPhase[]>;

/** Why a command cannot be carried out, as far as that is known without asking; asked by the Update's validator, and by `decide`. */
export function refusalOf(command: AnyReviewCommand, review: Review): Refusal<ReviewRefusalCode> | undefined {
  const allowed: readonly ReviewPhase[] = ALLOWED[command.type];
  if (review.phase === 'cancelled') return { code: 'REVIEW_IS_CANCELLED', params: { at: review.cancelledAt } };
  if (!allowed.includes(review.phase))
    return { code: 'REVIEW_NOT_IN_THIS_PHASE', params: { phase: review.phase, allowed } };
  switch (command.type) {
    case 'Comment':
    case 'LinkCycle':
      return unknownMeasure(command.measure, review);
    case 'HoldMeeting':
      return twice(command);
    case 'Decide':
      return undecidable(command, review);
    case 'SetDecisionStatus':
      return decisionIn(review, command.decision) === undefined
        ? { code: 'NO_SUCH_DECISION', field: '/decision', params: { id: command.decision } }
        : undefined;
    case 'Close':
      return stillOpen(review);
    default:
      return undefined;
  }
}

/** What has to be fetched before `decide` can answer. */
export type ReviewFactsNeeded = {
  /** Today, and the end of this working day, or of the one so many after it. */
  readonly day?: { readonly from?: LocalDate; readonly workingDays: number };
  readonly memo?: true;
  readonly values?: true;
};
export function factsNeeded(command: AnyReviewCommand, review: Review): ReviewFactsNeeded {
  switch (command.type) {
    case 'HoldMeeting':
      return { day: { from: command.on, workingDays: 0 } };
    case 'Postpone':
      return { day: { from: command.meeting, workingDays: 0 } };
    case 'Decide':
      return command.due === undefined
        ? { day: { ...heldOn(review), workingDays: review.definition.followUpDays } }
        : { day: { from: command.due, workingDays: 0 } };
    case 'SetDecisionStatus':
      return { day: { workingDays: review.definition.followUpDays } };
    case 'PrepareMemo':
    case 'PrepareMemoNow':
      return { memo: true, values: true };
    case 'LookForValues':
      return { values: true };
    default:
      return {};
  }
}

/** Events that follow from a command, or its refusal. */
export function decide(
  command: AnyReviewCommand,
  review: Review,
  context: ReviewContext,
  facts: ReviewFacts = {},
): ReviewVerdict {
  const refusal = refusalOf(command, review);
  if (refusal !== undefined) return { ok: false, refusal };
  const { at, by } = context;
  switch (command.type) {
    case 'Comment':
      return accept({ type: 'Commented', at, by, measure: command.measure, text: command.text });
    case 'PrepareMemoNow':
    case 'PrepareMemo':
      return prepared(review, context, facts);
    case 'LookForValues':
      return accept(...arrivals(review, context, facts));
    case 'HoldMeeting':
      return held(command, context, need(facts.today));
    case 'AmendMinutes':
      return accept({ type: 'MinutesAmended', at, by, minutes: command.minutes, reason: command.reason });
    case 'Decide':
      return decided(command, review, context, facts);
    case 'SetDecisionStatus':
      return reported(command, review, context, facts);
    case 'LinkCycle':
      return review.cycles.some(({ measure, cycle }) => measure === command.measure && cycle === command.cycle)
        ? accept()
        : accept({ type: 'CycleLinked', at, by, measure: command.measure, cycle: command.cycle });
    case 'Close':
      return accept({ type: 'ReviewClosed', at, by, summary: command.summary });
    case 'Reopen':
      return accept({ type: 'ReviewReopened', at, by, reason: command.reason });
    case 'Postpone':
      return postponed(command, review, context, facts);
    case 'Cancel':
      return accept({ type: 'ReviewCancelled', at, by, reason: command.reason });
  }
}

type Command<Type extends AnyReviewCommand['type']> = Extract<AnyReviewCommand, { type: Type }>;

function unknownMeasure(measure: string, { measures }: Review): Refusal<ReviewRefusalCode> | undefined {
  if (measures.some((one) => one.measure === measure)) return undefined;
  const known = measures.map((one) => one.measure);
  return { code: 'NOT_A_MEASURE_OF_THE_REVIEW', field: '/measure', params: { measure, known } };
}

function twice({ present, absent }: Command<'HoldMeeting'>): Refusal<ReviewRefusalCode> | undefined {
  const both = absent.map(({ person }) => person).filter((person) => present.includes(person));
  return both.length === 0 ? undefined : { code: 'PRESENT_AND_ABSENT', field: '/absent', params: { persons: both } };
}

function undecidable({ key, measure }: Command<'Decide'>, review: Review): Refusal<ReviewRefusalCode> | undefined {
  if (decisionIn(review, decisionId(review.id, key)) !== undefined)
    return { code: 'DECISION_KEY_IS_TAKEN', field: '/key', params: { key } };
  return measure === undefined ? undefined : unknownMeasure(measure, review);
}

/** An earlier decision without a final status, or a red measure without a word, keeps a review open. */
function stillOpen(review: Review): Refusal<ReviewRefusalCode> | undefined {
  const decisions = review.earlier.filter((one) => !isSettled(one)).map(({ id }) => id);
  if (decisions.length > 0) return { code: 'EARLIER_DECISIONS_WITHOUT_STATUS', params: { decisions } };
  const measures = uncommented(review);
  return measures.length > 0 ? { code: 'RED_WITHOUT_A_COMMENT', params: { measures } } : undefined;
}

function prepared(review: Review, context: ReviewContext, facts: ReviewFacts): ReviewVerdict {
  const { at, by } = context;
  return accept(...arrivals(review, context, facts), { type: 'MemoPrepared', at, by, memo: need(facts.memo) });
}

function arrivals(review: Review, { at }: ReviewContext, { arrived = [] }: ReviewFacts): readonly ReviewEvent[] {
  const awaited = review.owed.filter(({ arrivedAt }) => arrivedAt === undefined).map(owedKey);
  const fresh = awaited.filter((key) => arrived.includes(key));
  return fresh.length === 0 ? [] : [{ type: 'ValuesArrived', at, by: ENGINE, arrived: fresh }];
}

function held(command: Command<'HoldMeeting'>, { at, by }: ReviewContext, today: LocalDate): ReviewVerdict {
  const { on, present, absent, minutes } = command;
  if (on > today) return refuse('MEETING_LIES_AHEAD', { field: '/on', params: { on, today } });
  const away = absent.map(({ person, reason }) => ({ person, ...(reason !== undefined && { reason }) }));
  return accept({ type: 'MeetingHeld', at, by, on, present, absent: away, minutes });
}

function decided(
  command: Command<'Decide'>,
  review: Review,
  { at, by }: ReviewContext,
  facts: ReviewFacts,
): ReviewVerdict {
  const due = need(facts.due);
  const [day, today] = [command.due ?? due.day, need(facts.today)];
  if (command.due !== undefined && day < today)
    return refuse('DECISION_DUE_IS_PAST', { field: '/due', params: { due: day, today } });
  const { key, text, owner, measure, cycle } = command;
  const decision: ReviewDecision = {
    ...{ id: decisionId(review.id, key), text, owner, due: day, dueAt: due.at, madeAt: at, reports: [] },
    ...(measure !== undefined && { measure }),
    ...(cycle !== undefined && { cycle }),
  };
  return accept({ type: 'DecisionMade', at, by, decision });
}

/** What is carried over from an earlier review goes on as a decision of this one, with a day of its own. */
function reported(
  { decision: id, status, note }: Command<'SetDecisionStatus'>,
  review: Review,
  { at, by }: ReviewContext,
  facts: ReviewFacts,
): ReviewVerdict {
  const set = { type: 'DecisionStatusSet', at, by, decision: id, status, note } as const;
  const carried = review.earlier.find((one) => one.id === id);
  const goesOn = review.decisions.some(({ carries }) => carries === id);
  if (status !== 'carried-over' || carried === undefined || goesOn) return accept(set);
  if (review.phase === 'closed')
    return refuse('REVIEW_NOT_IN_THIS_PHASE', { params: { phase: review.phase, allowed: ['held'] } });
  const due = need(facts.due);
  const decision: ReviewDecision = {
    ...carried,
    id: decisionId(review.id, keyFor(carried.id, review)),
    ...{ due: due.day, dueAt: due.at, madeAt: at, carries: id, reports: [] },
  };
  return accept<ReviewEvent>(set, { type: 'DecisionMade', at, by, decision });
}

function keyFor(earlier: string, review: Review): string {
  const key = earlier.slice(earlier.indexOf('#') + 1);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? key : `${key.slice(0, 55)}-${number}`;
    if (decisionIn(review, decisionId(review.id, free)) === undefined) return free;
  }
}

function postponed(
  { meeting, reason }: Command<'Postpone'>,
  { dates }: Review,
  { at, by }: ReviewContext,
  facts: ReviewFacts,
): ReviewVerdict {
  const today = need(facts.today);
  if (meeting < today) return refuse('MEETING_WOULD_BE_PAST', { field: '/meeting', params: { meeting, today } });
  if (meeting === dates.meeting) return refuse('MEETING_IS_ON_THAT_DAY', { field: '/meeting', params: { meeting } });
  return accept({ type: 'MeetingPostponed', at, by, meeting, meetingAt: need(facts.due).at, reason });
}

const decisionIn = ({ earlier, decisions }: Review, id: string): ReviewDecision | undefined =>
  [...earlier, ...decisions].find((one) => one.id === id);

const heldOn = (review: Review): { readonly from?: LocalDate } =>
  'meeting' in review && review.meeting !== undefined ? { from: review.meeting.on } : {};

function need<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error('a fact the decision needs was not fetched');
  return fact;
}
