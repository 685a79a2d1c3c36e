import type { Instant, IsoDuration } from '../shared/time';
import type { Deadline } from './deadline';
import type { DraftPlan } from './cycle.schema';
import type { CheckResult } from './verdict';

/** Who acts: a person's id, or the engine's own clock. */
export type Actor = string;
export const ENGINE: Actor = 'kairyo';

/** A plan the gate let through: nothing that Do, Check and Act rely on is missing. */
export type ApprovedPlan = DraftPlan &
  Required<Pick<DraftPlan, 'problem' | 'causes' | 'aim' | 'indicators' | 'countermeasures' | 'do' | 'reviewers'>>;

/** What an earlier cycle of the series decided and still needs a word about. */
export type EarlierDecision = { readonly cycle: string; readonly decision: DecisionKind; readonly reason: string };

export type DecisionKind = 'adopt' | 'adapt' | 'expand' | 'abandon';
export type DecisionRecord = {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly signer: Actor;
  /** The absent person whose deputy the signer was. */
  readonly inPlaceOf?: Actor;
  readonly at: Instant;
  readonly newVersion?: string;
  readonly training?: string;
  readonly sustainAfter?: IsoDuration;
  readonly scope?: string;
  /** The cycle that follows from the decision: next of the series (adapt) or next stage of the roll-out (expand). */
  readonly next?: NextCycle;
};

export type NextCycle = {
  readonly id: string;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly stage: number;
  readonly title: string;
  readonly lead: Actor;
  readonly plan: DraftPlan;
};

export type Review = {
  readonly by: Actor;
  /** The reviewer this counts for: `by` themself, or whom they stand in for. */
  readonly reviewer: Actor;
  readonly at: Instant;
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly learning: readonly string[];
  readonly predictionCompared: string;
};

export const FIDELITY_QUESTIONS = [
  'aim-measurable-and-dated',
  'prediction-before-do',
  'small-scale-first',
  'data-over-time',
  'prediction-compared',
  'decision-with-reason',
  'next-step-follows',
] as const;
export type Fidelity = Readonly<Record<(typeof FIDELITY_QUESTIONS)[number], boolean>>;

type By = { readonly by: Actor; readonly at: Instant };
/** The absent person whose deputy `by` was; missing: `by` did it in their own right. */
type InPlaceOf = { readonly inPlaceOf?: Actor };

export type CycleEvent = By &
  (
    | {
        readonly type: 'CycleLaunched';
        readonly id: string;
        readonly unit: string;
        readonly procedure: string;
        readonly no: number;
        readonly stage: number;
        readonly title: string;
        readonly lead: Actor;
        readonly plan: DraftPlan;
        readonly earlier?: EarlierDecision;
      }
    | { readonly type: 'PlanRevised'; readonly plan: DraftPlan; readonly title?: string }
    | { readonly type: 'PlanWithdrawn'; readonly reason: string }
    | (InPlaceOf & {
        readonly type: 'PlanApproved';
        readonly note?: string;
        readonly plan: ApprovedPlan;
        readonly doEnds: Deadline;
      })
    | {
        readonly type: 'CountermeasureProgressed';
        readonly countermeasure: string;
        readonly status: 'planned' | 'started' | 'done' | 'dropped';
        readonly note?: string;
      }
    | { readonly type: 'DeviationNoted'; readonly text: string; readonly occurredOn?: string }
    | { readonly type: 'CyclePaused'; readonly reason: string; readonly remainingMs: number }
    | { readonly type: 'CycleResumed'; readonly reason: string; readonly due: Deadline }
    | { readonly type: 'DoExtended'; readonly reason: string; readonly doEnds: Deadline }
    | { readonly type: 'DoEndedEarly'; readonly reason: string }
    | { readonly type: 'CycleRescheduled'; readonly reason: string; readonly due: Deadline }
    | { readonly type: 'CycleCancelled'; readonly reason: string }
    | { readonly type: 'ReviewersChanged'; readonly reviewers: readonly Actor[]; readonly reason: string }
    | { readonly type: 'CheckOpened'; readonly result: CheckResult; readonly reviewDue: Deadline }
    | { readonly type: 'CheckRecomputed'; readonly reason: string; readonly result: CheckResult }
    | { readonly type: 'ReviewRecorded'; readonly review: Review }
    | { readonly type: 'ActOpened'; readonly decisionDue: Deadline }
    | {
        readonly type: 'EarlierDecisionClosed';
        readonly status: 'done' | 'dropped' | 'carried-over';
        readonly reason: string;
      }
    | (InPlaceOf & {
        readonly type: 'CycleDecided';
        readonly decision: DecisionRecord;
        readonly fidelity: Fidelity;
        readonly sustainDue?: Deadline;
      })
    | { readonly type: 'SustainChecked'; readonly result: CheckResult; readonly held: boolean }
  );
