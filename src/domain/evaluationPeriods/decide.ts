import { accept, refuse } from '../shared/result';
import type { Decision, Refusal } from '../shared/result';
import type { Instant, LocalDate } from '../shared/time';
import { drawn } from './fairness/sample';
import type { PeriodEvent } from './events';
import type { PeriodCommand } from './period.schema';
import { acceptQuota, exceededGroups } from './quota';
import type { QuotaGroup } from './quota';
import type { PeriodRefusalCode } from './refusals';
import { STEPS } from './state';
import type { Deadline, EvaluationPeriod, PeriodDates, PeriodPhase, Step } from './state';

/** Besides what people do: what the engine does by its timers and when a batch is through. `ApproveMany` is a command to the evaluations. */
export type AnyPeriodCommand =
  | Exclude<PeriodCommand, { type: 'ApproveMany' }>
  | { readonly type: 'BeginStep'; readonly phase: PeriodPhase }
  | { readonly type: 'NoteOpened'; readonly people: number; readonly excluded: number }
  | { readonly type: 'NotePublished'; readonly told: number };

/** Who is not rated yet: how many, and some of them by id. */
export type Unrated = { readonly count: number; readonly persons: readonly string[] };
/** `dates`: as `ExtendStep` or `ResumePeriod` makes them. */
export type PeriodFacts = {
  readonly today?: LocalDate;
  readonly dates?: PeriodDates;
  readonly appealsUntil?: Deadline;
  readonly unrated?: Unrated;
  readonly quota?: readonly QuotaGroup[];
  readonly openAppeals?: Unrated;
  /** Everybody who is rated. */
  readonly rated?: readonly string[];
};
export type PeriodContext = { readonly at: Instant; readonly by: string };
export type PeriodVerdict = Decision<PeriodEvent, PeriodRefusalCode>;

const RUNNING = ['collecting', 'selfAssessment', 'rating', 'approval', 'calibration'] as const;
/** Deadlines are the latest days: whoever is done before them goes on. */
const OVER = ['selfAssessment', 'rating', 'approval', 'calibration'] as const;
const ALLOWED = {
  NoteOpened: ['opening'],
  BeginStep: ['collecting', 'selfAssessment', 'rating', 'approval'],
  HoldCalibration: OVER,
  AcceptQuota: OVER,
  DrawSample: [...OVER, 'published', 'appeals'],
  Publish: OVER,
  NotePublished: ['published'],
  Finalise: ['appeals'],
  PausePeriod: RUNNING,
  ResumePeriod: RUNNING,
  ExtendStep: RUNNING,
  CancelPeriod: ['opening', ...RUNNING],
} as const satisfies Record<AnyPeriodCommand['type'], readonly PeriodPhase[]>;

/** Why a command cannot be carried out, as far as that is known without asking; asked by the Update's validator, and by `decide`. */
export function refusalOf(command: AnyPeriodCommand, period: EvaluationPeriod): Refusal<PeriodRefusalCode> | undefined {
  const allowed: readonly PeriodPhase[] = ALLOWED[command.type];
  if (period.cancelled !== undefined) return { code: 'PERIOD_IS_CANCELLED', params: { at: period.cancelled.at } };
  if (!allowed.includes(period.phase))
    return { code: 'PERIOD_NOT_IN_THIS_PHASE', params: { phase: period.phase, allowed } };
  const { paused } = period;
  if (paused === undefined && command.type === 'ResumePeriod') return { code: 'PERIOD_IS_NOT_PAUSED' };
  if (paused !== undefined && command.type !== 'ResumePeriod' && command.type !== 'CancelPeriod')
    return { code: 'PERIOD_IS_PAUSED', params: { reason: paused.reason } };
  if (command.type === 'ExtendStep') return unextendable(command, period);
  if (command.type === 'Publish' && period.calibration === undefined) return { code: 'CALIBRATION_NOT_HELD' };
  if (command.type === 'AcceptQuota' && period.scheme.quotas.length === 0) return { code: 'NO_QUOTA_IN_SCHEME' };
  return undefined;
}

const OVER_AFTER = { selfAssessment: 2, managerRating: 3, approval: 4, calibration: 5, publication: 5 } as const;
const ORDER: readonly PeriodPhase[] = ['opening', ...RUNNING, 'published'];

function unextendable(
  { step, to }: Extract<AnyPeriodCommand, { type: 'ExtendStep' }>,
  { phase, dates }: EvaluationPeriod,
): Refusal<PeriodRefusalCode> | undefined {
  if (ORDER.indexOf(phase) > OVER_AFTER[step]) return { code: 'STEP_IS_OVER', field: '/step', params: { step } };
  const { day } = dates.steps[step];
  return to <= day ? { code: 'EXTENSION_IS_NOT_LATER', field: '/to', params: { to, day } } : undefined;
}

/** What has to be fetched before `decide` can answer. */
export type PeriodFactsNeeded = {
  readonly extended?: { readonly step: Step; readonly to: LocalDate };
  readonly resumed?: { readonly from: Instant };
  readonly appealsUntil?: { readonly workingDays: number };
  readonly unrated?: true;
  readonly quota?: true;
  readonly openAppeals?: true;
  readonly rated?: true;
};
export function factsNeeded(command: AnyPeriodCommand, { scheme, paused }: EvaluationPeriod): PeriodFactsNeeded {
  switch (command.type) {
    case 'ExtendStep':
      return { extended: { step: command.step, to: command.to } };
    case 'ResumePeriod':
      return paused === undefined ? {} : { resumed: { from: paused.at } };
    case 'NotePublished':
      return { appealsUntil: { workingDays: scheme.deadlines.appeal } };
    case 'AcceptQuota':
      return { quota: true };
    case 'Publish':
      return { unrated: true, quota: true };
    case 'Finalise':
      return { openAppeals: true };
    case 'DrawSample':
      return { rated: true };
    default:
      return {};
  }
}

/** Events that follow from a command, or its refusal. */
export function decide(
  command: AnyPeriodCommand,
  period: EvaluationPeriod,
  { at, by }: PeriodContext,
  facts: PeriodFacts = {},
): PeriodVerdict {
  const refusal = refusalOf(command, period);
  if (refusal !== undefined) return { ok: false, refusal };
  switch (command.type) {
    case 'NoteOpened':
      return accept({ type: 'EverybodyOpened', at, by, people: command.people, excluded: command.excluded });
    case 'BeginStep':
      return ORDER.indexOf(command.phase) === ORDER.indexOf(period.phase) + 1
        ? accept({ type: 'StepBegan', at, by, phase: command.phase })
        : accept();
    case 'HoldCalibration':
      return accept({ type: 'CalibrationHeld', at, by, attendance: command.attendance, minutes: command.minutes });
    case 'AcceptQuota': {
      const accepted = acceptQuota(need(facts.quota), command);
      return accepted.ok ? accept({ type: 'QuotaAccepted', at, by, ...accepted.value }) : accepted;
    }
    case 'DrawSample':
      return sampled(command, { at, by }, need(facts.rated));
    case 'Publish':
      return published(period, { at, by }, facts);
    case 'NotePublished':
      return accept({ type: 'ResultsPublished', at, by, told: command.told, appealsUntil: need(facts.appealsUntil) });
    case 'Finalise':
      return finalised(period, { at, by }, need(facts.openAppeals));
    case 'PausePeriod':
      return accept({ type: 'PeriodPaused', at, by, reason: command.reason });
    case 'ResumePeriod':
      return accept({ type: 'PeriodResumed', at, by, reason: command.reason, dates: need(facts.dates) });
    case 'ExtendStep':
      return extended(command, { at, by }, facts);
    case 'CancelPeriod':
      return accept({ type: 'PeriodCancelled', at, by, reason: command.reason });
  }
}

function sampled(
  { size, seed: wished }: Extract<AnyPeriodCommand, { type: 'DrawSample' }>,
  context: PeriodContext,
  rated: readonly string[],
): PeriodVerdict {
  const seed = wished ?? `${context.at}/${context.by}`;
  const persons = drawn(rated, { seed, size });
  return accept({ type: 'SampleDrawn', ...context, seed, size, among: rated.length, persons });
}

function extended(
  { step, to, reason }: Extract<AnyPeriodCommand, { type: 'ExtendStep' }>,
  { at, by }: PeriodContext,
  facts: PeriodFacts,
): PeriodVerdict {
  const today = need(facts.today);
  if (to < today) return refuse('EXTENSION_IS_PAST', { field: '/to', params: { to, today } });
  return accept({ type: 'StepExtended', at, by, step, to, reason, dates: need(facts.dates) });
}

/** Nobody is left unrated without a decision about it, and nobody is above a quota that nobody looked at. */
function published(period: EvaluationPeriod, { at, by }: PeriodContext, facts: PeriodFacts): PeriodVerdict {
  const { count, persons } = need(facts.unrated);
  if (count > 0) return refuse('SOMEBODY_IS_UNRATED', { params: { count, persons } });
  const groups = exceededGroups(need(facts.quota), period.quota);
  if (groups.length > 0) return refuse('QUOTA_IS_EXCEEDED', { params: { groups } });
  return accept({ type: 'PublicationDecided', at, by });
}

function finalised({ appealsUntil }: EvaluationPeriod, { at, by }: PeriodContext, open: Unrated): PeriodVerdict {
  if (appealsUntil !== undefined && at < appealsUntil.at)
    return refuse('APPEALS_ARE_STILL_POSSIBLE', { params: { day: appealsUntil.day } });
  const { count, persons } = open;
  if (count > 0) return refuse('APPEALS_ARE_OPEN', { params: { count, persons } });
  return accept({ type: 'PeriodFinal', at, by });
}

function need<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error('a fact the decision needs was not fetched');
  return fact;
}

export const stepsOf = (period: EvaluationPeriod): readonly (Deadline & { readonly step: Step })[] =>
  STEPS.map((step) => ({ step, ...period.dates.steps[step] }));
