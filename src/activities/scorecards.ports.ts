import type { Period } from '../domain/indicators/period';
import type { ScoreNode } from '../domain/scorecards/explain';
import type { ScorecardDefinition } from '../domain/scorecards/scorecard.schema';
import type { MeasureFacts, ScorecardView } from '../domain/scorecards/view';
import type { Refusal } from '../domain/shared/result';
import type { Instant, LocalDate } from '../domain/shared/time';
import type { DatedDocuments, DatedVersion, StoredDated } from './dated.ports';

export type StoredScorecard = StoredDated<ScorecardDefinition>;
/** Scorecards with every version. `pointingAt`: `unit`, the unit it is of; `above`, scorecards its objectives contribute to. */
export type Scorecards = DatedDocuments<ScorecardDefinition>;

export type ScorecardAsked = {
  /** A period of any length, or a day in one of the scorecard's; missing: the last one that has ended. */
  readonly period?: string | undefined;
  /** As it was known then; default now. */
  readonly asOf?: Instant | undefined;
  /** Of how many periods `measures` has the values; default what the view needs. */
  readonly periods?: number;
};
/** A scorecard of a period with everything it was read from. */
export type ScorecardReading = {
  readonly id: string;
  /** The definition that holds on the last day of the period, as known then. */
  readonly version: DatedVersion<ScorecardDefinition>;
  readonly period: Period;
  readonly today: LocalDate;
  /** The definition is the one the closed period was closed with. */
  readonly closedAt?: Instant;
  readonly measures: ReadonlyMap<string, MeasureFacts>;
  readonly view: ScorecardView;
};

export type ScoreWanted = {
  readonly objective?: string | undefined;
  readonly measure?: string | undefined;
  readonly asOf?: Instant | undefined;
};
/** How a score came about; `UNKNOWN_…`: the scorecard of that period has no such part. */
export type ScoreExplained =
  | { readonly ok: true; readonly tree: ScoreNode }
  | { readonly ok: false; readonly refusal: Refusal<'UNKNOWN_OBJECTIVE' | 'UNKNOWN_MEASURE'> };

/** Scorecards as computed when they are asked for. */
export interface ScorecardReader {
  /** `undefined`: the scorecard was not known yet at `asOf`. */
  read(stored: StoredScorecard, asked: ScorecardAsked): Promise<ScorecardReading | undefined>;
  /** Of an objective or a measure down to the figures of its indicators; without either the whole down to its measures. */
  explain(reading: ScorecardReading, wanted: ScoreWanted): Promise<ScoreExplained>;
}
