import { Exact } from '../scoring/scored';
import type { Instant, LocalDate } from '../shared/time';

/** By `section/criterion`; of sections of an indicator, by section. */
export type Points = Readonly<Record<string, number>>;
export type LeaderPoints = { readonly organising: number; readonly cohesion: number };
export type Segment = {
  readonly unit: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly manager?: string;
};
/** What of the scheme the steps go by, in working days. */
export type Ruled = { readonly lateEntryGrace: number; readonly appeal: number; readonly appealDecision: number };

export type Entry = { readonly at: Instant; readonly by: string };
export type Reasoned = Entry & { readonly reason: string };
export type ItemChange = {
  readonly qualityFailures?: number | undefined;
  readonly delays?: number | undefined;
  readonly done?: boolean | undefined;
  readonly objectiveCause?: boolean | undefined;
};
export type Changes = {
  readonly ratings?: Points | undefined;
  readonly items?: Readonly<Record<string, ItemChange>> | undefined;
  readonly revokedOverrides?: readonly string[] | undefined;
};

export type Waiting = { readonly from: LocalDate; readonly to?: LocalDate; readonly waitingFor: string };
export type WorkItem = {
  readonly item: string;
  readonly title: string;
  readonly product?: string;
  readonly category?: string;
  readonly coefficient: number;
  readonly quantity: number;
  readonly due: LocalDate;
  /** Case, cycle or record of another system. */
  readonly from?: string;
  readonly assigned: Entry;
  readonly done?: Entry & { readonly on: LocalDate; readonly evidence?: readonly string[] };
  readonly checks: readonly (Entry & { readonly passed: boolean; readonly note?: string })[];
  readonly notedDelays: readonly (Entry & { readonly on: LocalDate; readonly note?: string })[];
  readonly waiting: readonly Waiting[];
  /** Working days late, net of waiting; 0: in time. */
  readonly lateDays: number;
  readonly objectiveCause:
    | { readonly is: 'none' }
    | ({ readonly is: 'asked' } & Reasoned & { readonly evidence?: readonly string[] })
    | { readonly is: 'granted' | 'refused'; readonly asked: Reasoned; readonly decided: Reasoned };
  /** Entered after the period, within the grace: marked and not punished. */
  readonly lateEntry?: true;
  readonly withdrawn?: Reasoned;
  /** By an appeal or a correction: stands above what was entered. */
  readonly corrected?: ItemChange;
  readonly correctedAs?: Reasoned;
};

export type Goal = {
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  readonly scorecard?: string | undefined;
  readonly objective?: string | undefined;
  readonly attainment?: number | undefined;
};
export type Rating = Entry & { readonly points: Points; readonly note?: string };
export type ManagerRating = Rating & {
  readonly leader?: LeaderPoints;
  readonly reasons?: Readonly<Record<string, string>>;
};
export type Ratings = {
  readonly self?: Rating;
  readonly manager?: ManagerRating;
  readonly approved?: Rating;
  readonly calibrated: readonly (Reasoned & { readonly points: Points })[];
  /** By an appeal or a correction. */
  readonly corrected?: Points;
  readonly correctedAs?: Reasoned;
};
export type Finding = Entry & {
  readonly override: string;
  readonly document: string;
  readonly from: LocalDate;
  readonly revoked?: Reasoned;
};
export type DisputedPoint = {
  readonly part: 'section' | 'criterion' | 'item' | 'override';
  readonly key: string;
  readonly why: string;
  readonly evidence?: readonly string[] | undefined;
};
export type PointDecision = { readonly key: string; readonly upheld: boolean; readonly reason: string };
export type Appeal = Entry & {
  readonly points: readonly DisputedPoint[];
  readonly decideUntil: LocalDate;
  readonly withdrawn?: Reasoned;
  readonly decided?: Entry & { readonly decisions: readonly PointDecision[]; readonly changes?: Changes };
};
export type Published = {
  readonly at: Instant;
  /** Missing: not rated in this period; `why` says why. */
  readonly total?: number;
  readonly class?: string;
  readonly why?: string;
  /** The class is that of the quota, not of the points. */
  readonly lowered?: true;
  readonly appealUntil: LocalDate;
  /** Of a leader: the classes that d was computed from. */
  readonly subordinates?: readonly string[];
};
/** A result that was changed after it had been told. */
export type Correction = Reasoned & {
  readonly before: { readonly total?: number; readonly class?: string };
  readonly after: { readonly total?: number; readonly class?: string };
};

export const EVALUATION_PHASES = [
  'collecting',
  'self',
  'rating',
  'approving',
  'calibrating',
  'published',
  'appealed',
  'final',
  'excluded',
] as const;
export type EvaluationPhase = (typeof EVALUATION_PHASES)[number];

/** One person in one period under one scheme. JSON-plain. `phase` follows from the rest. */
export type Evaluation = {
  /** `<period id>~<person>` */
  readonly id: string;
  /** `<scheme>~<unit>~<period>` */
  readonly periodId: string;
  readonly person: string;
  readonly period: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly rules: Ruled;
  readonly unit: string;
  readonly agency: string;
  readonly position: string;
  readonly duties: string;
  readonly kind: string;
  readonly leader: boolean;
  readonly manager?: string;
  readonly approver?: string;
  readonly segments: readonly Segment[];
  /** The last transfer that was stated of this evaluation. */
  readonly transferred?: { readonly unit: string; readonly on: LocalDate };
  readonly workingShare: number;
  readonly phase: EvaluationPhase;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly begun?: 'self' | 'rating';
  readonly items: readonly WorkItem[];
  readonly ratings: Ratings;
  readonly goals: readonly Goal[];
  readonly goalsSet?: Entry;
  readonly indicators: Points;
  readonly indicatorsNoted?: Entry;
  readonly findings: readonly Finding[];
  readonly published?: Published;
  readonly corrections: readonly Correction[];
  readonly appeal?: Appeal;
  readonly excluded?: Reasoned;
  readonly paused?: Reasoned;
  readonly finalAt?: Instant;
};

export const evaluationId = (periodId: string, person: string): string => `${periodId}~${person}`;

/** Where an evaluation stands follows from what is in it, whatever came first. */
export function phaseOf(evaluation: Omit<Evaluation, 'phase'>): EvaluationPhase {
  const { excluded, finalAt, appeal, published, ratings, begun } = evaluation;
  if (finalAt !== undefined) return 'final';
  if (appeal !== undefined && appeal.decided === undefined && appeal.withdrawn === undefined) return 'appealed';
  if (published !== undefined) return 'published';
  if (excluded !== undefined) return 'excluded';
  if (ratings.approved !== undefined) return 'calibrating';
  if (ratings.manager !== undefined) return 'approving';
  if (ratings.self !== undefined) return 'rating';
  return begun ?? 'collecting';
}

/** Delays that count against an item: being late is one by itself, each noted one is another. */
export const delaysOf = ({ corrected, notedDelays, lateDays }: WorkItem): number =>
  corrected?.delays ?? notedDelays.length + (lateDays > 0 ? 1 : 0);
export const failuresOf = ({ corrected, checks }: WorkItem): number =>
  corrected?.qualityFailures ?? checks.filter(({ passed }) => !passed).length;
export const isDone = ({ corrected, done }: WorkItem): boolean => corrected?.done ?? done !== undefined;
export const isForgiven = ({ corrected, objectiveCause }: WorkItem): boolean =>
  corrected?.objectiveCause ?? objectiveCause.is === 'granted';
/** As on paper: 11.4 × 3 is 34.2 and not the 34.199… of binary fractions. */
export const weightOf = ({ coefficient, quantity }: WorkItem): number =>
  new Exact(coefficient).times(quantity).toNumber();
