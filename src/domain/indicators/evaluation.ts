import type { Unit } from '../organisation/organisation.schema';
import type { Words } from '../shared/language';
import type { Instant, LocalDate } from '../shared/time';
import type { Closing, DefinitionVersion, Figure, FigureOrigin, OverrideVersion } from './facts';
import type { IndicatorSource } from './indicator.schema';
import type { Period } from './period';
import type { ExplainNode, IndicatorValue } from './value';

/** An indicator over all its time. */
export type IndicatorRecord = {
  readonly definitions: readonly DefinitionVersion[];
  readonly overrides: readonly OverrideVersion[];
};

/** A figure that is computed from other data than entered ones: cases, answers of a survey, a programme's books. */
export type ComputedSource = Extract<IndicatorSource, { type: 'cases' | 'survey' | 'programme' }>;
export type ComputedAsk = {
  readonly source: ComputedSource;
  /** With all units below it. */
  readonly unit: string;
  /** Of any grain: medians of a quarter go back to the cases of the quarter. */
  readonly period: Period;
  /** As it was known then; missing: now. */
  readonly knownAt?: Instant;
};
export type ComputedFigure = {
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n: number;
  readonly origin: FigureOrigin;
  readonly recordedAt: Instant;
  /** Why there is no value, where more can be said than that it is missing. */
  readonly because?: Words;
};

/** What an evaluation reads. Synchronous: whoever evaluates loads first, and again when `wanted` names more. */
export type Facts = {
  readonly indicator: (id: string) => IndicatorRecord | undefined;
  readonly units: readonly Unit[];
  /** Every version, oldest first. */
  readonly figures: (indicator: string, unit: string, period: Period) => readonly Figure[];
  /** `'not-loaded'`: asked for and not there yet; the value is then of no use, and the ask stands in `wanted`. */
  readonly computed: (ask: ComputedAsk) => ComputedFigure | 'not-loaded';
  readonly closings: readonly Closing[];
  /** Earlier periods than those that lie on or after this day are not read from later ones; default 1900-01-01. */
  readonly earliest?: LocalDate;
  /** Whether any unit has a figure of exactly this period. Where it is left out, every period is looked at. */
  readonly hasFigures?: (indicator: string, period: Period) => boolean;
};

export type EvaluationOptions = {
  /** As it was known then; missing: now. */
  readonly asOf?: Instant;
  /** The office's day: a period that has not ended by then and has no figure is not yet due. */
  readonly today: LocalDate;
};

/** Values of many indicators, units and periods over the same facts; each is computed once. */
export type Evaluator = {
  readonly value: (indicator: string, unit: string, period: Period) => IndicatorValue;
  readonly explain: (indicator: string, unit: string, period: Period) => ExplainNode;
  /** Computed figures that were asked for and not loaded, each once, since the last time this was called. */
  readonly wanted: () => readonly ComputedAsk[];
  /** How many values it has computed, and keeps. */
  readonly kept: () => number;
};
