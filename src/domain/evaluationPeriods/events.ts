import type { Words } from '../shared/language';
import type { Instant, LocalDate } from '../shared/time';
import type { Deadline, DrawnSample, GroupKept, PeriodDates, PeriodPhase, PeriodScheme, Step } from './state';

/** A person's id, or `ENGINE` for what happens by itself. */
export const ENGINE = 'kairyo';

type Happened = { readonly at: Instant; readonly by: string };

/** Found out when the period is opened. */
export type PeriodBeginning = {
  readonly scheme: PeriodScheme;
  readonly title: Words;
  readonly dates: PeriodDates;
};

export type PeriodEvent = Happened &
  (
    | ({
        readonly type: 'PeriodOpened';
        readonly id: string;
        readonly unit: string;
        readonly period: string;
        readonly calibrators: readonly string[];
        readonly excluded: readonly { readonly person: string; readonly reason: string }[];
      } & PeriodBeginning)
    | { readonly type: 'EverybodyOpened'; readonly people: number; readonly excluded: number }
    | { readonly type: 'StepBegan'; readonly phase: PeriodPhase }
    | { readonly type: 'CalibrationHeld'; readonly attendance: readonly string[]; readonly minutes: string }
    | {
        readonly type: 'QuotaAccepted';
        readonly lowered: readonly string[];
        readonly groups: readonly GroupKept[];
        readonly reason?: string;
      }
    | {
        readonly type: 'StepExtended';
        readonly step: Step;
        readonly to: LocalDate;
        readonly dates: PeriodDates;
        readonly reason: string;
      }
    | { readonly type: 'PeriodPaused'; readonly reason: string }
    | { readonly type: 'PeriodResumed'; readonly reason: string; readonly dates: PeriodDates }
    | ({ readonly type: 'SampleDrawn' } & Omit<DrawnSample, 'at' | 'by'>)
    | { readonly type: 'PublicationDecided' }
    /** Everybody was told; `told`: how many got a result. */
    | { readonly type: 'ResultsPublished'; readonly told: number; readonly appealsUntil: Deadline }
    | { readonly type: 'PeriodFinal' }
    | { readonly type: 'PeriodCancelled'; readonly reason: string }
  );
