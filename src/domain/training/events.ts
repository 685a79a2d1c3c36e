import type { Instant, LocalDate } from '../shared/time';
import type { TrainingWay } from './training.schema';

/** The criterion of an evaluation that a need came from. Points as they counted then. */
export type NeedSource = {
  readonly evaluation: string;
  readonly scheme: string;
  readonly period: string;
  /** `section/criterion` */
  readonly criterion: string;
  readonly points: number;
  readonly max: number;
};
export type TrainingPlan = {
  readonly way: TrainingWay;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly owner: string;
  readonly note?: string;
};
type By = { readonly by: string; readonly at: Instant };

/** `due`: by when the next step is owed. */
export type TrainingEvent = By &
  (
    | {
        readonly type: 'NeedOpened';
        readonly id: string;
        readonly person: string;
        readonly unit: string;
        readonly manager?: string;
        readonly topic: string;
        readonly source?: NeedSource;
        readonly reason?: string;
        readonly due: Instant;
      }
    | { readonly type: 'NeedDropped'; readonly reason: string }
    | { readonly type: 'NeedReopened'; readonly reason: string; readonly due: Instant }
    | { readonly type: 'TrainingPlanned'; readonly plan: TrainingPlan; readonly due: Instant }
    | { readonly type: 'TrainingCompleted'; readonly on: LocalDate; readonly evidence: string; readonly due: Instant }
    | { readonly type: 'OutcomeRecorded'; readonly useful: 'yes' | 'partly' | 'no'; readonly text: string }
  );
