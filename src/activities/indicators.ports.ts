import type { Grain } from '../domain/cases/periods';
import type { ComputedAsk, ComputedFigure, ComputedSource } from '../domain/indicators/evaluation';
import type { Approval, Closing, DefinitionVersion, Figure, OverrideVersion } from '../domain/indicators/facts';
import type { IndicatorOverride } from '../domain/indicators/indicator.schema';
import type { Period } from '../domain/indicators/period';
import type { ExplainNode, IndicatorValue } from '../domain/indicators/value';
import type { WatchKind } from '../domain/indicators/watch/watchFinding';
import type { Words } from '../domain/shared/language';
import type { Refusal } from '../domain/shared/result';
import type { Instant, LocalDate } from '../domain/shared/time';

/** An indicator with everything it ever was. `version` counts its edits (definitions and overrides) and is the ETag. */
export type StoredIndicator = {
  readonly id: string;
  readonly version: number;
  /** Oldest first. */
  readonly definitions: readonly DefinitionVersion[];
  readonly overrides: readonly OverrideVersion[];
};
export type IndicatorEditing = {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly by: string;
  readonly reason?: string;
  /** Version the editor saw; 0: must not exist. */
  readonly expected?: number;
};
export type IndicatorEdited =
  | { readonly ok: true; readonly stored: StoredIndicator; readonly created: boolean; readonly changed: boolean }
  | { readonly ok: false; readonly conflict: 'version' }
  | { readonly ok: false; readonly refusal: Refusal };
/** What refuses a definition, by the library as it is at the moment of the edit. */
export type RefusedBy = (library: Pick<Indicators, 'many'>) => Promise<Refusal | undefined>;

export interface Indicators {
  get(id: string): Promise<StoredIndicator | undefined>;
  many(ids: readonly string[]): Promise<readonly StoredIndicator[]>;
  /** By id, those after `after`. */
  list(after: string | undefined, limit: number): Promise<readonly StoredIndicator[]>;
  /** The whole library, by id. */
  all(): AsyncIterable<StoredIndicator>;
  /**
   * Appends a definition. The same definition from the same day again changes nothing. `references`: the indicators its
   * source reads, by which `referring` finds it; `procedure`, `survey`: what else its source reads. With `refusedBy`, edits
   * of definitions that read others come one after the other, and it sees those before.
   */
  define(
    edit: IndicatorEditing,
    definition: DefinitionVersion['definition'],
    reads: { readonly references: readonly string[]; readonly procedure?: string; readonly survey?: string },
    refusedBy?: RefusedBy,
  ): Promise<IndicatorEdited>;
  /** `'as-above'`: from then on the unit has nothing of its own. */
  override(edit: IndicatorEditing, unit: string, override: IndicatorOverride | 'as-above'): Promise<IndicatorEdited>;
  /** Those of which any version reads one of these indicators (directly), this procedure's cases, this survey. */
  referring(to: {
    readonly indicators?: readonly string[];
    readonly procedure?: string;
    readonly survey?: string;
  }): Promise<readonly StoredIndicator[]>;
}

/** A figure to be recorded; its version is given by the store. */
export type NewFigure = Omit<Figure, 'version'>;
export type FigureKey = Pick<Figure, 'indicator' | 'unit' | 'period'>;
export type FigureQuery = {
  readonly indicators: readonly string[];
  readonly units?: readonly string[];
  /** Only periods of this grain, from … to (both included). */
  readonly grain?: Grain;
  readonly from?: Period;
  readonly to?: Period;
};
export interface Figures {
  /**
   * Appends a version for each, all or nothing. What equals the latest version in everything but who and when is left as
   * it is. `expected`, where given, is the latest version each was decided on: 'conflict' (nothing written) when one moved.
   */
  record(
    figures: readonly (NewFigure & { readonly expected?: number })[],
  ): Promise<readonly { readonly figure: Figure; readonly changed: boolean }[] | 'conflict'>;
  /** Every version, oldest first within indicator, unit and period. */
  find(query: FigureQuery): Promise<readonly Figure[]>;
  versions(key: FigureKey): Promise<readonly Figure[]>;
  /** Decides on a version that waits for approval; `false`: it does not wait (any more). */
  decideApproval(key: FigureKey & { readonly version: number }, approval: Approval): Promise<boolean>;
  waiting(units: readonly string[], after: string | undefined, limit: number): Promise<readonly Figure[]>;
}

export interface Closings {
  /** All of these units, reopened ones too, oldest first. */
  of(units: readonly string[]): Promise<readonly Closing[]>;
  /** `false`: closed already. */
  close(closing: Closing): Promise<boolean>;
  /** `false`: not closed. */
  reopen(
    key: Pick<Closing, 'unit' | 'period'>,
    reopened: { readonly at: Instant; readonly by: string; readonly reason: string },
  ): Promise<boolean>;
}

/** A file that proves a figure. */
export type EvidenceFile = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly unit: string;
  readonly by: string;
  readonly uploadedAt: Instant;
};
export interface Evidence {
  /** Streams the file into the store and answers with its true size and hash. Safe to repeat with the same id. */
  store(file: Omit<EvidenceFile, 'bytes' | 'sha256'>, bytes: NodeJS.ReadableStream): Promise<EvidenceFile>;
  get(id: string): Promise<EvidenceFile | undefined>;
  many(ids: readonly string[]): Promise<readonly EvidenceFile[]>;
  file(id: string): Promise<NodeJS.ReadableStream>;
  discard(id: string): Promise<void>;
}

type AskOf<Type extends ComputedSource['type']> = ComputedAsk & {
  readonly source: Extract<ComputedSource, { type: Type }>;
};
/** Figures out of the answers of surveys; without a `value` where there are none. Many are asked for at once. */
export interface SurveyFigures {
  figure(ask: AskOf<'survey'>): Promise<ComputedFigure>;
}
/** Figures out of the books of programmes. */
export interface ProgrammeFigures {
  figure(ask: AskOf<'programme'>): Promise<ComputedFigure>;
}

/** How far the cases of a procedure are: moved by whoever stores cases, after they are stored. */
export type CasesRevision = { readonly revision: number; readonly movedAt?: Instant };
/** One number of one period of a series over cases, as it stood from `recordedAt` on. */
export type CaseFigure = {
  readonly period: Period;
  readonly value?: number;
  readonly n: number;
  readonly recordedAt: Instant;
};
/** What a series was computed from: the state of the cases, and everything else it depends on, as one text. */
export type CaseSeriesState = { readonly revision: number; readonly basis: string; readonly recordedAt: Instant };
/** `firstRecordedAt`: before that nothing was on record. */
export type KeptCaseSeries = CaseSeriesState & { readonly firstRecordedAt: Instant };
/** Series over cases, kept with every version of every period. */
export interface KeptCaseFigures {
  revision(procedure: string): Promise<CasesRevision>;
  /** Tells that the cases of a procedure changed. */
  moved(procedure: string, at: Instant): Promise<void>;
  /** From what the series were last computed. */
  states(series: readonly string[]): Promise<ReadonlyMap<string, KeptCaseSeries>>;
  /** Every version, oldest first within a period; of these periods only, where given. */
  versions(series: readonly string[], periods?: readonly Period[]): Promise<ReadonlyMap<string, readonly CaseFigure[]>>;
  /**
   * Appends a version for each period that differs from its last one; a period that is not named any more becomes empty.
   * `false` (nothing written): the series was computed from later cases meanwhile.
   */
  record(series: string, state: CaseSeriesState, figures: readonly Omit<CaseFigure, 'recordedAt'>[]): Promise<boolean>;
}

export type ValuesAsked = {
  readonly indicator: string;
  readonly unit: string;
  /** Both included, of the grain asked for. */
  readonly from: Period;
  readonly to: Period;
  /** As it was known then; default now. */
  readonly asOf?: Instant;
};
export type TogetherAsked = Pick<ValuesAsked, 'unit' | 'asOf'> & {
  readonly wanted: readonly Pick<ValuesAsked, 'indicator' | 'from' | 'to'>[];
};
/** Values and explanations, computed from definitions and facts when they are asked for. */
export interface IndicatorValues {
  values(asked: ValuesAsked): Promise<readonly IndicatorValue[]>;
  /** Of several indicators of one unit, in their order: what they share is read once. */
  together(asked: TogetherAsked): Promise<readonly (readonly IndicatorValue[])[]>;
  /** As they would be by a definition that is not stored, had it always held, of closed periods too. It is kept nowhere. */
  preview(
    asked: Omit<ValuesAsked, 'asOf'>,
    definition: DefinitionVersion['definition'],
  ): Promise<readonly IndicatorValue[]>;
  explain(asked: {
    readonly indicator: string;
    readonly unit: string;
    readonly period: Period;
    readonly asOf?: Instant;
  }): Promise<{ readonly value: IndicatorValue; readonly tree: ExplainNode }>;
}

/** What changed, so that everything depending on it is computed again. */
export type IndicatorChange =
  | { readonly kind: 'definition'; readonly indicator: string }
  | { readonly kind: 'figures'; readonly indicators: readonly string[] }
  | { readonly kind: 'cases'; readonly procedure: string }
  | { readonly kind: 'survey'; readonly survey: string }
  | { readonly kind: 'period'; readonly unit: string; readonly period: Period };

export type Recomputation = {
  readonly id: string;
  readonly changes: readonly IndicatorChange[];
  readonly status: 'running' | 'done' | 'failed';
  /** Indicators that depend on what changed, and how many of them are done. */
  readonly indicators: { readonly total: number; readonly done: number };
  readonly values: { readonly computed: number; readonly changed: number };
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly failure?: string;
};
/** `within`: only because periods were closed or reopened, so only what they touch. */
export type PlannedIndicator = { readonly indicator: string; readonly within?: true };
export interface Recomputations {
  get(id: string): Promise<Recomputation | undefined>;
  /** Newest first. */
  list(limit: number): Promise<readonly Recomputation[]>;
  save(recomputation: Recomputation): Promise<void>;
  /** Keeps what is computed again, in which order; the first plan of a recomputation stays. */
  plan(id: string, indicators: readonly PlannedIndicator[]): Promise<void>;
  planned(id: string): Promise<readonly PlannedIndicator[] | undefined>;
  /** Adds to the indicators whose watch must look, because their values changed. */
  toWatch(id: string, indicators: readonly string[]): Promise<void>;
  watching(id: string): Promise<readonly string[]>;
  /** Forgets plan and watch list; the recomputation itself stays. */
  discard(id: string): Promise<void>;
}
/** Values as the last recomputation left them: what lists, watches and scorecards read. */
export interface KeptValues {
  /** Answers which of them differ from what was kept before `at`: the same call again gives the same answer. */
  keep(values: readonly IndicatorValue[], at: Instant): Promise<readonly IndicatorValue[]>;
  find(query: {
    readonly indicators?: readonly string[];
    readonly units?: readonly string[];
    readonly from?: Period;
    readonly to?: Period;
    readonly limit: number;
  }): Promise<readonly (IndicatorValue & { readonly computedAt: Instant })[]>;
}

/** A bad stretch of an indicator in a unit, found by its watch: one for each episode, however many months it lasts. */
export type WatchFinding = {
  readonly indicator: string;
  readonly unit: string;
  readonly kind: WatchKind;
  /** The first period of the episode, and the last one that was seen to belong to it. */
  readonly since: Period;
  readonly until: Period;
  readonly words: Words;
  readonly foundAt: Instant;
  /** The draft cycle that was opened for it, or the open one the owner was pointed to. */
  readonly cycle?: string;
  readonly opened?: boolean;
  readonly told?: { readonly person: string; readonly at: Instant };
};
export type WatchKey = Pick<WatchFinding, 'indicator' | 'unit' | 'kind' | 'since'>;
export interface WatchFindings {
  /** Newest first. */
  find(query: { readonly indicator: string; readonly units?: readonly string[] }): Promise<readonly WatchFinding[]>;
  /** Stores a finding that is not there yet. */
  open(finding: WatchFinding): Promise<void>;
  note(key: WatchKey, change: Partial<Pick<WatchFinding, 'until' | 'cycle' | 'opened' | 'told'>>): Promise<void>;
}
