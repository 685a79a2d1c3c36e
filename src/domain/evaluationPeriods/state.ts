import type { QuotaRule, SchemeDefinition } from '../schemes/scheme.schema';
import type { Words } from '../shared/language';
import type { Instant, LocalDate } from '../shared/time';

/** Steps with a deadline, in their order. */
export const STEPS = ['selfAssessment', 'managerRating', 'approval', 'calibration', 'publication'] as const;
export type Step = (typeof STEPS)[number];

/** A working day, and the end of its office hours. */
export type Deadline = { readonly day: LocalDate; readonly at: Instant };
export type PeriodDates = {
  /** The midnight on which the period is over: self-assessment begins. */
  readonly endsAt: Instant;
  readonly steps: Readonly<Record<Step, Deadline>>;
};

/** What of the scheme, in the version in force at the opening, the period goes by. */
export type PeriodScheme = {
  readonly id: string;
  readonly version: number;
  readonly name: Words;
  /** Names of the classes, by the key of the band. */
  readonly classes: Readonly<Record<string, Words>>;
  readonly deadlines: SchemeDefinition['deadlines'];
  readonly quotas: readonly QuotaRule[];
};

export type Calibration = {
  readonly at: Instant;
  readonly by: string;
  readonly attendance: readonly string[];
  readonly minutes: string;
};
/** One group that a quota rule limits. `group`: id of the agency, or name of the duties within it. */
export type GroupKept = {
  readonly rule: number;
  readonly group: string;
  readonly limit: number;
  readonly kept: number;
};
export type QuotaAccepted = {
  readonly at: Instant;
  readonly by: string;
  /** Whose class is lowered by the quota. */
  readonly lowered: readonly string[];
  readonly groups: readonly GroupKept[];
  readonly reason?: string;
};
export type Extension = {
  readonly step: Step;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
};
/** Drawn by chance for checking; the same seed and people give the same sample. */
export type DrawnSample = {
  readonly at: Instant;
  readonly by: string;
  readonly seed: string;
  readonly size: number;
  /** How many it was drawn from. */
  readonly among: number;
  readonly persons: readonly string[];
};
export type PeriodPause = { readonly at: Instant; readonly by: string; readonly reason: string };

export const PERIOD_PHASES = [
  'opening',
  'collecting',
  'selfAssessment',
  'rating',
  'approval',
  'calibration',
  'published',
  'appeals',
  'final',
  'cancelled',
] as const;
export type PeriodPhase = (typeof PERIOD_PHASES)[number];

/**
 * The evaluation of everybody in a tree of units for a period. JSON-plain. `opening`: people are being added; `published`:
 * the publication is decided and people are being told; `appeals`: everybody was told.
 */
export type EvaluationPeriod = {
  readonly id: string;
  readonly unit: string;
  readonly period: string;
  readonly scheme: PeriodScheme;
  readonly title: Words;
  readonly phase: PeriodPhase;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly calibrators: readonly string[];
  readonly dates: PeriodDates;
  /** How many were opened, and how many of them are excluded from the start. */
  readonly people?: number;
  readonly excluded?: number;
  readonly paused?: PeriodPause;
  readonly extensions: readonly Extension[];
  readonly samples: readonly DrawnSample[];
  readonly calibration?: Calibration;
  readonly quota?: QuotaAccepted;
  readonly publication?: {
    readonly at: Instant;
    readonly by: string;
    readonly doneAt?: Instant;
    readonly told?: number;
  };
  /** The last day and moment to appeal. */
  readonly appealsUntil?: Deadline;
  readonly finalAt?: Instant;
  readonly cancelled?: { readonly at: Instant; readonly by: string; readonly reason: string };
};

export const periodId = (scheme: string, unit: string, period: string): string => `${scheme}~${unit}~${period}`;
