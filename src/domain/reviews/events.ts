import type { Instant, LocalDate } from '../shared/time';
import type { ReviewMemo } from './memo';
import type { DecisionStatus, Meeting, ReviewDates, ReviewDecision, ReviewMeasure, OwedValue } from './state';
import type { ReviewPlan } from './review.schema';
import type { Words } from '../shared/language';

/** A person's id, or `ENGINE` for what happens by itself. */
export const ENGINE = 'kairyo';

type Happened = { readonly at: Instant; readonly by: string };

/** Everything a review begins with, found out when it opens. */
export type ReviewBeginning = {
  readonly unit: string;
  readonly title: Words;
  readonly definition: ReviewPlan;
  readonly dates: ReviewDates;
  readonly previous?: string;
  readonly measures: readonly ReviewMeasure[];
  readonly owed: readonly OwedValue[];
  readonly earlier: readonly ReviewDecision[];
};

export type ReviewEvent = Happened &
  (
    | ({
        readonly type: 'ReviewOpened';
        readonly id: string;
        readonly plan: string;
        readonly period: string;
      } & ReviewBeginning)
    /** `arrived`: `<indicator>~<unit>~<period>` of figures that were owed and are there now. */
    | { readonly type: 'ValuesArrived'; readonly arrived: readonly string[] }
    | { readonly type: 'Commented'; readonly measure: string; readonly text: string }
    | { readonly type: 'MemoPrepared'; readonly memo: ReviewMemo }
    | ({ readonly type: 'MeetingHeld'; readonly minutes: string } & Omit<Meeting, 'minutes'>)
    | { readonly type: 'MinutesAmended'; readonly minutes: string; readonly reason: string }
    | { readonly type: 'DecisionMade'; readonly decision: ReviewDecision }
    | {
        readonly type: 'DecisionStatusSet';
        readonly decision: string;
        readonly status: DecisionStatus;
        readonly note: string;
      }
    | { readonly type: 'CycleLinked'; readonly measure: string; readonly cycle: string }
    | {
        readonly type: 'MeetingPostponed';
        readonly meeting: LocalDate;
        readonly meetingAt: Instant;
        readonly reason: string;
      }
    | { readonly type: 'ReviewClosed'; readonly summary: string }
    | { readonly type: 'ReviewReopened'; readonly reason: string }
    | { readonly type: 'ReviewCancelled'; readonly reason: string }
  );

export const owedKey = ({ indicator, unit, period }: Pick<OwedValue, 'indicator' | 'unit' | 'period'>): string =>
  `${indicator}~${unit}~${period}`;
