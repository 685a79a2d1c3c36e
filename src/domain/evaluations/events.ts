import type { Instant, LocalDate } from '../shared/time';
import type { Assigned } from './evaluation.schema';
import type { Changes, DisputedPoint, Goal, LeaderPoints, PointDecision, Points, Ruled, Segment } from './state';

/** A person's id, or `ENGINE` for what the period does by itself. */
export const ENGINE = 'kairyo';

/** Where somebody stands in the period, as posts and absences say. `excluded`: why they are not rated. */
export type Placed = {
  readonly unit: string;
  /** The office of the unit. */
  readonly agency: string;
  readonly position: string;
  readonly duties: string;
  readonly kind: string;
  readonly leader: boolean;
  readonly manager?: string;
  readonly approver?: string;
  readonly segments: readonly Segment[];
  /** Working days really worked ÷ those of the period, 0 to 1. */
  readonly workingShare: number;
  readonly excluded?: string;
};
/** Score and class as told to the person. */
export type ToldResult = { readonly total?: number; readonly class?: string; readonly why?: string };

type OfItem = { readonly item: string; readonly lateEntry?: true };
/**
 * Working days by which the item is late, net of waiting, with all that is known after this event: it is counted on the
 * calendar of that day, so that a calendar edited later changes no score.
 */
type WithLate = { readonly lateDays?: number };

type Happened = { readonly at: Instant; readonly by: string };
export type EvaluationEvent = Happened &
  (
    | ({
        readonly type: 'EvaluationOpened';
        readonly id: string;
        readonly periodId: string;
        readonly person: string;
        readonly period: string;
        readonly scheme: { readonly id: string; readonly version: number };
        readonly rules: Ruled;
      } & Placed)
    | ({ readonly type: 'PlaceAdjusted' } & Placed)
    | { readonly type: 'StepBegan'; readonly phase: 'self' | 'rating' }
    | ({ readonly type: 'WorkAssigned' } & Assigned & OfItem & { readonly coefficient: number })
    | ({
        readonly type: 'WorkRevised';
        readonly due?: LocalDate;
        readonly quantity?: number;
        readonly reason: string;
      } & OfItem &
        WithLate)
    | ({ readonly type: 'WorkWithdrawn'; readonly reason: string } & OfItem)
    | ({ readonly type: 'DoneReported'; readonly doneOn: LocalDate; readonly evidence?: readonly string[] } & OfItem &
        WithLate)
    | ({ readonly type: 'DoneTakenBack'; readonly reason: string } & OfItem)
    | ({ readonly type: 'QualityChecked'; readonly passed: boolean; readonly note?: string } & OfItem)
    | ({ readonly type: 'DelayNoted'; readonly on: LocalDate; readonly note?: string } & OfItem)
    | ({ readonly type: 'WaitingBegan'; readonly on: LocalDate; readonly waitingFor: string } & OfItem & WithLate)
    | ({ readonly type: 'WaitingEnded'; readonly on: LocalDate } & OfItem & WithLate)
    | ({
        readonly type: 'ObjectiveCauseRequested';
        readonly reason: string;
        readonly evidence?: readonly string[];
      } & OfItem)
    | ({ readonly type: 'ObjectiveCauseDecided'; readonly granted: boolean; readonly reason: string } & OfItem)
    | { readonly type: 'SelfAssessed'; readonly ratings: Points; readonly note?: string }
    | {
        readonly type: 'Rated';
        readonly ratings: Points;
        readonly leader?: LeaderPoints;
        readonly reasons?: Readonly<Record<string, string>>;
        readonly note?: string;
        /** Nobody approves in this scheme. */
        readonly approved?: true;
      }
    | { readonly type: 'Approved'; readonly note?: string }
    | { readonly type: 'SentBack'; readonly reason: string }
    | { readonly type: 'Calibrated'; readonly ratings: Points; readonly reason: string }
    | { readonly type: 'GoalsSet'; readonly goals: readonly Goal[] }
    | { readonly type: 'IndicatorsNoted'; readonly scores: Points }
    | {
        readonly type: 'OverrideRecorded';
        readonly override: string;
        readonly document: string;
        readonly from: LocalDate;
      }
    | { readonly type: 'OverrideRevoked'; readonly override: string; readonly reason: string }
    | { readonly type: 'Excluded'; readonly reason: string }
    | { readonly type: 'Included'; readonly reason: string }
    | { readonly type: 'Paused'; readonly reason: string }
    | { readonly type: 'Resumed'; readonly reason: string }
    | {
        readonly type: 'Transferred';
        readonly unit: string;
        readonly agency?: string;
        readonly on: LocalDate;
        readonly manager?: string;
        readonly approver?: string;
        readonly reason: string;
      }
    /** `appealUntil`: the last working day to appeal. `lowered`: the class is that of the quota, not of the points. */
    | ({
        readonly type: 'ResultPublished';
        readonly appealUntil: LocalDate;
        readonly lowered?: true;
        readonly subordinates?: readonly string[];
      } & ToldResult)
    | {
        readonly type: 'Appealed';
        readonly points: readonly DisputedPoint[];
        readonly decideUntil: LocalDate;
      }
    | { readonly type: 'AppealWithdrawn'; readonly reason: string }
    | { readonly type: 'AppealDecided'; readonly decisions: readonly PointDecision[]; readonly changes?: Changes }
    | { readonly type: 'Corrected'; readonly changes: Changes; readonly reason: string }
    /** What was told is different now: follows from an appeal, a correction, a finding or a subordinate's result. */
    | {
        readonly type: 'ResultRevised';
        readonly before: ToldResult;
        readonly after: ToldResult;
        readonly reason: string;
        readonly subordinates?: readonly string[];
      }
    | { readonly type: 'EvaluationFinal' }
  );
export type EventOf<Type extends EvaluationEvent['type']> = Extract<EvaluationEvent, { type: Type }>;
