import type { Instant, LocalDate } from '../shared/time';
import type { IndicatorDefinition, IndicatorOverride } from './indicator.schema';
import type { ObservationStatus } from './observation.schema';
import type { Period } from './period';

/** What the domain knows of time twice: from when a thing holds (`validFrom`), and since when we know it (`recordedAt`). */
export type DefinitionVersion = {
  readonly indicator: string;
  /** Counts from 1. */
  readonly version: number;
  /** First day it holds; `0001-01-01`: from the beginning. */
  readonly validFrom: LocalDate;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly reason?: string;
  readonly definition: IndicatorDefinition & { readonly home: string };
};
/** What a unit, and all below it that say nothing themselves, has instead. Dated as definitions are. */
export type OverrideVersion = {
  readonly indicator: string;
  readonly unit: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly reason?: string;
  /** `as-above`: from this version on the unit has nothing of its own. */
  readonly override: IndicatorOverride | 'as-above';
};
export const FROM_THE_BEGINNING: LocalDate = '0001-01-01';

/** Where a figure comes from. */
export type FigureOrigin =
  | { readonly kind: 'entered' | 'imported'; readonly words?: string }
  | { readonly kind: 'collected'; readonly collector: string; readonly words?: string }
  | { readonly kind: 'cases'; readonly procedure: string; readonly aggregation: string }
  | { readonly kind: 'survey'; readonly survey: string; readonly question: string }
  | { readonly kind: 'programme'; readonly programme: string; readonly figure: string };

export type Approval = {
  readonly state: 'waiting' | 'approved' | 'rejected';
  readonly by?: string;
  readonly at?: Instant;
  readonly reason?: string;
};

/** One version of a fact about an indicator, a unit and a period. Versions of the three together count from 1. */
export type Figure = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly version: number;
  readonly status: ObservationStatus;
  /** In the indicator's unit; with numerator and denominator it is their quotient times `per`, and may be left out. */
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly origin: FigureOrigin;
  readonly evidence?: readonly string[];
  readonly by: string;
  readonly recordedAt: Instant;
  /** Why it was corrected; with every version after the first. */
  readonly reason?: string;
  readonly approval?: Approval;
};

/** A closed period of a unit and all below it: read as it was known at `closedAt`, until it is reopened. */
export type Closing = {
  readonly unit: string;
  readonly period: Period;
  readonly closedAt: Instant;
  readonly by: string;
  readonly note?: string;
  readonly reopenedAt?: Instant;
  readonly reopenedBy?: string;
  readonly reason?: string;
};
