import type { Instant } from '../shared/time';
import type { Deadline } from './deadline';
import type { DraftPlan } from './cycle.schema';
import type { ApprovedPlan, DecisionRecord, EarlierDecision, Fidelity, Review } from './events';
import type { CheckResult } from './verdict';

/** What every cycle has from its launch on. JSON-plain. */
type Common = {
  readonly id: string;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly stage: number;
  readonly title: string;
  readonly lead: string;
  readonly launchedAt: Instant;
  /** Everyone who wrote on the plan: none of them may approve it. */
  readonly authors: readonly string[];
  readonly earlier?: EarlierDecision & { readonly closed?: { readonly status: string; readonly reason: string } };
};

export type Progress = {
  readonly status: 'planned' | 'started' | 'done' | 'dropped';
  readonly note?: string;
  readonly at: Instant;
};
export type Deviation = {
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
  readonly occurredOn?: string;
};

/** From approval on: predictions are locked. */
type Running = Common & {
  readonly plan: ApprovedPlan;
  readonly approvedBy: string;
  /** The absent person whose deputy approved. */
  readonly approvedInPlaceOf?: string;
  readonly approvedAt: Instant;
  readonly progress: Readonly<Record<string, Progress>>;
  readonly deviations: readonly Deviation[];
};
type Paused = { readonly paused?: { readonly at: Instant; readonly reason: string; readonly remainingMs: number } };
type Checked = {
  readonly checkOpenedAt: Instant;
  readonly checks: readonly CheckResult[];
  readonly endedEarly?: string;
};

export type Cycle =
  | (Common & { readonly phase: 'plan'; readonly plan: DraftPlan })
  | (Running & Paused & { readonly phase: 'do'; readonly doEnds: Deadline; readonly endedEarly?: string })
  | (Running &
      Paused &
      Checked & { readonly phase: 'check'; readonly reviewDue: Deadline; readonly reviews: readonly Review[] })
  | (Running &
      Paused &
      Checked & { readonly phase: 'act'; readonly decisionDue: Deadline; readonly reviews: readonly Review[] })
  | (Running &
      Checked & {
        readonly phase: 'closed';
        readonly outcome: 'decided';
        readonly closedAt: Instant;
        readonly reviews: readonly Review[];
        readonly decision: DecisionRecord;
        readonly fidelity: Fidelity;
        readonly sustain?: { readonly due: Deadline; readonly result?: CheckResult; readonly held?: boolean };
      })
  | (Common & {
      readonly phase: 'closed';
      readonly outcome: 'withdrawn' | 'cancelled';
      readonly closedAt: Instant;
      readonly plan: DraftPlan;
      readonly reason: string;
    });

export type Phase = Cycle['phase'];
